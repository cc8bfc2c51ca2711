"""The story in a document of an agency: its paragraphs, in NITF, in XHTML or as they are, and the parts beside it."""

from collections.abc import Iterator

from corpus.clean import clean_line
from corpus.expression import expression
from corpus.readers import markup

_INITIALS = expression(r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,6}(?:/[a-z]{2,4})?")
"""The last line of a dispatch, the initials of those who wrote and read it: `abc/de/fg`."""


def paragraphs(element: markup.Element) -> list[str]:
    """Return the paragraphs of a story, without the initials at its end."""
    if len(element):
        lines = [line for part in _parts(element) for line in part.split("\n")]
    else:
        text = "".join(element.itertext())
        lines = (markup.lines(markup.html(text)) if "</" in text else text).split("\n")
    while lines and (not lines[-1].strip() or _INITIALS.fullmatch(lines[-1].strip())):
        lines.pop()
    return lines


def _parts(element: markup.Element) -> Iterator[str]:
    """Yield the text of an element; of one in which the line ends stand as typed (`pre`), each line by itself."""
    typed = [found for found in element.iter() if markup.local(found) == "pre"]
    if not typed or any(markup.local(found) == "p" for found in element.iter()):
        yield markup.lines(element)
    else:
        yield from ("".join(found.itertext()) for found in typed)


def first(element: markup.Element | None, *paths: str) -> str:
    """Return the text, on one line, of the first element at any of these paths of local names that says something.

    >>> first(markup.xml(b"<nitf><head><title> Le port </title></head></nitf>"), "body/hl1", "head/title")
    'Le port'
    """
    texts = (clean_line(" ".join(found.itertext())) for path in paths for found in at(element, path))
    return next(filter(None, texts), "")


def attribute(element: markup.Element | None, path: str, *names: str) -> str:
    """Return the first attribute of these names that the elements at a path have, "" if none."""
    values = (found.get(name) for found in at(element, path) for name in names)
    return next((str(value) for value in values if value), "")


def at(element: markup.Element | None, path: str) -> Iterator[markup.Element]:
    """Yield the elements at a path of local names, the first of them at any depth."""
    if element is None:
        return
    top, _, below = path.partition("/")
    for found in element.iter():
        if markup.local(found) == top:
            yield from _below(found, below) if below else (found,)


def _below(element: markup.Element, path: str) -> Iterator[markup.Element]:
    """Yield the elements at a path of local names that begins with a child."""
    name, _, rest = path.partition("/")
    for child in element:
        if markup.local(child) == name:
            yield from _below(child, rest) if rest else (child,)


def places(written: str) -> tuple[str, ...]:
    """Return the place of a dateline, which agencies print in capitals, without what stands in brackets behind it.

    >>> places("SAINT-MALO (Ille-et-Vilaine)"), places("Sète"), places("")
    (('Saint-Malo',), ('Sète',), ())
    """
    name = clean_line(written.partition("(")[0]).strip(" ,-–")
    return (name.title() if name.isupper() else name,) if name else ()
