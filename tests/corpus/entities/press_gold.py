"""Scores the extractor against the hand-annotated press articles: run it to see the table.

PYTHONPATH=. python tests/corpus/entities/press_gold.py SHARED/testsets/entities/press_gold.jsonl [--errors]
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import combining, normalize

from corpus.entities import Entity, Kind, extract

KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORG, "LOC": Kind.PLACE}

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


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed facet values."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass(slots=True)
class Score:
    """A tally for each kind, one for all (`strict`), one where the kind does not matter (`free`)."""

    kinds: dict[Kind, Tally] = field(default_factory=lambda: {kind: Tally() for kind in Kind})
    free: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)

    @property
    def strict(self) -> Tally:
        tallies = self.kinds.values()
        return Tally(
            sum(tally.right for tally in tallies),
            sum(tally.wrong for tally in tallies),
            sum(tally.missed for tally in tallies),
        )


def normal(name: str) -> str:
    """Return a name without case, accents, quotes, hyphens, honorifics and articles."""
    name = name.replace("’", "'").replace("œ", "oe").replace("Œ", "oe")
    name = "".join(char for char in normalize("NFD", name.casefold()) if not combining(char))
    name = re.sub(r"[\"«»“”()\[\]\s\-‐–_]+", " ", name).strip(" .,;:!?'&")
    bare = _ARTICLE.sub("", _HONORIFIC.sub("", name))
    return name if bare == name else normal(bare)


def score(gold: Path) -> Score:
    """Extract from every annotated article and compare."""
    records = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    found = extract([f"{record['title']}\n{record['text']}" for record in records])
    total = Score()
    for record, entities in zip(records, found, strict=True):
        _compare(record["id"], list(_expected(record["entities"])), entities, total)
    return total


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


def _compare(where: str, expected: list[Expected], found: tuple[Entity, ...], total: Score) -> None:
    """Count one article; a second name of an entity already found is neither right nor wrong."""
    right: Counter[int] = Counter()
    seen: Counter[int] = Counter()
    for kind, name in sorted({(entity.kind, normal(entity.name)) for entity in found}):
        named = [(place, entity) for place, entity in enumerate(expected) if name in entity.names]
        named.sort(
            key=lambda pair: (kind not in pair[1].kinds, pair[1].optional, normal(pair[1].name) != name)
        )
        if not named:
            total.kinds[kind].wrong += 1
            total.free.wrong += 1
            total.errors.append(f"{where}: wrong {kind} {name}")
            continue
        place, entity = named[0]
        if entity.optional:
            continue
        seen[place] += 1
        if kind not in entity.kinds:
            total.kinds[kind].wrong += 1
            total.errors.append(f"{where}: {kind} {name} is {'/'.join(entity.kinds)}")
        elif not right[place]:
            right[place] += 1
            total.kinds[kind].right += 1
    for place, entity in enumerate(expected):
        if entity.optional:
            continue
        if seen[place]:
            total.free.right += 1
        else:
            total.free.missed += 1
        if not right[place]:
            total.kinds[entity.kinds[0]].missed += 1
            total.errors.append(f"{where}: missed {entity.kinds[0]} {entity.name}")


def main(arguments: list[str]) -> None:
    total = score(Path(arguments[0]))
    rows = [*((kind.value, tally) for kind, tally in total.kinds.items()), ("strict", total.strict)]
    sys.stdout.write("          P     R    F1\n")
    for label, tally in [*rows, ("free", total.free)]:
        sys.stdout.write(f"{label:7}{tally.precision:6.1%}{tally.recall:6.1%}{tally.f1:6.1%}\n")
    if "--errors" in arguments:
        sys.stdout.write("\n".join(total.errors) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
