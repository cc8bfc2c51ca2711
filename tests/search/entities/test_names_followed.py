"""Facets, filters and articles follow the edits of a person at once, and after a rebuild."""

from pathlib import Path

import pytest

from index import opening
from index.build import build
from index.names import aliases
from index.names.aliases import Name
from search.searcher import Page, Searcher
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import write_lines

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
def home(tmp_path: Path) -> Path:
    write_lines(tmp_path / "presse.jsonl", [dict(record) for record in PRESS])
    build(tmp_path / ".manchette", [tmp_path / "presse.jsonl"], entities="none")
    return tmp_path / ".manchette"


def edit(home: Path, verb: str, name: str, *variants: str) -> None:
    before = aliases.read(home)
    named, others = Name.read(name), [Name.read(variant) for variant in variants]
    match verb:
        case "merge":
            aliases.save(home, before.merge(named, others))
        case "drop":
            aliases.save(home, before.drop(named))
        case _:
            aliases.save(home, before.split(named))


def facet(home: Path, name: str, line: str = "*") -> dict[str, int]:
    searcher = Searcher(opening.open_engine(home), opening.open_names(home))
    return {bucket.value: bucket.count for bucket in searcher.search(line, Page(facets=(name,))).facets[name]}


def titles(home: Path, line: str) -> set[str]:
    searcher = Searcher(opening.open_engine(home), opening.open_names(home))
    return {result.article.title for result in searcher.search(line).results}


def test_two_names_that_are_merged_are_counted_and_found_as_one(home: Path) -> None:
    assert facet(home, "person")["Faisal Shahkar"] == 2

    edit(home, "merge", "Faisal Shahkar", "Faisal Shakar")

    for _ in range(2):
        assert facet(home, "person") == {"Faisal Shahkar": 3, "Lire": 1}
        for line in ('person:"Faisal Shahkar"', 'person:"faisal shakar"', "person:shahkar", "person:shakar"):
            assert titles(home, line) == {"Un", "Deux", "Trois"}
        build(home, rebuild=True)


def test_a_dropped_name_is_neither_counted_nor_found_and_its_words_in_other_names_are(home: Path) -> None:
    edit(home, "drop", "Lire")

    for _ in range(2):
        assert facet(home, "place") == {"Rabat": 2, "Lire la Seine": 1}
        assert titles(home, 'place:"Lire"') == set()
        assert titles(home, "place:lire") == {"Quatre"}
        assert titles(home, "person:lire") == set()
        assert titles(home, "org:lire") == {"Trois"}
        build(home, rebuild=True)


def test_a_merge_across_fields_moves_the_name(home: Path) -> None:
    edit(home, "merge", "org:Lire et écrire", "place:Lire", "person:Lire")

    assert facet(home, "org") == {"Lire et écrire": 3}
    assert titles(home, "org:lire") == {"Un", "Trois", "Quatre"}
    assert titles(home, "place:lire") == {"Quatre"}


def test_an_undone_edit_leaves_no_trace(home: Path) -> None:
    before = {name: facet(home, name) for name in ("person", "org", "place")}
    edit(home, "merge", "Faisal Shahkar", "Faisal Shakar")
    edit(home, "drop", "Lire")
    assert before != {name: facet(home, name) for name in ("person", "org", "place")}

    edit(home, "split", "Faisal Shakar")
    edit(home, "split", "Lire")

    assert before == {name: facet(home, name) for name in ("person", "org", "place")}


def test_an_article_shows_the_names_that_the_person_decided(home: Path) -> None:
    edit(home, "merge", "Faisal Shahkar", "Faisal Shakar")
    searcher = Searcher(opening.open_engine(home), opening.open_names(home))

    [result] = searcher.search("title:deux").results
    assert result.article.person == ("Faisal Shahkar",)
    article = searcher.article(result.article.id)
    assert article is not None
    assert article.person == ("Faisal Shahkar",)


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_a_name_is_shown_in_one_spelling_by_the_articles_the_facets_and_the_facets_of_a_query(
    tmp_path: Path, engine: str
) -> None:
    """The article of the person showed Ocp, and so did the facet of a query that finds it alone."""
    named = [*[{"org": ["OCP"]}] * 5, {"org": ["Ocp"]}, {"person": ["OCP"]}]
    press: list[dict[str, object]] = [
        {"title": f"Titre {number}", "text": f"Texte {number}.", **names}
        for number, names in enumerate(named)
    ]
    write_lines(tmp_path / "presse.jsonl", press)
    home = tmp_path / ".manchette"
    build(home, [tmp_path / "presse.jsonl"], entities="none", engine=engine)

    assert facet(home, "org") == {"OCP": 7}
    assert facet(home, "org", "title:6") == {"OCP": 1}
    searcher = Searcher(opening.open_engine(home), opening.open_names(home))
    [last] = searcher.search("title:6").results
    assert (last.article.org, last.article.person) == (("OCP",), ())
