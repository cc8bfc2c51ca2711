from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.message import Message, message
from corpus.months import MONTHS
from search.language.days import EXAMPLES, DateError, check, period
from search.language.days.vocabulary import PARTS_OF_NAMES
from tests.search.language.days.reading import FIRST, LAST, TODAY, read

NUMBERS = st.sampled_from(
    ["2", "3", "31", "68", "2019", "2020", "1er", "xixe", "3/3", "18h", "2019-2021", "-", "1990s", "t1"]
)

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
    ("semaine", 20251129, 20251205),
    ("week", 20251129, 20251205),
    ("mois", 20251106, 20251205),
    ("année", 20241206, 20251205),
    ("an", 20241206, 20251205),
    ("7j", 20251129, 20251205),
    ("7d", 20251129, 20251205),
    ("0j", 20251205, 20251205),
    ("1j", 20251205, 20251205),
    ("2s", 20251122, 20251205),
    ("2w", 20251122, 20251205),
    ("12s", 20250913, 20251205),
    ("20s", 20250719, 20251205),
    ("100s", 20240106, 20251205),
    ("..1990s", FIRST, 19991231),
    ("1980s..1990s", 19800101, 19991231),
    (">1990s", 20000101, LAST),
    ("depuis 1990s", 19900101, LAST),
    ("since the 90s", 19900101, LAST),
    ("1990 semaines", 19871017, 20251205),
    ("3m", 20250906, 20251205),
    ("1a", 20241206, 20251205),
    ("1y", 20241206, 20251205),
    ("99999a", FIRST, 20251205),
    ("99999j", 17520222, 20251205),
    ("..7j", FIRST, 20251129),
    ("..semaine", FIRST, 20251129),
    ("..trimestre", FIRST, 20250906),
    ("..week-end", FIRST, 20251130),
    ("7j..hier", 20251129, 20251204),
    (">7j", 20251130, LAST),
    ("<7j", FIRST, 20251128),
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
    ("3 mois", 20250906, 20251205),
    ("novembre 2019..mars 2020", 20191101, 20200331),
    (">= lundi dernier", 20251201, LAST),
    ("..il y a trois semaines", FIRST, 20251114),
    ("..3 mois", FIRST, 20250906),
    ("sans date", 0, 0),
    ("24 heures", 20251204, 20251205),
    ("48 heures", 20251203, 20251205),
    (">=depuis mars 2020", 20200301, LAST),
    ("<=avant 2019", FIRST, 20181231),
    ("depuis mars 2020..avril 2020", 20200301, 20200430),
]

REFUSALS: list[tuple[str, Message]] = [
    ("2025-13", message("query.no_month", month=13)),
    ("2025-0", message("query.no_month", month=0)),
    ("2025-02-30", message("query.no_day_in_month", month="2025-02", day=30)),
    ("31/04/2025", message("query.no_day_in_month", month="2025-04", day=31)),
    ("29 février 2025", message("query.no_day_in_month", month="2025-02", day=29)),
    ("0000", message("query.no_year_zero")),
    ("..", message("query.range_without_ends")),
    (">9999", message("query.no_day_beyond", sign=">", text="9999")),
    ("<0001", message("query.no_day_beyond", sign="<", text="0001")),
    ("31 avril", message("query.no_day_in_month", month="avril", day=31)),
    ("le 74", message("query.no_day", day=74)),
    ("deux trois", message("query.not_a_date", text="deux trois")),
    ("mars 2020 à", message("query.not_a_date", text="mars 2020 à")),
    ("5 à 7", message("query.not_a_date", text="5 à 7")),
    ("le mois il y a", message("query.not_a_date", text="le mois il y a")),
    ("lundi ce", message("query.not_a_date", text="lundi ce")),
    ("la", message("query.not_a_date", text="la")),
    ("lundi mardi", message("query.not_a_date", text="lundi mardi")),
    (
        "cinquième semaine de février 2021",
        message("query.not_a_date", text="cinquième semaine de février 2021"),
    ),
    ("veille de mars", message("query.not_a_date", text="veille de mars")),
    ("mars et juin 2020", message("query.two_dates", first="mars 2020", second="juin 2020")),
    ("", message("query.not_a_date", text="")),
    ("25", message("query.not_a_date", text="25")),
    ("20251320", message("query.no_month", month=13)),
    ("2020-99", message("query.no_month", month=99)),
    ("la nuit d’été Dernière", message("query.not_a_date", text="la nuit d'été Dernière")),
    ("mars, mai et juin 2020", message("query.not_a_date", text="mars, mai et juin 2020")),
    ("1er et années 20", message("query.not_a_date", text="1er et années 20")),
    ("7 et 12 août 2020", message("query.two_dates", first="7 août 2020", second="12 août 2020")),
    ("XIXe et XXIe siècles", message("query.two_dates", first="XIXe siècles", second="XXIe siècles")),
    ("lundi du mois dernier", message("query.not_a_date", text="lundi du mois dernier")),
    ("saison 2020", message("query.not_a_date", text="saison 2020")),
    ("les premiers jours", message("query.not_a_date", text="les premiers jours")),
    ("18 heures", message("query.not_a_date", text="18 heures")),
    ("1995s", message("query.not_a_date", text="1995s")),
    ("dans les jours", message("query.not_a_date", text="dans les jours")),
    ("over 10 days", message("query.not_a_date", text="over 10 days")),
    ("2025--11", message("query.not_a_date", text="2025--11")),
    ("2025-11-20-3", message("query.not_a_date", text="2025-11-20-3")),
    ("2025-11-x", message("query.not_a_date", text="2025-11-x")),
    ("9" * 90, message("query.not_a_date", text="9" * 40 + "…")),
]


