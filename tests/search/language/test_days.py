from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.message import Message, message
from corpus.months import MONTHS
from search.language.days import EXAMPLES, DateError, check, period

TODAY = date(2025, 12, 5)
FIRST, LAST = 10101, 99991231

PERIODS: list[tuple[str, int, int]] = [
    ("2025", 20250101, 20251231),
    ("2025-11", 20251101, 20251130),
    ("2024-02", 20240201, 20240229),
    ("2025-11-20", 20251120, 20251120),
    ("2025-1-5", 20250105, 20250105),
    ("2025/11/20", 20251120, 20251120),
    ("25/11/2025", 20251125, 20251125),
    ("25.11.2025", 20251125, 20251125),
    ("11/2025", 20251101, 20251130),
    ("2025-11-20..2025-12-01", 20251120, 20251201),
    ("2024..2025-06", 20240101, 20250630),
    ("2025..", 20250101, LAST),
    ("..2025", FIRST, 20251231),
    (">=2025", 20250101, LAST),
    (">2025-11", 20251201, LAST),
    ("<2025", FIRST, 20241231),
    ("<=2025-11-20", FIRST, 20251120),
    ("=2025", 20250101, 20251231),
    ("> 2025", 20260101, LAST),
    ("today", 20251205, 20251205),
    ("aujourd’hui", 20251205, 20251205),
    ("HIER", 20251204, 20251204),
    ("yesterday", 20251204, 20251204),
    ("avant-hier", 20251203, 20251203),
    ("semaine", 20251128, 20251205),
    ("week", 20251128, 20251205),
    ("mois", 20251105, 20251205),
    ("année", 20241205, 20251205),
    ("an", 20241205, 20251205),
    ("7j", 20251128, 20251205),
    ("7d", 20251128, 20251205),
    ("0j", 20251205, 20251205),
    ("2s", 20251121, 20251205),
    ("2w", 20251121, 20251205),
    ("3m", 20250905, 20251205),
    ("1a", 20241205, 20251205),
    ("1y", 20241205, 20251205),
    ("99999a", FIRST, 20251205),
    ("99999j", 17520221, 20251205),
    ("..7j", FIRST, 20251128),
    ("7j..hier", 20251128, 20251204),
    (">7j", 20251129, LAST),
    ("<7j", FIRST, 20251127),
    ("2025-11..hier", 20251101, 20251204),
    ("novembre-2025", 20251101, 20251130),
    ("Novembre 2025", 20251101, 20251130),
    ("nov. 2025", 20251101, 20251130),
    ("déc 2025", 20251201, 20251231),
    ("DECEMBRE 2025", 20251201, 20251231),
    ("1er décembre 2025", 20251201, 20251201),
    ("1er-decembre-2025", 20251201, 20251201),
    ("20 sept. 2024", 20240920, 20240920),
    ("november 2025", 20251101, 20251130),
    ("November 20, 2025", 20251120, 20251120),
    ("2nd february 2025", 20250202, 20250202),
    ("20 novembre 2025 .. 1er décembre 2025", 20251120, 20251201),
    ("none", 0, 0),
    ("aucune", 0, 0),
    ("Sans", 0, 0),
]

REFUSALS: list[tuple[str, Message]] = [
    ("2025-13", message("query.no_month", month=13)),
    ("2025-0", message("query.no_month", month=0)),
    ("2025-02-30", message("query.no_day_in_month", month="2025-02", day=30)),
    ("31/04/2025", message("query.no_day_in_month", month="2025-04", day=31)),
    ("29 février 2025", message("query.no_day_in_month", month="2025-02", day=29)),
    ("0000", message("query.no_year_zero")),
    ("2025..2024", message("query.reversed_dates", text="2025..2024")),
    ("..", message("query.range_without_ends")),
    (">9999", message("query.no_day_beyond", sign=">", text="9999")),
    ("<0001", message("query.no_day_beyond", sign="<", text="0001")),
    ("novembre", message("query.month_without_year", month="novembre")),
    ("demain", message("query.not_a_date", text="demain")),
    ("", message("query.not_a_date", text="")),
    ("25", message("query.not_a_date", text="25")),
    ("20251120", message("query.not_a_date", text="20251120")),
    ("2025--11", message("query.not_a_date", text="2025--11")),
    ("2025-11-20-3", message("query.not_a_date", text="2025-11-20-3")),
    ("none..2025", message("query.not_a_date", text="none")),
    ("2025-11-x", message("query.not_a_date", text="2025-11-x")),
    ("9" * 90, message("query.not_a_date", text="9" * 40 + "…")),
]


@pytest.mark.parametrize(("expression", "low", "high"), PERIODS)
def test_an_expression_is_read_as_a_period(expression: str, low: int, high: int) -> None:
    check(expression)
    assert period(expression, TODAY) == (low, high)


@pytest.mark.parametrize(("expression", "said"), REFUSALS)
def test_an_expression_that_is_not_a_date_is_refused(expression: str, said: Message) -> None:
    for read in (lambda: period(expression, TODAY), lambda: check(expression)):
        with pytest.raises(DateError) as refused:
            read()
        assert refused.value.message == said
        assert refused.value.mend == message("query.type_date", examples=EXAMPLES)


def test_a_month_back_from_the_31st_is_the_last_day_of_a_shorter_one() -> None:
    assert period("1m", date(2025, 3, 31)) == (20250228, 20250331)


def test_a_range_that_moves_with_today_is_checked_against_today() -> None:
    check("hier..2024")
    with pytest.raises(DateError, match=r"query\.reversed_dates \(text=hier\.\.2024\)"):
        period("hier..2024", TODAY)


@given(st.dates(), st.dates(min_value=date(1900, 1, 1)))
def test_a_day_is_the_same_in_every_notation(day: date, today: date) -> None:
    number = day.year * 10_000 + day.month * 100 + day.day
    iso = day.isoformat()
    assert period(iso, today) == (number, number)
    assert period(f"{day.day}/{day.month}/{iso[:4]}", today) == (number, number)
    assert period(f"{iso}..{iso}", today) == (number, number)


@given(st.text(max_size=12) | st.from_regex(r"[0-9jdsmay./<>=-]{0,12}", fullmatch=True), st.dates())
def test_any_expression_is_a_period_or_a_clean_refusal(expression: str, today: date) -> None:
    try:
        low, high = period(expression, max(today, date(1900, 1, 1)))
    except DateError:
        return
    assert low <= high


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("form", ["1 {} 2025", "1er {}. 2025", "1ᵉʳ {} 2025"])
def test_a_day_that_a_file_may_be_dated_with_is_asked_for_alike(month: str, form: str) -> None:
    day = parse_date(form.format(month))
    assert day == PrintDate(2025, MONTHS[month], 1)
    assert period(form.format(month), TODAY) == (day.number,) * 2
