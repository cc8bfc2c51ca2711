"""Manchette, as a person builds it and as the shell asks it."""

import os
import pickle
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path

from corpus import Article, read
from index import engines
from index.document import prepare
from index.engine import Ask
from index.layout import HOME
from index.opening import open_engine, open_names, open_stories
from index.query import Query
from search.cli import main
from search.counts.facets import MAX_SHOWN_VALUES
from search.language import parse
from search.planning.plan import Matching, plan
from search.searcher import Page, Searcher
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import Answers, System

SIX = ("person", "org", "place", "source", "section", "month")
WHOLE = Page(facets=SIX, values=MAX_SHOWN_VALUES, folded=True)
"""What the shell asks for."""


ALL, ANY = Matching.ALL, Matching.ANY
IDS = 200


def build(system: System, file: Path, folder: Path) -> None:
    """Add a file to the index of a folder: `manchette index`, the file being the first there or one more.

    Raises:
        RuntimeError: the command failed, and has said why.
    """
    _on_shards(system)
    press = folder / "press"
    press.mkdir(parents=True, exist_ok=True)
    if not (press / file.name).exists():
        try:
            (press / file.name).hardlink_to(file)  # a million articles are 3 GB
        except OSError:
            shutil.copy(file, press)
    options = ["--index", str(folder), "--engine", system.engine, "--entities", system.entities]
    if main(["index", str(press), *options]):
        raise RuntimeError("manchette index failed")


def _on_shards(system: System) -> None:
    """Have the next index of a cluster made of the parts of a system; this process makes no other."""
    if system.shards:
        from index.engines.opensearch.writer import SHARDS

        os.environ[SHARDS] = str(system.shards)


def alone(system: System, file: Path, folder: Path) -> float:
    """Return the articles a second that an engine takes whose documents were prepared before; the index is not kept."""
    _on_shards(system)
    directory = folder / "generations" / "1" / "engine"
    with tempfile.TemporaryFile() as prepared:
        number = 0
        for number, found in enumerate(read(file, name=file.name, columns={}), 1):  # noqa: B007 - how many there are
            if isinstance(found, Article):
                pickle.dump(prepare(found), prepared)
        prepared.seek(0)
        engines.create(system.engine, directory)
        started = time.perf_counter()
        writer = engines.open_writer(system.engine, directory)
        for _ in range(number):
            writer.add(pickle.load(prepared))  # noqa: S301 - of this process
        writer.commit()
        seconds = time.perf_counter() - started
    forget(folder)
    return number / seconds


def forget(folder: Path) -> None:
    """Remove an index, on a cluster too."""
    for pointer in folder.rglob("engine"):
        engines.discard(pointer)
    shutil.rmtree(folder, ignore_errors=True)


def opened(folder: Path) -> Answers:
    """Open an index; the pages are those of a search, the other kinds ask the engine alone, as the peers are asked."""
    engine, names = open_engine(folder / HOME), open_names(folder / HOME)
    searcher = Searcher(engine, names, open_stories(folder / HOME))

    def planned(line: str, matching: Matching = ALL) -> Query:
        return plan(parse(line), date.today(), matching, names)  # noqa: DTZ011 - as the searcher does

    def ask(line: str, facets: tuple[str, ...] = (), matching: Matching = ALL) -> int:
        query = planned(line, matching)
        hits = engine.search(query, Ask(facets=facets, names=names, values=MAX_SHOWN_VALUES))
        hits.count_facets()  # waits for the thread that counts them
        return len(hits.hits)

    def whole(text: str) -> int:
        return len(searcher.search(text, WHOLE).results)

    return {
        Kind.WORD: ask,
        Kind.WORDS: ask,
        Kind.ANY: lambda text: ask(text, matching=ANY),
        Kind.IDS: lambda text: len(engine.ranked(planned(text), IDS)),
        Kind.PHRASE: lambda text: ask(f'"{text}"'),
        Kind.WILDCARD: lambda text: ask(f"{text}*"),
        Kind.FUZZY: lambda text: ask(f"{text}~"),
        Kind.FACETS: lambda text: ask(text, SIX),
        Kind.FACETS_WORDS: lambda text: ask(text, SIX),
        Kind.FACETS_ANY: lambda text: ask(text, SIX, ANY),
        Kind.PAGE: lambda text: len(searcher.search(text).results),
        Kind.WHOLE_WORD: whole,
        Kind.WHOLE_WORDS: whole,
    }
