"""Elements of XML cut out of a text by a search for their tags: each is then parsed by itself, and a broken one harms no other.

An element ends with its own end tag, or where the next one begins: elements of one name do not stand in one another.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.expression import expression
from corpus.message import Message, message
from corpus.readers import markup
from corpus.readers.slices import slices

_DECLARED = expression(r"""\sxmlns(?::([\w.-]{1,40}))?\s{0,9}=\s{0,9}(?:"[^"<>]{0,300}"|'[^'<>]{0,300}')""")
_FIRST_TAG = expression(r"<[\w.:-]{1,80}(?:\s[^<>]{0,20000})?>")


class Cut(NamedTuple):
    """An element as it is written, and where it begins in its file: the offset, and the line."""

    raw: str
    start: int
    where: Message


def cuts(text: str, pattern: str) -> Iterator[Cut]:
    """Yield the elements whose name is of a pattern, `item|entry`, with any prefix, in whatever case.

    >>> [cut.raw for cut in cuts("<rss><item>Un</item><item>Deux<item/>", "item|entry")]
    ['<item>Un</item>', '<item>Deux', '<item/>']
    """
    begins = re.compile(rf"<((?:[\w-]{{1,20}}:)?(?:{pattern}))(?=[\s/>])", re.IGNORECASE)
    line, counted = 1, 0
    for start, raw in slices(text, begins):
        tag = begins.match(raw)
        end = raw.find(f"</{tag[1]}") if tag else -1
        stop = raw.find(">", end) + 1 if end >= 0 else 0
        line += text.count("\n", counted, start)
        counted = start
        yield Cut(raw[: stop or len(raw)], start, message("reading.line", line=line))


def declared(top: str) -> str:
    """Return the prefixes that the first element of a file declares, as attributes, each once.

    >>> declared('<?xml version="1.0"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">')
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    """
    found = _FIRST_TAG.search(top)
    return "".join({name[1]: name[0] for name in _DECLARED.finditer(found[0] if found else "")}.values())


def tree(raw: str, prefixes: str) -> markup.Element | None:
    """Return the tree of an element that was cut out, given the prefixes of its file; None if it has none.

    Raises:
        Unreadable: it is nested too deep.
    """
    return next(iter(markup.xml_of_text(f"<cut{prefixes}>{raw}</cut>")), None)
