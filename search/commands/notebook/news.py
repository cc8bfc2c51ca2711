"""`manchette news`, and `:news` in the shell: the articles that are new for the saved searches."""

import argparse
import sys

from search.commandline.command import Command
from search.commandline.face import Answers, Argument, Asked, Face
from search.commandline.home import home_of
from search.commandline.opening import open_index
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import blame, write
from search.messages import say, sentence
from search.notebook import news
from search.notebook.edits import alone
from search.notebook.news import News


def new(answers: Answers, names: list[str]) -> News:
    """Return what is new for the searches of some names, or for all.

    Raises:
        SearchError, IndexFailure: as `search.notebook.news.news`.
    """
    return answers.answer(lambda searcher: news.news(searcher, answers.home, names))


def _options(parser: Parser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME", help=say("option.news_names"))
    parser.add_argument("--keep", action="store_true", help=say("option.keep_news"))
    add_format(parser, News)


def _run(options: argparse.Namespace) -> ExitStatus:
    home = home_of(options)
    # The index is opened when no other news are noted: what a search has seen is never more than was in an index of then.
    with alone(home), open_index(options) as index:
        found = new(index, options.names)
    # Nothing is locked while a person reads them, and tags them in another terminal.
    if found.found:
        write(found, options)
        sys.stdout.flush()  # what could not be written stays new
    if not options.keep:
        news.note_shown(home, found)
    for row in found.refused:
        reason = sentence(row.refusal) if row.refusal else ""
        blame("notebook.refused", name=row.search.name, query=row.search.query, reason=reason)
    if found.found:
        return ExitStatus.FOUND
    return ExitStatus.ERROR if found.refused else ExitStatus.NOTHING_FOUND


def _news(asked: Asked, argument: str) -> News:
    answers = asked.answers
    with alone(answers.home):
        found = new(answers, [argument] if argument else [])
    news.note_shown(answers.home, found)
    return found


COMMAND = Command(
    "news",
    _options,
    _run,
    faces=(Face("news", "nw", "[NAME]", "shell.news", ":news climat", _news, Argument.SEARCHES),),
)
