"""The form in which a person or a program sees a value: the only package that knows layout, colours and formats.

A value is rendered by the module that bears the name of its type: `search.render.facet_count` renders a
`FacetCount`.  Its table `RENDERERS` has a function for each format: lines for a person, text for a program.  The lines
are dressed by `plain` or `terminal`.  To add a format or a value, add a row or a module.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from corpus.expression import expression

if TYPE_CHECKING:
    from search.render.lines import Line  # 20 ms, and the help has no lines

Renderer: TypeAlias = "Callable[[Any, int], Sequence[Line] | str]"
"""A function from a value, and the columns of the terminal, to lines for a person or to text for a program."""

Renderers: TypeAlias = Mapping[str, Renderer]
"""The renderers of a type, by format; the first format is for a person."""

TEXT, SHELL = "text", "shell"
"""The format for a person, and the format for a person in the shell, where that differs."""

_WORD = expression("(?<=[a-z])(?=[A-Z])")


def renderers(kind: type) -> Renderers:
    """Return the renderers of the values of a type.

    >>> from search.overview import Overview
    >>> list(renderers(Overview))
    ['text']
    """
    name = _WORD.sub("_", kind.__name__).lower()
    table: Renderers = import_module(f"search.render.{name}").RENDERERS
    return table


def rendered(value: object, format_: str, columns: int) -> "Sequence[Line] | str":
    """Return a value in a format; its lines are no wider than the columns of the terminal."""
    return renderers(type(value))[format_](value, columns)


def in_shell(value: object, columns: int) -> "Sequence[Line]":
    """Return the lines of a value in the shell."""
    table = renderers(type(value))
    lines = table.get(SHELL, table[TEXT])(value, columns)
    assert not isinstance(lines, str)  # noqa: S101 - the text for a person is lines
    return lines
