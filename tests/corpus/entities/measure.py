"""What a system is worth on the annotated sets, and how fast it reads."""

import json
import lzma
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus.entities.training.datasets import Annotated, europeana, sequoia, winer
from tests.corpus.entities import press_gold, spans
from tests.corpus.entities.press_gold import Judged
from tests.corpus.entities.systems import System
from tests.corpus.entities.tally import KINDS, Score, total
from tests.support.floors import Floors

FLOORS = Floors(Path(__file__).with_name("floors.json"), slack=0.005, digits=3)
"""The F1 that the extractor has at least, by system, and by set and kind; the slack is for a change of no consequence."""

BATCH = 64
SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Sets:
    """The articles with their facets, and the texts with their spans, by the name of their set."""

    facets: list[Judged]
    spans: dict[str, list[Annotated]]


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of a system: of each article's facets, and of the spans of each set."""

    facets: list[Score]
    spans: dict[str, Score]

    def figures(self) -> dict[str, float]:
        """Return every F1, by set and kind, in the order of the table."""
        figures = _figures("facets", total(self.facets))
        for name, score in self.spans.items():
            figures |= _figures(name, score)
        return figures


def load(shared: Path) -> Sets:
    """Return the sets to test on: modern press and, the last one, noisy OCR of 1906."""
    return Sets(
        press_gold.load(shared / "testsets" / "entities" / "press_gold.jsonl"),
        {"wikinews": winer(shared, "test"), "est": sequoia(shared), "1906": europeana(shared, 1)},
    )


def measure(system: System, sets: Sets) -> Measured:
    """Return the scores of a system."""
    facets = [reading.facets for reading in system.read([article.text for article in sets.facets])]
    scores = {}
    for name, documents in sets.spans.items():
        found = [reading.spans for reading in system.read([document.text for document in documents])]
        scores[name] = total(spans.score(documents, found))
    return Measured(press_gold.score(sets.facets, facets), scores)


def speed(system: System, shared: Path) -> float:
    """Return the words that a system reads in a second of one core, of articles that it has not read yet."""
    words, spent = 0, 0.0
    articles = _articles(shared)
    while spent < SECONDS and (texts := list(islice(articles, BATCH))):
        begin = time.process_time()
        system.read(texts)
        spent += time.process_time() - begin
        words += sum(len(text.split()) for text in texts)
    return words / spent


def _figures(name: str, score: Score) -> dict[str, float]:
    return {
        **{f"{name} {label}": score.kinds[kind].f1 for label, kind in KINDS.items()},
        f"{name} strict": score.strict.f1,
        f"{name} free": score.free.f1,
    }


def _articles(shared: Path) -> Iterator[str]:
    with lzma.open(shared / "corpora" / "orange.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield f"{article['title']}\n{article['text']}"
