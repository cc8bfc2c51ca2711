"""`manchette tags`, and `:tags` in the shell: the tags, and how many articles have each."""

import argparse

from search.commandline.command import Command
from search.commandline.face import Asked, Face
from search.commandline.home import home_of
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, write
from search.notebook.tally import TagList, tag_list
from search.render import TEXT


def _options(parser: Parser) -> None:
    add_format(parser, TagList)


def _run(options: argparse.Namespace) -> ExitStatus:
    found = tag_list(home_of(options))
    is_empty = not found.tags and not found.noted
    if is_empty:
        complain("notebook.none_tagged")
    if not is_empty or options.format != TEXT:
        write(found, options)
    return ExitStatus.NOTHING_FOUND if is_empty else ExitStatus.FOUND


def _tags(asked: Asked, _: str) -> TagList:
    return tag_list(asked.answers.home)


COMMAND = Command("tags", _options, _run, faces=(Face("tags", "ts", "", "shell.tags", ":tags", _tags),))
