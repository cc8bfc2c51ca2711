"""What the elements of a page state: meta elements, microdata, headings, times, bylines, gathered in one pass."""

import re
from collections.abc import Iterator

from corpus.clean import bare, clean_line
from corpus.readers import markup
from corpus.readers.markup import Element
from corpus.readers.pages.linked_data import LinkedData

_SIGNS = re.compile(r"[\s:._-]+")
_BYLINE = re.compile(r"author|auteur|byline|signature|journalist", re.IGNORECASE)
"""Words in the class of the element that prints the author."""
_COMMENT = re.compile(r"\bcomment|\bComment\b|\bréactions?\b")
_PARTS_OF_HEADLINE = ("span", "strong", "em", "div", "a")
_WORD = re.compile(r"\w+")


class Statements:
    """The elements of a page that state something of its article, and its JSON-LD."""

    def __init__(self, tree: Element, linked: LinkedData) -> None:
        self.tree = tree
        self.linked = linked
        self.h1s: list[Element] = []
        self.times: list[Element] = []
        self.bylines: list[Element] = []
        self.canonical: list[str] = []
        self.name = ""
        self._metas: dict[str, list[str]] = {}
        self._items: dict[str, list[Element]] = {}
        for element in tree.iter():
            self._look(element)
        self.headings = [line for h1 in self.h1s if (line := line_of(h1))]

    @property
    def parts_of_headings(self) -> list[str]:
        """The lines within the headings of the first level: a sur-title stands in the same heading, in an element of its own."""
        parts = (part for h1 in self.h1s for part in h1.iterdescendants(*_PARTS_OF_HEADLINE))
        return [line for part in parts if (line := line_of(part))]

    def said(self, *names: str) -> Iterator[str]:
        """Yield what meta elements of these names say, in the order of the names, which are written without signs."""
        for name in names:
            yield from self._metas.get(name, ())

    def items(self, name: str) -> list[Element]:
        """Return the elements with a property of microdata, those in comments of readers left out."""
        return [item for item in self._items.get(name, ()) if not _is_in_comment(item)]

    def _look(self, element: Element) -> None:
        """Keep an element that states something."""
        match element.tag:
            case "meta":
                self._look_at_meta(element)
            case "h1":
                self.h1s.append(element)
            case "time":
                self.times.append(element)
            case "link" if "canonical" in (element.get("rel") or "").lower().split():
                self.canonical.append(element.get("href") or "")
            case "title" if not self.name:
                self.name = line_of(element)
        if _BYLINE.search(element.get("class") or element.get("rel") or ""):
            self.bylines.append(element)
        for name in (element.get("itemprop") or "").split():
            self._items.setdefault(name, []).append(element)

    def _look_at_meta(self, meta: Element) -> None:
        content = (meta.get("content") or "").strip()
        for key in ("property", "name", "http-equiv"):
            if content and (name := meta.get(key)):
                self._metas.setdefault(_SIGNS.sub("", name.lower()), []).append(content)


def line_of(element: Element) -> str:
    """Return the text of an element on one line; of a meta element, what it says."""
    if element.tag == "meta":
        return clean_line(element.get("content") or "")
    return clean_line(markup.lines(element).replace("\n", " "))


def words_of(text: str) -> str:
    """Return the words of a text without accents and capitals, to compare it with another one.

    >>> words_of("L’Étang : « fermé »")
    'l etang ferme'
    """
    return " ".join(_WORD.findall(bare(text)))


def is_within(element: Element, *tags: str) -> bool:
    """Return whether an element stands in one of these elements."""
    return any(parent.tag in tags for parent in element.iterancestors())


def _is_in_comment(element: Element) -> bool:
    """Return whether an element stands in the comments of readers, as schema.org or the name of a class says."""
    marks = (
        f"{parent.get('itemprop') or ''} {parent.get('itemtype') or ''} {parent.get('class') or ''} {parent.get('id') or ''}"
        for parent in element.iterancestors()
        if parent.tag not in {"body", "html"}
    )
    return any(map(_COMMENT.search, marks))
