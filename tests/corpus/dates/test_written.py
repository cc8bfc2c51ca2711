"""The dates in a text and in a file name."""

import pytest

from corpus.dates.print_date import PrintDate
from corpus.dates.written import file_date, period_of_issue, written, written_apart

DAY = PrintDate(2021, 3, 3)


def test_offsets_are_those_of_the_date_as_written() -> None:
    text = "Reçu le mardi 1er avril 2025 à Sète"
    found = next(written(text))
    assert text[found.start : found.end] == "mardi 1er avril 2025"
    assert found.weekday == "mardi"


@pytest.mark.parametrize(
    "text",
    [
        "3 mars 2021", "3 MARS 2021", "03 mars 2021", "3-mars-2021", "March 3, 2021", "Mar. 3rd, 2021", "3rd of March 2021",
        "mercredi 3 mars 2021", "3/3/2021", "03.03.2021", "03/03/21", "2021-03-03", "Wed, Mar 3, 2021",
    ],
)  # fmt: skip
def test_a_day_in_a_sentence_is_found(text: str) -> None:
    assert [found.date for found in written(f"Il a été voté ({text}) au conseil.")] == [DAY]


@pytest.mark.parametrize(
    "text", ["3 mars 21 personnes", "le 3 mars 18 h 02", "version 03.03.21", "3 mars", "mars 2021"]
)
def test_what_may_be_something_else_in_a_sentence_is_no_day(text: str) -> None:
    assert list(written(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "3 mars 21",
        "3-mars-21",
        "03.03.21",
        "03-03-21",
        "3. 3. 2021",
        "03MAR2021",
        "03-Mar-21",
        "3 mars ’21",
        "2021 03 03",
    ],
)
def test_a_short_form_is_a_day_where_it_stands_alone(text: str) -> None:
    assert [found.date for found in written_apart(text)] == [DAY]


@pytest.mark.parametrize(
    "text", ["3 mars 18h02", "3 mars 18 h 02", "3 mars, 18:02", "1.2.3", "18:02:21", "0021-03-03"]
)
def test_an_hour_and_a_version_are_no_year(text: str) -> None:
    assert list(written_apart(text)) == []


def test_the_first_of_a_month_has_a_word_and_a_mark_of_its_own() -> None:
    for text in (
        "premier mars 2021",
        "1er mars 2021",
        "1 er mars 2021",
        "1ᵉʳ mars 2021",
        "1er/03/2021",
        "Premier Mars 21",
    ):
        assert [found.date for found in written_apart(text)] == [PrintDate(2021, 3, 1)]


def test_the_third_month_is_no_weekday_and_tuesday_is_no_month() -> None:
    assert [(found.date, found.weekday) for found in written("mar. 2 mars 2021; Mar 3, 2021")] == [
        (PrintDate(2021, 3, 2), "mar"),
        (DAY, ""),
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("mars 2021", "2021-03"), ("MARS 2021", "2021-03"), ("févr. 2021", "2021-02"), ("Mars-2021", "2021-03"),
        ("n° 12, mars 2021", "2021-03"), ("Numéro 12 - mars 2021", "2021-03"), ("Publié en mars 2021", "2021-03"),
        ("mars-avril 2021", "2021-03"), ("mars et avril 2021", "2021-03"), ("n° 12, mars/avril 2021", "2021-03"),
        ("décembre-janvier 2021", "2020-12"), ("décembre 2020 - janvier 2021", "2020-12"), ("March 2021", "2021-03"),
        ("printemps 2021", "2021"), ("Été 2021", "2021"), ("n° 12, hiver 2021", "2021"), ("T1 2021", "2021"),
        ("2021-Q1", "2021"), ("1er trimestre 2021", "2021"), ("2e semestre 2021", "2021"),
    ],
)  # fmt: skip
def test_an_issue_has_the_first_of_its_months_or_the_year_of_its_season(text: str, date: str) -> None:
    found = period_of_issue(text)
    assert found
    assert found.isoformat() == date


@pytest.mark.parametrize(
    "text", ["port 2021", "en 2021", "mars 1599", "Sète, mars 2021 : le port rouvre", "Budget 2021"]
)
def test_other_words_beside_a_year_are_no_issue(text: str) -> None:
    assert period_of_issue(text) is None


@pytest.mark.parametrize(
    "name",
    ["2025-03-14.txt", "lemonde_20250314_3.txt", "14-03-2025 port.txt", "2025_03_14", "14.03.2025.txt"],
)
def test_a_file_name_may_hold_the_day(name: str) -> None:
    assert file_date(name) == PrintDate(2025, 3, 14)


@pytest.mark.parametrize("name", ["000_dd7d7b6cad9a6d1b.txt", "120250314.txt", "20251314.txt", "port.txt"])
def test_other_numbers_in_a_file_name_are_no_day(name: str) -> None:
    assert file_date(name) is None


@pytest.mark.parametrize("text", ["trois mars 2021", "3e mars 2021", "3ème mars 2021", "3. März 2021"])
def test_a_day_has_words_and_marks_and_a_month_a_german_name(text: str) -> None:
    assert [found.date for found in written_apart(text)] == [PrintDate(2021, 3, 3)]


def test_september_has_no_seventh_day_in_its_name() -> None:
    assert [found.date for found in written_apart("sept. 3, 2021")] == [PrintDate(2021, 9, 3)]
