"""`manchette show`: articles, whole, one after the other."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing

from index.opening import open_shelf
from index.query import Everything
from search.commandline.articles import named_on_command_line
from search.commandline.command import Command
from search.commandline.home import home_of
from search.commandline.opening import OpenIndex, open_index
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import blame, write, write_record
from search.errors import SearchError
from search.messages import say
from search.render import TEXT
from search.results import Reading

_BETWEEN = {TEXT: "\n* * *\n\n", "bibtex": "\n"}
"""What stands between two articles, by format; nothing between two lines of JSON."""


def read(index: OpenIndex, article_id: str) -> Reading:
    """Return an article to read, the names of its entities marked.

    Raises:
        SearchError: there is no such article.
    """
    article = index.searcher.article(article_id)
    if article is None:
        raise SearchError("command.no_article", id=article_id)
    spans = index.curated(lambda curator: curator.spans(article_id))
    return Reading(article, Everything(), spans, kept=index.searcher.kept(article_id))


def _options(parser: Parser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help=say("option.article_id"))
    parser.add_argument("--raw", action="store_true", help=say("option.raw"))
    add_format(parser, Reading)


def _run(options: argparse.Namespace) -> ExitStatus:
    missing = _show_raw(options) if options.raw else _show(options)
    return ExitStatus.ERROR if missing else ExitStatus.FOUND


def _show(options: argparse.Namespace) -> int:
    """Write each article; return the number of ids that no article has, each of which is one line on standard error."""
    missing, between = 0, ""
    with open_index(options) as index:
        for article_id in _ids(options.ids):
            try:
                reading = read(index, article_id)
            except SearchError:
                blame("command.no_article", id=article_id)
                missing += 1
                continue
            sys.stdout.write(between)
            write(reading, options)
            between = _BETWEEN.get(options.format, "")
    return missing


def _show_raw(options: argparse.Namespace) -> int:
    """Write each record as it stands in its file; return the number of ids that no article has."""
    missing, before = 0, "\n"
    with closing(open_shelf(home_of(options))) as shelf:
        for article_id in _ids(options.ids):
            raw = shelf.raw(article_id) if article_id.isprintable() else None
            if raw is None:
                blame("command.no_article", id=article_id)
                missing += 1
                continue
            if not before.endswith("\n"):
                sys.stdout.write("\n")
            write_record(raw)
            before = raw
    return missing


def _ids(typed: Sequence[str]) -> Sequence[str]:
    return [article_id for word in typed for article_id in named_on_command_line(word)]


COMMAND = Command("show", _options, _run)
