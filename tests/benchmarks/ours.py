"""Manchette, as a person builds it and as the shell asks it."""

import shutil
from datetime import date
from pathlib import Path

from index.engine import Ask
from index.layout import HOME
from index.opening import open_engine, open_names, open_stories
from search.cli import main
from search.counts.facets import MAX_SHOWN_VALUES
from search.language import parse
from search.planning.plan import plan
from search.searcher import Page, Searcher
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import Answers

SIX = ("person", "org", "place", "source", "section", "month")
WHOLE = Page(facets=SIX, values=MAX_SHOWN_VALUES, folded=True)
"""What the shell asks for."""


def build(engine: str, entities: str, file: Path, folder: Path) -> None:
    """Add a file to the index of a folder: `manchette index`, the file being the first there or one more.

    Raises:
        RuntimeError: the command failed, and has said why.
    """
    press = folder / "press"
    press.mkdir(parents=True, exist_ok=True)
    if not (press / file.name).exists():
        try:
            (press / file.name).hardlink_to(file)  # a million articles are 3 GB
        except OSError:
            shutil.copy(file, press)
    if main(["index", str(press), "--index", str(folder), "--engine", engine, "--entities", entities]):
        raise RuntimeError("manchette index failed")


def opened(folder: Path) -> Answers:
    """Open an index; the pages are those of a search, the other kinds ask the engine alone, as the peers are asked."""
    engine, names = open_engine(folder / HOME), open_names(folder / HOME)
    searcher = Searcher(engine, names, open_stories(folder / HOME))

    def ask(line: str, facets: tuple[str, ...] = ()) -> int:
        query = plan(parse(line), date.today(), names=names)  # noqa: DTZ011 - as the searcher does
        hits = engine.search(query, Ask(facets=facets, names=names, values=MAX_SHOWN_VALUES))
        hits.count_facets()  # waits for the thread that counts them
        return len(hits.hits)

    def whole(text: str) -> int:
        return len(searcher.search(text, WHOLE).results)

    return {
        Kind.WORD: ask,
        Kind.WORDS: ask,
        Kind.PHRASE: lambda text: ask(f'"{text}"'),
        Kind.WILDCARD: lambda text: ask(f"{text}*"),
        Kind.FUZZY: lambda text: ask(f"{text}~"),
        Kind.FACETS: lambda text: ask(text, SIX),
        Kind.PAGE: lambda text: len(searcher.search(text).results),
        Kind.WHOLE_WORD: whole,
        Kind.WHOLE_WORDS: whole,
    }
