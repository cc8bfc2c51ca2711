"""The stages of a command, each with the time that it took, for `--verbose`."""

import time
from collections.abc import Callable

from corpus.message import Message, message
from search.commandline.streams import report
from search.commandline.verbosity import is_verbose
from search.messages import say, sentence

_started = _last = time.perf_counter()


def start() -> None:
    """Begin to count the time of a command."""
    global _started, _last  # noqa: PLW0603 - a process does one command
    _started = _last = time.perf_counter()


def done(what: Callable[[], Message]) -> None:
    """Say a stage that is done, and the time since the one before; what was done is asked for only if it is said."""
    global _last  # noqa: PLW0603 - a process does one command
    if not is_verbose():
        return
    now = time.perf_counter()
    report(say("command.stage", seconds=now - _last, what=sentence(what())))
    _last = time.perf_counter()


def end() -> None:
    """Say the time of the whole command."""
    if is_verbose():
        seconds = time.perf_counter() - _started
        report(say("command.stage", seconds=seconds, what=message("command.stage_whole")))
