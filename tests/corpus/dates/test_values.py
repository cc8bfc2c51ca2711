"""The dates of columns and keys, one value at a time."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
SHORT = "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split()
DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))


def printed(day: date) -> PrintDate:
    return PrintDate(day.year, day.month, day.day)


@given(DAYS, st.sampled_from([MONTHS, SHORT]))
def test_every_day_written_in_french_is_read(day: date, months: list[str]) -> None:
    number = "1er" if day.day == 1 else str(day.day)
    assert parse_date(f"{number} {months[day.month - 1]} {day.year}") == printed(day)


@given(
    DAYS,
    st.sampled_from(
        [
            "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d", "%d%m%Y", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y",
            "%G-W%V-%u", "%Y-%j", "%a %b %d %H:%M:%S +0000 %Y", "%a %b %d %H:%M:%S CET %Y", "%a, %d %b %Y %H:%M:%S GMT",
            "%a %b %d %Y %H:%M:%S GMT+0100 (heure normale)", "%Y-%m-%dT%H:%M:%S.000Z", "%Y%m%d%H%M%S", "%Y%m%dT%H%M%SZ", "%Y%m%d%H%M",
            'ISODate("%Y-%m-%dT%H:%M:%SZ")', "Timestamp('%Y-%m-%d %H:%M:%S')", "%Y-%m-%dT%H:%M:%S+01:00[Europe/Paris]",
            '{"$date": "%Y-%m-%dT%H:%M:%SZ"}',
        ]
    ),
)  # fmt: skip
def test_every_day_written_in_figures_in_english_or_by_a_program_is_read(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == printed(day)


@given(
    st.dates(date(1969, 1, 1), date(2068, 12, 31)),
    st.sampled_from(["%d/%m/%y", "%d.%m.%y", "%d-%m-%y", "%A, %d-%b-%y %H:%M:%S GMT"]),
)
def test_every_day_with_a_year_of_two_digits_is_read(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == printed(day)


@given(
    st.integers(103_000_000, 1_890_000_000),
    st.sampled_from([1, 10**3, 10**6, 10**9]),
    st.sampled_from(["", ".0", ".25"]),
)
@example(186_106_000, 10**3, "")
def test_every_time_since_1970_is_read_in_each_of_its_units(seconds: int, unit: int, fraction: str) -> None:
    digits = str(seconds * unit)
    assume(len(digits) != 12 or digits[4:6] > "12" or digits[6:8] == "00")  # else a day with an hour
    day = date(1970, 1, 1) + timedelta(seconds // 86_400)
    assert parse_date(f"{digits}{fraction}") == printed(day)


@given(st.text() | st.text('0123456789-/.:TZ "${}()'))
def test_no_value_breaks_the_reading(text: str) -> None:
    found = parse_date(text)
    assert found is None or 1600 <= found.year <= 2100


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 sept. 2024", "2024-09-01"), ("mardi 25 NOVEMBRE 2025 à 10h32", "2025-11-25"), ("25 decembre 2025", "2025-12-25"),
        ("3 fev 2020", "2020-02-03"), ("12 aout 1944", "1944-08-12"), ("1ᵉʳ mai 1968", "1968-05-01"), ("25/11/69", "1969-11-25"),
        ("2025-11-25T23:30:00+01:00", "2025-11-25"), ("20251125T1030", "2025-11-25"), ("1764028800", "2025-11-25"),
        ("1764028800000", "2025-11-25"), ("1614793500.0", "2021-03-03"), ("1.6147935E9", "2021-03-03"), ("1,6147935E+09", "2021-03-03"),
        ("/Date(1614793500000)/", "2021-03-03"), ("/Date(1614793500000+0100)/", "2021-03-03"), ("20210303.0", "2021-03-03"),
        ("datetime.datetime(2021, 3, 3, 18, 2)", "2021-03-03"), ('{"$date":{"$numberLong":"1614793500000"}}', "2021-03-03"),
        ("mer. mars 3 18:02:00 CET 2021", "2021-03-03"), ("3 mars 21", "2021-03-03"), ("03-mars-2021", "2021-03-03"),
        ("1er/03/2021", "2021-03-01"), ("Mer 3 mars 2021", "2021-03-03"), ("maj le 8 mars 2021, publié le 3 mars 2021", "2021-03-03"),
        ("2021030318", "2021-03-03"), ("2021_03_03", "2021-03-03"), ("03 03 2021", "2021-03-03"), ("2021-Mar-03", "2021-03-03"), ("2021, March 3", "2021-03-03"), ("Published: March 3, 2021", "2021-03-03"),
    ],
)  # fmt: skip
def test_the_forms_of_databases_and_pages_are_read(text: str, day: str) -> None:
    found = parse_date(text)
    assert found
    assert found.isoformat() == day


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-03", "2021-03"), ("03/2021", "2021-03"), ("3/2021", "2021-03"), ("202103", "2021-03"), ("mars 2021", "2021-03"),
        ("2021-03-00", "2021-03"), ("2021-03-00 00:00:00", "2021-03"), ("n° 12, mars-avril 2021", "2021-03"), ("2021-W09", "2021-03"),
        ("2021", "2021"), ("2021.0", "2021"), ("2021-00-00", "2021"), ("printemps 2021", "2021"), ("2021-W13", "2021"), ("2021-Q1", "2021"),
        ("n° 3 - mars 2021", "2021-03"), ("n°3 mars 2021", "2021-03"), ("2021.03", "2021-03"), ("2021-mars", "2021-03"), ("2021-00", "2021"),
    ],
)  # fmt: skip
def test_a_month_or_a_year_stays_one(text: str, date: str) -> None:
    found = parse_date(text)
    assert found
    assert found.isoformat() == date


@pytest.mark.parametrize(
    "text",
    [
        "", "31 juin 2025", "2025-02-30", "3 brumaire 1799", "25/11/1599", "1/1/2101", "version 1.2.3", "2021-13", "13/2021", "2021-366",
        "2021-W53-1", "2020-W53", "44258", "44258.75", "210303", "3/17/2021", "0", "3 mars", "n.d.", "inconnue", "99999999", "9" * 19,
        "aujourd’hui", "2021-2022", "1er mars-15 avril",
    ],
)  # fmt: skip
def test_what_is_no_date_between_1600_and_2100_or_is_in_doubt_is_none(text: str) -> None:
    assert parse_date(text) is None
