"""ALTO: a scanned page as character recognition reads it, one article a page where no METS says which articles it has.

The versions 1 to 4 differ in their namespace only (https://www.loc.gov/standards/alto/): names are compared without it.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from corpus.article import Article, Found
from corpus.clipping import Bundle, Clipping
from corpus.dates.written import file_date
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import message
from corpus.paragraphs import one_line
from corpus.readers import markup
from corpus.readers.record import Record, compose
from corpus.readers.scans import folder
from corpus.records import record, replace
from corpus.source import Source

_HYPHENS = "-¬\u00ad\u2010"
"""The signs that stand for the hyphen of a word cut at a line end; OCR writes a soft hyphen or the sign of negation."""
_MARGINS = ("TopMargin", "LeftMargin", "RightMargin", "BottomMargin")


@record
class Page:
    """A page: its `number` as printed or counted, "" if unknown, and its text.

    `blocks` gives the text of a block by its id, in the order of the file; `composed` the ids of the blocks in a group of
    blocks, by the id of the group.  `text` is what stands in the space of the page, its blocks apart; running heads in
    the margins are left out.
    """

    number: str
    blocks: Mapping[str, str]
    composed: Mapping[str, tuple[str, ...]]
    text: str

    def of(self, first: str, last: str = "") -> list[str]:
        """Return the texts of a block, of a group, or of all blocks from `first` to `last`; empty if the page has none."""
        ids = self.composed.get(first) or ((first,) if first in self.blocks else ())
        if last in self.blocks and ids:
            order = [*self.blocks]
            ids = tuple(order[order.index(ids[0]) : order.index(last) + 1])
        return [self.blocks[block] for block in ids if self.blocks[block]]


def recognises(head: Head) -> bool:
    """Return whether a file is of ALTO."""
    return head.root.lower() == "alto"


def articles(source: Source) -> Iterator[Bundle]:
    """Yield the pages of a file, each of which is an article; nothing if a METS beside the file lists it and reads it."""
    if not folder.is_listed(source):
        yield Bundle(source.name, partial(_pages, source))


def _pages(source: Source) -> Iterator[Clipping]:
    """Yield the pages of a file of ALTO.

    Raises:
        Unreadable: the file cannot be read, or has no page.
    """
    root = markup.xml_of(source)
    name = folder.dated_part(source) if file_date(folder.dated_part(source)) else _name_of_picture(root)
    found = [*pages(root)]
    if not found:
        raise Unreadable("reading.no_text")
    for page in found:
        record = Record(raw=page.text, text=page.text, page=page.number)
        where = message("reading.page", page=page.number) if found[1:] and page.number else None
        yield Clipping(page.text, where, source.name, partial(_article, record, name))


def _article(record: Record, name: str, _raw: str, path: str) -> Article:
    """Return the article of a page; a date in the name of a scan is that of the issue, one in the text that of a dispatch.

    Raises:
        Unreadable: the page has no text.
    """
    if not record.text:
        raise Unreadable("reading.no_text")
    article, day = compose(record, path=path), file_date(name)
    return replace(article, date=day, date_found=Found.FILE_NAME) if day else article


def pages(root: markup.Element) -> Iterator[Page]:
    """Yield the pages of the tree of a file of ALTO, mostly one."""
    space = root.tag.removesuffix(markup.local(root))
    for page in root.iter(f"{space}Page"):
        yield _page(page, space)


def _page(page: markup.Element, space: str) -> Page:
    blocks: dict[str, str] = {}
    in_margin: set[str] = set()
    for number, block in enumerate(page.iter(f"{space}TextBlock")):
        blocks[block.get("ID") or f"block {number}"] = _text(block, space)
    for margin in _MARGINS:
        for part in page.iterchildren(f"{space}{margin}"):
            in_margin.update(block.get("ID", "") for block in part.iter(f"{space}TextBlock"))
    composed = {
        group.get("ID", ""): tuple(block.get("ID", "") for block in group.iter(f"{space}TextBlock"))
        for group in page.iter(f"{space}ComposedBlock")
    }
    inside = [text for name, text in blocks.items() if text and name not in in_margin]
    return Page(
        number=page.get("PRINTED_IMG_NR") or page.get("PHYSICAL_IMG_NR") or "",
        blocks=blocks,
        composed=composed,
        text="\n\n".join(inside or filter(None, blocks.values())),
    )


def _text(block: markup.Element, space: str) -> str:
    """Return the text of a block on one line, its lines joined."""
    lines = (_line(line, space) for line in block.iter(f"{space}TextLine"))
    return one_line([line for line in lines if line])


def _line(line: markup.Element, space: str) -> str:
    """Return the text of a line; a word that goes on in the next line stands whole in the first, if the file gives it whole.

    Where it does not, the line ends in a hyphen.
    """
    string, hyphen = f"{space}String", f"{space}HYP"
    words: list[str] = []
    is_cut = False
    for part in line:
        if part.tag == string:
            whole, is_cut = part.get("SUBS_CONTENT"), False
            kind = part.get("SUBS_TYPE") if whole else None
            if kind != "HypPart2":
                words.append((whole if kind == "HypPart1" else part.get("CONTENT")) or "")
                is_cut = kind != "HypPart1"
        elif part.tag == hyphen and is_cut and words:
            words[-1] = f"{words[-1]}-"
    text = " ".join(filter(None, words))
    if is_cut and text and text[-1] in _HYPHENS:
        return f"{text.rstrip(_HYPHENS)}-"
    return text


def _name_of_picture(root: markup.Element) -> str:
    """Return the part of the path of the scanned picture that has a date: `…/1901/19011121/T0000001.tif`; "" if none has."""
    for name in root.iter(f"{root.tag.removesuffix(markup.local(root))}fileName"):
        parts = (name.text or "").replace("\\", "/").split("/")
        return next((part for part in reversed(parts) if file_date(part)), "")
    return ""
