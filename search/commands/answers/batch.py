"""`manchette batch`: answer the queries of a file."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from corpus.message import message
from corpus.records import replace
from index.errors import Unsupported
from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.opening import open_index
from search.commandline.options import Parser, UsageError, is_typed, number
from search.commandline.query_file import FileQuery, Refused, queries
from search.commandline.status import ExitStatus
from search.commandline.streams import STANDARD_INPUT, blame
from search.errors import SearchError
from search.messages import say
from search.render.error import in_one_line
from search.results import Results
from search.searcher import Page, Searcher

ARTICLES_PER_QUERY = {"jsonl": 10, "csv": 10, "trec": 1000}
"""Articles of each query, by format: trec_eval customarily reads a thousand."""

Answer = Callable[[FileQuery], tuple[str, bool]]
"""A function from a query to the text of its answer, and whether the query found an article."""


def _options(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help=say("option.query_file"))
    parser.add_argument("-n", "--limit", type=number, help=say("option.limit_batch"))
    search_options.add(parser)
    parser.add_argument(
        "--format", choices=tuple(ARTICLES_PER_QUERY), default="jsonl", help=say("option.format")
    )


def _run(options: argparse.Namespace) -> ExitStatus:
    if options.format != "jsonl" and is_typed(options, "facet"):
        raise UsageError("command.facet_needs_jsonl")
    if options.format == "trec" and options.sort != "relevance" and is_typed(options, "sort"):
        raise UsageError("command.trec_is_ranked")
    limit = ARTICLES_PER_QUERY[options.format] if options.limit is None else options.limit
    page = replace(search_options.page(options), limit=limit)
    name = say("command.standard_input") if options.file == STANDARD_INPUT else options.file
    # The file is opened before the index, so that an error of the file comes first.
    with _binary(options.file) as file, open_index(options) as index:
        header, answer = _answering(index.searcher, page, options.format)
        sys.stdout.write(header)
        with_articles, answered, refused = _answer_all(file, name, answer)
    if refused and not answered:
        raise SearchError("command.all_refused", name=name, count=refused)
    if not answered:
        raise SearchError("command.no_query", name=name)
    if refused:
        blame(
            "command.batch_end",
            name=name,
            answered=message("command.queries_answered", count=answered),
            refused=message("command.queries_refused", count=refused),
        )
    return ExitStatus.FOUND if with_articles else ExitStatus.NOTHING_FOUND


def _answer_all(file: BinaryIO, name: str, answer: Answer) -> tuple[int, int, int]:
    """Write the answer to each query; return the number of queries that found articles, that were answered, that were refused."""
    with_articles = answered = refused = 0
    for entry in queries(file):
        outcome = entry.reason if isinstance(entry, Refused) else _answered(entry, answer)
        if isinstance(outcome, tuple):
            written, has_found = outcome
            sys.stdout.write(written)
            sys.stdout.flush()  # a program that reads the pipe gets each answer at once
            answered += 1
            with_articles += has_found
        else:
            blame("command.refused", name=name, line=entry.line, reason=outcome)
            refused += 1
    return with_articles, answered, refused


def _answered(query: FileQuery, answer: Answer) -> tuple[str, bool] | str:
    """Return the answer to a query, or the reason why it is refused."""
    try:
        return answer(query)
    except (SearchError, Unsupported) as raised:
        return in_one_line(raised)


def _binary(name: str) -> BinaryIO:
    return open(0, "rb", closefd=False) if name == STANDARD_INPUT else Path(name).open("rb")


def _answering(searcher: Searcher, page: Page, format_: str) -> tuple[str, Answer]:
    """Return the beginning of the output, and the function that answers each query."""
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


COMMAND = Command("batch", _options, _run)
