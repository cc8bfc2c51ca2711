"""What the elements of a page state: meta elements, microdata, headings, times, bylines, gathered in one pass."""

import re
from collections.abc import Iterator

from corpus.clean import bare, clean_line
from corpus.expression import expression
from corpus.readers import markup
from corpus.readers.markup import Element
from corpus.readers.pages.linked_data import LinkedData

_SIGNS = expression(r"[\s:._-]+")
_BYLINE = expression(r"author|auteur|byline|signature|journalist", re.IGNORECASE)
"""Words in the class of the element that prints the author."""
_COMMENT = expression(r"\bcomment|\bComment\b|\bréactions?\b")
_PARTS_OF_HEADLINE = ("span", "strong", "em", "div", "a")
_SUR_TITLE = expression(r"sur-?titre|kicker|overline|eyebrow|rubrique|category", re.IGNORECASE)
BESIDE = ("aside", "nav", "footer", "ul", "ol", "li", "a")
"""A menu, a margin, a list or a link: the days and names in them are those of other articles."""
_HEADLINES = ("h1", "h2", "h3", "p", "div", "span", "strong", "b", "font", "td")
_MAX_ELEMENTS_BEHIND = 40
_MAX_ELEMENTS_ABOVE = 12
"""Elements behind and above the headline among which a line that says who or when is looked for."""
_MAX_PARTS_OF_LINE = 4
_MAX_CHARACTERS_OF_LINE = 1000
"""Parts and characters of an element that may be a line; containers around a text of 2 MB took 10 s to clean, one after another."""
_MAX_HEADLINES = 3
_MAX_CONTENTS = 50
"""Meta elements of one name that are looked at: authors are named one by one."""
_BAR = expression(r" ?[|•·] ?")
_WORD = expression(r"\w+")


class Statements:
    """The elements of a page that state something of its article, and its JSON-LD."""

    def __init__(self, tree: Element, linked: LinkedData) -> None:
        self.tree = tree
        self.linked = linked
        self.times: list[Element] = tree.xpath("//time[@datetime]")
        self.canonical = [
            link.get("href") or ""
            for link in tree.xpath("//link[@rel]")
            if "canonical" in link.get("rel").lower().split()
        ]
        self.name = next(map(line_of, tree.iter("title")), "")
        self._metas: dict[str, list[str]] = {}
        for meta in tree.iter("meta"):
            self._look_at(meta)
        self._items: dict[str, list[Element]] = {}
        for element in tree.xpath("//*[@itemprop]"):
            for name in element.get("itemprop").split():
                self._items.setdefault(name, []).append(element)
        self._h1s = list(tree.iter("h1"))
        self.headings = [line for h1 in self._h1s if (line := _line_of_heading(h1))]

    @property
    def bylines(self) -> list[Element]:
        """The elements whose class, or whose link, says that they print the author."""
        named = self.tree.xpath("//*[@class or @rel]")
        return [
            element for element in named if _BYLINE.search(element.get("class") or element.get("rel") or "")
        ]

    @property
    def parts_of_headings(self) -> Iterator[str]:
        """The lines within the headings of the first level: a sur-title stands in the same heading, in an element of its own."""
        parts = (part for h1 in self._h1s for part in h1.iterdescendants(*_PARTS_OF_HEADLINE))
        return filter(None, map(line_of, parts))

    def beside(self, title: str) -> list[str]:
        """Return the lines beside the headline, the nearest first, those behind it before those above; parted at bars.

        The headline is any element that prints the `title`; lines of menus, margins, lists and links are left out.
        """
        key = words_of(title)
        small = filter(is_line, self.tree.iter(*_HEADLINES))
        found = [element for element in small if words_of(line_of(element)) == key] if key else []
        return [part for element in found[:_MAX_HEADLINES] for part in _beside(element)]

    def prints(self, title: str) -> bool:
        """Return whether an element of the page, which is no link, has these words and no more."""
        small = filter(is_line, self.tree.iter(*_HEADLINES))
        return any(
            words_of(line_of(element)) == words_of(title)
            for element in small
            if not is_within(element, *BESIDE)
        )

    def said(self, *names: str) -> Iterator[str]:
        """Yield what meta elements of these names say, in the order of the names, which are written without signs."""
        for name in names:
            yield from self._metas.get(name, ())

    def items(self, name: str) -> list[Element]:
        """Return the elements with a property of microdata, those in comments of readers left out."""
        return [item for item in self._items.get(name, ()) if not _is_in_comment(item)]

    def _look_at(self, meta: Element) -> None:
        content = (meta.get("content") or "").strip()
        for key in ("property", "name", "http-equiv"):
            if content and (name := meta.get(key)):
                said = self._metas.setdefault(_SIGNS.sub("", name.lower()), [])
                said += [content] if len(said) < _MAX_CONTENTS else []


def _beside(headline: Element) -> Iterator[str]:
    """Yield the lines of the small elements behind and above a headline."""
    behind = headline.xpath(f"following::*[position() <= {_MAX_ELEMENTS_BEHIND}]")
    above = headline.xpath(f"preceding::*[position() <= {_MAX_ELEMENTS_ABOVE}]")
    for element in (*behind, *above[::-1]):
        if is_line(element) and element.tag not in BESIDE and not is_within(element, *BESIDE):
            yield from _BAR.split(line_of(element))


def is_line(element: Element) -> bool:
    """Return whether an element may be a line: it has few parts and little text, which is looked at no further."""
    if len(element) > _MAX_PARTS_OF_LINE:
        return False
    room = _MAX_CHARACTERS_OF_LINE
    for text in element.itertext():
        room -= len(text.strip())
        if room < 0:
            return False
    return True


def _line_of_heading(h1: Element) -> str:
    """Return the line of a heading without the sur-title in it."""
    line = line_of(h1)
    for part in h1.iterdescendants():
        if _SUR_TITLE.search(part.get("class") or ""):
            return line.removeprefix(line_of(part)).lstrip(" :|·–—-") or line
    return line


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
