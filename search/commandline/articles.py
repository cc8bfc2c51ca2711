"""The articles that a person names: in the shell by a rank, by the marks or by an id, on the command line by an id or in a list."""

import re
import sys
from collections.abc import Sequence

from search.commandline.face import Asked
from search.errors import SearchError

_RANKS = re.compile(r"[0-9]{1,9}(?:,[0-9]{1,9})*")
MARKED = ("marks", "marques", "cochés", "coches")
"""The words that stand for the marked articles, English and French."""
_STANDARD_INPUT = "-"


def named_in_shell(asked: Asked, word: str) -> Sequence[str]:
    """Return the ids that a word of the shell stands for: `3`, `3,5`, `marks`, or an id.

    Raises:
        SearchError: there is no such result, or no article is marked.
    """
    if word.lower() in MARKED:
        if not asked.marks:
            raise SearchError("notebook.no_marks")
        return asked.marks
    if _RANKS.fullmatch(word):
        return tuple(dict.fromkeys(asked.result(int(rank)).article.id for rank in word.split(",")))
    return (word,)


def named_on_command_line(word: str) -> Sequence[str]:
    """Return the ids that a word of the command line stands for: itself, or those of standard input for `-`."""
    return (word,) if word != _STANDARD_INPUT else tuple(dict.fromkeys(sys.stdin.read().split()))
