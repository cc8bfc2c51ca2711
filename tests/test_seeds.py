"""The two articles that the project started from, read right and found: the reference input."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from corpus.dates.print_date import PrintDate
from index.build import build
from index.opening import open_engine
from search.counts.facets import Bucket
from search.results import Results
from search.searcher import Page, Searcher

FIRST, SECOND = PrintDate(2025, 11, 25), PrintDate(2025, 12, 1)


@pytest.fixture(scope="module")
def searcher(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("seeds")
    shutil.copytree(shared / "corpora" / "seeds", folder / "seeds")
    build(folder / ".manchette", [folder / "seeds"])
    return Searcher(open_engine(folder / ".manchette"))


def dates(results: Results) -> list[PrintDate]:
    return sorted(result.article.date for result in results.results if result.article.date)


def test_both_are_read_right(searcher: Searcher) -> None:
    found = {result.article.date: result.article for result in searcher.search("*").results}
    assert set(found) == {FIRST, SECOND}
    assert found[FIRST].source == "L’Équipe News"
    assert found[SECOND].source == ""
    for article in found.values():
        assert "Lire aussi" not in article.text
        assert article.title.startswith("Le directeur général de la")
        assert "date 2025" not in article.title + article.text
    assert found[SECOND].text.count("Alexandre Zouev, secrétaire général adjoint") <= 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("hammouchi", [FIRST, SECOND]),
        ("securite nationale", [FIRST]),
        ("sûreté nationale", [SECOND]),
        ("terrorisme date:2025-12", [SECOND]),
        ('"corne de l’afrique"', [SECOND]),
        ('"corne de l\'afrique"', [SECOND]),
        ("« corne de l'Afrique »", [SECOND]),
        ("dgsn", [SECOND]),
        ("DGSN-DGST", [SECOND]),
        ("dgsndgst", [SECOND]),
        ("93e session", [FIRST]),
        ("quatre-vingt-treizième session", [FIRST]),
        ('"93e session"', [FIRST]),
        ("person:hammouchi", [FIRST, SECOND]),
        ('person:"Abdellatif Hammouchi" -shahkar', [SECOND]),
        ('source:"L\'Équipe News"', [FIRST]),
        ("journal:equipe", [FIRST]),
        ("hamouchi~", [FIRST, SECOND]),
        ("terroris*", [SECOND]),
        ("=Sûreté", [SECOND]),
        ("=surete", []),
        ("date:2025-11-26..2025-12-01", [SECOND]),
        ('"police nations"~5', [FIRST]),
        ("Marrakech OU Rabat", [FIRST, SECOND]),
        ("hammouchi SAUF rabat", [FIRST]),
    ],
)
def test_a_query_finds_what_it_should(line: str, expected: list[PrintDate], searcher: Searcher) -> None:
    results = searcher.search(line)
    assert dates(results) == expected
    assert not results.relaxed


@pytest.mark.parametrize(
    "word", ["sécurité", "SECURITE", "sécurite", unicodedata.normalize("NFD", "sécurité")]
)
def test_accents_capitals_and_their_encoding_never_matter(word: str, searcher: Searcher) -> None:
    plain = searcher.search("securite")
    results = searcher.search(word)
    assert [(hit.article.id, hit.score) for hit in results.results] == [
        (hit.article.id, hit.score) for hit in plain.results
    ]
    assert results.results[0].snippet.spans


def test_the_people_of_both_are_counted_and_the_honorifics_dropped(searcher: Searcher) -> None:
    facets = searcher.search("*", Page(facets=("person", "place", "org"))).facets
    assert facets["person"][0] == Bucket("Abdellatif Hammouchi", 2)
    assert {bucket.value for bucket in facets["person"]} == {
        "Abdellatif Hammouchi",
        "Faisal Shahkar",
        "Alexandre Zouev",
    }
    places = {bucket.value for bucket in facets["place"]}
    assert {"Marrakech", "New York", "Rabat", "Maroc", "Sahel", "Syrie", "Afghanistan"} <= places
    assert {"Interpol", "DGSN-DGST"} <= {bucket.value for bucket in facets["org"]}
