"""The facets, and their values as a person sees them."""

import pytest

from corpus.message import message
from search.counts.facets import FACETS, Bucket, buckets, engine_facet
from search.errors import SearchError


def shown(name: str, counts: dict[str, int]) -> list[tuple[str, int]]:
    return [(bucket.value, bucket.count) for bucket in buckets(name, counts)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("year", [("2024", 1), ("2025", 4), ("none", 2)]),
        ("month", [("2024-12", 1), ("2025-01", 3), ("2025-11", 1), ("none", 2)]),
        ("date", [("2024-12", 1), ("2025-01", 3), ("2025-11", 1), ("none", 2)]),
        ("day", [("2024-12-31", 1), ("2025-01-01", 1), ("2025-01-02", 2), ("2025-11-30", 1), ("none", 2)]),
    ],
)
def test_times_are_in_order_and_the_undated_last(name: str, expected: list[tuple[str, int]]) -> None:
    counts = {"20250102": 2, "0": 2, "20241231": 1, "20251130": 1, "20250101": 1}

    assert shown(name, counts) == expected


def test_a_year_of_three_digits_has_four() -> None:
    assert shown("day", {"9870110": 1}) == [("0987-01-10", 1)]


def test_without_articles_there_is_no_bucket() -> None:
    assert buckets("place", {}) == ()
    assert buckets("month", {}) == ()


@pytest.mark.parametrize(("name", "english"), [("lieu", "place"), ("mois", "month"), ("jour", "day"), ("année", "year"), ("annee", "year"), ("auteur", "author")])  # fmt: skip
def test_a_facet_goes_by_its_french_name_as_well(name: str, english: str) -> None:
    assert engine_facet(name) == engine_facet(english)
    assert buckets(name, {"20250101": 1}) == buckets(english, {"20250101": 1})


@pytest.mark.parametrize("name", ["title", "text", "couleur", ""])
def test_an_unknown_facet_is_an_error_that_lists_the_facets(name: str) -> None:
    with pytest.raises(SearchError, match=r"query\.no_facet") as raised:
        engine_facet(name)

    assert raised.value.mend == message("query.type_facet", facets=", ".join(FACETS))


def test_a_bucket_says_its_value_and_its_count() -> None:
    assert buckets("source", {"Le Phare": 2}) == (Bucket("Le Phare", 2),)
