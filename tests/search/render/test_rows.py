"""The rows of a list: one line for each result, whatever the width."""

import pytest

from corpus.records import replace
from index.storage.stories import Printing
from search.render import plain
from search.render.lines import Style, line_width
from search.render.rows import CURSOR_SIGN, MARK_SIGN, grid, row
from search.results import Result
from tests.search.render.answers import BARE, HOSTILE, MEETING, answer

TWIN = Printing("atlas-9", "Le Fanal", "b.txt", 0)
FIRST, SECOND, THIRD = answer(
    "securite", [MEETING, BARE, replace(MEETING, id="x", source="Le Fanal")]
).results
LIST = (replace(FIRST, duplicates=(TWIN, TWIN)), SECOND, THIRD)


def shown(columns: int, results: tuple[Result, ...] = LIST) -> str:
    return plain.text([row(result, grid(results, columns)) for result in results])


def test_a_row_has_the_rank_the_date_the_source_the_headline_and_the_number_of_reprints() -> None:
    assert shown(80) == (
        "   1  2025-11-26  Le Courrier…  Sécurité : Rabat et l’ONU accordent leurs v…  +2\n"
        "   2  undated                   Prévenir plutôt que juger : c’est le mot d’ordr…\n"
        "   3  2025-11-26  Le Fanal      Sécurité : Rabat et l’ONU accordent leurs violo…\n"
    )


def test_sources_give_way_to_the_headline_where_all_are_the_same_or_the_screen_is_narrow() -> None:
    assert shown(80, (FIRST, FIRST)).startswith(
        "   1  2025-11-26  Sécurité : Rabat et l’ONU accordent leurs violons\n"
    )
    assert shown(59).startswith("   1  2025-11-26  Sécurité")
    assert shown(40).startswith("   1  2025-11  Sécurité")
    assert shown(20).startswith("   1  Sécurité…   +2\n   2  Prévenir plut…\n")


def test_signs_show_the_cursor_and_a_mark_without_colours() -> None:
    layout = grid(LIST, 60)
    signs = [
        plain.text([row(FIRST, layout, is_current=cursor, is_marked=mark)])[:4]
        for cursor in (True, False)
        for mark in (True, False)
    ]
    assert signs == [f"{CURSOR_SIGN}{MARK_SIGN} 1", f"{CURSOR_SIGN}  1", f" {MARK_SIGN} 1", "   1"]


def test_the_words_that_match_are_marked_in_the_headline() -> None:
    line = row(FIRST, grid(LIST, 80))
    assert [fragment.text for fragment in line if fragment.style is Style.MATCH] == ["Sécurité"]
    titled = row(FIRST, grid(LIST, 80), title=Style.TITLE)
    assert [fragment.text for fragment in titled if fragment.style is Style.TITLE_MATCH] == ["Sécurité"]


@pytest.mark.parametrize("columns", [12, 20, 40, 60, 80, 120])
def test_a_row_is_one_line_no_wider_than_the_screen(columns: int) -> None:
    results = (*LIST, *answer("securite", [HOSTILE, replace(MEETING, title="東京" * 60)]).results)
    results = tuple(replace(result, rank=rank) for rank, result in enumerate(results, 997))
    for result in results:
        line = row(result, grid(results, columns), is_current=True, is_marked=True)
        assert line_width(line) <= columns
        assert "\x1b" not in plain.text([line])
