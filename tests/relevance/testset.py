"""A test set: articles, queries, and which articles are right for each."""

import json
import lzma
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus import Article, Found


@dataclass(frozen=True, slots=True)
class TestSet:
    """A folder of `testsets/retrieval`: query texts and right articles, both by query id."""

    __test__ = False  # pytest: not a test

    name: str
    queries: dict[str, str]
    relevant: dict[str, set[str]]
    fields: tuple[str, ...]
    """What of an article is indexed: of title, heading, text."""
    only: frozenset[str] | None
    """The articles that the corpus is limited to."""
    corpus: Path


def load(shared: Path, name: str) -> TestSet:
    """Return the test set of this name."""
    folder = shared / "testsets" / "retrieval" / name
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    relevant: defaultdict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.txt").read_text("utf-8").splitlines():
        query, _, article, grade = line.split()
        if int(grade) > 0:
            relevant[query].add(article)
    lines = (folder / "queries.tsv").read_text("utf-8").splitlines()
    ids = folder / "ids.txt.xz"
    own = folder / "corpus.jsonl.xz"
    return TestSet(
        name=name,
        queries=dict(line.split("\t", 1) for line in lines),
        relevant=dict(relevant),
        fields=_fields(meta["index"]),
        only=frozenset(lzma.open(ids, "rt", encoding="utf-8").read().split()) if ids.exists() else None,
        corpus=own if own.exists() else shared / "corpora" / "orange.jsonl.xz",
    )


def _fields(told: str) -> tuple[str, ...]:
    """Return the fields to index of what `meta.json` says of them in prose."""
    before_not = told.replace("(NOT title, NOT heading)", "")
    return tuple(field for field in ("title", "heading", "text") if field in before_not)


def articles(test_set: TestSet) -> Iterator[Article]:
    """Yield the articles of a test set, with the fields that it indexes alone."""
    with lzma.open(test_set.corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if test_set.only is not None and record["id"] not in test_set.only:
                continue
            kept = {field: record.get(field) or "" for field in test_set.fields}
            yield Article(
                id=record["id"],
                title=kept.get("title", ""),
                title_found=Found.METADATA,
                heading=kept.get("heading", ""),
                body=kept.get("text", ""),
                raw="",
                path="",
                date=date.fromisoformat(record["date"]) if record.get("date") else None,
            )
