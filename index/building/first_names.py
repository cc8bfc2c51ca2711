"""What a corpus makes of a first name alone: the person who is known by it, somebody of that name, or nobody.

An article that names a victim Pamela, or David Hallyday David throughout, gives a facet value that is many persons.
"""

from collections.abc import Iterator
from operator import itemgetter

from corpus.entities.lexicon import is_first_name
from corpus.entities.names import REIGNS
from corpus.spelling import spelling_to_show
from index.document import whole
from index.names.aliases import NameKey
from index.names.resolution import OTHER, EntityName
from index.storage.register import Count, Register

MIN_ARTICLES_OF_BEARER = 5
"""The least articles that must name a person in full before a surname or a first name alone is theirs (entities.md, section 7)."""

_MIN_SHARE_OF_ONE = 0.85
"""The least share of the articles with a full name of a first name that must mean one person: Johnny Hallyday has 0.88."""

_MIN_SHARE_ALONE = 0.02
"""The least articles with the first name alone, for each with the full name, before that is what the press calls the person.

Johnny Hallyday has 0.11, Macky Sall 0.11, Meghan Markle 0.11; Emmanuel Macron 0.002: an Emmanuel is somebody else."""

_MIN_ARTICLES_OF_KNOWN = 4
"""The least articles that must have a first name alone before it is a name by itself: Arthur, Madonna."""

_REIGN_TERMS = tuple(f"{whole(reign)}_" for reign in REIGNS)


def first_names(register: Register) -> Iterator[tuple[NameKey, EntityName]]:
    """Yield the touched first names that stand alone, each with its person; with the field of works if it is nobody's.

    A name that more articles have as a surname (Erdogan, Salah) is none of these, though a list has it.
    """
    for alone in register.single("person"):
        first = alone.key.term[1:]
        if not is_first_name(first):
            continue
        namesakes = register.bearers(first)
        called = [(term, articles) for term, articles in namesakes if _is_called(term, alone)]
        of_called = sum(articles for _, articles in called)
        of_all = sum(articles for _, articles in namesakes)
        best, most = max(called, key=itemgetter(1), default=("", 0))
        if _goes_by(alone, most, of_all):
            yield alone.key, EntityName("person", spelling_to_show(register.count("person", best).forms))
        elif 2 * of_called >= of_all and alone.articles < max(_MIN_ARTICLES_OF_KNOWN, of_called / 2):
            yield alone.key, EntityName(OTHER, spelling_to_show(alone.forms))


def _goes_by(alone: Count, articles: int, of_all: int) -> bool:
    """Return whether a first name alone is a person with some articles, of all who are named in that many."""
    return (
        articles >= max(MIN_ARTICLES_OF_BEARER, _MIN_SHARE_OF_ONE * of_all)
        and _MIN_SHARE_ALONE * articles <= alone.articles <= 2 * articles
    )


def _is_called(term: str, first_name: Count) -> bool:
    """Return whether a person is called by a first name: Johnny Hallyday, prince Harry."""
    return term.startswith((f"{first_name.key.term}_", *_REIGN_TERMS))
