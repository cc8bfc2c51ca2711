"""A record, what a file says of one article, and the Article that is made of it: cleaned, dated, with a headline."""

import re
from base64 import b32encode
from functools import partial
from typing import Any

from corpus.article import Article, Found, Rejected
from corpus.clean import clean, clean_line
from corpus.clipping import Clipping
from corpus.credits import without_credit
from corpus.dates.print_date import PrintDate
from corpus.dates.written import file_date
from corpus.digest import blake2b
from corpus.encoding import LOST_BYTES
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.furniture import without_furniture, without_repeats
from corpus.headline import headline
from corpus.masthead import Masthead, below_masthead, masthead
from corpus.message import Message, message
from corpus.paragraphs import paragraphs
from corpus.readers.cuts import cut
from corpus.readers.language import language
from corpus.records import names, record, replace
from corpus.repair import noted, repaired, unescaped

_CROCKFORD = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789abcdefghjkmnpqrstvwxyz")
_DIGEST_LETTERS = 7
"""Letters of base 32: one chance in 70 that any two of 31,000 articles have the same; `index.building.update` numbers those."""
MAX_TEXT_CHARACTERS = 1 << 21
"""Characters of the longest text that is taken for one article: a book of 800 pages has 1.6 million.

One of 2.09 million, each word new, took .83 GB and 21 s of CPU to index; the build of one of 42 million had taken
15.6 GB when it was stopped.
"""
_PAGE_SIGN = expression(r"(?:(?:pp?|pgs?|pages?|seiten?)\b[.:]?|s\.)\s?(?=[^\d]{0,9}\d)", re.IGNORECASE)
"""What stands before a page: `p. 12`, `pp. 3-4`, `Page A4`."""
_RESOLVER = expression(r"(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|doi\s?:?\s?)(?=10\.)", re.IGNORECASE)
"""What stands before a DOI: the address that resolves it, or its name."""
_MAX_OWN_ID = 64
"""Characters of an id that a person still types."""


@record(kw_only=True)
class Record:
    """One article as it stands in its file; "" or empty where the file says nothing.

    Its section and its names are repaired and cleaned (`corpus.readers.columns.values.names`), its other texts are not.
    """

    raw: str
    text: str
    title: str = ""
    heading: str = ""
    date: PrintDate | None = None
    source: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    page: str = ""
    edition: str = ""
    language: str = ""
    reference: str = ""
    also_in: tuple[str, ...] = ()
    id: str = ""
    person: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    place: tuple[str, ...] = ()


def compose(record: Record, *, path: str, file_name: str = "") -> Article:
    """Return the article of a record read at `path`.

    What the record does not state is looked for in its text, and its date in `file_name`, that of a file of one
    article.  The abstract of a record that has no text becomes its text.

    Raises:
        Unreadable: the record has no text, or one that is too long.
    """
    if len(record.text) + len(record.heading) > MAX_TEXT_CHARACTERS:
        raise Unreadable("reading.too_long", limit=MAX_TEXT_CHARACTERS)
    loss = _loss(record.raw, path)
    if loss:
        record = _without_lost_bytes(record)
    title, heading = _line(record.title), clean(repaired(record.heading))
    whole, cuts = cut(record.text)
    text, notes = noted(whole)
    body = paragraphs(clean(text))
    if not body:
        body, heading = paragraphs(heading), ""
        notes = (*notes, message("doubt.abstract_only"))
    heading = "\n".join(map(without_credit, heading.split("\n")))
    top = _top(without_furniture(body), record)
    if not top.body:
        raise without_text(record.raw)
    body = without_repeats(_without_credits(top.body), title or top.title, heading)
    if body == [heading]:
        heading = ""
    day, day_found = top.date, top.date_found
    if day is None and (day := file_date(file_name)):
        day_found = Found.FILE_NAME
    if title:
        title_found = Found.METADATA
    elif top.title:
        title, title_found = top.title, Found.LINE
    else:
        title, title_found = headline(body[0]), Found.TEXT
    article_id, id_found = record_id(record.id, record.raw)
    return Article(
        id=article_id,
        id_found=id_found,
        title=title,
        title_found=title_found,
        heading=heading,
        body="\n".join(body),
        raw=record.raw,
        path=path,
        date=day,
        date_found=day_found,
        source=_line(record.source) or top.source,
        section=record.section or top.section,
        authors=record.authors or top.authors,
        url=clean_line(unescaped(record.url)),
        page=_page(clean_line(record.page)),
        edition=_line(record.edition),
        language=language(record.language),
        reference=_RESOLVER.sub("", clean_line(record.reference)),
        also_in=tuple(filter(None, map(_line, record.also_in))),
        person=record.person,
        org=record.org,
        place=record.place,
        loss=loss,
        notes=(*notes, *cuts),
    )


