"""What a person decides about names is seen at once in facets, filters and articles, and outlives a rebuild."""

from pathlib import Path

import pytest

import index
from index import aliases
from index.aliases import Name
from index.build import build
from search.searcher import Page, Searcher
from tests.index.press import write_lines

PRESS = [
    {"title": "Un", "text": "Un.", "person": ["Faisal Shahkar"], "place": ["Rabat", "Lire"]},
    {"title": "Deux", "text": "Deux.", "person": ["Faisal Shakar"], "place": ["Rabat"]},
    {
        "title": "Trois",
        "text": "Trois.",
        "person": ["Faisal Shahkar", "Faisal Shakar"],
        "org": ["Lire et écrire"],
    },
    {"title": "Quatre", "text": "Quatre.", "person": ["Lire"], "place": ["Lire la Seine"]},
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_lines(tmp_path / "presse.jsonl", [dict(record) for record in PRESS])
    build(tmp_path / ".manchette", [tmp_path / "presse.jsonl"], entities="none")
    return tmp_path / ".manchette"


def edit(place: Path, verb: str, name: str, *variants: str) -> None:
    before = aliases.read(place)
    named, others = Name.read(name), [Name.read(variant) for variant in variants]
    match verb:
        case "merge":
            aliases.save(place, before.merge(named, others))
        case "drop":
            aliases.save(place, before.drop(named))
        case _:
            aliases.save(place, before.split(named))


def facet(place: Path, name: str, line: str = "*") -> dict[str, int]:
    searcher = Searcher(index.open_engine(place), index.open_names(place))
    return {bucket.value: bucket.count for bucket in searcher.search(line, Page(facets=(name,))).facets[name]}


def titles(place: Path, line: str) -> set[str]:
    searcher = Searcher(index.open_engine(place), index.open_names(place))
    return {result.article.title for result in searcher.search(line).results}


def test_two_names_that_are_merged_are_counted_and_found_as_one(place: Path) -> None:
    assert facet(place, "person")["Faisal Shahkar"] == 2

    edit(place, "merge", "Faisal Shahkar", "Faisal Shakar")

    for _ in range(2):
        assert facet(place, "person") == {"Faisal Shahkar": 3, "Lire": 1}
        for line in ('person:"Faisal Shahkar"', 'person:"faisal shakar"', "person:shahkar", "person:shakar"):
            assert titles(place, line) == {"Un", "Deux", "Trois"}
        build(place, rebuild=True)


def test_a_dropped_name_is_neither_counted_nor_found_and_its_words_in_other_names_are(place: Path) -> None:
    edit(place, "drop", "Lire")

    for _ in range(2):
        assert facet(place, "place") == {"Rabat": 2, "Lire la Seine": 1}
        assert titles(place, 'place:"Lire"') == set()
        assert titles(place, "place:lire") == {"Quatre"}
        assert titles(place, "person:lire") == set()
        assert titles(place, "org:lire") == {"Trois"}
        build(place, rebuild=True)


def test_a_merge_across_fields_moves_the_name(place: Path) -> None:
    edit(place, "merge", "org:Lire et écrire", "place:Lire", "person:Lire")

    assert facet(place, "org") == {"Lire et écrire": 3}
    assert titles(place, "org:lire") == {"Un", "Trois", "Quatre"}
    assert titles(place, "place:lire") == {"Quatre"}


def test_what_is_undone_leaves_no_trace(place: Path) -> None:
    before = {name: facet(place, name) for name in ("person", "org", "place")}
    edit(place, "merge", "Faisal Shahkar", "Faisal Shakar")
    edit(place, "drop", "Lire")
    assert before != {name: facet(place, name) for name in ("person", "org", "place")}

    edit(place, "split", "Faisal Shakar")
    edit(place, "split", "Lire")

    assert before == {name: facet(place, name) for name in ("person", "org", "place")}


def test_an_article_shows_the_names_as_they_were_decided(place: Path) -> None:
    edit(place, "merge", "Faisal Shahkar", "Faisal Shakar")
    searcher = Searcher(index.open_engine(place), index.open_names(place))

    [result] = searcher.search("title:deux").results
    assert result.article.person == ("Faisal Shahkar",)
    found = searcher.article(result.article.id)
    assert found is not None
    assert found.person == ("Faisal Shahkar",)
