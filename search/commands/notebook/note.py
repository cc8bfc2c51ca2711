"""`manchette note`, and `:note` in the shell: write a note on articles, or read what is kept about one."""

import argparse
from collections.abc import Sequence

from corpus.message import Message
from search.commandline.articles import named_in_shell, named_on_command_line
from search.commandline.command import Command
from search.commandline.face import Answers, Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import note as say_aside
from search.commandline.streams import write
from search.errors import SearchError
from search.messages import say
from search.notebook import edits
from search.notebook.tally import KeptList, kept_list


def note(answers: Answers, ids: Sequence[str], text: str) -> Message:
    """Add a line to the notes of the articles that have some ids.

    Raises:
        SearchError: as `search.notebook.edits.note`, or an id is none of the index.
    """
    articles = answers.answer(lambda searcher: edits.known_articles(searcher, ids))
    return edits.note(answers.home, articles, text)


def kept(answers: Answers, ids: Sequence[str]) -> KeptList:
    """Return what is kept about the articles that have some ids.

    Raises:
        SearchError: an id is none of the index.
    """
    return answers.answer(lambda searcher: kept_list(searcher, edits.known_articles(searcher, ids)))


def _options(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID", help=say("option.noted_id"))
    parser.add_argument("words", nargs="*", metavar="TEXT", help=say("option.note_text"))
    add_format(parser, KeptList)


def _run(options: argparse.Namespace) -> ExitStatus:
    ids = named_on_command_line(options.id)
    with open_index(options) as index:
        if options.words:
            say_aside(note(index, ids, " ".join(options.words)))
        else:
            write(kept(index, ids), options)
    return ExitStatus.FOUND


def _note(asked: Asked, argument: str) -> Message | KeptList:
    """Add a note; without a text, show what is kept."""
    named, _, text = argument.partition(" ")
    if not named:
        raise SearchError("notebook.note_takes")
    ids = named_in_shell(asked, named)
    return note(asked.answers, ids, text) if text.strip() else kept(asked.answers, ids)


COMMAND = Command(
    "note",
    _options,
    _run,
    faces=(Face("note", "nt", "N|marks [TEXT]", "shell.note", ":note 3 vérifier", _note),),
)
