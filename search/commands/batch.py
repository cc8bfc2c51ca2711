"""`manchette batch`: answer the queries of a file."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from index.errors import Unsupported
from search.commandline import search_options
from search.commandline.opening import home_of, opened
from search.commandline.parser import Command, Parser, UsageError, number
from search.commandline.query_file import FileQuery, Refused, queries
from search.commandline.status import ExitStatus
from search.commandline.streams import complain
from search.errors import QuerySyntaxError, SearchError
from search.render import notices
from search.results import Results
from search.searcher import Page, Searcher

LIMITS = {"jsonl": 10, "csv": 10, "trec": 1000}
"""Articles of each query, by format: trec_eval is customarily given a thousand."""

Answer = Callable[[FileQuery], tuple[str, bool]]
"""Gives what is written of a query, and whether it has found something."""


def _options(parser: Parser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="queries, a line each behind an id and a tab, or a table with the columns id and query; - for standard input",
    )
    parser.add_argument(
        "-n",
        "--limit",
        type=number,
        help="articles of each query (10; 1,000 for trec), 0 for the totals alone",
    )
    search_options.options(parser)
    parser.add_argument("--format", choices=LIMITS, default="jsonl", help="jsonl, csv or trec")


def _run(options: argparse.Namespace) -> ExitStatus:
    if options.format != "jsonl" and options.facet:
        raise UsageError("--facet needs --format jsonl: a line of the others is an article")
    if options.format == "trec" and options.sort != "relevance":
        raise UsageError("--format trec is ranked by relevance: leave --sort out")
    limit = LIMITS[options.format] if options.limit is None else options.limit
    page = replace(search_options.page(options), limit=limit, duplicates=options.format == "jsonl")
    name = "standard input" if options.file == "-" else options.file
    found = answered = refused = 0
    # The file is opened before the index: what is wrong with it is told first.
    with _binary(options.file) as file:
        header, answer = _answering(opened(home_of(options)), page, options.format)
        sys.stdout.write(header)
        for entry in queries(file):
            try:
                written, has_found = _answered(entry, answer)
            except (SearchError, Unsupported) as error:
                refused += 1
                complain(f"{name}, line {entry.line}: {_in_one_line(error)}")
                continue
            sys.stdout.write(written)
            sys.stdout.flush()  # who reads a pipe has each answer when it is there
            answered += 1
            found += has_found
    if not answered:
        raise SearchError(f"{name} has no query: type a line for each, an id, a tab and the query")
    if refused:
        complain(f"{name}: {notices.counted(answered, 'query')} answered, {refused:,} refused")
    return ExitStatus.FOUND if found else ExitStatus.NOTHING_FOUND


def _binary(name: str) -> BinaryIO:
    return open(0, "rb", closefd=False) if name == "-" else Path(name).open("rb")


def _answering(searcher: Searcher, page: Page, format_: str) -> tuple[str, Answer]:
    """Return what the output begins with, and what answers each query."""
    if format_ == "trec":
        from search.render import trec

        def ranked(entry: FileQuery) -> tuple[str, bool]:
            run = trec.run(entry.id, searcher.ranked(entry.query, page))
            return run, bool(run)

        return "", ranked
    header, identified = _format(format_)

    def searched(entry: FileQuery) -> tuple[str, bool]:
        results = searcher.search(entry.query, page)
        return identified(entry.id, results), results.total.count > 0

    return header, searched


def _format(name: str) -> tuple[str, Callable[[str, Results], str]]:
    if name == "csv":
        from search.render import csv

        return csv.identified_header(), csv.identified
    from search.render import json

    return "", json.identified


def _answered(entry: FileQuery | Refused, answer: Answer) -> tuple[str, bool]:
    """Return the answer to a line.

    Raises:
        SearchError: the line is no query.
        Unsupported: it is beyond the engine.
    """
    if isinstance(entry, Refused):
        raise SearchError(entry.reason)
    return answer(entry)


def _in_one_line(error: Exception) -> str:
    told = (error.message, error.suggestion) if isinstance(error, QuerySyntaxError) else (str(error),)
    return ". ".join(filter(None, told)).replace("\n", " ")


COMMAND = Command("batch", "answer many queries, from a file", _options, _run)
