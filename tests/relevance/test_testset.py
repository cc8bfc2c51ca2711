"""A test set indexes what its `meta.json` says, and no more."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.relevance import testset

ARTICLES = [
    {"id": "a", "title": "Titre", "heading": "Chapo", "text": "Corps", "date": "2020-01-01"},
    {"id": "b", "title": "Autre", "heading": "", "text": "Texte"},
]


def written(shared: Path, name: str, **meta: str) -> testset.TestSet:
    folder = shared / "testsets" / "retrieval" / name
    folder.mkdir(parents=True)
    (folder / "meta.json").write_text(
        json.dumps({"corpus": "corpus.jsonl.xz", "metric": "MRR@10, R@100"} | meta)
    )
    (folder / "queries.tsv").write_text("q1\tun titre\nq2\tdeux mots\nq3\ttrois\n")
    (folder / "qrels.txt").write_text("q1 0 a 1\nq1 0 b 0\n")
    return testset.load(shared, name)


@pytest.mark.parametrize(
    ("stated", "fields"),
    [
        ("text only (NOT title, NOT heading)", ("text",)),
        ("title+text (NOT heading)", ("title", "text")),
        ("title and text", ("title", "text")),
        ("title, heading and text; only the articles of ids.txt.xz", ("title", "heading", "text")),
    ],
)
def test_what_is_said_not_to_be_indexed_is_not(stated: str, fields: tuple[str, ...]) -> None:
    assert testset.indexed(stated) == fields


def test_what_indexes_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="no field to index"):
        testset.indexed("as usual")


def test_a_set_may_index_as_another_does(tmp_path: Path) -> None:
    first = written(tmp_path, "tag", index="title, heading and text")
    second = written(tmp_path, "tag2", index="as tag (same ids)")
    assert second.fields == first.fields == ("title", "heading", "text")


def test_only_right_articles_count(tmp_path: Path) -> None:
    judged = written(tmp_path, "one", index="title and text")
    assert judged.relevant == {"q1": {"a"}}
    assert judged.metrics == ("MRR@10", "R@100")
    assert not judged.itself_left_out


def test_a_sample_is_the_same_each_time(tmp_path: Path) -> None:
    judged = written(tmp_path, "one", index="title and text")
    assert len(judged.sample(2).queries) == 2
    assert judged.sample(2) == judged.sample(2)
    assert judged.sample(9) == judged


def test_queries_lose_their_accents_and_nothing_else(tmp_path: Path) -> None:
    judged = written(tmp_path, "one", index="title and text")
    typed = replace(judged, queries={"q1": "L’État, ça ira : Noël 2,5 %"}).without_accents()
    assert typed.queries == {"q1": "L’Etat, ca ira : Noel 2,5 %"}
    assert (typed.relevant, typed.key) == (judged.relevant, judged.key)
    assert typed.name == "one, no accents"  # floors are held with the accents


def test_every_set_has_articles_for_its_judgements(shared: Path) -> None:
    for name in ("faq", "wikinews_kp", "press_tag2"):
        judged = testset.load(shared, name)
        known = {article.id for article in testset.articles(judged)}
        assert set().union(*judged.relevant.values()) <= known, name


def test_two_sets_share_an_index_where_they_index_the_same(shared: Path) -> None:
    keys = {name: testset.load(shared, name).key for name in ("press_tag", "press_tag2", "press_related")}
    assert keys["press_tag"] == keys["press_tag2"] != keys["press_related"]
