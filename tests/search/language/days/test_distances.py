import pytest

from tests.search.language.days.reading import read

SAID: list[tuple[str, int, int]] = [
    # today and its neighbours
    ("demain", 20251206, 20251206),
    ("après-demain", 20251207, 20251207),
    ("the day before yesterday", 20251203, 20251203),
    ("hier soir", 20251204, 20251204),
    ("ce matin", 20251205, 20251205),
    ("cette nuit", 20251205, 20251205),
    ("last night", 20251204, 20251204),
    # distances
    ("il y a trois semaines", 20251114, 20251114),
    ("three weeks ago", 20251114, 20251114),
    ("a week ago", 20251128, 20251128),
    ("il y a quinze jours", 20251120, 20251120),
    ("il y a sept jours", 20251128, 20251128),
    ("il y a six mois", 20250605, 20250605),
    ("il y a un an", 20241201, 20241231),
    ("dans 3 jours", 20251208, 20251208),
    ("3 derniers mois", 20250906, 20251205),
    ("les trois derniers mois", 20250906, 20251205),
    ("au cours des 3 derniers mois", 20250906, 20251205),
    ("past 3 months", 20250906, 20251205),
    ("last three months", 20250906, 20251205),
    ("ces dernières 48 heures", 20251203, 20251205),
    ("2 semaines passées", 20251122, 20251205),
    ("2 prochaines semaines", 20251206, 20251219),
    ("les vingt et un derniers jours", 20251115, 20251205),
    ("la nuit dernière", 20251204, 20251204),
    ("3 mois passés", 20250906, 20251205),
    ("3 mois suivant", 20251206, 20260305),
    # `dans` before a distance counts from today; before any other period it says no more
    ("dans les 3 semaines", 20251226, 20251226),
    ("dans les 10 prochains jours", 20251206, 20251215),
    ("over the next two weeks", 20251206, 20251219),
    ("dans les 10 derniers jours de mars 2024", 20240322, 20240331),
    ("lors de l’été 2023", 20230601, 20230831),
    ("over the last week", 20251124, 20251130),
    # from the beginning of a unit; hours
    ("year to date", 20250101, 20251205),
    ("month to date", 20251201, 20251205),
    ("il y a 24 heures", 20251204, 20251204),
    ("avant-avant-hier", 20251202, 20251202),
]


@pytest.mark.parametrize(("expression", "low", "high"), SAID)
def test_a_time_counts_from_today(expression: str, low: int, high: int) -> None:
    assert read(expression) == (low, high)


@pytest.mark.parametrize(
    "before",
    [
        *[
            "les",
            "ces",
            "dans les",
            "dans ces",
            "au cours des",
            "au cours de ces",
            "durant les",
            "pendant les",
        ],
        *[
            "lors des",
            "lors de ces",
            "sur les",
            "tout au long des",
            "the",
            "over the",
            "in the",
            "within the",
        ],
        *["during the", "throughout the", "for the", "across the", "these"],
    ],
)
@pytest.mark.parametrize(
    "window",
    [
        *[
            "10 derniers jours",
            "dernières 48 heures",
            "deux dernières semaines",
            "3 prochains mois",
            "10 jours passés",
        ],
        *["last 10 days", "past three months", "next two weeks"],
    ],
)
def test_the_words_before_a_number_of_days_or_months_change_nothing(before: str, window: str) -> None:
    assert read(f"{before} {window}") == read(window)
    assert read(f"depuis {before} {window}") == (read(window)[0], 99991231)