@pytest.mark.parametrize(("expression", "low", "high"), PERIODS)
def test_an_expression_is_read_as_a_period(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)


@pytest.mark.parametrize(("expression", "said"), REFUSALS)
def test_an_expression_that_is_not_a_date_is_refused(expression: str, said: Message) -> None:
    for ask in (lambda: period(expression, TODAY), lambda: check(expression)):
        with pytest.raises(DateError) as refused:
            ask()
        assert refused.value.message == said
        assert refused.value.mend == message("query.type_date", examples=EXAMPLES)


@pytest.mark.parametrize("today", [date(2025, 3, 29), date(2025, 3, 31)])
def test_a_month_back_from_a_day_that_a_shorter_one_has_not_begins_after_its_last(today: date) -> None:
    assert period("1m", today)[0] == 20250301


@given(st.integers(1, 999), st.dates(date(1900, 1, 1)))
def test_a_number_of_days_has_that_number_and_the_last_is_today(number: int, today: date) -> None:
    low, high = (date.fromisoformat(str(day)) for day in period(f"{number}j", today))
    assert high == today
    assert (high - low).days + 1 == number


def test_the_last_day_of_the_calendar_is_a_today() -> None:
    assert period("today", date.max) == period("1j", date.max) == (LAST, LAST)


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


@pytest.mark.parametrize(
    ("expression", "said", "meant"),
    [
        ("2025..2024", message("query.reversed_dates", text="2025..2024"), "2024..2025"),
        ("nouvembre 2019", message("query.not_a_date", text="nouvembre 2019"), "novembre 2019"),
        (
            "Lundi 3 mars 2020",
            message("query.wrong_weekday", day="2020-03-03", weekday="lundi"),
            "mardi 3 mars 2020",
        ),
        (
            "ven. 3 mars 2020",
            message("query.wrong_weekday", day="2020-03-03", weekday="ven"),
            "mardi 3 mars 2020",
        ),
        (
            "monday march 3 2020",
            message("query.wrong_weekday", day="2020-03-03", weekday="monday"),
            "tuesday march 3 2020",
        ),
        (
            "du samedi 1er au dimanche 3 mars",
            message("query.wrong_weekday", day="2025-03-03", weekday="dimanche"),
            None,
        ),
        (
            "du mardi 2 mars au 6 mars 2020",
            message("query.wrong_weekday", day="2020-03-02", weekday="mardi"),
            "du lundi 2 mars au 6 mars 2020",
        ),
        ("ces derniers jours", message("query.how_many", text="derniers jours"), "3 derniers jours"),
        ("<=depuis mars 2020", message("query.no_last_day", text="depuis mars 2020"), "mars 2020"),
        ("..à partir du 8 mars", message("query.no_last_day", text="à partir du 8 mars"), "8 mars"),
        (">après 2019", message("query.no_last_day", text="après 2019"), "2019"),
        ("<=from march 2020", message("query.no_last_day", text="from march 2020"), "march 2020"),
        (">=avant 2019", message("query.no_first_day", text="avant 2019"), "2019"),
        ("<jusqu’à 2019", message("query.no_first_day", text="jusqu'à 2019"), "2019"),
        ("avant 2019..", message("query.no_first_day", text="avant 2019"), "2019"),
        ("le surlendemain", message("query.from_which_day", text="surlendemain"), "après-demain"),
        ("le lendemain", message("query.from_which_day", text="lendemain"), "demain"),
        ("la veille", message("query.from_which_day", text="veille"), "hier"),
    ],
)
def test_a_refusal_shows_what_was_meant(expression: str, said: Message, meant: str | None) -> None:
    with pytest.raises(DateError) as refused:
        period(expression, TODAY)
    assert refused.value.message == said
    if meant:
        assert refused.value.meant == meant
        assert period(meant, TODAY)


@pytest.mark.parametrize("expression", ["none..2025", ">=sans", "..aucune"])
def test_the_undated_are_no_end_of_a_range(expression: str) -> None:
    with pytest.raises(DateError) as refused:
        check(expression)
    assert refused.value.mend == message("query.type_date", examples=message("query.day_examples"))


@given(st.lists(st.sampled_from(sorted(PARTS_OF_NAMES)) | NUMBERS, max_size=8).map(" ".join), st.dates())
def test_any_words_of_the_vocabulary_are_a_period_or_a_clean_refusal(expression: str, today: date) -> None:
    try:
        check(expression)
        low, high = period(expression, today)
    except DateError:
        return
    assert low <= high


@given(st.lists(st.sampled_from(sorted(PARTS_OF_NAMES)) | NUMBERS, max_size=8).map(" ".join))
def test_what_a_refusal_offers_is_a_period(expression: str) -> None:
    try:
        check(expression)
    except DateError as error:
        offered = [error.meant, *(error.message.values.get(name) for name in ("first", "second"))]
        for text in filter(None, offered):
            check(str(text))


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
