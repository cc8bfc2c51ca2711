"""The article of the XML of Factiva."""

from corpus.article import Article
from corpus.readers import markup
from corpus.readers.databases.factiva import fields
from corpus.readers.markup import Element

_ELEMENTS = {
    "HD": ("headline",),
    "BY": ("byline", "author"),
    "SE": ("sectionName", "section"),
    "SN": ("sourceName",),
    "ED": ("edition",),
    "PG": ("page",),
    "LA": ("baseLanguage",),
    "LP": ("leadParagraph",),
    "TD": ("tailParagraphs",),
    "PD": ("publicationDate",),
    "AN": ("accessionNo",),
}
"""The elements of each field, by its code."""


def article(raw: str, name: str) -> Article:
    """Return the article of an element `article`.

    Raises:
        Unreadable: it has no text, or is not XML.
    """
    root = markup.xml_of_text(raw)
    found: dict[str, str] = {}
    for code, names in _ELEMENTS.items():
        texts = (_text(element) for element in root.iter() if _name(element) in names)
        found[code] = next(filter(None, texts), "")
    return fields.article(found, raw, name)


def _name(element: Element) -> str:
    return markup.local(element).rpartition(":")[2]


def _text(element: Element) -> str:
    """Return the text of an element, a line for each element `paragraph` in it."""
    paragraphs = [inner for inner in element.iter() if _name(inner) == "paragraph"] or [element]
    return "\n".join(filter(None, (" ".join("".join(inner.itertext()).split()) for inner in paragraphs)))
