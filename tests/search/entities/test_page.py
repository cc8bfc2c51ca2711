"""The page of an entity: its companions and its days."""

import pytest

from index.names.resolution import EntityName
from search.counts.facets import Bucket
from search.entities.page import EntityPage, companions

RABAT, PARIS, ONU, AWA = (
    EntityName("place", "Rabat"),
    EntityName("place", "Paris"),
    EntityName("org", "ONU"),
    EntityName("person", "Awa Sarr"),
)


def test_an_entity_of_every_article_is_nobody_s_companion() -> None:
    named_with = companions({RABAT: 4, PARIS: 10, ONU: 3}, {RABAT: 5, PARIS: 100, ONU: 30}, 10, 100)
    assert [one.value for one in named_with] == [RABAT]
    assert named_with[0].lift == pytest.approx(8)


def test_one_article_in_common_is_chance() -> None:
    assert companions({AWA: 1}, {AWA: 1}, 1, 1000) == ()


def test_many_shared_articles_rank_above_few_with_a_higher_lift() -> None:
    named_with = companions({RABAT: 20, AWA: 2}, {RABAT: 40, AWA: 2}, 20, 1000)
    assert [one.value for one in named_with] == [RABAT, AWA]
    assert named_with[0].lift < named_with[1].lift


def test_a_page_has_the_articles_of_each_month() -> None:
    days = (Bucket("2025-11-30", 2), Bucket("2026-01-01", 1), Bucket("none", 3))
    page = EntityPage(RABAT, 6, (), (), days)
    assert page.timeline == (
        Bucket("2025-11", 2),
        Bucket("2025-12", 0),
        Bucket("2026-01", 1),
        Bucket("none", 3),
    )
