"""Articles in JSON, one object a line or otherwise."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus import Article, Found, Rejected, read
from corpus.dates.print_date import PrintDate
from corpus.message import message
from search.messages import sentence

ONE = {"titre": "Le port rouvre", "date": "2025-11-25", "texte": "Le vieux port de Sète a rouvert lundi."}
TWO = {"titre": "Le phare ferme", "date": "2025-11-26", "texte": "Le phare de Sète a fermé mardi."}


def pieces(
    folder: Path, text: str, name: str = "a.jsonl", columns: Mapping[str, str] | None = None
) -> list[Article | Rejected]:
    (folder / name).write_text(text, "utf-8")
    return list(read(folder / name, name=name, columns=columns or {}))


def test_the_lines_above_the_first_record_are_counted(tmp_path: Path) -> None:
    blank = "\n \r\n" * 50_000
    for text in (f"{blank}{json.dumps(ONE)}\n[]\n", f"{blank}[{json.dumps(ONE)},\n[]]"):
        assert titles(pieces(tmp_path, text)) == ["Le port rouvre", "reading.line (line=100002)"]
    [rejected] = pieces(tmp_path, blank)
    assert rejected == Rejected("a.jsonl", message("reading.only_blanks"))


def article(folder: Path, record: object, columns: Mapping[str, str] | None = None) -> Article:
    (found,) = pieces(folder, json.dumps(record), columns=columns)
    assert isinstance(found, Article), found
    return found


def titles(found: list[Article | Rejected]) -> list[str]:
    return [piece.title if isinstance(piece, Article) else str(piece.where) for piece in found]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
@pytest.mark.parametrize(
    "text",
    [
        f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n",
        f"\ufeff{json.dumps(ONE)}\r\n\r\n{json.dumps(TWO)}",
        json.dumps([ONE, TWO]),
        json.dumps([ONE, TWO], indent=2),
        f"{json.dumps(ONE, indent=2)}\n{json.dumps(TWO, indent=2)}",
    ],
    ids=["lines", "lines of Windows", "array", "indented array", "indented objects"],
)
def test_lines_arrays_and_objects_are_read_alike(tmp_path: Path, name: str, text: str) -> None:
    assert titles(pieces(tmp_path, text, name)) == ["Le port rouvre", "Le phare ferme"]


def test_the_raw_record_is_its_own_source_text(tmp_path: Path) -> None:
    first = json.dumps(ONE, ensure_ascii=True)
    for text in (f"{first}\n", f"[\n {first}\n]"):
        (found,) = pieces(tmp_path, text, "a.json")
        assert isinstance(found, Article)
        assert found.raw == first


def test_a_bad_line_is_rejected_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = pieces(tmp_path, f'{json.dumps(ONE)}\n{{"titre": \n\n[1, 2]\n"port"\n{json.dumps(TWO)}\n')
    assert titles(found) == [
        "Le port rouvre",
        *(f"reading.line (line={line})" for line in (2, 4, 5)),
        "Le phare ferme",
    ]
    assert found[1] == Rejected(
        "a.jsonl",
        message("reading.not_json", cause=message("reading.json_value")),
        message("reading.line", line=2),
    )
    assert found[2] == Rejected("a.jsonl", message("reading.not_an_object"), message("reading.line", line=4))


def test_an_array_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    found = pieces(tmp_path, f'[{json.dumps(ONE)},\n{{"titre": ]', "a.json")
    assert titles(found) == ["Le port rouvre", "reading.line (line=2)"]
    assert found[1] == Rejected(
        "a.json",
        message(
            "reading.nothing_after", reason=message("reading.not_json", cause=message("reading.json_value"))
        ),
        message("reading.line", line=2),
    )


@pytest.mark.parametrize(
    "record", [{"titre": "Port", "texte": ""}, {"titre": "Port", "texte": None}, {"texte": {"a": 1}}]
)
def test_a_record_without_text_is_rejected(tmp_path: Path, record: object) -> None:
    assert pieces(tmp_path, json.dumps(record)) == [
        Rejected("a.jsonl", message("reading.no_text"), message("reading.line", line=1))
    ]


def test_keys_that_name_no_text_are_listed_with_the_remedy(tmp_path: Path) -> None:
    assert pieces(tmp_path, '{"titre": "Port", "prose": "Le port rouvre."}') == [
        Rejected(
            "a.jsonl",
            message("reading.no_text_column", columns="titre, prose"),
            message("reading.line", line=1),
        )
    ]


def test_a_mapping_wins_over_the_usual_names(tmp_path: Path) -> None:
    record = {"title": "Usual", "Prose": "Le port rouvre.", "text": "Un résumé.", "Une": "Chosen"}
    found = article(tmp_path, record, {"text": "Prose", "title": "une"})
    assert (found.title, found.body) == ("Chosen", "Le port rouvre.")


def test_every_field_is_read(tmp_path: Path) -> None:
    found = article(
        tmp_path,
        {
            "ID": 42,
            "Headline": "Sète\u00a0: un port",
            "chapô": "Après un an.",
            "Contenu": "Le port rouvre.\n\nEnfin.",
            "publishedAt": "2025-11-25T10:00:00Z",
            "source": {"id": None, "name": "Le Phare"},
            "Catégorie": "Économie",
            "Auteurs": ["Anne Roy", {"name": "Luc Petit"}, 3, "Anne Roy"],
            "lien": "https://exemple.fr/port",
            "personnes": "Anne Roy; Luc Petit |Anne Roy",
            "organisations": ["Interpol"],
            "Lieux": "Sète",
        },
    )
    assert (found.id, found.title, found.title_found) == ("42", "Sète : un port", Found.METADATA)
    assert (found.heading, found.body) == ("Après un an.", "Le port rouvre.\nEnfin.")
    assert (found.date, found.date_found) == (PrintDate(2025, 11, 25), Found.METADATA)
    assert (found.source, found.section, found.url) == ("Le Phare", "Économie", "https://exemple.fr/port")
    assert found.authors == ("Anne Roy", "Luc Petit")
    assert (found.person, found.org, found.place) == (("Anne Roy", "Luc Petit"), ("Interpol",), ("Sète",))


def test_of_two_columns_for_a_field_the_first_that_says_something_counts(tmp_path: Path) -> None:
    record = {**ONE, "date": "hier", "datetime": "2020-07-02 19:09:00"}
    assert article(tmp_path, record).date == PrintDate(2020, 7, 2)


def test_what_the_record_does_not_state_is_looked_for_in_its_text(tmp_path: Path) -> None:
    text = (
        f"Le Phare\n25 novembre 2025\nLe vieux port rouvre\nPar Anne Roy\n{'Le port de Sète a rouvert. ' * 5}"
    )
    found = article(tmp_path, {"texte": text})
    assert (found.title, found.title_found) == ("Le vieux port rouvre", Found.LINE)
    assert (found.date, found.date_found, found.source) == (PrintDate(2025, 11, 25), Found.LINE, "Le Phare")
    assert found.authors == ("Anne Roy",)


def test_a_record_with_an_abstract_and_no_text_is_its_abstract(tmp_path: Path) -> None:
    found = article(tmp_path, {"title": "Port", "summary": "Le port rouvre.", "content": ""})
    assert (found.heading, found.body) == ("", "Le port rouvre.")


@pytest.mark.parametrize("own", ["a b", "x" * 65, "\x1b[31m", "", None, {"x": 1}, "\u202ex"])
def test_an_id_that_nobody_can_type_is_replaced(tmp_path: Path, own: object) -> None:
    assert len(article(tmp_path, {**ONE, "id": own}).id) == 7


@pytest.mark.parametrize(
    "value", [1e308, -0.0, True, [], {}, [[["x"]]], {"name": {"name": "x"}}, "\ud800", "9" * 30], ids=repr
)
def test_odd_values_do_no_harm(tmp_path: Path, value: object) -> None:
    record = dict.fromkeys(("titre", "date", "source", "auteur", "id", "person", "url", "chapo"), value)
    article(tmp_path, {**record, "texte": "Le port rouvre."}).body.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 100_000, f'{{"texte": {"9" * 5_000}}}'],
    ids=["arrays", "objects", "number"],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_json_that_is_made_to_break_parsers_is_rejected(tmp_path: Path, text: str, name: str) -> None:
    (found,) = pieces(tmp_path, text, name)
    assert isinstance(found, Rejected)
    assert sentence(found.reason).startswith("not JSON (")


def test_an_array_of_nothing_has_no_record(tmp_path: Path) -> None:
    assert pieces(tmp_path, "[ ]", "a.json") == [Rejected("a.json", message("reading.no_record"))]


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ([44258, 44259.75, "44260"], ["2021-03-03", "2021-03-04", "2021-03-05"]),
        (["3/4/2021", "3/17/2021"], ["2021-03-04", "2021-03-17"]),
        ([1614793500, 1614793500.25, 1614793500000], ["2021-03-03"] * 3),
        (
            [{"$date": "2021-03-03T18:02:00Z"}, {"$date": {"$numberLong": "1614793500000"}}],
            ["2021-03-03"] * 2,
        ),
        ([{"$date": 1614793500000}], ["2021-03-03"]),
        ([2021, 2021.0, "2021-03"], ["2021", "2021", "2021-03"]),
        ([44258], ["None"]),
    ],
)
def test_the_values_of_a_file_are_dated_by_what_their_key_shows(
    tmp_path: Path, dates: list[object], days: list[str]
) -> None:
    lines = "\n".join(json.dumps({"date": date, "texte": "Le port rouvre."}) for date in dates)
    found = pieces(tmp_path, lines)
    assert [str(piece.date) for piece in found if isinstance(piece, Article)] == days
    assert [
        str(piece.date)
        for piece in pieces(tmp_path, f"[{lines.replace(chr(10), ',')}]")
        if isinstance(piece, Article)
    ] == days
