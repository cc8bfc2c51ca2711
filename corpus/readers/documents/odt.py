"""Documents of LibreOffice and OpenOffice (ODT, OASIS OpenDocument 1.3, part 3): one article each, or several in a press review.

Notes, comments, deleted passages, tables of contents, headers and footers are left out, as in `docx`.
"""

from collections.abc import Iterator
from functools import partial

from corpus import packed
from corpus.article import Article, Rejected
from corpus.clipping import Bundle
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.readers import markup
from corpus.readers.documents import press_review
from corpus.readers.documents.document import TITLE_RANK, Line, row_lines
from corpus.readers.documents.docx import title_of
from corpus.readers.markup import Element, attribute, local
from corpus.readers.record import Record
from corpus.source import Source

_MIMETYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST, _ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"
_FLAT_ROOT = "document"
"""The first element of a document in one file of XML (`.fodt`)."""
_NAMESPACE = "urn:oasis:names:tc:opendocument"
_CONTENT, _PROPERTIES = "content.xml", "meta.xml"
_TITLE_STYLE = "Title"
"""The internal name of this style, the same in every language."""
_PASSED_OVER = frozenset(
    """note annotation annotation-end tracked-changes deletion table-of-content illustration-index table-index
    alphabetical-index bibliography forms sequence-decls variable-decls user-field-decls ruby-text title desc
    event-listeners document-statistic""".split()
)
"""Elements whose text is not that of the article."""
_SIGNS = {"tab": "\t", "line-break": "\n", "soft-page-break": ""}
_MAX_BLANKS = 100
_MAX_RANK = 9


def recognises(head: Head) -> bool:
    """Return whether a file is a document of text in the format of OpenDocument, packed or in one file of XML."""
    return head.mimetype.startswith(_MIMETYPE) or (
        head.root == _FLAT_ROOT and head.namespace.startswith(_NAMESPACE)
    )


def articles(source: Source) -> Iterator[Bundle]:
    """Yield the document, which is not opened before its articles are read: it may be a press review."""
    yield Bundle(source.name, partial(_cut, source))


def lines(source: Source) -> Iterator[Line]:
    """Yield the paragraphs of a document, and the rows of its tables.

    Raises:
        Unreadable: the document cannot be read, or not to its end.
    """
    if _ENCRYPTED in _manifest(source):
        raise Unreadable("reading.encrypted")
    titles: set[str] = {_TITLE_STYLE}
    with _part(source, _CONTENT).open_bytes() as file:
        for block in markup.children(file, "automatic-styles", "text"):
            if local(block) == "style":
                if attribute(block, "parent-style-name") == _TITLE_STYLE:
                    titles.add(attribute(block, "name"))
            else:
                yield from _of_block(block, titles)


def _cut(source: Source) -> Iterator[Article | Rejected]:
    """Yield the article of a document, or the articles of a press review.

    Raises:
        Unreadable: the document cannot be read, or has no text.
    """
    title = title_of(_part(source, _PROPERTIES))
    yield from press_review.articles(lines(source), Record(raw="", text="", title=title), path=source.name)


def _manifest(source: Source) -> bytes:
    """Return the list of the parts of a document, with how each is encrypted; b"" where it has none."""
    if not packed.is_zip(source.head) or _MANIFEST not in source.members():
        return b""
    return source.member(_MANIFEST).content()


def _part(source: Source, name: str) -> Source:
    """Return the part of a document; of a document in one file of XML, this file."""
    return source.member(name) if packed.is_zip(source.head) else source


def _of_block(block: Element, titles: set[str]) -> Iterator[Line]:
    """Yield the lines of a paragraph, a heading, a row of a table, or of what holds them."""
    name = local(block)
    if not name or name in _PASSED_OVER:
        return
    if name in {"p", "h"}:
        texts: list[str] = [block.text or ""]
        boxes: list[Element] = []
        _collect(block, texts, boxes)
        yield Line("".join(texts), _rank(block, titles))
        for box in boxes:
            yield from _of_block(box, titles)
    elif name == "table-row":
        cells = [
            [line for child in cell for line in _of_block(child, titles) if line.text.strip()]
            for cell in block
            if local(cell) == "table-cell"
        ]
        yield from row_lines(cells)
    else:
        for child in block:
            yield from _of_block(child, titles)


def _rank(paragraph: Element, titles: set[str]) -> int | None:
    if attribute(paragraph, "style-name") in titles:
        return TITLE_RANK
    if local(paragraph) != "h":
        return None
    level = attribute(paragraph, "outline-level")
    return min(int(level), _MAX_RANK) if level.isdecimal() and len(level) <= 2 and int(level) else 1


def _collect(element: Element, texts: list[str], boxes: list[Element]) -> None:
    """Add the texts below an element, in order, and the boxes of text; XML nests 256 deep at most, as libxml2 reads it."""
    for child in element:
        name = local(child)
        if name == "text-box":
            boxes.append(child)
        elif name == "s":
            count = attribute(child, "c")
            texts.append(
                " " * (min(int(count), _MAX_BLANKS) if count.isdecimal() and len(count) < len("1000") else 1)
            )
        elif name in _SIGNS:
            texts.append(_SIGNS[name])
        elif name and name not in _PASSED_OVER:
            texts.append(child.text or "")
            _collect(child, texts, boxes)
        texts.append(child.tail or "")
