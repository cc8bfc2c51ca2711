"""The articles of a text of the older services of Nexis, whose lines are cut at a width."""

import re
from collections.abc import Iterator

from corpus.article import Article
from corpus.expression import expression
from corpus.readers.databases.nexis.fields import compose_parts
from corpus.readers.databases.nexis.labels import COUNT
from corpus.readers.databases.nexis.parts import is_date, parts
from corpus.readers.slices import slices

LINE_OF_COUNT = expression(rf"^[ \t]*{COUNT}[ \t]*\r?$", re.MULTILINE)
_WIDTH = 78
"""Characters of a line: one to which the next word could have been added ends a paragraph."""
_EMPTY = expression(r"\n[ \t]*\n")


def cut(text: str) -> Iterator[str]:
    """Yield the slices of a text with one document each."""
    yield from (found.text for found in slices(text, LINE_OF_COUNT))


def article(raw: str, name: str) -> Article:
    """Return the article of a slice.

    Raises:
        Unreadable: it has no text, or the database could not show it.
    """
    found = parts(_EMPTY.split(raw.replace("\r\n", "\n").replace("\r", "\n")))
    return compose_parts(
        found._replace(
            top=[line if is_date(line) else " ".join(line.split("\n")) for line in found.top],
            labels=[" ".join(line.split("\n")) for line in found.labels],
            text=list(map(_joined, found.text)),
        ),
        raw,
        name,
    )


def _joined(paragraph: str) -> str:
    """Return a paragraph whose lines that were cut at the width are one."""
    first, *rest = paragraph.split("\n")
    lines = [first]
    last = first
    for line in rest:
        if len(last) + 1 + len(line.split(" ", 1)[0]) > _WIDTH:
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        last = line
    return "\n".join(lines)
