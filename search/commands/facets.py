"""`manchette facets`: the values of a facet, counted."""

import argparse
import sys

from search.commandline import search_options
from search.commandline.opening import home_of, opened
from search.commandline.parser import Command, Parser, number
from search.commandline.status import ExitStatus
from search.commandline.streams import columns, complain
from search.render import plain
from search.searcher import Page


def _options(parser: Parser) -> None:
    parser.add_argument(
        "field", metavar="FIELD", help="person, org, place, source, section, author, year, month, day"
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="a query; every article without any")
    parser.add_argument("-n", "--limit", type=number, default=20, help="values to show (20), 0 for all")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="text, json or csv")


def _run(options: argparse.Namespace) -> ExitStatus:
    searcher = opened(home_of(options))
    results = searcher.search(search_options.line(options.words), Page(limit=0, facets=(options.field,)))
    buckets = results.facets[options.field]
    if not buckets:
        complain(f"no {options.field} in {results.total.count} articles")
    shown = buckets[: options.limit] if options.limit else buckets
    match options.format:
        case "json":
            from search.render import json

            sys.stdout.write(json.facet(options.field, shown))
        case "csv":
            from search.render import csv

            sys.stdout.write(csv.facet(shown))
        case _ if buckets:
            from search.render.panel import table

            sys.stdout.write(plain.text(table(options.field, shown, columns())))
    return ExitStatus.FOUND if buckets else ExitStatus.NOTHING_FOUND


COMMAND = Command("facets", "count the values of a facet", _options, _run)
