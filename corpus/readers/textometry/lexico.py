r"""A corpus for Lexico: keys in angle brackets above each text, `<date=2019-03-01>`, lines that a lone `\r` may end.

A key counts until it is given again: `<journal=…>` at the top of a file may hold for all its texts.  An author holds for the
next texts where these do not begin with the first key of the file anew: `<auteur=…>`, then a `<date=…>` for each speech.
"""

import re
from collections.abc import Iterator
from functools import partial

from corpus.article import Article
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.columns import naming
from corpus.readers.record import compose
from corpus.readers.textometry import variables
from corpus.source import Source, whole

_KEY = r"<[ \t]{0,9}([^\W\d][\w.-]{0,60})[ \t]{0,9}=[ \t]{0,9}([^<>\r\n]{0,2000}?)[ \t]{0,9}/?>"
_AT_TOP = expression(rf"{_KEY}\s*+(?:<|[^<])")
_KEYS = expression(rf"(?:^|(?<=\r))(?:[ \t]{{0,9}}{_KEY}[ \t]{{0,9}}(?:\r\n|\r|\n)?){{1,60}}", re.MULTILINE)
"""Keys at the beginning of a line, and those that follow them, on their line or on the next ones."""
_ONE = expression(_KEY)
_OPENING = frozenset(("date", "year", "title", "source", "id", "key", "url"))
"""The fields whose key opens a text where it comes again after one; any other key inside a text is a mark of a part."""
_OF_ONE_TEXT = frozenset(("title", "heading", "id", "key", "url", "page"))
"""The fields that do not hold for the next text."""
_PARAGRAPH = "§"


def recognises(head: Head) -> bool:
    """Return whether a file begins with a key in angle brackets; HTML and XML have a blank before their first `=`."""
    return _AT_TOP.match(head.text) is not None


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the texts of a corpus.

    Raises:
        Unreadable: the file cannot be read, or has no key.
    """
    with source.open_text() as stream:
        text = whole(stream)
    runs = [*_KEYS.finditer(text)]
    if not runs:
        raise Unreadable("reading.no_record")
    first = _ONE.findall(runs[0][0])[0][0]
    held: dict[str, str] = {}
    starts = [run for run in runs if run is runs[0] or _opens(run[0], first)]
    line, counted, has_text = 1, 0, False
    for run, following in zip(starts, [*starts[1:], None], strict=True):
        given = dict(_ONE.findall(run[0]))
        ended = _OF_ONE_TEXT | {"authors"} if first in given else _OF_ONE_TEXT
        held = {name: value for name, value in held.items() if _field(name) not in ended} | given
        raw = text[run.start() : following.start() if following else len(text)]
        line += len(text[counted : run.start()].splitlines())
        counted = run.start()
        if _ONE.sub("", raw).strip():  # else keys of all texts
            has_text = True
            where = message("reading.line", line=line)
            yield Clipping(raw, where, source.name, partial(_article, tuple(held.items())))
    if not has_text:
        raise Unreadable("reading.no_text")


def _opens(run: str, first: str) -> bool:
    """Return whether keys open a text: the first key of the file is among them, or one that says which article it is."""
    return any(name == first or _field(name) in _OPENING for name, _ in _ONE.findall(run))


def _field(name: str) -> str:
    """Return the field that a key holds, "" if none."""
    return next(iter(naming.columns((name,), ()).fields), "")


def _article(held: tuple[tuple[str, str], ...], raw: str, name: str) -> Article:
    """Return the article of a text with these keys.

    Raises:
        Unreadable: there is no text.
    """
    text = _ONE.sub("", raw).replace(_PARAGRAPH, "\n")
    values = {key: value.strip("\"'") for key, value in held}
    return compose(variables.record(values, raw=raw, text=text), path=name)
