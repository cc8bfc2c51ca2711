"""The lines of an article as digests, by which the same line is found in other articles (`corpus.recurring`)."""

import re
from array import array
from collections.abc import Collection
from typing import NamedTuple
from zlib import adler32, crc32

from corpus.article import Article, Found
from corpus.expression import expression
from corpus.months import MONTH_ABBREVIATIONS, MONTH_WORDS, WEEKDAYS
from corpus.records import replace

_MAX_LINE_CHARACTERS = 250
"""A longer line is a paragraph: it recurs with its story."""

DIGEST_BYTES = 8
"""The bytes of the digest of a line."""

PROSE_BITS = 0xFF
"""The bits of a digest that say how many characters a line of prose has; a line that is not prose has 0."""

PARAGRAPH_CHARACTERS = 0xFF
"""What these bits say of a paragraph, which is never furniture."""

_MAX_CREDIT_CHARACTERS = 100
"""A longer line is prose, with or without a full stop: those of 14 kinds of invented furniture have 83 characters at most."""

_MIN_SENTENCE_BLANKS = 3
"""The least blanks of a line of prose that ends as a sentence: "Tous droits réservés." has fewer."""

_SENTENCE_ENDS = (".", ".)", "»", "”", '"')
"""A call to the reader ends in "!", a link to another article in "..."."""

_MONTHS = "|".join(sorted({*MONTH_WORDS, *MONTH_ABBREVIATIONS}, key=len, reverse=True))
_NUMBER = expression(
    rf"\d+(?P<rest>(?:er)? (?:{_MONTHS})\b\.?(?: \d{{4}})?|[/.-]\d{{1,2}}[/.-]\d{{2,4}}| ?[h:] ?\d\d)?(?!\w)"
)
"""A number, and the rest of it where it is a day or an hour."""

_DIGIT = expression(r"\d")
_YEARS = frozenset(map(str, range(1900, 2100)))
_WEEKDAY = expression(rf"\b(?:{'|'.join(WEEKDAYS)}) 0")


class Recurring(NamedTuple):
    """A line that is furniture, as one article has it, and the number of articles of its source that have it."""

    source: str
    line: str
    articles: int


def line_digests(body: str) -> bytes:
    """Return the digests of the lines of a body, eight bytes each: lines that differ by capitals or dates alone have one.

    Numbers are as the machine has them in memory.  To make the digests of an article takes 29 µs, with BLAKE2 40.

    >>> line_digests("© Le Phare 2024") == line_digests("© LE PHARE 2025")
    True
    """
    return array("Q", map(_digest, body.split("\n"))).tobytes()


def _digest(line: str) -> int:
    is_paragraph = len(line) > _MAX_LINE_CHARACTERS
    key = line[:_MAX_LINE_CHARACTERS] if is_paragraph else _key(line)
    content = key.encode("utf-8", "surrogatepass")
    digest = crc32(content) << 32 | adler32(content)
    return digest & ~PROSE_BITS | (PARAGRAPH_CHARACTERS if is_paragraph else _prose_characters(key))


def _prose_characters(key: str) -> int:
    """Return how many characters a line of prose has, 0 for a line that may be a credit, a slogan or a heading.

    >>> [_prose_characters(line) for line in ("une enquête est ouverte.", "tous droits réservés.", "© le phare")]
    [24, 0, 0]
    """
    is_sentence = (
        key.endswith(_SENTENCE_ENDS) and not key.endswith("...") and key.count(" ") >= _MIN_SENTENCE_BLANKS
    )
    is_prose = is_sentence or len(key) > _MAX_CREDIT_CHARACTERS
    return min(len(key), PARAGRAPH_CHARACTERS - 1) if is_prose else 0


def _key(line: str) -> str:
    """Return what lines have in common that differ by capitals or dates alone.

    A day, a year and an hour are one sign: "Mis en ligne le 3 mars à 9h12" is one line, whatever the day.  Other numbers stay:
    "Le CAC 40 perd 1,2 %" is the news of a day.

    >>> _key("Mis en ligne le lundi 3 mars 2024 à 9h12"), _key("Le CAC 40 perd 1,2 %")
    ('mis en ligne le 0 à 0', 'le cac 40 perd 1,2 %')
    """
    lower = line.casefold()
    if not _DIGIT.search(lower):
        return lower
    undated = _NUMBER.sub(_undated, lower)
    return lower if undated == lower else _WEEKDAY.sub("0", undated)


def _undated(number: re.Match[str]) -> str:
    return "0" if number["rest"] or number[0] in _YEARS else number[0]


def source_key(source: str, path: str) -> str:
    """Return what the articles of one source have in common: its name, or their folder where the source has no name.

    >>> source_key("Le Phare", "a/b.txt"), source_key("LE PHARE", "c.txt"), source_key("", "a/b.txt")
    ('le phare', 'le phare', 'a/')
    """
    return source.casefold() or path.rpartition("/")[0] + "/"


def known_lines(digests: bytes, known: Collection[bytes]) -> tuple[int, ...]:
    """Return the numbers of the lines that are known to be furniture; no numbers if no other line would be left."""
    lines = [digests[start : start + DIGEST_BYTES] in known for start in range(0, len(digests), DIGEST_BYTES)]
    if True not in lines:
        return ()
    return () if all(lines) else tuple(number for number, is_known in enumerate(lines) if is_known)


def digest_of(digests: bytes, number: int) -> bytes:
    """Return the digest of one line."""
    return digests[number * DIGEST_BYTES : (number + 1) * DIGEST_BYTES]


def without(article: Article, furniture: tuple[int, ...]) -> Article:
    r"""Return an article with these lines of its body as its furniture, and no others.

    A headline that was cut from the text is cut again from the text that is left.

    >>> opened = Article(id="1", title="Le Phare, le journal", title_found=Found.TEXT, raw="", path="a.txt",
    ...                  body="Le Phare, le journal\nLe port rouvre. Il était fermé.")
    >>> without(opened, (0,)).title, without(opened, (0,)).text
    ('Le port rouvre', 'Le port rouvre. Il était fermé.')
    """
    changed = replace(article, furniture=furniture)
    if article.title_found is not Found.TEXT:
        return changed
    from corpus.headline import headline  # its patterns take 20 ms to make; who reads the names needs none

    return replace(changed, title=headline(changed.prose.partition("\n")[0]))
