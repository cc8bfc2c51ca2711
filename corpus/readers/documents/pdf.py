"""Articles in PDF, with the extra `pdf`: one for each bookmark of a press review, else one for the whole file.

The bookmarks are those of a press review if most of them lead to the top of a page of their own; those of a document
with headings lead anywhere.  The headline is what is printed largest on the first page, the name of the paper aside.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice, zip_longest
from typing import Any, NamedTuple

from corpus.article import Article, Found, Rejected
from corpus.clean import bare, clean_line
from corpus.clipping import Bundle, Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.documents import layout, letters, running_heads
from corpus.readers.documents.document import TITLE_RANK, Line, article
from corpus.readers.documents.layout import Paragraph, Run
from corpus.readers.documents.notice import notice
from corpus.readers.documents.page_heads import PageHead, page_head
from corpus.readers.record import Record
from corpus.records import replace
from corpus.source import Source

MAX_PAGES = 2_000
_BEGINNING = "%PDF-"
_BEGINNING_CHARACTERS = 1_024
"""Characters among which a PDF begins: servers put lines above it (PDF 1.7, annex H, note 13)."""
_MAX_BOOKMARKS = 5_000
_MIN_BOOKMARKS = 2
_TOP_SHARE = 0.6
"""The part of a page above which a bookmark leads to its top."""
_MIN_SHARE_OF_REVIEW = 0.8
_CONTENTS = expression(
    r"(?:le\s)?sommaire(?:\s(?:general|de\sla\srevue|des\sarticles))?|table\sdes\smatieres|(?:table\sof\s)?contents|index"
    r"|couverture|page\sde\sgarde|cover"
)
"""The title of a bookmark that leads to no article, in small letters without accents."""
_HEIGHT_OF_VIEW = {1: 0, 3: 1}
"""Which number of the place of a bookmark is a height: `/FitH` has one, `/XYZ` three (PDF 1.7, table 151)."""
_MIN_HEADLINE = 1.25
"""Times the size of the text that a headline has, at least."""
_MIN_WORDS_OF_HEADLINE = 4
"""The name of a paper, which is printed as large, has three words at most."""
_PASSWORD = 4
"""The number of pdfium for a password that is missing (FPDF_ERR_PASSWORD)."""


class _Mark(NamedTuple):
    """A bookmark: its title, the index of its page, and the part of the page below the place that it leads to."""

    title: str
    page: int
    height: float


def recognises(head: Head) -> bool:
    """Return whether a file begins as a PDF does."""
    return head.text.startswith(_BEGINNING) or (
        b"%PDF-" in head.data[:_BEGINNING_CHARACTERS] and b" obj" in head.data
    )


def articles(source: Source) -> Iterator[Bundle]:
    """Yield a PDF as one piece: its parser has to read it all."""
    yield Bundle(source.name, partial(_cut, source))


def _cut(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the articles of a PDF.

    Raises:
        Unreadable: the PDF cannot be read, is encrypted, or has no text.
    """
    with _opened(source) as document:
        if len(document) > MAX_PAGES:
            yield Rejected(source.name, message("reading.too_many_pages", limit=MAX_PAGES))
        runs = [letters.runs(document, number) for number in range(min(len(document), MAX_PAGES))]
        if not any(runs):
            raise Unreadable("reading.scan")
        height = document.get_page_size(0)[1]
        address, lines = running_heads.without_print_margins([layout.lines(page) for page in runs], height)
        pages = running_heads.without_running_heads(lines, height)
        marks = _of_review(_marks(document))
        title = document.get_metadata_value("Title")
        labels = [document.get_page_label(mark.page) or str(mark.page + 1) for mark in marks]
    if not marks:
        record = Record(raw="", text="", title=title, url=address)
        first = next(number for number, page in enumerate(runs) if page)
        head = PageHead() if address else page_head(runs[first], height, pages[first])
        yield Clipping("", None, source.name, partial(_of_pages, pages, record, head))
        return
    if above := sum(map(bool, pages[: marks[0].page])):
        yield Rejected(source.name, message("reading.pages_above", count=above))
    ends = [mark.page for mark in marks[1:]] + [len(pages)]
    for mark, end, label in zip(marks, ends, labels, strict=True):
        if _CONTENTS.fullmatch(bare(mark.title)):
            continue
        where = message("reading.page", page=mark.page + 1)
        record = Record(raw="", text="", title=mark.title, page=label)
        yield Clipping("", where, source.name, partial(_of_pages, pages[mark.page : end], record, PageHead()))
    if passed := sum(_CONTENTS.fullmatch(bare(mark.title)) is not None for mark in marks):
        yield Rejected(source.name, message("reading.covers", count=passed))


