"""SQLite's FTS5, the tokenizer that drops accents; it has no facets, and of wildcards only the first letters."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.articles import Record, text_of
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import Answers

FILE = "articles.sqlite"

TEN = "SELECT id FROM article WHERE article MATCH ? ORDER BY rank LIMIT 10"
PAGE = TEN.replace("id", "id, snippet(article, 1, '[', ']', '…', 40)", 1)


def build(records: Iterable[Record], folder: Path) -> None:
    """Add articles."""
    database = sqlite3.connect(folder / FILE)
    database.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS article"
        " USING fts5(id UNINDEXED, text, tokenize='unicode61 remove_diacritics 2')"
    )
    database.executemany(
        "INSERT INTO article VALUES (?, ?)", ((record["id"], text_of(record)) for record in records)
    )
    database.commit()
    database.close()


def opened(folder: Path) -> Answers:
    """Open the index."""
    database = sqlite3.connect(folder / FILE)

    def ask(match: str, select: str = TEN) -> int:
        return len(database.execute(select, (match,)).fetchall())

    return {
        Kind.WORD: ask,
        Kind.WORDS: ask,
        Kind.PHRASE: lambda text: ask(f'"{text}"'),
        Kind.WILDCARD: lambda text: ask(f"{text}*"),
        Kind.PAGE: lambda text: ask(text, PAGE),
    }
