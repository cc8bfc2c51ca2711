"""`manchette undo`, and `:undo` in the shell: take back the last change of the notebook."""

import argparse

from corpus.message import Message
from search.commandline.command import Command
from search.commandline.face import Asked, Face
from search.commandline.home import home_of
from search.commandline.options import nothing
from search.commandline.status import ExitStatus
from search.commandline.streams import note
from search.notebook import edits


def _run(options: argparse.Namespace) -> ExitStatus:
    note(edits.undo(home_of(options)))
    return ExitStatus.FOUND


def _undo(asked: Asked, _: str) -> Message:
    return edits.undo(asked.answers.home)


COMMAND = Command("undo", nothing, _run, faces=(Face("undo", "un", "", "shell.undo", ":undo", _undo),))
