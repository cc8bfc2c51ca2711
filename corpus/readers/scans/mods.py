"""What a descriptive section of a METS says of an issue or of an article, in MODS or in Dublin Core.

https://www.loc.gov/standards/mods/userguide/
"""

from corpus.clean import clean_line
from corpus.readers import markup
from corpus.records import record

_NOT_TITLES = frozenset(("untitled", "untitled article", "sans titre", "[sans titre]", "article"))
"""What programs write where an article has no title."""


@record
class Described:
    """What a descriptive section says of an issue or of an article."""

    title: str = ""
    dates: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str = ""


def is_title(label: str) -> bool:
    """Return whether a label is a title, and not what stands for one.

    >>> is_title("La grève du port"), is_title("Untitled")
    (True, False)
    """
    return bool(label.strip()) and clean_line(label).lower() not in _NOT_TITLES


def described(section: markup.Element) -> Described:
    """Return what a section in MODS or Dublin Core says; a title in another one of it is that of another thing."""
    titles: list[str] = []
    dates: list[str] = []
    authors: list[str] = []
    language = ""
    for element in section.iter():
        name, above = markup.local(element), markup.local(element.getparent())
        text = clean_line(element.text or "")
        if name == "titleInfo" and above == "mods":
            parts = {markup.local(part): clean_line(part.text or "") for part in element}
            titles.append(" ".join(filter(None, (parts.get("nonSort"), parts.get("title")))))
        elif name == "title" and above != "titleInfo" and text:
            titles.append(text)
        elif name in {"dateIssued", "dateCreated", "date"} and text:
            dates.append(text)
        elif name == "languageTerm" or (name == "language" and text):
            language = language or text
        elif name in {"displayForm", "creator"} or (name == "namePart" and not element.get("type")):
            authors.append(text)
    of_article = " ".join(filter(is_title, titles))
    return Described(of_article, tuple(dates), tuple(dict.fromkeys(filter(None, authors))), language)
