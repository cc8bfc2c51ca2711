"""`manchette show`: one article, whole."""

import argparse
import sys

from index.opening import open_catalog
from search.commandline.opening import home_of, opened
from search.commandline.parser import Command, Parser, color
from search.commandline.status import ExitStatus
from search.commandline.streams import columns, dressed
from search.errors import SearchError
from search.render import plain


def _options(parser: Parser) -> None:
    parser.add_argument("id", help="the id of an article, as a query shows it")
    parser.add_argument("--raw", action="store_true", help="as it was in its file")
    color(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    folder = home_of(options)
    if options.raw:
        raw = open_catalog(folder).raw(options.id)
        if raw is None:
            raise SearchError(f"there is no article {options.id!r}: type its id as manchette query shows it")
        sys.stdout.write(raw if not sys.stdout.isatty() else plain.message(raw))
        return ExitStatus.FOUND
    from search.entities.curator import Curator
    from search.render.reading import reading

    searcher = opened(folder)
    article = searcher.article(options.id)
    if article is None:
        raise SearchError(f"there is no article {options.id!r}: type its id as manchette query shows it")
    entities = Curator(searcher, folder).spans(article.id)
    sys.stdout.write(dressed(reading(article, columns(), entities=entities), options))
    return ExitStatus.FOUND


COMMAND = Command("show", "show one article, whole", _options, _run)