def _of_pages(
    pages: Sequence[Sequence[Run]], record: Record, head: PageHead, _unopened: str, name: str
) -> Article:
    """Return the article that is printed on some pages; what its text does not say is what the `head` of the first one says.

    Raises:
        Unreadable: they have no text.
    """
    found = layout.paragraphs(line for page in pages for line in page)
    on_first = len(layout.paragraphs(next(filter(None, pages), ())))
    lines = _ranked(found, on_first, record.title)
    said = notice(lines)
    if not said.source:
        return _with_head(article(lines, record, path=name), head)
    record = replace(
        record,
        source=said.source,
        edition=said.edition,
        page=said.page or record.page,
        reference=said.reference,
    )
    composed = article(said.lines, record, path=name)
    return _with_head(replace(composed, raw="\n".join(line.text for line in lines)), head)


def _with_head(found: Article, head: PageHead) -> Article:
    """Return an article with what its text does not say and the head of its page does."""
    if not head.rows:
        return found
    is_dated = found.date_found in {Found.METADATA, Found.LINE} or not head.date
    return replace(
        found,
        raw="\n".join((*head.rows, found.raw)),
        source=found.source or head.source,
        section=found.section or head.section,
        date=found.date if is_dated else head.date,
        date_found=found.date_found if is_dated else Found.LINE,
        page=found.page or head.page,
    )


def _ranked(paragraphs: Sequence[Paragraph], on_first: int, stated: str) -> list[Line]:
    """Return paragraphs as lines of a document, of which one of the first page has the rank of a title.

    It is the one that repeats what the file or the bookmark states as title, else the largest.
    """
    counted = Counter[float]()
    for paragraph in paragraphs:
        counted[round(paragraph.size, 1)] += len(paragraph.text)
    usual = max(counted, key=lambda size: counted[size], default=0.0)
    same = [one for one in paragraphs[:on_first] if stated and bare(one.text) == bare(clean_line(stated))]
    large = [
        paragraph
        for paragraph in paragraphs[:on_first]
        if paragraph.size >= _MIN_HEADLINE * usual and paragraph.text.count(" ") + 1 >= _MIN_WORDS_OF_HEADLINE
    ]
    headline = next(iter(same), None) or max(large, key=lambda paragraph: paragraph.size, default=None)
    return [Line(paragraph.text, TITLE_RANK if paragraph is headline else None) for paragraph in paragraphs]


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    """Open a PDF.

    Raises:
        Unreadable: the PDF is damaged or encrypted.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.content())
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == _PASSWORD:
            raise Unreadable("reading.encrypted") from error
        raise Unreadable("reading.damaged") from error
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise Unreadable("reading.damaged") from error
    finally:
        document.close()


def _marks(document: Any) -> Iterator[_Mark]:  # noqa: ANN401 - as above
    """Yield the bookmarks that have none below them, in their order."""
    found = [*islice(document.get_toc(), _MAX_BOOKMARKS)]
    for bookmark, following in zip_longest(found, found[1:]):
        place = bookmark.get_dest()
        page = place.get_index() if place else None
        if page is None or page >= len(document) or (following and following.level > bookmark.level):
            continue
        _, view = place.get_view()
        height = view[_HEIGHT_OF_VIEW[len(view)]] if len(view) in _HEIGHT_OF_VIEW else 0.0
        share = height / (document.get_page_size(page)[1] or 1.0)
        yield _Mark(clean_line(bookmark.get_title()), page, share if share > 0 else 1.0)


def _of_review(marks: Iterable[_Mark]) -> list[_Mark]:
    """Return the first bookmark of each page, if they are those of a press review; none otherwise."""
    every = [*marks]
    first = {mark.page: mark for mark in reversed(every)}
    at_top = sum(mark.height >= _TOP_SHARE for mark in every)
    if len(first) < _MIN_BOOKMARKS or min(len(first), at_top) < _MIN_SHARE_OF_REVIEW * len(every):
        return []
    return [first[page] for page in sorted(first)]
