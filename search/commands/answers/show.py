"""`manchette show`: one article, whole."""

import argparse
from contextlib import closing

from index.opening import open_catalog
from index.query import Everything
from search.commandline.command import Command
from search.commandline.opening import OpenIndex, home_of, open_index
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import write, write_record
from search.errors import SearchError
from search.messages import say
from search.results import Reading


def read(index: OpenIndex, article_id: str) -> Reading:
    """Return an article to read, the names of its entities marked.

    Raises:
        SearchError: there is no such article.
    """
    article = index.searcher.article(article_id)
    if article is None:
        raise SearchError("command.no_article", id=article_id)
    spans = index.curated(lambda curator: curator.spans(article_id))
    return Reading(article, Everything(), spans, index.searcher.kept(article_id))


def _options(parser: Parser) -> None:
    parser.add_argument("id", help=say("command.article_id"))
    parser.add_argument("--raw", action="store_true", help=say("command.raw"))
    add_format(parser, Reading)


def _run(options: argparse.Namespace) -> ExitStatus:
    # No id of ours is so; bytes that are not UTF-8 come as surrogates, which no engine takes.
    if not options.id.isprintable():
        raise SearchError("command.no_article", id=options.id)
    if options.raw:
        with closing(open_catalog(home_of(options))) as catalog:
            raw = catalog.raw(options.id)
        if raw is None:
            raise SearchError("command.no_article", id=options.id)
        write_record(raw)
        return ExitStatus.FOUND
    with open_index(options) as index:
        write(read(index, options.id), options)
    return ExitStatus.FOUND


COMMAND = Command("show", "command.show", _options, _run)
