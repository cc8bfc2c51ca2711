"""What programs read: JSON, JSON Lines, CSV."""

import csv as csv_reader
import json as json_reader
from io import StringIO

import pytest

from corpus.records import replace
from index.engine import Ranked
from search.counts.facets import Bucket
from search.render import csv, json, trec
from tests.search.render.answers import BARE, FACETS, HOSTILE, PAGE, PRINTED, answer
from tests.search.render.golden import same


def test_json_is_the_object_of_the_contract() -> None:
    written = json_reader.loads(json.results(replace(PAGE, facets={"place": FACETS["place"]})))
    hits = written.pop("hits")
    assert written == {
        "version": 1,
        "query": "securite",
        "parsed": "securite",
        "relaxed": False,
        "total": {"count": 12, "exact": True},
        "seconds": 0.0041,
        "facets": {"place": [{"value": "Marrakech", "count": 9}, {"value": "Rabat", "count": 4}]},
    }
    snippet = hits[0].pop("snippet")
    assert [snippet["text"][start:end] for start, end in snippet["spans"]] == ["sécurité"] * 2
    assert hits[0] == {
        "id": "rs2fkkc",
        "rank": 1,
        "score": 7.3145,
        "title": "Sécurité : Rabat et l’ONU accordent leurs violons",
        "date": "2025-11-26",
        "source": "Le Courrier de l’Atlas du Nord",
        "section": "Sécurité",
        "author": ["Hajar Skalli-Benomar", "AFP"],
        "url": "https://exemple.invalid/securite/rabat-et-l-onu",
        "page": "",
        "edition": "",
        "language": "",
        "reference": "",
        "also_in": [],
        "path": "textes/001_3fa1c0de77b29e14.txt",
        "person": ["Salim Benhaddou", "Ingrid Solheim"],
        "org": ["DGSR-DGVT", "Nations unies", "Interpol"],
        "place": ["Marrakech", "Rabat", "Casablanca", "Tanger"],
        "tags": [],
        "notes": [],
        "duplicates": [],
    }
    assert hits[1]["date"] is None


def test_json_is_readable_french() -> None:
    assert "Sécurité : Rabat et l’ONU" in json.results(PAGE)


def test_json_lines_are_the_hits_one_a_line() -> None:
    written = [json_reader.loads(row) for row in json.lines(PAGE.results)]
    assert written == json_reader.loads(json.results(PAGE))["hits"]


def test_a_facet_as_json_and_as_csv() -> None:
    assert json_reader.loads(json.facet("place", FACETS["place"])) == {
        "version": 1,
        "facet": "place",
        "values": [{"value": "Marrakech", "count": 9}, {"value": "Rabat", "count": 4}],
    }
    assert csv.facet(FACETS["place"]) == "value,count\nMarrakech,9\nRabat,4\n"


def test_csv_has_a_header_and_an_article_a_line() -> None:
    header, *rows = csv_reader.reader(StringIO(csv.results(PAGE)))
    assert header == [
        *("id", "rank", "score", "title", "date", "source", "section", "path", "url", "snippet"),
        *("page", "edition", "language", "reference", "also_in", "author", "person", "org", "place"),
        *("tags", "notes"),
    ]
    assert [row[:2] for row in rows] == [["rs2fkkc", "1"], [BARE.id, "2"]]
    assert rows[0][4:7] == ["2025-11-26", "Le Courrier de l’Atlas du Nord", "Sécurité"]
    assert rows[1][4] == ""


def test_the_issue_of_an_article_is_in_both() -> None:
    printed = answer("securite", [PRINTED])
    [hit] = json_reader.loads(json.results(printed))["hits"]
    [row] = csv_reader.DictReader(StringIO(csv.results(printed)))
    assert hit["also_in"] == ["Le Fanal de Tanger", "La Gazette du Détroit"]
    assert row["also_in"] == "Le Fanal de Tanger | La Gazette du Détroit"
    assert [hit[name] for name in ISSUE] == [row[name] for name in ISSUE]
    assert [hit[name] for name in ISSUE] == ["11", "Rabat-Salé", "fr", "10.1234/exemple.5678"]


def test_an_article_to_read_is_one_object() -> None:
    written = json_reader.loads(json.article(PRINTED))
    assert written["version"] == 1
    assert written["date_found"] == "line"
    assert written["authors"] == ["Hajar Skalli-Benomar", "AFP"]
    assert f"{written['heading']}\n{written['body']}" == PRINTED.text
    assert [written[name] for name in ISSUE] == ["11", "Rabat-Salé", "fr", "10.1234/exemple.5678"]
    assert json_reader.loads(json.article(BARE))["date"] is None


ISSUE = ("page", "edition", "language", "reference")


def test_no_cell_is_a_formula() -> None:
    _, row = csv_reader.reader(StringIO(csv.results(answer("securite", [HOSTILE]))))
    assert not [cell for cell in row if cell.lstrip()[:1] in ("=", "+", "-", "@")]
    assert row[3].startswith("'=HYPERLINK")


@pytest.mark.parametrize("sign", "=+-@%|＝＋－＠％｜﹦﹢﹣﹫−")
@pytest.mark.parametrize("before", ["", " ", "\u3000", "\t"])
def test_no_value_is_a_formula_whatever_the_width_of_its_sign(sign: str, before: str) -> None:
    assert csv.facet([Bucket(f"{before}{sign}1+cmd", 1)]).splitlines()[1].startswith("'")


def test_json_keeps_to_the_letter_what_it_escapes() -> None:
    hit = json_reader.loads("".join(json.lines(answer("securite", [HOSTILE]).results)))
    assert (hit["title"], hit["path"], hit["person"]) == (HOSTILE.title, HOSTILE.path, list(HOSTILE.person))


BATCH = {"q1": PAGE, "q2": answer("=Côte", []), "3": replace(answer("securite rabat", [BARE]), together=0)}
"""What many queries found: a page of twelve articles, nothing, something else."""


def test_the_answers_to_many_queries_as_json_lines() -> None:
    written = "".join(json.identified(query_id, page) for query_id, page in BATCH.items())
    same("batch.jsonl", written)
    for row, page in zip(written.splitlines(), BATCH.values(), strict=True):
        one = json_reader.loads(row)
        del one["id"]
        assert one == json_reader.loads(json.results(page))


def test_the_answers_to_many_queries_as_one_table() -> None:
    written = csv.identified_header() + "".join(
        csv.identified(query_id, page) for query_id, page in BATCH.items()
    )
    same("batch.csv", written)
    rows = list(csv_reader.DictReader(StringIO(written)))
    assert [(row["query_id"], row["total"], row["rank"]) for row in rows] == [
        ("q1", "12", "1"),
        ("q1", "12", "2"),
        ("q2", "0", ""),
        ("3", "1", "1"),
    ]


def test_the_answers_to_many_queries_as_a_trec_run() -> None:
    ranked = {
        query_id: [Ranked(one.article.id, one.score) for one in page.results]
        for query_id, page in BATCH.items()
    }
    same("batch.trec", "".join(trec.run(query_id, found) for query_id, found in ranked.items()))
