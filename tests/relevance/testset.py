"""A test set: articles, queries, and which articles are right for each."""

import hashlib
import json
import lzma
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus import Article, Found, PrintDate

SEED = 0


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
    corpora: tuple[Path, ...]
    metrics: tuple[str, ...]
    """What its answers are measured by, the first one above all."""
    itself_left_out: bool
    """Whether the queries are articles, each left out of its own answer."""

    @property
    def key(self) -> str:
        """A name for what is indexed, the same for two sets that index the same."""
        stated = (self.fields, sorted(self.only or ()), [str(path) for path in self.corpora])
        return hashlib.sha256(repr(stated).encode()).hexdigest()[:12]

    def without_accents(self) -> "TestSet":
        """Return the set as hurried people type it: `etats generaux`."""
        typed = {query: unaccented(text) for query, text in self.queries.items()}
        return replace(self, name=f"{self.name}, no accents", queries=typed)

    def sample(self, size: int) -> "TestSet":
        """Return the set with this many of its queries, always the same ones."""
        if size >= len(self.queries):
            return self
        drawn = random.Random(SEED).sample(sorted(self.queries), size)
        return replace(self, queries={query: self.queries[query] for query in drawn})


def unaccented(text: str) -> str:
    """Return a text without its accents, its cedillas, its diaereses.

    >>> unaccented("Où ça, Noël ? À l'Élysée")
    "Ou ca, Noel ? A l'Elysee"
    """
    marked = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in marked if not unicodedata.combining(sign))


def names(shared: Path) -> list[str]:
    """Return the names of the test sets."""
    return sorted(path.parent.name for path in (shared / "testsets" / "retrieval").glob("*/meta.json"))


def load(shared: Path, name: str) -> TestSet:
    """Return the test set of this name."""
    folder = shared / "testsets" / "retrieval" / name
    meta = _meta(folder)
    relevant: defaultdict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.txt").read_text("utf-8").splitlines():
        query, _, article, grade = line.split()
        if int(grade) > 0:
            relevant[query].add(article)
    lines = (folder / "queries.tsv").read_text("utf-8").splitlines()
    ids = folder / "ids.txt.xz"
    stated = meta["index"]
    if same := re.match(r"as (\w+)", stated):
        stated = _meta(folder.parent / same[1])["index"]
    return TestSet(
        name=name,
        queries=dict(line.split("\t", 1) for line in lines),
        relevant=dict(relevant),
        fields=indexed(stated),
        only=frozenset(lzma.open(ids, "rt", encoding="utf-8").read().split()) if ids.exists() else None,
        corpora=tuple(
            folder / file if (folder / file).exists() else shared / "corpora" / file
            for file in meta["corpus"].split(" plus ")
        ),
        metrics=tuple(meta["metric"].split(", ")),
        itself_left_out="left out of its own ranking" in stated,
    )


def _meta(folder: Path) -> dict[str, Any]:
    meta: dict[str, Any] = json.loads((folder / "meta.json").read_text("utf-8"))
    return meta


def indexed(stated: str) -> tuple[str, ...]:
    """Return the fields to index of what `meta.json` says of them in prose.

    >>> indexed("title+text (NOT heading)"), indexed("title, heading and text; only the articles of ids.txt.xz")
    (('title', 'text'), ('title', 'heading', 'text'))
    """
    said = re.sub(r"\(.*?\)", "", stated).partition(";")[0]
    fields = tuple(field for field in ("title", "heading", "text") if field in said)
    if not fields:
        raise ValueError(f"no field to index in {stated!r}")
    return fields


def articles(test_set: TestSet) -> Iterator[Article]:
    """Yield the articles of a test set, with the fields that it indexes alone."""
    for corpus in test_set.corpora:
        with lzma.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                article = record.get("id") or record["_id"]
                if test_set.only is not None and article not in test_set.only:
                    continue
                kept = {field: record.get(field) or "" for field in test_set.fields}
                yield Article(
                    id=article,
                    title=kept.get("title", ""),
                    title_found=Found.METADATA,
                    heading=kept.get("heading", ""),
                    body=kept.get("text", ""),
                    raw="",
                    path="",
                    date=PrintDate.fromisoformat(record["date"]) if record.get("date") else None,
                )
