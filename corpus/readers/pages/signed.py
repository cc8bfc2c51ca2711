"""Who signs the article of a page: its authors and its paper."""

from collections.abc import Iterable
from html import unescape
from itertools import chain

from corpus.byline import byline, coauthors, persons, without_by
from corpus.clean import clean_line
from corpus.readers.columns import values
from corpus.readers.pages.linked_data import Node
from corpus.readers.pages.statements import Statements, is_within, line_of, words_of
from corpus.sections import is_of_press

_AUTHORS = (
    "author", "articleauthor", "ogarticleauthor", "articleauthorname", "dccreator", "dctermscreator", "parselyauthor",
    "sailthruauthor", "citationauthor", "cxenseparseauthor", "byl",
)  # fmt: skip
SITES = (
    "ogsitename",
    "applicationname",
    "dcpublisher",
    "dctermspublisher",
    "citationjournaltitle",
    "publisher",
)
"""The names of meta elements, the surest first: Open Graph, Dublin Core, and those of frequent services."""
_PUBLISHERS = ("NewsMediaOrganization", "Organization", "WebSite")


def authors(said: Statements, article: Node, source: str, title: str) -> tuple[str, ...]:
    """Return the authors; the paper is one only where the page names nobody else.

    What the page prints as a byline counts where nothing else names a person: some sites state their own name everywhere.
    """
    paper: tuple[str, ...] = ()
    marked = [*map(line_of, said.items("author"))]
    for found in (article.get("author"), [*said.said(*_AUTHORS)], marked, article.get("creator")):
        names = [part for name in values.names(found) for part in _each(text_of(name))]
        if people := [name for name in names if words_of(name) != words_of(source)]:
            return tuple(dict.fromkeys(people))
        paper = paper or tuple(dict.fromkeys(names))
    named = (line_of(element) for element in said.bylines if not is_within(element, "aside"))
    printed = (persons(without_by(line)) for line in named)
    beside = (byline(line)[0] for line in said.beside(title))
    return next(filter(None, chain(printed, beside)), paper)


def source(said: Statements, article: Node, url: str, beside_title: str) -> str:
    """Return the name of the paper: as the page calls its site, else its publisher, else the name of its machine.

    `beside_title` is what the title of the page has beside the headline: it counts if the page heads its articles with it,
    or if it has a word of the press.
    """
    names = [*said.said("ogsitename"), *values.names(article.get("publisher")), *said.said(*SITES)]
    names += [name for node in said.linked.of_types(*_PUBLISHERS) for name in values.names(node.get("name"))]
    written = [text for name in names if (text := text_of(name)) and not values.is_address(text)]
    if beside_title in said.headings or is_of_press(beside_title):
        written.append(beside_title)
    return next(
        (name for name in written if not values.is_domain(name)), next(iter(written), values.host(url))
    )


def text_of(value: object) -> str:
    """Return a value of JSON-LD or of a meta element on one line; its entities are often escaped twice.

    >>> text_of({"name": "L&amp;#039;Écho"})
    "L'Écho"
    """
    return clean_line(unescape(unescape(values.line(value))))


def _each(name: str) -> Iterable[str]:
    """Return the authors of a name, `Anne Roy et Luc Petit`, or the name itself."""
    return coauthors(without_by(name))
