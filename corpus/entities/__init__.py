"""Who, what and where: the persons, organisations and places that an article names.

`extract` reads articles with a model that was trained on annotated press (`corpus.entities.training`).  The model
labels the words of an article one by one; the mentions of one name in one article make one entity.
"""

from collections.abc import Sequence

from corpus.entities.entity import Entity, Kind
from corpus.entities.model import Model, load

__all__ = ["VERSION", "Entity", "Kind", "Model", "extract"]

VERSION = 4
"""Is raised when `extract` finds other entities in a text: an index of an older version is made anew."""

_TEXTS_PER_BATCH = 64
"""Texts that are labelled together: one at a time takes a third longer, 256 at a time save a twentieth."""


def extract(texts: Sequence[str], model: Model = Model.MODERN) -> list[tuple[Entity, ...]]:
    r"""Return the entities of each text, in order: the most mentioned first, then the first mentioned.

    A text is the title, a line feed and the body of one cleaned article.  The model is read at the first call.

    >>> [[(entity.kind.value, entity.name) for entity in found] for found in extract(
    ...     ["M. Shahkar à Rabat\nFaisal Shahkar, de l’ONU, est arrivé à Rabat."])]
    [[('person', 'Faisal Shahkar'), ('place', 'Rabat'), ('org', 'Nations unies')]]
    """
    from corpus.entities.article import entities
    from corpus.entities.mentions import mentions

    tagger = load(model)
    entities_of_texts: list[tuple[Entity, ...]] = []
    for begin in range(0, len(texts), _TEXTS_PER_BATCH):
        batch = texts[begin : begin + _TEXTS_PER_BATCH]
        entities_of_texts.extend(
            entities(text, mentions(text, spans))
            for text, spans in zip(batch, tagger.spans(batch), strict=True)
        )
    return entities_of_texts
