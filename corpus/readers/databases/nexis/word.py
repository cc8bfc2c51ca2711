"""The paragraphs of an export of Nexis in the format of a word processor."""

from collections.abc import Iterator

from corpus.expression import expression
from corpus.readers import markup
from corpus.readers.markup import Element
from corpus.source import Source

_TAG = expression("<[^<>]*>")
_MARK = expression(
    r"Client/Matter:|Search Type:|Job Number:|Load-Date:[ \u00a0]"
    r"|(?:Length|Longueur|LONGUEUR|Länge|LÄNGE)[ \u00a0]?:[ \u00a0]{0,3}\d{1,6}[ \u00a0](?:words|mots|Wörter)",
)
"""The lines of its cover, and the label that each article has; a mark may be cut over several runs of letters."""


def is_export(beginning: bytes) -> bool:
    """Return whether the first bytes of the text of a document, its XML, are those of an export of Nexis."""
    return _MARK.search(_TAG.sub("", beginning.decode("utf-8", "replace"))) is not None


def lines(document: Source) -> Iterator[str]:
    """Yield the paragraphs of the XML of a document.

    Raises:
        Unreadable: the XML cannot be read.
    """
    with document.open_bytes() as file:
        yield from map(_paragraph, markup.elements(file, "p"))


def _paragraph(element: Element) -> str:
    """Return the text of a paragraph; its breaks are line ends."""
    parts: list[str] = []
    for node in element.iter():
        match markup.local(node):
            case "t":
                parts.append(node.text or "")
            case "br" | "cr":
                parts.append("\n")
            case "noBreakHyphen":
                parts.append("-")
            case "tab":
                parts.append("\t")
    return "".join(parts)
