"""Pages that have no article of their own: home pages, sections, lists of authors and of results."""

import re

from corpus.expression import expression
from corpus.readers.markup import Element
from corpus.readers.pages.linked_data import LinkedData
from corpus.readers.pages.metadata import Metadata, is_home
from corpus.readers.pages.prose import prose

_LISTS = ("CollectionPage", "SearchResultsPage")
"""Types of schema.org that a page has whose main content is a list."""
_SEARCH = expression(
    r"[?&](?:q|s|query|search|recherche|searchText|text|keywords?|motcle)=|/(?:recherche|search|rechercher)(?:/|\?|$)",
    re.IGNORECASE,
)
_MIN_ARTICLES_OF_LIST = 3
_MAX_SHARE_IN_LINKS = 0.6
"""Of the text of a page, the part that stands in links; it is more on home pages, and on short articles below long menus."""
_MIN_PROSE_CHARACTERS = 500
"""Characters of sentences that stand side by side in an article; the abstracts of a list stand one by one."""
_UNSEEN = frozenset("script style noscript template head".split())


def is_listing(tree: Element, linked: LinkedData, said: Metadata) -> bool:
    """Return whether a page lists articles: it says so, or does not say that it is one, and most of its text is links."""
    if said.has_node:
        return False
    if linked.of_types(*_LISTS) or (said.known.url and _SEARCH.search(said.known.url)):
        return True
    if said.is_article:
        return False
    if len(linked.articles) >= _MIN_ARTICLES_OF_LIST or (said.known.url and is_home(said.known.url)):
        return True
    return prose(tree)[1] < _MIN_PROSE_CHARACTERS and _share_in_links(tree) > _MAX_SHARE_IN_LINKS


def _share_in_links(tree: Element) -> float:
    """Return the part of the text of a page that stands in links."""
    seen = linked = 0
    stack: list[tuple[Element, bool]] = [(tree, False)]
    while stack:
        element, is_in_link = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            continue
        is_in_link = is_in_link or element.tag == "a"
        own = len((element.text or "").strip())
        tails = sum(len((child.tail or "").strip()) for child in element)
        seen += own + tails
        linked += own + tails if is_in_link else 0
        stack.extend((child, is_in_link) for child in element)
    return linked / seen if seen else 0.0
