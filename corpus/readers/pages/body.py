"""The text of the article of a page, without menus, margins, comments and links to other articles."""

from collections import Counter
from typing import NamedTuple

from corpus.clean import clean
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.readers import markup
from corpus.readers.markup import Element
from corpus.readers.pages.metadata import Metadata
from corpus.readers.pages.prose import prose
from corpus.readers.pages.standfirst import standfirst
from corpus.repair import repaired

_MIN_DECLARED_CHARACTERS = 400
_MIN_SHARE_OF_FOUND = 0.8
"""The text that JSON-LD gives is taken if it has this part of the words found in the page: many sites cut it.

On 179 pages of the press of 40 countries, the token F1 is .9655 with this rule, .9638 without it.
"""
_MAX_PARAGRAPH_CHARACTERS = 1500
"""Characters of a paragraph, on average, from which on a text has lost its paragraphs, as that of JSON-LD often has."""
_MAX_SHARE_OF_CUT = 0.75
"""The words that a page shows of an article for subscribers, as a part of all, at most."""
_MAX_ELEMENTS = 20_000
"""Elements of a page that trafilatura reads in two seconds; its time grows with their square."""
_MAX_SHARE_IN_TABLES = 0.5
_MIN_CHARACTERS = 200
"""A shorter text was not found: the paragraphs of the element that HTML or schema.org marks as the article are taken."""
_MIN_HEADING_CHARACTERS = 60
_MAX_PARAGRAPHS_ABOVE = 3
_MAX_SHARE_OF_HEADING = 0.9
"""A description with this part of its words in the text is its beginning, cut, or its words in another order."""
_MARKED = ".//*[@itemprop='articleBody'] | .//article | .//main | .//*[@role='main']"
_PARAGRAPHS = frozenset("p h2 h3 h4 blockquote li".split())
_ASIDE = frozenset("aside nav footer form figure header".split())
_WORD = expression(r"\w+")


class Body(NamedTuple):
    """The abstract of an article, "" if it has none, and its text, a paragraph a line."""

    heading: str
    text: str


def body(tree: Element, said: Metadata) -> Body:
    """Return the abstract and the text of the article of a page, by its tree and what it says of itself.

    Raises:
        Unreadable: there is no article in the page.
    """
    found = _extracted(tree) if tree.xpath("count(//*)") <= _MAX_ELEMENTS else ""
    if not found or _is_layout(found):
        found = markup.lines(prose(tree)[0])
    declared = clean(repaired(said.declared))
    if len(found) < _MIN_CHARACTERS:
        found = max((_in_lines(found, tree), declared, _marked(tree)), key=len)
    elif len(declared) >= _MIN_DECLARED_CHARACTERS:
        found = _better(declared, found, tree, said)
    if len(found.strip()) < (1 if said.is_article else _MIN_CHARACTERS):
        raise Unreadable("reading.page_without_article")
    heading = _heading(said.known.heading, tree, found) or standfirst(tree, said.known.title, found)
    return Body(heading, found)


def _extracted(tree: Element) -> str:
    """Return the text that trafilatura finds, without a second extractor and without comments of readers."""
    from trafilatura import bare_extraction

    document = bare_extraction(tree, fast=True, include_comments=False)
    return (document.text or "") if document else ""


def _is_layout(found: str) -> bool:
    """Return whether most of a text stands in the cells of a table: the page is laid out with it, as was usual before CSS."""
    cells = sum(len(line) for line in found.split("\n") if line.startswith("|"))
    return cells > len(found) * _MAX_SHARE_IN_TABLES


def _better(declared: str, found: str, tree: Element, said: Metadata) -> str:
    """Return the text that JSON-LD gives if it has most words of the one found and its paragraphs, else the one found.

    A text without paragraphs is returned if it is the whole of one that the page shows to nobody but subscribers.
    """
    words, others = _counted(declared), _counted(found)
    if (words & others).total() < others.total() * _MIN_SHARE_OF_FOUND:
        return found
    if len(declared) <= _MAX_PARAGRAPH_CHARACTERS * (1 + declared.count("\n")):
        return declared
    is_longer = said.is_cut and others.total() < words.total() * _MAX_SHARE_OF_CUT
    if is_longer and _words(declared[-_MIN_CHARACTERS:]) not in _words(markup.lines(tree)):
        return declared
    return found


def _in_lines(found: str, tree: Element) -> str:
    """Return a short text in the lines of the page, each once: the caption and the byline beside it are glued in what was found."""
    whole = f" {_words(found)} "
    lines = dict.fromkeys(line for line in markup.lines(tree).split("\n") if f" {_words(line)} " in whole)
    text = "\n".join(lines)
    return text if _counted(text) == _counted(found) else found


def _marked(tree: Element) -> str:
    """Return the paragraphs of the element that the page marks as the article, the longest of several."""
    texts = []
    for element in tree.xpath(_MARKED):
        parts = (part for part in element.iter(*_PARAGRAPHS) if not _is_aside(part, element))
        texts.append("\n".join(line for part in parts if (line := markup.lines(part).replace("\n", " "))))
    return max(texts, key=len, default="")


def _is_aside(part: Element, article: Element) -> bool:
    """Return whether a part of an article stands beside its text, or within another of its paragraphs."""
    for parent in part.iterancestors():
        if parent is article:
            return False
        if parent.tag in _ASIDE or parent.tag in _PARAGRAPHS:
            return True
    return False


def _heading(description: str, tree: Element, found: str) -> str:
    """Return the abstract: the description, if the page prints it above the text; "" if search engines alone get it."""
    key = _words(description)
    if len(description) < _MIN_HEADING_CHARACTERS:
        return ""
    for line in found.split("\n")[:_MAX_PARAGRAPHS_ABOVE]:
        if _words(line) == key:
            return line
    words = _counted(description)
    if (words & _counted(found)).total() >= words.total() * _MAX_SHARE_OF_HEADING:
        return ""
    return description if f" {key} " in f" {_words(markup.lines(tree))} " else ""


def _words(text: str) -> str:
    """Return the words of a text, to look for them in another one of the same page, which has the same accents."""
    return " ".join(_WORD.findall(text.lower()))


def _counted(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))
