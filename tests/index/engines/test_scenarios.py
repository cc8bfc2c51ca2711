"""Every engine answers the scenarios."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from corpus import Article, PrintDate
from index.engine import Ask, Engine, Sort
from index.fields import TEXTS, VALUES
from search.counts import facets
from search.language import parse, tree
from search.planning.plan import Matching, plan
from search.planning.quorum import Quorum
from tests.index.engines.stores import (
    EVERY_STORE,
    STORES,
    TODAY,
    write,
)
from tests.support.press import article

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@dataclass(frozen=True)
class Case:
    """A search of a scenario, and what it must give."""

    scenario: str
    comment: str
    query: str
    ids: tuple[str, ...]
    facets: dict[str, dict[str, int]]
    ordered: bool
    matching: Matching
    sort: Sort

    def __str__(self) -> str:
        return f"{self.scenario}: {self.query}"


def cases() -> Iterator[Case]:
    for folder in sorted(SCENARIOS.iterdir()):
        for search in tomllib.loads((folder / "searches.toml").read_text("utf-8"))["search"]:
            yield Case(
                folder.name,
                search["comment"],
                search["query"],
                tuple(search["ids"]),
                search.get("facets", {}),
                "sort" in search or search.get("ordered", False),
                Matching(search.get("matching", "most")),
                Sort(search.get("sort", "relevance")),
            )


def articles(folder: Path) -> list[Article]:
    return [
        _article(json.loads(line)) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()
    ]


def _article(record: dict[str, Any]) -> Article:
    """Return the article of a record whose keys are those of `Article`."""
    day = record.pop("date", None)
    lists = {name: tuple(value) for name, value in record.items() if isinstance(value, list)}
    return article(
        record.pop("id"), **{**record, **lists, "date": PrintDate.fromisoformat(day) if day else None}
    )


@cache
def scenario(store: str, name: str) -> tuple[Engine, TemporaryDirectory[str]]:
    folder = TemporaryDirectory(prefix="manchette-")
    made = STORES[store](Path(folder.name))
    write(made, articles(SCENARIOS / name))
    return made.engine(), folder


@pytest.mark.parametrize("engine", EVERY_STORE)
@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_scenario(case: Case, engine: str) -> None:
    opened, _ = scenario(engine, case.scenario)
    names = tuple(dict.fromkeys(map(facets.engine_facet, case.facets)))
    query = plan(parse(case.query), TODAY, case.matching, quorum=Quorum(opened, 2))
    hits = opened.search(query, Ask(1000, sort=case.sort, facets=names))

    given_ids = [hit.article.id for hit in hits.hits]
    if case.ordered and (engine != "oracle" or case.sort is not Sort.RELEVANCE):
        assert given_ids == list(case.ids), case.comment
    else:
        assert sorted(given_ids) == sorted(case.ids), case.comment
    assert hits.total.count == len(case.ids)
    counted = hits.count_facets()
    for name, counts in case.facets.items():
        buckets = facets.buckets(name, counted[facets.engine_facet(name)])
        assert {bucket.value: bucket.count for bucket in buckets} == counts, case.comment


def test_every_field_and_every_leaf_of_the_language_is_in_a_scenario() -> None:
    """`like:` is not: its answer depends on the words of the index (tests/search/study/test_likeness.py)."""
    leaves = [leaf for case in cases() for leaf in _leaves(parse(case.query))]
    kinds = {tree.Word, tree.Phrase, tree.Wildcard, tree.Fuzzy, tree.Form, tree.Dates, tree.Everything}
    named = {
        leaf.field
        for leaf in leaves
        if not isinstance(leaf, tree.Form | tree.Dates | tree.Like | tree.Everything)
    }

    assert {type(leaf) for leaf in leaves} == kinds
    assert named >= {field.name for field in (*TEXTS[1:], *VALUES)}


def _leaves(node: tree.Tree) -> Iterator[tree.Leaf]:
    match node:
        case tree.Words(clauses) | tree.And(clauses) | tree.Or(clauses):
            for clause in clauses:
                yield from _leaves(clause)
        case tree.Not(clause) | tree.Boost(clause):
            yield from _leaves(clause)
        case _:
            yield node
