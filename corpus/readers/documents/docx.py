"""Documents of Word (DOCX, ECMA-376 part 1, section 17): one article each, or several in a press review.

What is read is what a reader sees: not what was deleted under revision, not hidden text, fields, notes, comments,
headers and footers, nor a table of contents.  A row of a table is a line, unless a cell holds several paragraphs.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial

from corpus.article import Article, Rejected
from corpus.clipping import Bundle
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.readers import markup
from corpus.readers.documents import press_review
from corpus.readers.documents.document import TITLE_RANK, Line, row_lines
from corpus.readers.markup import Element, attribute, local
from corpus.readers.record import Record
from corpus.source import Source

_BODY = expression(r"word/document\d{0,3}\.xml")
"""The part with the text; some programs number it."""
_STYLES, _PROPERTIES = "word/styles.xml", "docProps/core.xml"
_HEADING = expression(r"(?:heading|titre|überschrift|título) ?([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset(("title", "titre", "document title"))
_CONTENTS = expression(r"(?:toc|tm|table\W+des\W+matières) ?\d?", re.IGNORECASE)
"""The names of the styles of a table of contents."""
_GALLERY = expression(r"table\W+of\W+contents", re.IGNORECASE)
_HIDDEN_RANK = -1
_MAX_BASES = 10
"""Styles of which one is based on the next."""
_PASSED_OVER = frozenset(
    """del moveFrom pPr rPr tblPr trPr tcPr sectPr instrText delText Fallback footnoteReference endnoteReference
    annotationRef commentReference rt""".split()
)
"""Elements without a text that is seen: deleted or moved away, properties, fields, the second form of a drawing."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad", "ptab": "\t"}
_OFF = frozenset(("0", "false", "off", "none"))


def recognises(head: Head) -> bool:
    """Return whether a file is a ZIP with the parts of a document of Word."""
    return any(map(_BODY.fullmatch, head.members))


def articles(source: Source) -> Iterator[Bundle]:
    """Yield the document, which is not opened before its articles are read: it may be a press review."""
    yield Bundle(source.name, partial(_cut, source))


def lines(source: Source) -> Iterator[Line]:
    """Yield the paragraphs of a document of Word, and the rows of its tables.

    Raises:
        Unreadable: the document cannot be read, or not to its end.
    """
    body = next(filter(_BODY.fullmatch, source.members()), None)
    if body is None:
        raise Unreadable("reading.no_text")
    ranks = _ranks(source)
    initial = ""
    with source.member(body).open_bytes() as file:
        for block in markup.children(file, "body"):
            if _is_initial(block):
                initial = "".join(line.text for line in _of_block(block, ranks)).strip()
                continue
            for line in _of_block(block, ranks):
                yield line._replace(text=f"{initial}{line.text}")
                initial = ""


def _is_initial(block: Element) -> bool:
    """Return whether a paragraph is the initial over several lines of the next one (ECMA-376, section 17.3.1.11)."""
    return attribute(_child(_child(block, "pPr"), "framePr"), "dropCap") in {"drop", "margin"}


def _cut(source: Source) -> Iterator[Article | Rejected]:
    """Yield the article of a document, or the articles of a press review.

    Raises:
        Unreadable: the document cannot be read, or has no text.
    """
    record = Record(raw="", text="", title=title_of(source.member(_PROPERTIES)))
    yield from press_review.articles(lines(source), record, path=source.name)


def title_of(properties: Source) -> str:
    """Return the title that a document states among its properties; "" without one."""
    with suppress(Unreadable), properties.open_bytes() as file:
        return next((element.text or "" for element in markup.elements(file, "title")), "")
    return ""


def _ranks(source: Source) -> dict[str, int]:
    """Return the rank of each style of paragraph that has one, by its id."""
    with suppress(Unreadable):
        styles = [
            element for element in markup.xml(source.member(_STYLES).content()) if local(element) == "style"
        ]
        return _resolved({attribute(style, "styleId"): style for style in styles})
    return {}


