"""Reads mutated records from files of a few: `python -m tests.hardening.records --count 100000`.

One record of each file is mutated.  No file raises an exception or takes over a second of processor time, from its
bytes to documents with names and vectors; each record comes out as an article or is reported.  A record that is
neither, and a neighbour of the mutated one that is missing without a report, are defects.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus import Article, Rejected, cut
from corpus.entities.model import Model
from index.building.pipeline import Ready, Task, Wanted, work
from index.stored import load
from search.messages import sentence
from search.render import plain
from search.render.inert import OBEYED
from tests.hardening import press
from tests.hardening.mutations import Made, Mutator
from tests.hardening.tally import Tally, show_progress

_DONORS = 500
"""Articles of which the records are made."""


def read(folder: Path, count: int, seed: int, entities: str) -> Tally:
    """Return what came of so many mutated records, each in a file of its own, with neighbours."""
    trials, wanted = Tally(), Wanted(entities, vectors=True)
    mutator = Mutator(list(press.records(_DONORS)), seed)
    for done in range(count):
        made = mutator.file()
        path = folder / f"presse{done}.{made.format}"
        path.write_bytes(made.data)

        def trial(made: Made = made, path: Path = path) -> Iterator[str]:
            yield f"format: {made.format}"
            yield f"mutation: {made.mutation}"
            pieces = list(cut(path, name=path.name, columns={}))
            worked = work([Task(piece) for piece in pieces], wanted=wanted)
            read = [result for results in worked for result in results if result is not None]
            yield from judged(made, read)

        before = len(trials.defects)
        trials.run(f"{made.format}, {made.mutation}: {made.data!r}", trial)
        if len(trials.defects) > before and (kept := os.environ.get("MANCHETTE_KEEP")):
            (Path(kept) / path.name).write_bytes(made.data)
        path.unlink()
        if done % 50 == 0:
            trials.weigh()
        show_progress(done, count)
    return trials


def judged(made: Made, read: list[Ready | Rejected]) -> Iterator[str]:
    """Yield what became of each record of a file."""
    articles = [
        load(result.document.kept) for result in read if isinstance(result, Ready) and result.document
    ]
    rejected = [result for result in read if isinstance(result, Rejected)]
    for result in rejected:
        said = plain.message(sentence(result.reason))
        assert not OBEYED.search(said.replace("\n", "")), "a rejection is obeyed"
        yield f"rejected: {result.reason.code}"
    for article in articles:
        assert not OBEYED.search(_texts(article)), f"an article is obeyed: {OBEYED.search(_texts(article))!r}"
        assert article.body, "an article without a text"
    for number, mark in enumerate(made.marks):
        holding = [article for article in articles if mark in _texts(article)]
        glued = any(other in _texts(article) for article in holding for other in made.marks if other != mark)
        who = "mutated" if number == made.mutated else "neighbour"
        if holding:
            yield f"{who}: {'in an article with another record' if glued else 'an article'}"
        elif rejected:
            yield f"{who}: reported"
        elif number == made.mutated and (len(articles) >= len(made.marks) or not _is_there(mark, made)):
            yield f"{who}: an article without its mark"
        else:
            raise AssertionError(
                f"{mark} is neither read nor reported: {len(articles)} articles of {len(made.marks)} records"
            )


def _is_there(mark: str, made: Made) -> bool:
    """Return whether a mark can still be read in the bytes of a file."""
    return mark.encode() in made.data


def _texts(article: Article) -> str:
    return " ".join(
        (
            article.title,
            *article.heading.split("\n"),
            *article.body.split("\n"),
            article.source,
            article.url,
            article.id,
        )
    )


def main() -> int:
    """Read, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--count", type=int, default=100_000, help="mutated records, each in a file of its own"
    )
    parser.add_argument("--seed", type=int, default=2025)
    parser.add_argument("--entities", choices=(*Model, "none"), default="modern")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        trials = read(Path(temporary), options.count, options.seed, options.entities)
    sys.stdout.writelines(f"{line}\n" for line in trials.report())
    return bool(trials.defects)


if __name__ == "__main__":
    sys.exit(main())
