"""The pages of entities, to the letter."""

import pytest

from index.names.aliases import parse
from index.names.resolution import EntityName
from search.counts.facets import Bucket
from search.entities.page import Companion, EntityPage, Row, Variant
from search.render import csv, json, plain, terminal
from search.render.entity_list import decided, listing
from search.render.entity_page import page
from search.render.lines import Line, line_width
from search.render.panel import margin, numbered
from tests.search.render.answers import ATTACK
from tests.search.render.golden import same
from tests.search.render.test_hostile import OWN, harmless

ONU = EntityName("org", "Nations unies")
VARIANTS = (
    Variant(EntityName("org", "ONU"), 1204, edited=True),
    Variant(EntityName("person", "Onu"), 3, edited=False),
    Variant(EntityName("org", "Organisation des Nations unies"), 2, edited=False),
)
ROWS = (
    Row(ONU, 1311, VARIANTS),
    Row(EntityName("place", "Rabat"), 87, (Variant(EntityName("org", "RABAT"), 2, edited=False),)),
    Row(
        EntityName("person", "Salim Benhaddou"),
        12,
        (Variant(EntityName("person", "Benhaddou"), 4, edited=False),),
    ),
    Row(
        EntityName("org", "Conseil national de la résistance et de la reconstruction du Haut-Atlas central"),
        1,
    ),
)
PAGE = EntityPage(
    value=ONU,
    articles=1311,
    variants=VARIANTS,
    companions=(
        Companion(EntityName("person", "Ingrid Solheim"), 112, 11.7, 300.0),
        Companion(EntityName("place", "New York"), 204, 3.14, 200.0),
    ),
    days=(
        Bucket("2025-09-30", 3),
        Bucket("2025-11-25", 9),
        Bucket("2025-11-26", 3),
        Bucket("none", 2),
    ),
)
BARE = EntityPage(EntityName("person", "Lou"), 1, (), (), ())
ALIASES = parse("# mine\nNations unies = ONU\n!Lire\n= nothing\nplace:Lou\n")

LAID_OUT: dict[str, list[Line]] = {
    "entities-80": [*listing(ROWS, 80), *decided(ALIASES, 80)],
    "entities-40": numbered(listing(ROWS, 40 - margin(len(ROWS)))),
    "entity-80": page(PAGE, 80),
    "entity-40": page(PAGE, 40),
    "entity-bare-80": page(BARE, 80),
}


@pytest.mark.parametrize("name", LAID_OUT)
def test_pages(name: str) -> None:
    same(f"{name}.txt", plain.text(LAID_OUT[name]))


@pytest.mark.parametrize("name", LAID_OUT)
def test_no_line_is_wider_than_asked_for(name: str) -> None:
    assert max(map(line_width, LAID_OUT[name])) <= int(name[-2:])


@pytest.mark.parametrize("most", [16, 20, 33, 60, 200])
def test_a_page_fits_any_width(most: int) -> None:
    rows = [*listing(ROWS, most), *page(PAGE, most), *decided(ALIASES, most)]
    assert max(map(line_width, rows)) <= most


def test_without_decisions_no_decision_is_shown() -> None:
    assert decided(parse("# nothing yet"), 80) == []
    assert listing([], 80) == []


def test_a_name_of_others_is_shown_and_not_obeyed() -> None:
    evil = EntityName("org", ATTACK)
    hostile = EntityPage(
        evil,
        1,
        (Variant(evil, 1, edited=True),),
        (Companion(evil, 2, 3.0, 4.0),),
        (Bucket("2025-11-25", 1),),
    )
    rows = [Row(evil, 1, (Variant(evil, 1, edited=False),))]
    for lines in (page(hostile, 80), listing(rows, 80), decided(parse(f"!{ATTACK}"), 80)):
        assert harmless(OWN.sub("", terminal.ansi(lines)))
        assert harmless(plain.text(lines))
    for written in (json.entity(hostile), json.entities(rows, parse("")), csv.entities(rows)):
        assert harmless(written)


def test_json_says_who_merged_a_name() -> None:
    written = json.entities(ROWS[:1], ALIASES)
    assert '"by": "aliases"' in written
    assert '"by": "corpus"' in written
    assert '"aliases": ["Nations unies = ONU", "!Lire", "place:Lou"]' in written


def test_csv_has_an_entity_a_line() -> None:
    assert csv.entities(ROWS[:2]).splitlines() == [
        "field,name,count,names",
        "org,Nations unies,1311,ONU | Onu | Organisation des Nations unies",
        "place,Rabat,87,RABAT",
    ]
