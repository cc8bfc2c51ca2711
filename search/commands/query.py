"""`manchette query`: answer one query."""

import argparse
import sys
from dataclasses import replace

from search.commandline import search_options
from search.commandline.opening import home_of, opened
from search.commandline.parser import Command, Parser, color, number
from search.commandline.status import ExitStatus
from search.commandline.streams import columns, complain, dressed
from search.facets import MAX_SHOWN_VALUES
from search.render import notices
from search.render.inert import inert
from search.results import Results

FORMATS = ("text", "json", "jsonl", "csv", "ids")


def _options(parser: Parser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the query; every article without any")
    parser.add_argument("-n", "--limit", type=number, default=10, help="articles on the page (10)")
    parser.add_argument("--offset", type=number, default=0, help="articles to pass over (0)")
    search_options.options(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="text, json, jsonl, csv or ids")
    parser.add_argument("--count", action="store_true", help="the number of articles alone")
    parser.add_argument("--explain", action="store_true", help="how the query was read, on standard error")
    color(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    page = replace(
        search_options.page(options),
        limit=0 if options.count else options.limit,
        offset=options.offset,
        values=MAX_SHOWN_VALUES if options.format == "text" else None,
        duplicates=options.format != "csv",
    )
    results = opened(home_of(options)).search(search_options.line(options.words), page)
    if options.explain:
        sys.stderr.write(notices.explanation(results))
    if results.relaxed and not (options.format == "text" and sys.stdout.isatty()):  # there the page says so
        complain("no article has these words together: these have some of them")
    if options.count:
        sys.stdout.write(f"{results.total.count}\n")
    elif results.total.count or options.format != "text":
        sys.stdout.write(_answer(results, options))
    else:
        complain("no article: type fewer words or other ones; ~ after a word finds spellings close by")
    return ExitStatus.FOUND if results.total.count else ExitStatus.NOTHING_FOUND


def _answer(results: Results, options: argparse.Namespace) -> str:
    match options.format:
        case "json":
            from search.render import json

            return json.results(results)
        case "jsonl":
            from search.render import json

            return json.lines(results)
        case "csv":
            from search.render import csv

            return csv.results(results)
        case "ids":
            return "".join(f"{inert(result.article.id)}\n" for result in results.results)
        case _:
            from search.render.page import page

            return dressed(page(results, columns()), options)


COMMAND = Command("query", "answer one query", _options, _run)
