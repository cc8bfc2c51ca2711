"""The header of a text in TEI: which of its titles, dates and names are those of the article, and what the text says itself."""

from collections.abc import Iterator

from corpus.clean import clean_line
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.expression import expression
from corpus.readers import markup
from corpus.readers.record import Record
from corpus.readers.textometry import variables
from corpus.readers.textometry.prose import prose

_MACHINE = expression(r"\s\([\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\)$")
"""The name of a machine that trafilatura writes behind that of a paper: `Le Fanal (fanal.exemple.fr)`."""


def described(tei: markup.Element, above: str) -> Record:
    """Return the record of a text as its header describes it, and the header of its corpus, which stands `above`."""
    corpus = markup.xml_of_text(above) if "teiHeader" in above else None
    header, text = child(tei, "teiHeader"), child(tei, "text")
    shared = child(corpus, "teiHeader") if corpus is not None else None
    return _record(header, shared, {} if text is None else attributes_of(text))


def attributes_of(element: markup.Element) -> dict[str, str]:
    """Return the attributes of an element that no other vocabulary has, `xml:id`, by their names."""
    return {str(name): str(value) for name, value in element.attrib.items() if "}" not in str(name)}


def _record(
    header: markup.Element | None, above: markup.Element | None, attributes: dict[str, str]
) -> Record:
    """Return the record of a text as its header describes it, and the header of its corpus where its own says nothing.

    The paper is the journal of the source (`title level="j"`), or another title of the source, or its publisher; then
    the attributes of the text count, which TXM writes; the publisher and the date of the file itself are mostly those of
    a laboratory, and count last.
    """
    headers = [found for found in (header, above) if found is not None]
    said = variables.record(attributes, raw="", text="")

    def each(*paths: str) -> list[str]:
        return [found for of in headers for path in paths for found in _at(of, path)]

    def first(*paths: str) -> str:
        return next(iter(each(*paths)), "")

    def day(*paths: str) -> PrintDate | None:
        return next((found for written in each(*paths) if (found := parse_date(written))), None)

    own = headers[:1] if header is not None else []
    titles = ("sourceDesc//title[a]", "titleStmt/title[main]", "titleStmt/title")
    title = next((found for of in own for path in titles for found in _at(of, path)), "")
    journals = (name for name in each("sourceDesc//title[j]", "sourceDesc//title") if name != title)
    return Record(
        raw="",
        text="",
        title=title or said.title,
        heading=first("profileDesc//abstract"),
        date=day("sourceDesc//date", "creation/date") or said.date or day("publicationStmt/date"),
        source=next(journals, "")
        or _MACHINE.sub("", first("sourceDesc//publisher"))
        or said.source
        or first("publicationStmt/publisher", "publicationStmt/distributor"),
        section=first("textClass//term[categories]") or said.section,
        authors=tuple(
            dict.fromkeys(
                name for of in own for name in (*_at(of, "sourceDesc//author"), *_at(of, "titleStmt/author"))
            )
        )
        or said.authors,
        url=first("sourceDesc//ptr", "sourceDesc//ref") or said.url,
        page=first("sourceDesc//biblScope[page]", "sourceDesc//biblScope[pp]"),
        language=first("langUsage/language"),
        reference=next((number for of in own for number in _at(of, "publicationStmt/idno")), ""),
    )


def _at(header: markup.Element, path: str) -> list[str]:
    """Return what stands at a path, `sourceDesc//title[j]`: `//` at any depth, in brackets the level, type or unit.

    The day of a download, which trafilatura notes, is left out.
    """
    above, deep, last = path.partition("//") if "//" in path else path.partition("/")
    name, _, kind = last.partition("[")
    kind = kind.rstrip("]")
    inside = ((descendants(part, name) if deep == "//" else part) for part in descendants(header, above))
    elements = (element for below in inside for element in below if markup.local(element) == name)
    wanted = (
        element
        for element in elements
        if (not kind or kind in _kinds(element)) and "download" not in _kinds(element)
    )
    return [*filter(None, map(_value, wanted))]


def _kinds(element: markup.Element) -> set[str | None]:
    return {element.get("level"), element.get("type"), element.get("unit")}


def _value(element: markup.Element) -> str:
    """Return what an element of a header says: the machine's form of it (a date, an address, a code), else its text."""
    for name in ("when", "when-iso", "target", "ident"):
        if value := element.get(name):
            return clean_line(value)
    if markup.local(element) == "date" and (
        value := element.get("from") or element.get("notBefore") or element.get("value")
    ):
        return clean_line(value)
    return clean_line(prose(element))


def child(element: markup.Element, name: str) -> markup.Element | None:
    """Return the first child of this local name, None without one."""
    return next((child for child in element if markup.local(child) == name), None)


def descendants(element: markup.Element, name: str) -> Iterator[markup.Element]:
    """Return the elements of this local name, the element itself and those below it."""
    return (found for found in element.iter() if markup.local(found) == name)
