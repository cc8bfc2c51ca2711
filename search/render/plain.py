"""Lines as plain text, for pipes, files and simple terminals; this module imports nothing slow."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from search.render.inert import inert

if TYPE_CHECKING:
    from search.render.lines import Line  # a message has none


def text(lines: "Iterable[Line]") -> str:
    r"""Return the lines as text, each with its end.

    >>> from search.render.lines import Fragment, Style
    >>> text([(Fragment("12 "), Fragment("articles", Style.MATCH)), ()])
    '12 articles\n\n'
    """
    return "".join("".join(fragment.text for fragment in line).rstrip() + "\n" for line in lines)


def message(said: str) -> str:
    r"""Return a message of one or more lines, with whatever it quotes made inert.

    >>> message("évil\x1b.txt: no such file")
    'évil·.txt: no such file\n'
    """
    return "".join(inert(line) + "\n" for line in said.split("\n"))
