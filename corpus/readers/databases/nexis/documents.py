"""The articles in the paragraphs of an export of Nexis."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.article import Article
from corpus.expression import expression
from corpus.readers.databases.nexis.fields import compose_parts
from corpus.readers.databases.nexis.labels import BODY, END, label, of_count
from corpus.readers.databases.nexis.parts import (
    MAX_PARAGRAPHS_ABOVE,
    is_above,
    is_copyright,
    is_date,
    parts,
    tidy,
)

_ANNOUNCED = expression(r"(?:Documents?|Dokumente?) \((?P<all>\d{1,6})\)")
_COVER = expression(
    r"(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Nom d['’]utilisateur|Date et heure|Numéro de tâche"
    r"|Termes de recherche|Benutzername|Datum und Uhrzeit|Auftragsnummer|Suchbegriffe) ?:",
    re.IGNORECASE,
)
"""The lines of the cover of an export, which names who searched for what."""
_PAGE = expression(
    r"(?:Page|Seite|P[aá]gina)\s{1,9}\d{1,5}(?:\s{1,9}(?:of|de|di|sur|von|van)\s{1,9}|\s?/\s?)\d{1,5}",
    re.IGNORECASE,
)
"""The line at the top or the foot of a page of an export; some have two blanks around its numbers."""


class Export(NamedTuple):
    """The articles of an export, each as its paragraphs, and the number of them that its cover announces, or 0."""

    articles: list[list[str]]
    announced: int


def cut(lines: Iterable[str]) -> Export:
    """Return the articles in the paragraphs of an export; its cover is none.

    An article ends with a line such as `End of Document`, or begins with its number, `1 of 74 DOCUMENTS`.  Where there
    are no such lines, it ends where the headline of the next one stands, above a source, a date and the line `Body`.
    """
    paragraphs = [line for line in map(tidy, lines) if line and not _PAGE.fullmatch(line)]
    if any(map(of_count, paragraphs)):
        _, *chunks = _chunks(paragraphs, lambda line: of_count(line) > 0)
        return Export([chunk for chunk in chunks if chunk], 0)
    announced = (int(found["all"]) for line in paragraphs if (found := _ANNOUNCED.fullmatch(line)))
    chunks = _chunks(paragraphs, lambda line: line.lower() in END)
    return Export([held for chunk in chunks for held in _articles(chunk)], next(announced, 0))


def article(raw: str, name: str) -> Article:
    """Return the article of paragraphs with an empty line between them.

    Raises:
        Unreadable: they have no text.
    """
    return compose_parts(parts(raw.split("\n\n")), raw, name)


def _chunks(paragraphs: Iterable[str], is_mark: Callable[[str], bool]) -> list[list[str]]:
    """Return the paragraphs before the first mark, then those behind each."""
    chunks: list[list[str]] = [[]]
    for line in paragraphs:
        if is_mark(line):
            chunks.append([])
        else:
            chunks[-1].append(line)
    return chunks


def _articles(chunk: list[str]) -> Iterator[list[str]]:
    """Yield the articles of a chunk, which may have a cover above the first, or several articles without a mark between."""
    bodies = [at for at, line in enumerate(chunk) if line in BODY and _has_labels(chunk, at)]
    above = chunk[: bodies[0] if bodies else len(chunk)]
    has_cover = any(_COVER.match(line) or _ANNOUNCED.fullmatch(line) for line in above)
    if not bodies:
        if not has_cover and any(map(is_above, chunk)):
            yield chunk
        return
    starts = [_headline(chunk, body) for body in bodies]
    if not has_cover:
        starts[0] = 0
    for start, stop in zip(starts, [*starts[1:], len(chunk)], strict=True):
        yield chunk[start:stop]


def _has_labels(chunk: Sequence[str], body: int) -> bool:
    return any(label(line) for line in chunk[max(0, body - MAX_PARAGRAPHS_ABOVE) : body])


def _headline(chunk: Sequence[str], body: int) -> int:
    """Return the number of the paragraph of the headline, above the source, the date and the labels of a text."""
    lowest = max(0, body - MAX_PARAGRAPHS_ABOVE)
    at = next((at for at in range(body - 1, lowest - 1, -1) if is_date(chunk[at])), -1)
    if at < 0:  # no date: the first of the labels, or the copyright above it
        at = body
        while at > lowest and (label(chunk[at - 1]) or is_copyright(chunk[at - 1])):
            at -= 1
    source = at - 1
    while source > lowest and chunk[source].startswith("("):  # a blog of the paper
        source -= 1
    return max(source - 1, lowest)
