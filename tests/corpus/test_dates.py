"""The dates of the French press."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import date_line, dateline, file_date, leading_date, parse_date, spoken_date, written

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
SHORT = "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split()
DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from([MONTHS, SHORT]))
def test_every_day_written_in_french_is_read(day: date, months: list[str]) -> None:
    number = "1er" if day.day == 1 else str(day.day)
    assert parse_date(f"{number} {months[day.month - 1]} {day.year}") == day


@given(
    DAYS,
    st.sampled_from(
        ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y"]
    ),
)
def test_every_day_written_in_figures_or_english_is_read(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day


@given(st.text())
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    for read in (parse_date, date_line, spoken_date, file_date, leading_date, dateline):
        read(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 sept. 2024", date(2024, 9, 1)),
        ("mardi 25 NOVEMBRE 2025 à 10h32", date(2025, 11, 25)),
        ("25 decembre 2025", date(2025, 12, 25)),
        ("3 fev 2020", date(2020, 2, 3)),
        ("12 aout 1944", date(1944, 8, 12)),
        ("1ᵉʳ mai 1968", date(1968, 5, 1)),
        ("25/11/25", date(2025, 11, 25)),
        ("25/11/69", date(1969, 11, 25)),
        ("2025-11-25T23:30:00+01:00", date(2025, 11, 25)),
        ("2020-07-02 19:09:00", date(2020, 7, 2)),
        ("Tue, 25 Nov 2025 10:00:00 GMT", date(2025, 11, 25)),
        ("20251125T1030", date(2025, 11, 25)),
        ("1764028800", date(2025, 11, 25)),
        ("1764028800000", date(2025, 11, 25)),
    ],
)
def test_the_forms_of_databases_and_pages_are_read(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 juin 2025",
        "2025-02-30",
        "25.11.25",
        "novembre 2025",
        "2025",
        "3 brumaire 1799",
        "25/11/1599",
        "1/1/2101",
        "version 1.2.3",
    ],
)
def test_what_is_no_day_between_1600_and_2100_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "25 novembre 2025",
        "Le 25 novembre 2025",
        "mardi 25 novembre 2025",
        "Publié le 25/11/2025 à 10:32",
        "Publié le 25 novembre 2025 à 10h32 - Mis à jour le 26 novembre 2025 à 8h",
        "MIS À JOUR LE 25.11.2025",
        "Paris, le 25 novembre 2025",
        "Date : 2025-11-25",
    ],
)
def test_a_line_that_only_says_when_is_a_date_line(line: str) -> None:
    assert date_line(line) == date(2025, 11, 25)


@pytest.mark.parametrize(
    "line",
    [
        "Le 25 novembre 2025 restera dans les mémoires",
        "Élections du 25 novembre 2025",
        "La séance du 25/11/2025 a été levée",
        "Le port",
    ],
)
def test_a_line_that_says_more_is_none(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("RABAT, 3 décembre 2025 – Le port rouvre.", "Le port rouvre."),
        ("SÈTE (Hérault), 3 déc 2025 (AFP) - Le port rouvre.", "Le port rouvre."),
        ("3 décembre 2025, France. - Le port rouvre.", "Le port rouvre."),
    ],
)
def test_agencies_open_with_the_place_and_the_day(paragraph: str, rest: str) -> None:
    assert dateline(paragraph) == (date(2025, 12, 3), rest)


def test_an_anniversary_is_no_dateline() -> None:
    assert dateline("Le 11 septembre 2001, deux tours sont tombées – c’était un mardi.") is None


def test_a_weekday_that_is_wrong_dates_nothing() -> None:
    assert spoken_date("reçu ce matin, lundi 25 novembre 2025, au port") is None
    assert spoken_date("reçu ce matin, mardi 25 novembre 2025, au port") == date(2025, 11, 25)


@pytest.mark.parametrize(
    "name",
    ["2025-03-14.txt", "lemonde_20250314_3.txt", "14-03-2025 port.txt", "2025_03_14", "14.03.2025.txt"],
)
def test_a_file_name_may_hold_the_day(name: str) -> None:
    assert file_date(name) == date(2025, 3, 14)


@pytest.mark.parametrize("name", ["000_dd7d7b6cad9a6d1b.txt", "120250314.txt", "20251314.txt", "port.txt"])
def test_other_numbers_in_a_file_name_are_no_day(name: str) -> None:
    assert file_date(name) is None


def test_offsets_are_those_of_the_date_as_written() -> None:
    text = "Reçu le mardi 1er avril 2025 à Sète"
    found = next(written(text))
    assert text[found.start : found.end] == "mardi 1er avril 2025"
    assert found.weekday == "mardi"


def test_what_stands_after_a_leading_date_is_left() -> None:
    assert leading_date("date 2025-12-01 Le port") == (date(2025, 12, 1), "Le port")
    assert leading_date("date 2025-13-01 Le port") is None
