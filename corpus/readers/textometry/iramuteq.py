r"""A corpus for IRaMuTeQ or Alceste: each text stands below a line `**** *source_le_fanal *date_2024-09-11`.

Alceste also opened a text with a number, `0001 *source_fanal`; its thematic marks (`-*port`) are lines inside a text.
"""

from collections.abc import Iterator

from corpus.article import Article
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.record import MAX_TEXT_CHARACTERS, compose
from corpus.readers.textometry import variables
from corpus.source import Source, lines

_VARIABLE = r"\*[^\W\d][^\s_*]{0,60}_"
_NUMBERED = rf"\d{{4,6}}(?=[ \t]{{1,9}}{_VARIABLE})"
_OPENING = expression(rf"[ \t\ufeff]{{0,9}}(?:\*{{4}}(?=[ \t\r\n]|{_VARIABLE}|$)|{_NUMBERED})[ \t]{{0,9}}")
"""What opens a text; a line of more stars parts the paragraphs of one."""
_MARK = expression(rf"(?:\*{{4}}(?=[ \t]{{0,9}}\*[^\W\d][^\s*]{{0,300}}\s)|{_NUMBERED})")
_THEME = expression(r"[ \t]{0,9}-\*\S.{0,200}")
_BETWEEN = expression(r"(?:^|[ \t])[ \t]{0,9}\*")


def recognises(head: Head) -> bool:
    """Return whether the first line of a file opens a text."""
    return _MARK.match(head.text) is not None


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the texts of a corpus.

    Raises:
        Unreadable: the file cannot be read, or opens no text.
    """
    gathered: list[str] = []
    size = first = 0
    with source.open_text() as stream:
        for number, line in enumerate(lines(stream), start=1):
            if _OPENING.match(line):
                if first:
                    yield _clipping(gathered, first, source.name)
                gathered, size, first = [], 0, number
            if size <= MAX_TEXT_CHARACTERS:  # a longer text is refused by who reads it
                gathered.append(line)
                size += len(line)
    if not first:
        raise Unreadable("reading.no_record")
    yield _clipping(gathered, first, source.name)


def _clipping(gathered: list[str], first: int, name: str) -> Clipping:
    return Clipping("".join(gathered), message("reading.line", line=first), name, _article)


def _article(raw: str, name: str) -> Article:
    """Return the article of a text.

    Raises:
        Unreadable: there is no text below the variables.
    """
    opening, *below = raw.splitlines()
    found = {
        part.partition("_")[0].strip(): part.partition("_")[2].strip()
        for part in _BETWEEN.split(_OPENING.sub("", opening, count=1))
        if "_" in part
    }
    text = "\n".join(line for line in below if not _THEME.fullmatch(line))
    return compose(variables.record(found, raw=raw, text=text), path=name)
