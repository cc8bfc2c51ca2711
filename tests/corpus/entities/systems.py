"""What is measured: anything that reads texts and says which names are in them; here, our own extractor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.entities import Entity, Kind, Model, extract
from corpus.entities.training.datasets import Span
from corpus.spans import outermost
from tests.corpus.entities.press_gold import Facet
from tests.corpus.entities.tally import KINDS

LABELS = {kind: name for name, kind in KINDS.items()} | {Kind.OTHER: "MISC"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a system finds in a text: the names where they stand, and the values for the facets."""

    spans: tuple[Span, ...]
    facets: frozenset[Facet]


@dataclass(frozen=True, slots=True)
class System:
    """A name for its row, and how it reads texts, many at a time."""

    name: str
    read: Callable[[Sequence[str]], list[Reading]]


def ours() -> list[System]:
    """Return our extractor, once with each of its models."""
    return [System(model.value, partial(_read, model)) for model in Model]


def _read(model: Model, texts: Sequence[str]) -> list[Reading]:
    return [
        Reading(_spans(entities), frozenset((entity.kind, entity.name) for entity in entities))
        for entities in extract(texts, model)
    ]


def _spans(entities: Sequence[Entity]) -> tuple[Span, ...]:
    """Return where the entities are named; of names one inside the other, the outer, as the annotators do."""
    return outermost(
        (start, end, LABELS[entity.kind]) for entity in entities for start, end in entity.mentions
    )
