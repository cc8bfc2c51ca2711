"""Articles as BibTeX, for programs that manage references: UTF-8, an entry for each article, its fields as BibLaTeX has them.

Strangers write the articles: a brace, a sign that TeX obeys or a control character of theirs changes nothing of an entry.
"""

import re
from collections.abc import Iterable, Iterator

from corpus import Article
from search.planning.kept import Kept
from search.render.exports.address import address
from search.render.inert import inert

_TEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: rf"\{sign}" for sign in "$&#%_"},
}
"""How TeX writes the signs that it obeys.  BibTeX counts `\\{` as a brace, so that braces have names."""

_TEX_SIGN = re.compile(r"[\\{}~^$&#%_]")
_UNFIT_KEY_SIGN = re.compile(r"[^\w:./+-]", re.ASCII)
_PAGE_WORD = re.compile(r"^p(?:p\.?|ages?|\.)?[ \u00a0\u202f]*(?=\d)", re.IGNORECASE)
"""What may stand before the number of a page: a style of references writes it anew."""
_SEVERAL = re.compile(r",|\band\b")
"""What BibTeX takes for several names, or for the parts of one."""


def entries(articles: Iterable[tuple[Article, Kept]]) -> str:
    """Return an entry for each article, with what the person keeps about it, an empty line between two."""
    return "".join(streamed(articles))


def streamed(articles: Iterable[tuple[Article, Kept]]) -> Iterator[str]:
    """Yield an entry for each article, with what the person keeps about it, an empty line between two."""
    for number, (article, kept) in enumerate(articles):
        yield f"\n{_entry(article, kept)}" if number else _entry(article, kept)


def _entry(article: Article, kept: Kept) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(article, kept) if value)
    return f"@article{{{_key(article.id)},\n{fields}}}\n"


def _fields(article: Article, kept: Kept) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry with their values; "" for those that the article lacks.  Capitals of a title stay.

    The tags of the person are keywords, and the notes annotations, which no style of references prints.
    """
    yield "title", f"{{{_tex(article.title)}}}"
    yield "author", " and ".join(map(_author, article.authors))
    yield "journaltitle", _tex(article.source)
    yield "date", article.date.isoformat() if article.date else ""
    yield "pages", _tex(_PAGE_WORD.sub("", article.page))
    yield "language", _tex(article.language)
    yield "doi", address(article.doi)
    yield "note", "" if article.doi else _tex(article.reference)
    yield "url", address(article.url)
    yield "abstract", _tex(article.heading)
    yield "keywords", _tex(", ".join(kept.tags))
    yield "annotation", _tex(" ".join(kept.notes))


def _author(name: str) -> str:
    """Return a name, in braces where BibTeX would take it for several.

    >>> _author("Aïssatou N’Diaye"), _author("AFP and Reuters")
    ('Aïssatou N’Diaye', '{AFP and Reuters}')
    """
    return f"{{{_tex(name)}}}" if _SEVERAL.search(name) else _tex(name)


def _tex(text: str) -> str:
    r"""Return a text as TeX writes it.

    >>> _tex("50 % de l’R&D_1 {")
    '50 \\% de l’R\\&D\\_1 \\textbraceleft{}'
    """
    return _TEX_SIGN.sub(lambda sign: _TEX_SIGNS[sign[0]], inert(text))


def _key(article_id: str) -> str:
    """Return an id as the key of an entry: any other sign is written as its number, so that no two keys are the same.

    >>> _key("dep-2025-0101"), _key("news·2024,é")
    ('dep-2025-0101', 'news=B7=2024=2C==E9=')
    """
    return _UNFIT_KEY_SIGN.sub(lambda sign: f"={ord(sign[0]):X}=", article_id)
