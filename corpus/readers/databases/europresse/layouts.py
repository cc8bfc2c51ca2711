"""The article of Europresse in the layouts since 2014, where each is an element `article`."""

from itertools import chain

from corpus.article import Article
from corpus.readers import markup
from corpus.readers.databases.europresse.fields import APPEARED, Lines, compose_lines, number
from corpus.readers.databases.header import date
from corpus.readers.databases.page import drop, of_classes, one_line
from corpus.readers.markup import Element

_TITLE = "\ue000"
"""A sign of private use, which stands in the place of the headline among the lines of a header."""
_ABOVE_TITLE = ("sm-margin-bottomnews", "sm-margin-bottom")
_SUBTITLE = ("rdp__subtitle",)
_MAX_OTHER_CELLS = 400
_NOT_TEXT = ("apd-wrapper", "apd-sources-date", "source-name-apd", "doc-urlref", "link-not-hosted")


def article(raw: str, name: str) -> Article:
    """Return the article of an element `article`.

    Raises:
        Unreadable: it has no text, or is nested too deep.
    """
    page = markup.html(raw)
    document = number(markup.lines(page))
    also_in = _also_in(page)
    url = _url(page)
    for element in [*of_classes(page, *_NOT_TEXT), *page.iter("aside", "footer")]:
        drop(element)
    publications = of_classes(page, "docpublicationname")
    publication = one_line(publications[0]) if publications else ""
    headers = of_classes(page, "docheader")
    said = " ".join(map(one_line, headers))
    sections = of_classes(page, "doctitresoussection")
    section = " ".join(map(one_line, sections))
    signed = of_classes(page, "docauthors")
    by = " ; ".join(map(one_line, signed))
    for element in [*publications, *headers, *sections, *signed]:
        drop(element)
    labels, title, heading = _title(page)
    head = next(page.iter("header"), None)
    above, below = _around_title(head) if head is not None else ([], [])
    if not publication and above and not date(above[0]):
        publication, *above = above
    if not said:  # the span that follows the section, or the second line of the header
        said = next((line for line in (*above, *below) if date(line)), "")
    if head is not None:
        drop(head)
    return compose_lines(
        Lines(
            publication=publication,
            header=said,
            above=tuple(line for line in (*above, *labels) if line != said),
            title=title,
            heading=heading,
            below=(by,) if by else tuple(line for line in below if line != said),
            text=tuple(_text(page).split("\n")),
            number=document,
            section=section,
            url=url,
            also_in=also_in,
        ),
        raw,
        name,
    )


def _also_in(page: Element) -> tuple[str, ...]:
    """Return the names of the other sources that a page has for its piece."""
    named = of_classes(page, "source-name-apd")
    if not named:  # a table, each of whose rows begins with the name
        rows = chain.from_iterable(box.iter("tr") for box in of_classes(page, "apd-wrapper"))
        named = [cell for row in rows for cell in row.iter("td")][:_MAX_OTHER_CELLS]
    return tuple(name for name in map(one_line, named) if name and not date(name))


def _title(page: Element) -> tuple[list[str], str, str]:
    """Return the lines above a headline, the headline and the lines below it; in their place a sign is left."""
    boxes = of_classes(page, "titrearticle")
    box = boxes[0] if boxes else page
    titles = of_classes(box, "rdp__articletitle") or of_classes(box, "titrearticlevisu")
    titles = titles or of_classes(page, "rdp__articletitle", "titrearticlevisu", "grandtitre")
    labels = [one_line(element) for element in of_classes(box, *_ABOVE_TITLE)] if boxes else []
    below = [one_line(element) for element in of_classes(page, *_SUBTITLE)]
    for element in of_classes(page, *_SUBTITLE):
        drop(element)
    if titles:
        title = " ".join(filter(None, map(one_line, titles)))
    else:
        for element in of_classes(box, *_ABOVE_TITLE) if boxes else ():
            drop(element)
        title = " ".join(markup.lines(box).split("\n")) if boxes else ""
    for number_, element in enumerate(boxes or titles):
        for child in list(element):
            drop(child)
        element.text = "" if number_ else f"\n{_TITLE}\n"
    return labels, title, "\n".join(filter(None, below))


def _around_title(head: Element) -> tuple[list[str], list[str]]:
    """Return the lines of a header above its headline, and those below it; without a headline all are below."""
    lines = markup.lines(head).split("\n")
    lines = [line for line in lines if line]
    place = next((at for at, line in enumerate(lines) if _TITLE in line), -1)
    return lines[: max(place, 0)], [line.replace(_TITLE, "").strip() for line in lines[place + 1 :]]


def _text(page: Element) -> str:
    """Return the lines of the text: those of its own box, else those of the section, else all that is left."""
    for boxes in (
        of_classes(page, "doctext"),
        of_classes(page, "dococurrcontainer"),
        list(page.iter("section")),
    ):
        lines = "\n".join(filter(None, map(markup.lines, boxes)))
        if lines:
            return lines
    return markup.lines(page).replace(_TITLE, "")


def _url(page: Element) -> str:
    """Return the address of the page of an article, "" if it names none."""
    links = chain.from_iterable(box.iter("a") for box in of_classes(page, "doc-urlref"))
    named = [link for link in page.iter("a") if APPEARED.match(one_line(link))]
    addresses = (link.get("href") or "" for link in (*named, *links))
    return next((address for address in addresses if address.startswith(("http://", "https://"))), "")
