"""Real articles as grown ones are made of them: paragraphs that know which persons, organisations and places they name.

The names are those that our extractor finds, so that facets are full in an index that was made without it.
"""

import json
import lzma
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from corpus.entities import Entity, Kind, extract
from tests.benchmarks.articles import Record

Mention = tuple[int, int, Entity]

BATCH = 64
NAMED = (Kind.PERSON, Kind.ORG, Kind.PLACE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of `words` words, cut so that every second piece is a mention of a person; `bearers` names these persons."""

    pieces: tuple[str, ...]
    bearers: tuple[str, ...]
    org: tuple[str, ...]
    place: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Donor:
    """A real article: its record with the names it has, the passage of its abstract and those of its text."""

    record: Record
    heading: Passage
    body: tuple[Passage, ...]


def real(shared: Path) -> Iterator[Record]:
    """Yield the 36,016 Orange articles."""
    with lzma.open(shared / "corpora" / "orange.jsonl.xz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def donors(records: Iterable[Record]) -> Iterator[Donor]:
    """Yield the donor of each record."""
    source = iter(records)
    while batch := list(islice(source, BATCH)):
        texts = [
            "\n".join((_line(record["title"]), _line(record.get("heading")), record["text"]))
            for record in batch
        ]
        for record, text, found in zip(batch, texts, extract(texts), strict=True):
            names = {kind.value: [one.name for one in found if one.kind is kind] for kind in NAMED}
            _, heading, *body = _passages(text, found)
            yield Donor(record | names, heading, tuple(passage for passage in body if passage.words))


def kept(path: Path, records: Iterable[Record]) -> list[Donor]:
    """Return the donors that a file has; where there is none, those of the records, which the file has afterwards."""
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        with unfinished.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(donor), ensure_ascii=False) + "\n" for donor in donors(records))
        unfinished.rename(path)
    with path.open(encoding="utf-8") as lines:
        return [_donor(json.loads(line)) for line in lines]


def _donor(record: dict[str, Any]) -> Donor:
    return Donor(record["record"], _passage(record["heading"]), tuple(map(_passage, record["body"])))


def _passage(record: dict[str, Any]) -> Passage:
    lists = {name: tuple(value) for name, value in record.items() if name != "words"}
    return Passage(**lists, words=record["words"])


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _passages(text: str, found: Sequence[Entity]) -> Iterator[Passage]:
    """Yield the lines of a text with what each one names."""
    mentions = sorted(
        ((*span, entity) for entity in found if entity.kind in NAMED for span in entity.mentions),
        key=lambda mention: mention[:2],
    )
    begin = at = 0
    for line in text.split("\n"):
        end, first = begin + len(line), at
        while at < len(mentions) and mentions[at][0] < end:
            at += 1
        yield _cut(text, begin, end, mentions[first:at])
        begin = end + 1


def _cut(text: str, begin: int, end: int, mentions: Sequence[Mention]) -> Passage:
    pieces, bearers, at = [], [], begin
    for start, stop, entity in mentions:
        if entity.kind is Kind.PERSON and at <= start and stop <= end:
            pieces += [text[at:start], text[start:stop]]
            bearers.append(entity.name)
            at = stop
    org, place = (
        tuple(dict.fromkeys(entity.name for *_, entity in mentions if entity.kind is kind))
        for kind in (Kind.ORG, Kind.PLACE)
    )
    words = len(re.findall(r"\w+", text[begin:end]))
    return Passage((*pieces, text[at:end]), tuple(bearers), org, place, words)
