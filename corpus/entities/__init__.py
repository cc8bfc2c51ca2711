"""Who, what and where: the persons, organisations and places that an article names.

`extract` works by lists and cues of the French press: runs of capitalised words are candidates, titles,
prepositions and lists say what they are, and the mentions of one name in one article make one entity.
"""

from collections.abc import Sequence

from corpus.entities.classify import mentions
from corpus.entities.entity import Entity, Kind
from corpus.entities.lexicon import lexicon
from corpus.entities.merge import merge

__all__ = ["Entity", "Kind", "extract"]


def extract(texts: Sequence[str]) -> list[tuple[Entity, ...]]:
    r"""Return the entities of each text, in order: the most mentioned first, then the first mentioned.

    A text is the title, a line feed and the body of one cleaned article.

    >>> [[(entity.kind.value, entity.name) for entity in found] for found in extract(
    ...     ["M. Shahkar à Rabat\nFaisal Shahkar, de l’ONU, est arrivé à Rabat."])]
    [[('person', 'Faisal Shahkar'), ('place', 'Rabat'), ('org', 'Nations unies')]]
    """
    known = lexicon()
    return [merge(text, mentions(text, known)) for text in texts]
