"""The fields of an article of Factiva by their codes, which do not depend on the language of its interface."""

from collections.abc import Mapping

from corpus.article import Article
from corpus.dates.print_date import PrintDate, existing
from corpus.dates.values import parse_date
from corpus.expression import expression
from corpus.readers.authors import authors
from corpus.readers.columns import values
from corpus.readers.databases.header import date
from corpus.readers.record import Record, compose

CODES = frozenset(
    """AN ART BY CLM CO CR CT CY DE ED ET GC HD IN IPC IPD LA LP NGC NS PD PG PUB RE RF RST SC SE SN TD VOL WC""".split()
)
"""The codes that exports have: `HD` headline, `LP` lead, `TD` text, and so on."""

NUMBER = r"[A-Z][A-Z0-9]{7}(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})[a-z0-9]{4,16}"
"""The number of an article: the code of its source with zeros up to eight signs, a day, the rest."""
_NUMBER = expression(rf"(?<![A-Za-z0-9]){NUMBER}(?![A-Za-z0-9])")
_NO_PAGE = frozenset(("", "0", "00", "n/a"))


def number(text: str) -> str:
    """Return the first number of an article in a text, "" if it has none.

    >>> number("Document TAGON00020170401ed4100001")
    'TAGON00020170401ed4100001'
    """
    found = _NUMBER.search(text)
    return found[0] if found else ""


def article(fields: Mapping[str, str], raw: str, name: str) -> Article:
    """Return the article of fields by their codes; texts have a line for each paragraph.

    Raises:
        Unreadable: it has no text.
    """
    source = " ".join(fields.get("SN", "").split())
    own = number(fields.get("AN", ""))
    page = " ".join(fields.get("PG", "").split())
    text = [line for code in ("LP", "TD") for line in fields.get(code, "").split("\n") if line.strip()]
    record = Record(
        raw=raw,
        text="\n\n".join(text),
        title=" ".join(fields.get("HD", "").split()),
        date=_date(fields.get("PD", "")) or _day_of(own),
        source=source,
        section=next(iter(values.names([" ".join(fields.get("SE", "").split())])), ""),
        authors=authors(fields.get("BY", ""), source),
        id=own,
        page="" if page.lower() in _NO_PAGE else page,
        edition=" ".join(fields.get("ED", "").split()),
        language=fields.get("LA", ""),
        reference=own,
    )
    return compose(record, path=name)


def _date(text: str) -> PrintDate | None:
    return date(text) or parse_date(text)


def _day_of(own: str) -> PrintDate | None:
    """Return the day in the number of an article, on which the database took it in; None without one."""
    found = _NUMBER.fullmatch(own)
    return existing(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
