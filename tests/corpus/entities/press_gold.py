"""Scores the facets of press articles annotated by hand; as a command, prints ours.

PYTHONPATH=. python tests/corpus/entities/press_gold.py SHARED/testsets/entities/press_gold.jsonl [--errors]
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import combining, normalize

from corpus.entities import Kind, extract
from corpus.entities.training.datasets import DatasetNotFound
from tests.corpus.entities.tally import KINDS, Score, Tally, total

Facet = tuple[Kind, str]
"""A value of a facet: what it is, and its name as shown."""

_ARTICLE = re.compile(r"^(?:(?:la|le|les|the|un|une|des|du|de la|de) +|(?:de )?l'|d')(?=\S)")
_HONORIFIC = re.compile(
    r"^(?:m|mm|mmes?|mlles?|me|dr|pr|mgr|monsieur|madame|maitre|docteur|professeur|sir|lord)\.? +(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Expected:
    """An annotated entity: under any of its names, of any of its kinds; an optional one is never missed."""

    kinds: tuple[Kind, ...]
    name: str
    names: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """An article as the extractor takes it, and the entities that it names."""

    id: str
    text: str
    expected: tuple[Expected, ...]


def load(gold: Path) -> list[Judged]:
    """Return the annotated articles of a file."""
    if not gold.is_file():
        raise DatasetNotFound("reading.no_dataset", path=str(gold))
    records = map(json.loads, gold.read_text("utf-8").splitlines())
    return [
        Judged(record["id"], f"{record['title']}\n{record['text']}", tuple(_expected(record["entities"])))
        for record in records
    ]


def score(articles: Sequence[Judged], found: Sequence[Iterable[Facet]]) -> list[Score]:
    """Return the score of each article: of the entities it names against the facets found."""
    return [_compare(*pair) for pair in zip(articles, found, strict=True)]


def normal(name: str) -> str:
    """Return a name without case, accents, quotes, hyphens, honorifics and articles."""
    name = name.replace("’", "'").replace("œ", "oe").replace("Œ", "oe")
    name = "".join(char for char in normalize("NFD", name.casefold()) if not combining(char))
    name = re.sub(r"[\"«»“”()\[\]\s\-‐–_]+", " ", name).strip(" .,;:!?'&")
    bare = _ARTICLE.sub("", _HONORIFIC.sub("", name))
    return name if bare == name else normal(bare)


def _expected(entities: Sequence[dict[str, object]]) -> Iterator[Expected]:
    for entity in entities:
        types, name, aliases = entity["types"], str(entity["name"]), entity["aliases"]
        assert isinstance(types, list)
        assert isinstance(aliases, list)
        yield Expected(
            tuple(KINDS[kind] for kind in types),
            name,
            frozenset(map(normal, (name, *aliases))),
            bool(entity["optional"]),
        )


def _compare(article: Judged, found: Iterable[Facet]) -> Score:
    """Count one article; a second name of an entity already found is neither right nor wrong."""
    score = Score()
    right: Counter[int] = Counter()
    seen: Counter[int] = Counter()
    for kind, name in sorted({(kind, normal(name)) for kind, name in found if kind in score.kinds}):
        named = [(number, entity) for number, entity in enumerate(article.expected) if name in entity.names]
        named.sort(
            key=lambda pair: (kind not in pair[1].kinds, pair[1].optional, normal(pair[1].name) != name)
        )
        if not named:
            score.kinds[kind] += Tally(wrong=1)
            score.free += Tally(wrong=1)
            score.errors.append(f"{article.id}: wrong {kind} {name}")
            continue
        number, entity = named[0]
        if entity.optional:
            continue
        seen[number] += 1
        if kind not in entity.kinds:
            score.kinds[kind] += Tally(wrong=1)
            score.errors.append(f"{article.id}: {kind} {name} is {'/'.join(entity.kinds)}")
        elif not right[number]:
            right[number] += 1
            score.kinds[kind] += Tally(right=1)
    for number, entity in enumerate(article.expected):
        if entity.optional:
            continue
        score.free += Tally(right=1) if seen[number] else Tally(missed=1)
        if not right[number]:
            score.kinds[entity.kinds[0]] += Tally(missed=1)
            score.errors.append(f"{article.id}: missed {entity.kinds[0]} {entity.name}")
    return score


def main(arguments: list[str]) -> None:
    articles = load(Path(arguments[0]))
    found = extract([article.text for article in articles])
    facets = [[(entity.kind, entity.name) for entity in entities] for entities in found]
    whole = total(score(articles, facets))
    rows = [*((kind.value, tally) for kind, tally in whole.kinds.items()), ("strict", whole.strict)]
    sys.stdout.write("          P     R    F1\n")
    for label, tally in [*rows, ("free", whole.free)]:
        sys.stdout.write(f"{label:7}{tally.precision:6.1%}{tally.recall:6.1%}{tally.f1:6.1%}\n")
    if "--errors" in arguments:
        sys.stdout.write("\n".join(whole.errors) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