def _resolved(styles: Mapping[str, Element]) -> dict[str, int]:
    """Return the rank of each style: its own, or that of the style which it is based on."""
    ranks: dict[str, int] = {}
    for name in styles:
        style = name
        for _ in range(_MAX_BASES):
            if style not in styles:
                break
            rank = _rank(styles[style])
            if rank is not None:
                ranks[name] = rank
                break
            style = attribute(_child(styles[style], "basedOn"), "val")
    return ranks


def _rank(style: Element) -> int | None:
    """Return the rank that a style states by its name or its level in an outline."""
    name = attribute(_child(style, "name"), "val")
    if name.lower() in _TITLE_NAMES:
        return TITLE_RANK
    if _CONTENTS.fullmatch(name):
        return _HIDDEN_RANK
    if heading := _HEADING.fullmatch(name):
        return int(heading[1])
    return _outline(_child(style, "pPr"))


def _outline(properties: Element | None) -> int | None:
    level = attribute(_child(properties, "outlineLvl"), "val")
    return int(level) + 1 if level.isdecimal() and int(level) < len("123456789") else None


def _of_block(block: Element, ranks: Mapping[str, int]) -> Iterator[Line]:
    """Yield the lines of a paragraph, a table, or of what holds them."""
    match local(block):
        case "p":
            yield from _of_paragraph(block, ranks)
        case "tbl":
            for row in _rows(block):
                yield from _of_row(row, ranks)
        case "sdt" if _is_contents(block):
            return
        case "" | "sectPr" | "sdtPr" | "del" | "moveFrom":
            return
        case _:
            for child in block:
                yield from _of_block(child, ranks)


def _of_paragraph(paragraph: Element, ranks: Mapping[str, int]) -> Iterator[Line]:
    """Yield a paragraph, then those of the boxes of text that hang on it."""
    properties = _child(paragraph, "pPr")
    rank = _outline(properties)
    if rank is None:
        rank = ranks.get(attribute(_child(properties, "pStyle"), "val"))
    if rank == _HIDDEN_RANK:
        return
    texts: list[str] = []
    boxes: list[Element] = []
    _collect(paragraph, texts, boxes)
    yield Line("".join(texts), rank)
    for box in boxes:
        for child in box:
            yield from _of_block(child, ranks)


def _collect(element: Element, texts: list[str], boxes: list[Element]) -> None:
    """Add the texts inside an element, in order, and its boxes of text; XML nests 256 deep at most, as libxml2 reads it."""
    for child in element:
        name = local(child)
        if name == "t":
            texts.append(child.text or "")
        elif name in _SIGNS:
            texts.append(_SIGNS[name])
        elif name == "txbxContent":
            boxes.append(child)
        elif name and name not in _PASSED_OVER and not (name == "r" and _is_hidden(child)):
            _collect(child, texts, boxes)


def _is_hidden(run: Element) -> bool:
    vanish = _child(_child(run, "rPr"), "vanish")
    return vanish is not None and attribute(vanish, "val") not in _OFF


def _is_contents(block: Element) -> bool:
    """Return whether a block is a table of contents that Word keeps up to date."""
    gallery = _child(_child(_child(block, "sdtPr"), "docPartObj"), "docPartGallery")
    return _GALLERY.fullmatch(attribute(gallery, "val")) is not None


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, without those of the tables inside it."""
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _rows(child)


def _of_row(row: Element, ranks: Mapping[str, int]) -> Iterator[Line]:
    """Yield a row as one line, or the paragraphs of its cells where a cell has several: then the table is a layout."""
    cells = [
        [line for block in cell for line in _of_block(block, ranks) if line.text.strip()]
        for cell in row.iter("{*}tc")
        if cell.getparent() is row or local(cell.getparent()) in {"sdtContent", "ins", "customXml"}
    ]
    yield from row_lines(cells)


def _child(element: Element | None, name: str) -> Element | None:
    """Return the first child of this local name, None without one."""
    if element is None:
        return None
    return next((child for child in element if local(child) == name), None)
