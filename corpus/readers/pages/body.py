"""The text of the article of a page, without menus, margins, comments and links to other articles."""

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus.clean import clean
from corpus.errors import Unreadable
from corpus.repair import repaired

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MIN_DECLARED_CHARACTERS = 400
_MIN_SHARE_OF_DECLARED = 0.8
"""The text that JSON-LD gives is taken from this part of the words on that were found in the page: many sites cut it."""
_MIN_CHARACTERS = 200
"""A shorter text was not found: the paragraphs of the element that HTML or schema.org marks as the article are taken."""
_MIN_BREAKS = 1500
_WORD = re.compile(r"\w+")


def body(tree: "HtmlElement", declared: str) -> str:
    """Return the text of the article, a paragraph a line, by the tree of its page and the text that JSON-LD gives.

    Raises:
        Unreadable: there is no article in the page.
    """
    found = _extracted(tree)
    declared = clean(repaired(declared))
    if len(declared) >= _MIN_DECLARED_CHARACTERS and _has_words_of(declared, found):
        return declared
    if len(found) < _MIN_CHARACTERS:
        found = max((found, declared), key=len)
    if not found:
        raise Unreadable("reading.page_without_article")
    return found


def _extracted(tree: "HtmlElement") -> str:
    from trafilatura import bare_extraction

    document = bare_extraction(tree, fast=True, include_comments=False)
    return document.text or "" if document else ""


def _has_words_of(declared: str, found: str) -> bool:
    """Return whether a text has most of the words of another one."""
    words, others = Counter(_WORD.findall(declared.lower())), Counter(_WORD.findall(found.lower()))
    return (words & others).total() >= others.total() * _MIN_SHARE_OF_DECLARED
