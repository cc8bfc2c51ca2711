"""`manchette tag`, and `:tag` in the shell: give tags to articles, or take them away."""

import argparse
from collections.abc import Sequence

from corpus.message import Message
from search.commandline.articles import named_in_shell, named_on_command_line
from search.commandline.command import Command
from search.commandline.face import Answers, Argument, Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import Parser
from search.commandline.status import ExitStatus
from search.commandline.streams import note
from search.errors import SearchError
from search.messages import say
from search.notebook import edits


def tag(answers: Answers, ids: Sequence[str], words: Sequence[str]) -> Message:
    """Give tags to the articles that have some ids, or take those away that stand behind a minus.

    Raises:
        SearchError: as `search.notebook.edits.tag`, or an id is none of the index.
    """
    articles = answers.answer(lambda searcher: edits.known_articles(searcher, ids))
    return edits.tag(answers.home, articles, words)


def _options(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID", help=say("option.noted_id"))
    parser.add_argument("words", nargs="+", metavar="TAG", help=say("option.tags_of_article"))


def _run(options: argparse.Namespace) -> ExitStatus:
    with open_index(options) as index:
        note(tag(index, named_on_command_line(options.id), options.words))
    return ExitStatus.FOUND


def _tag(asked: Asked, argument: str) -> Message:
    named, _, rest = argument.partition(" ")
    if not rest.strip():
        raise SearchError("notebook.tag_takes")
    bare = rest.strip()
    words = [bare] if not bare.startswith("-") else [f"-{word}" for word in bare[1:].split(",")]
    return tag(asked.answers, named_in_shell(asked, named), words)


COMMAND = Command(
    "tag",
    _options,
    _run,
    faces=(Face("tag", "tg", "N|marks [-]TAG", "shell.tag", ":tag 3 à citer", _tag, Argument.TAGS),),
)
