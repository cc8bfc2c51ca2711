"""Elements of a page of a database, found by their classes."""

from corpus.readers import markup
from corpus.readers.markup import Element


def of_classes(page: Element, *names: str) -> list[Element]:
    """Return the elements below `page`, it included, that have one of these classes, given in lower case."""
    wanted = frozenset(names)
    return [
        element
        for element in page.iter()
        if isinstance(element.tag, str)
        and not wanted.isdisjoint((element.get("class") or "").lower().split())
    ]


def one_line(element: Element) -> str:
    """Return the text of an element on one line."""
    return " ".join(markup.lines(element).split())
