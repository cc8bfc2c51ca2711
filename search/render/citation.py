"""The renderers of a citation: as a French text cites an article of the press, and as BibTeX has it."""

from collections.abc import Sequence

from corpus import Article, PrintDate
from search.messages import Language, speaking
from search.planning.kept import NOTHING_KEPT
from search.render import TEXT, Renderers, bibtex
from search.render.exports.review.days import in_words
from search.render.inert import inert
from search.render.lines import EMPTY, Line, line, wrap
from search.results import Citation


def citation(article: Article) -> str:
    """Return the citation of an article in French: its authors, its headline, its source, its date, its page.

    The source stands without italics, which a clipboard does not have; a first day of a month is `1er` (Imprimerie
    nationale, Lexique des règles typographiques).
    """
    page = article.page if not article.page.isdigit() else f"p. {article.page}"
    parts = (*article.authors, f"« {article.title} »", article.source, _date(article.date), page)
    return inert(", ".join(part for part in parts if part) + ".")


def _date(date: PrintDate | None) -> str:
    """Return a date as it is written in French, with the blanks that a person types.

    >>> _date(PrintDate(2017, 3, 20)), _date(PrintDate(2019, 8, 1)), _date(PrintDate(2021, 12))
    ('20 mars 2017', '1er août 2019', 'décembre 2021')
    """
    if date is None:
        return ""
    with speaking(Language.FRENCH):
        return in_words(date).replace("\u00a0", " ")


def _text(cited: Citation, columns: int) -> Sequence[Line]:
    entry = bibtex.entries([(cited.article, NOTHING_KEPT)]).splitlines()
    return [
        *wrap(line(citation(cited.article)), columns),
        EMPTY,
        *(row for text in entry for row in wrap(line(text), columns, rest="    ")),
    ]


RENDERERS: Renderers = {TEXT: _text}
