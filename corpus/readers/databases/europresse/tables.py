"""The article of Europresse in the layout before 2014: a cell of a table, whose lines are parted by breaks and empty paragraphs."""

import re

from corpus.article import Article
from corpus.expression import expression
from corpus.readers import markup
from corpus.readers.databases.europresse.fields import Lines, compose_lines, number
from corpus.readers.databases.page import of_classes, one_line

_TITLE, _PARAGRAPH = "\ue000", "\ue001"
"""Signs of private use: the place of the headline, and that of an empty paragraph."""
_EMPTY = expression(r"<p\b[^<>]{0,100}>\s*</p\s*>|<p\s*/>", re.IGNORECASE)
_MAX_SIGNATURE_CHARACTERS = 160


def article(raw: str, name: str) -> Article:
    """Return the article of a slice that begins with the name of its source.

    Raises:
        Unreadable: it has no text, or is nested too deep.
    """
    page = markup.html(_EMPTY.sub(f"{_PARAGRAPH}<br>", raw))
    document = number(markup.lines(page))
    publications, headers = of_classes(page, "docpublicationname"), of_classes(page, "docheader")
    publication = "".join(map(one_line, publications[:1]))
    said = " ".join(map(one_line, headers))
    titles = of_classes(page, "titrearticlevisu")
    title = " ".join(filter(None, map(one_line, titles)))
    for element in titles[:1]:
        element.addprevious(markup.html(f"<p>{_TITLE}</p>").find(".//p"))
    for element in [*publications, *headers, *titles]:
        markup.remove(element)
    lines = markup.lines(page).split("\n")
    title_at = next((at for at, line in enumerate(lines) if _TITLE in line), -1)
    above = [line for line in lines[: max(title_at, 0)] if line.strip(_PARAGRAPH + " ")]
    below, text = _signature(lines[title_at + 1 :])
    return compose_lines(
        Lines(
            publication=publication,
            header=said,
            above=(),
            labels=tuple(above),
            title=title,
            heading="",
            below=tuple(below),
            text=tuple(filter(None, (line.replace(_PARAGRAPH, "").strip() for line in text))),
            number=document,
        ),
        raw,
        name,
    )


def _signature(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines of the authors, which an empty paragraph parts from the text, and the lines of the text."""
    end = next((at for at, line in enumerate(lines) if _PARAGRAPH in line), 0)
    signed = lines[:end]
    is_alone = bool(signed) and lines[end].strip() == _PARAGRAPH
    if is_alone and all(len(line) <= _MAX_SIGNATURE_CHARACTERS and not line.endswith(".") for line in signed):
        return signed, lines[end + 1 :]
    return [], lines