def clipping(record: Record, *, path: str, where: Message | None = None, file_name: str = "") -> Clipping:
    """Return the clipping of a record that a parser has read already: its article is made by `compose`."""
    return Clipping(record.raw, where, path, partial(_composed, record, file_name))


def _composed(record: Record, file_name: str, _raw: str, path: str) -> Article:
    if not (record.text.strip() or record.heading.strip()):  # the file has more, but nothing of this article
        raise Unreadable("reading.no_text")
    return compose(record, path=path, file_name=file_name)


def _without_credits(body: list[str]) -> list[str]:
    """Return the paragraphs without the credits at their ends; all of them as they are, if nothing would be left."""
    return list(filter(None, map(without_credit, body))) or body


def without_text(raw: str) -> Unreadable:
    r"""Return the error of a file or a record that reads `raw` and gives no article.

    >>> [without_text(raw).message.code for raw in ("", " \t\n", "date 2025-12-01")]
    ['reading.empty', 'reading.only_blanks', 'reading.no_text']
    """
    if raw.strip():
        return Unreadable("reading.no_text")
    return Unreadable("reading.only_blanks") if raw else Unreadable("reading.empty")


def _page(written: str) -> str:
    """Return a page without its sign; pandas makes 12 a `12.0`.

    >>> _page("p. 12"), _page("pp. 3-4"), _page("Page A4"), _page("12.0"), _page("S4"), _page("SPORTS 5")
    ('12', '3-4', 'A4', '12', 'S4', 'SPORTS 5')
    """
    sign = _PAGE_SIGN.match(written)
    page = written[sign.end() :] if sign else written
    number = page.removesuffix(".0")
    return number if number.isdecimal() else page


def _line(text: str) -> str:
    return clean_line(repaired(text)) if text else ""


def _loss(raw: str, path: str) -> Rejected | None:
    """Return the report of the bytes of a record that are no letter, and the line of the first; None without any."""
    try:
        raw.encode("utf-8")  # in a fifth of the time of a search: only lost bytes are not UTF-8
    except UnicodeEncodeError:
        first = LOST_BYTES.search(raw)
    else:
        return None
    if not first:
        return None
    count = sum(map(len, LOST_BYTES.findall(raw)))
    line = raw.count("\n", 0, first.start()) + 1
    return Rejected(path, message("reading.lost_bytes", count=count), message("reading.line", line=line))


def _without_lost_bytes(record: Record) -> Record:
    """Return a record that has U+FFFD for each run of lost bytes."""
    texts: dict[str, Any] = {
        name: LOST_BYTES.sub("\ufffd", value)
        for name in names(type(record))
        if isinstance(value := getattr(record, name), str)
    }
    return replace(record, **texts)


def _top(body: list[str], record: Record) -> Masthead:
    """Return the masthead of a text; what the record states replaces what the lines say."""
    top = below_masthead(body) if record.title else masthead(body)
    if record.date:
        return replace(top, date=record.date, date_found=Found.METADATA)
    if record.title:
        dated = masthead(body)
        return replace(top, date=dated.date, date_found=dated.date_found)
    return top


def record_id(own: str, raw: str) -> tuple[str, Found]:
    """Return the id of a record, and where it was found: its own where a person can type it, else its digest.

    An id that can be typed is printable, has no blank, and at most `_MAX_OWN_ID` characters.

    >>> record_id(" AFP-0042 ", "…")[0], record_id("", "Le port rouvre.")[0]
    ('AFP-0042', 'fjz298v')
    """
    own = own.strip()
    if own and len(own) <= _MAX_OWN_ID and own.isprintable() and " " not in own:
        return own, Found.METADATA
    digest = blake2b(raw.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    return b32encode(digest).translate(_CROCKFORD)[:_DIGEST_LETTERS].decode(), Found.TEXT
