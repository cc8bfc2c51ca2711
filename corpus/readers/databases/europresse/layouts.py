"""The article of Europresse in the layouts since 2014, where each is an element `article`."""

from collections.abc import Iterator
from itertools import chain, takewhile
from typing import NamedTuple

from corpus.article import Article
from corpus.readers import markup
from corpus.readers.databases.europresse.fields import APPEARED, Lines, compose_lines, number
from corpus.readers.databases.header import date
from corpus.readers.databases.page import of_classes, one_line
from corpus.readers.markup import Element

_TITLE = "\ue000"
"""A sign of private use, which stands in the place of the headline among the lines of a header."""
_LABELS = ("sm-margin-bottomnews", "sm-margin-bottom")
_OTHERS = ("apd-wrapper", "apd-sources-date", "source-name-apd")
_LINKS = ("doc-urlref", "link-not-hosted")
_MAX_OTHER_CELLS = 400


class _Header(NamedTuple):
    """The lines of a header above its headline, those in its box, the headline, its subtitle, and the lines below it."""

    above: list[str]
    labels: list[str]
    title: str
    heading: str
    below: list[str]


def article(raw: str, name: str) -> Article:
    """Return the article of an element `article`.

    Raises:
        Unreadable: it has no text, or is nested too deep.
    """
    page = markup.html(raw)
    document = number(markup.lines(page))
    also_in, url = _taken_others(page), _taken_url(page)
    for element in [*page.iter("aside", "footer")]:
        markup.remove(element)
    publication = _taken(page, "docpublicationname").partition("\n")[0]
    said = _taken(page, "docheader")
    section = _taken(page, "doctitresoussection")
    by = _taken(page, "docauthors")
    header = _taken_header(page)
    above, below = header.above, header.below
    if not publication and above and not date(above[0]):
        publication, *above = above
    if not said:  # the span that follows the section, or the second line of the header
        said = next((line for line in (*above, *below) if date(line)), "")
    return compose_lines(
        Lines(
            publication=publication,
            header=said,
            above=tuple(line for line in above if line != said),
            labels=tuple(header.labels),
            title=header.title,
            heading=header.heading,
            below=tuple(by.split("\n")) if by else tuple(line for line in below if line != said),
            text=tuple(_text(page).split("\n")),
            number=document,
            section=section,
            url=url,
            also_in=also_in,
        ),
        raw,
        name,
    )


def _taken(page: Element, *names: str) -> str:
    """Return the lines of the elements that have one of these classes, which are taken out of the page."""
    found = of_classes(page, *names)
    text = "\n".join(filter(None, map(markup.lines, found)))
    for element in found:
        markup.remove(element)
    return text


def _taken_others(page: Element) -> tuple[str, ...]:
    """Return the names of the other sources of a piece; what says them is taken out of the page."""
    named = of_classes(page, "source-name-apd")
    if not named:  # a table, each of whose rows begins with the name
        rows = chain.from_iterable(box.iter("tr") for box in of_classes(page, "apd-wrapper"))
        named = [cell for row in rows for cell in row.iter("td")][:_MAX_OTHER_CELLS]
    names = tuple(name for name in map(one_line, named) if name and not date(name))
    _taken(page, *_OTHERS)
    return names


def _taken_url(page: Element) -> str:
    """Return the address of the page of an article, "" if it names none; the links that name it are taken out."""
    named = [link for link in page.iter("a") if APPEARED.match(one_line(link))]
    links = [*named, *chain.from_iterable(box.iter("a") for box in of_classes(page, "doc-urlref"))]
    addresses = [link.get("href") or "" for link in links]
    for link in named:
        markup.remove(link)
    _taken(page, *_LINKS)
    return next((address for address in addresses if address.startswith(("http://", "https://"))), "")


def _taken_header(page: Element) -> _Header:
    """Return what a header says, which is taken out of the page."""
    subtitle = _taken(page, "rdp__subtitle")
    labels, title = _marked_title(page)
    head = next(page.iter("header"), None)
    if head is None:
        return _Header([], labels, title, subtitle, [])
    lines = markup.lines(head).split("\n")
    markup.remove(head)
    title_at = next((at for at, line in enumerate(lines) if _TITLE in line), -1)
    above, below = lines[: max(title_at, 0)], lines[title_at + 1 :]
    return _Header(list(filter(None, above)), labels, title, subtitle, list(filter(None, below)))


def _marked_title(page: Element) -> tuple[list[str], str]:
    """Return the lines above a headline in its box, and the headline; in its place a sign is left."""
    boxes = of_classes(page, "titrearticle")
    titles = next(filter(None, _titles(page, boxes)), [])
    marked = set(of_classes(boxes[0], *_LABELS)) if boxes else set()
    ends = set(titles)
    before = takewhile(lambda element: element not in ends, boxes[0].iter() if boxes else ())
    labels = [element for element in before if element in marked]
    above = [one_line(label) for label in labels]
    for label in labels:
        markup.remove(label)
    titles = titles or boxes[:1]
    title = " ".join(filter(None, map(one_line, titles)))
    for at, element in enumerate(titles):
        for child in list(element):
            markup.remove(child)
        element.text = "" if at else f"\n{_TITLE}\n"
        element.addnext(element.makeelement("br"))
    return list(filter(None, above)), title


def _titles(page: Element, boxes: list[Element]) -> Iterator[list[Element]]:
    """Yield the elements of a headline by each of the classes that it may have, the surest first."""
    yield of_classes(page, "rdp__articletitle")
    yield from (of_classes(box, "titrearticlevisu") for box in boxes)
    yield of_classes(page, "titrearticlevisu", "grandtitre")


def _text(page: Element) -> str:
    """Return the lines of the text: those of its own box, else those of the section, else all that is left."""
    own = of_classes(page, "doctext") or of_classes(page, "dococurrcontainer")
    for boxes in (own, list(page.iter("section"))):
        if lines := "\n".join(filter(None, map(markup.lines, boxes))):
            return lines
    return "\n".join(line for line in markup.lines(page).split("\n") if _TITLE not in line)
