"""The standfirst of a page: what is printed between the headline and the text, outside the element of the text."""

from corpus.expression import expression
from corpus.furniture import without_furniture
from corpus.masthead import says_who_or_when
from corpus.readers.markup import Element
from corpus.readers.pages.statements import BESIDE, is_line, is_within, line_of, words_of

_MARKS = frozenset(
    """accroche chapeau chapo dek description excerpt hat intro introduction lead lede soustitre standfirst subhead subheadline
    subtitle summary""".split()
)
"""Words of the class of an element that prints a standfirst, in French and in English."""
_OTHERS = frozenset(
    "ad author banner breadcrumb caption comment credit date image media meta newsletter photo promo related share".split()
)
"""Words of the class of an element that stands beside it: `lead-image`, `newsletter-intro`."""
_WORD_OF_CLASS = expression(r"[A-Z]?[a-z]+|[A-Z]+")
_TAGS = frozenset("p h2 h3 h4 div section span strong".split())
_PARAGRAPHS = frozenset(("p", "h2"))
_BESIDE = (*BESIDE, "figure", "figcaption", "form", "table", "blockquote", "button")
_HEADLINES = ("h1", "h2", "h3")
_MAX_ELEMENTS_BEHIND = 60
_MIN_WORDS = 5
_MIN_CHARACTERS = 60
"""Characters of a standfirst that no class marks, and of a paragraph that shows that the text has begun."""
_STOPS = (".", "!", "?", "…", "»")


def standfirst(tree: Element, title: str, text: str) -> str:
    """Return the standfirst of an article, by its headline and its text; "" if it has none, or the text has it.

    A class or a property of microdata marks it; else it is the paragraph right behind the headline.
    """
    headline = _headline(tree, title)
    if headline is None:
        return ""
    whole = f" {words_of(text)} "
    is_next = True
    for element in headline.xpath(f"following::*[position() <= {_MAX_ELEMENTS_BEHIND}]"):
        if element.tag not in _TAGS or not is_line(element):
            continue
        line = line_of(element)
        words = words_of(line)
        if not words:
            continue
        if f" {words} " in whole:
            if len(line) >= _MIN_CHARACTERS:
                return ""
            continue
        may_be = _is_marked(element) or (is_next and _is_paragraph(element, line))
        if may_be and words != words_of(title) and _is_prose(element, line):
            return line
        is_next = False
    return ""


def _headline(tree: Element, title: str) -> Element | None:
    """Return the heading that prints a title, else the only one of the first level."""
    key = words_of(title)
    same = (one for one in tree.iter(*_HEADLINES) if is_line(one) and words_of(line_of(one)) == key)
    h1s = [*tree.iter("h1")]
    return next(same, h1s[0] if len(h1s) == 1 else None)


def _is_marked(element: Element) -> bool:
    """Return whether a class or a property says that an element is a standfirst."""
    is_description = "description" in (element.get("itemprop") or "").split()
    return is_description or not _MARKS.isdisjoint(_classes(element))


def _is_paragraph(element: Element, line: str) -> bool:
    return element.tag in _PARAGRAPHS and len(line) >= _MIN_CHARACTERS and line.endswith(_STOPS)


def _is_prose(element: Element, line: str) -> bool:
    """Return whether a line has the words of a sentence and stands in no menu, figure or list; bylines and notices are none."""
    if line.count(" ") + 1 < _MIN_WORDS or is_within(element, *_BESIDE):
        return False
    is_notice = says_who_or_when(line) or without_furniture([line, ""]) == [""]
    return not is_notice and _OTHERS.isdisjoint(_classes(element))


def _classes(element: Element) -> set[str]:
    """Return the words of the class of an element: `articleLead-text` has three."""
    return {word.lower() for word in _WORD_OF_CLASS.findall(element.get("class") or "")}
