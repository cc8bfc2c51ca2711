"""The pager of the person, for texts that are higher than the terminal."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import PurePath

from search.messages import say


def command(environment: Mapping[str, str]) -> list[str]:
    """Return the pager of $PAGER with its options, else less; no word if there is no pager.

    less gets the option to show colours (-R), which it would print as codes, and a prompt that says how to leave it
    (-P): its own prompt, a colon, is the sign that a command of the shell begins with.
    """
    try:
        words = shlex.split(environment.get("PAGER", "")) or ["less"]
    except ValueError:  # an open quote
        words = ["less"]
    if not shutil.which(words[0]):
        return []
    return [*words, "-R", f"-P{say('command.pager_prompt')}"] if is_less(words) else words


def is_less(words: Sequence[str]) -> bool:
    """Return whether the command is less, the one pager known to take colours."""
    return PurePath(words[0]).stem == "less"


def _secured(words: Sequence[str], environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which a pager only shows: no key writes a file, opens another one or runs a command.

    A key is typed by mistake, or pasted with what surrounds it.  less, and what runs less, obeys LESSSECURE (less(1),
    SECURITY); more runs a shell or an editor of the environment, and is given a command that does nothing.  Where the
    person chose no options of less, it leaves a text that fits alone (-F) and the text on the screen (-X).
    """
    secured = {
        "LESS": "FRX",
        "LESSCHARSET": "utf-8",
        **environment,
        "LESSSECURE": "1",
        "LESSSECURE_ALLOW": "",
    }
    if PurePath(words[0]).stem == "more":
        secured |= dict.fromkeys(("SHELL", "VISUAL", "EDITOR"), shutil.which("false") or "false")
    return secured


def show(words: Sequence[str], text: str) -> None:
    """Show a text in a pager, and wait for the person to leave it.

    Raises:
        OSError: the pager cannot be run.
    """
    with subprocess.Popen(words, stdin=subprocess.PIPE, env=_secured(words, os.environ)) as pager:
        assert pager.stdin is not None  # noqa: S101 - `PIPE` asks for it
        with suppress(BrokenPipeError, KeyboardInterrupt):
            pager.stdin.write(text.encode())
            pager.stdin.close()
        while True:
            # Ctrl-C is the pager's: leaving it alone on the terminal would have two programs read the keys.
            with suppress(KeyboardInterrupt):
                pager.wait()
                return
