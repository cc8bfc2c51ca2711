"""Articles as a folder of plain texts, for programs that analyse texts: a file for each article, and `metadata.csv`.

The first column of the table has the name of the file without its suffix, as TXM wants it; the others have the fields.
A name has letters, figures and hyphens alone, so that any system takes it and no article writes outside the folder.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path

from corpus import Article
from corpus.clean import bare
from corpus.message import Message
from search.render import csv
from search.render.fields import OutputField
from search.render.inert import inert
from search.results import Result

_TABLE_NAME = "metadata.csv"

_MAX_PART_CHARACTERS = 40
"""Characters of the source, the headline and the id in a name: some 140 in all, of the 255 bytes that systems allow."""

_UNFIT = re.compile(r"[^a-z0-9]+")
_UNDATED = "undated"


def save(results: Iterable[Result], fields: Sequence[OutputField], path: Path) -> Sequence[Message]:
    """Write the files into an empty folder; nothing is to be said of them."""
    names = _Names()
    with (path / _TABLE_NAME).open("w", encoding="utf-8", newline="") as table:
        table.write(
            csv.line(
                ["id", "filename", *("article_id" if field.name == "id" else field.name for field in fields)]
            )
        )
        for result in results:
            name = names.new(result.article)
            (path / f"{name}.txt").write_text(_text(result.article), "utf-8", newline="\n")
            table.write(csv.line([name, f"{name}.txt", *csv.row(result, fields)]))
    return ()


def _text(article: Article) -> str:
    """Return the headline, an empty line, and the paragraphs."""
    return f"{inert(article.title)}\n\n{csv.paragraphs(article.text)}\n"


class _Names:
    """The names of files, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, article: Article) -> str:
        """Return a name for an article that no other one has: `2017-03-20_le-fanal_le-port-rouvre_a1`."""
        date = article.date.isoformat() if article.date else _UNDATED
        parts = filter(None, map(_part, (article.source, article.title, article.id)))
        plain = "_".join((date, *parts))
        name = next(name for name in _numbered(plain) if name not in self._given)
        self._given.add(name)
        return name


def _numbered(name: str) -> Iterator[str]:
    return chain([name], (f"{name}_{number}" for number in count(2)))


def _part(text: str) -> str:
    """Return a part of a name, cut between two words.

    >>> _part("L’Équipe News"), _part("../../etc/passwd"), _part("a" * 50)
    ('l-equipe-news', 'etc-passwd', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
    """
    whole = _UNFIT.sub("-", bare(text)).strip("-")
    if len(whole) <= _MAX_PART_CHARACTERS:
        return whole
    cut = whole[: _MAX_PART_CHARACTERS + 1]
    return cut.rpartition("-")[0] or cut[:-1]
