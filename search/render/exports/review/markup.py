"""Markup that strangers cannot write: only `text` makes a string of data into markup, and it escapes the string."""

import html
import re
from collections.abc import Iterable
from typing import NewType

from search.render.inert import inert
from search.snippet import Snippet

Markup = NewType("Markup", str)
"""HTML that may stand in the document as it is."""

NOTHING = Markup("")
BLANK, COMMA, LINE_END = Markup(" "), Markup(", "), Markup("\n")

_BREAKABLE_BLANK = re.compile(r" (?=[:;!?»%€])|(?<=«) ")
"""A blank of a French text at which no line may end (Imprimerie nationale)."""
_NO_BREAK_SPACE = "\u00a0"

_UNFIT_IN_STYLE = re.compile("[^a-zA-Z0-9]")

_VOID = frozenset({"meta", "rect", "line"})
"""Elements that this package writes and that have no content; those of SVG end themselves."""
_OF_SVG = frozenset({"rect", "line"})


def text(written: str) -> Markup:
    """Return a text as markup that shows this text and nothing else.

    >>> text("</style><b>« 1 & 2 »")
    '&lt;/style&gt;&lt;b&gt;« 1 &amp; 2 »'
    """
    return Markup(html.escape(inert(written)))


def css_string(written: str) -> str:
    r"""Return a text as a string of a style sheet: what is no letter or figure of ASCII stands as its number.

    >>> css_string('été "</style>')
    '"\\0000e9t\\0000e9\\000020\\000022\\00003c\\00002fstyle\\00003e"'
    """
    escaped = _UNFIT_IN_STYLE.sub(lambda sign: f"\\{ord(sign[0]):06x}", inert(written))
    return f'"{escaped}"'


def element(name: str, /, *content: Markup, **attributes: str | int | None) -> Markup:
    """Return an element; an attribute of "" stands without a value, and one of None does not stand at all.

    A name of an attribute that Python reserves ends with an underscore, and an underscore within it is a hyphen.

    >>> element("a", text("un"), href='?q="', class_="x", hidden="", lang=None)
    '<a href="?q=&quot;" class="x" hidden>un</a>'
    """
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + (f'="{text(str(value))}"' if value != "" else "")
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}{'/' if name in _OF_SVG else ''}>")
    return Markup(f"<{name}{written}>{''.join(content)}</{name}>")


def joined(parts: Iterable[Markup], between: Markup = NOTHING) -> Markup:
    """Return the parts that are not empty one behind the other, with something between two of them."""
    return Markup(between.join(filter(None, parts)))


def unbroken(written: str) -> str:
    r"""Return a French text whose lines end before no high sign; it has as many characters as before.

    >>> unbroken("« Oui ! »")
    '«\xa0Oui\xa0!\xa0»'
    """
    return _BREAKABLE_BLANK.sub(_NO_BREAK_SPACE, written)


def marked(snippet: Snippet) -> Markup:
    """Return a text with its matches marked."""
    parts: list[Markup] = []
    done = 0
    for start, end in snippet.spans:
        parts += [text(snippet.text[done:start]), element("mark", text(snippet.text[start:end]))]
        done = end
    return joined((*parts, text(snippet.text[done:])))
