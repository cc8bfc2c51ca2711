"""The options of the commands that search."""

import pytest

from corpus.message import message
from index.engine import Sort
from search.cli import read
from search.commandline.search_options import page
from search.language.days import DateError
from search.language.tree import Dates


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("newest", Sort.NEWEST),
        ("récents", Sort.NEWEST),
        ("anciens", Sort.OLDEST),
        ("Pertinence", Sort.RELEVANCE),
    ],
)
def test_an_order_goes_by_its_french_name_as_well(name: str, order: Sort) -> None:
    assert page(read(["query", "maroc", "--sort", name])).sort is order


def test_the_bounds_are_dates_as_people_say_them() -> None:
    options = read(["query", "maroc", "--since", "lundi dernier", "--until", "il y a 3 jours"])
    assert page(options).filters == (Dates(">=lundi dernier"), Dates("<=il y a 3 jours"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("lundi 3 mars 2020", "mardi 3 mars 2020"), ("nouvembre", "novembre"), ("sans", None)],
)
def test_a_bound_that_is_no_day_is_refused_with_what_was_meant(typed: str, meant: str | None) -> None:
    with pytest.raises(DateError) as refused:
        page(read(["query", "maroc", "--since", typed]))
    assert refused.value.meant == meant
    if not meant:
        assert refused.value.mend == message("query.type_date", examples=message("query.day_examples"))


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [
        ("--until", "depuis mars 2020", "mars 2020"),
        ("--until", "après mars 2020", "mars 2020"),
        ("--since", "avant 2019", "2019"),
        ("--since", "jusqu’à 2019", "2019"),
    ],
)
def test_a_bound_in_the_other_direction_is_refused(option: str, typed: str, meant: str) -> None:
    with pytest.raises(DateError) as refused:
        page(read(["query", "maroc", option, typed]))
    assert refused.value.meant == meant


def test_a_bound_in_the_same_direction_is_one() -> None:
    options = read(["query", "maroc", "--since", "depuis mars", "--until", "avant 2019"])
    assert page(options).filters == (Dates(">=depuis mars"), Dates("<=avant 2019"))


def test_facets_go_by_their_french_names_as_well() -> None:
    assert page(read(["query", "maroc", "--facet", "mois", "--facet", "année"])).facets == ("mois", "année")
