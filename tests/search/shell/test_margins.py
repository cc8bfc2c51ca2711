"""The prompt and the toolbar."""

import pytest

from corpus.records import replace
from index.engine import Sort
from search.language import parse
from search.messages import Language, speaking
from search.render.lines import cell_width
from search.shell.margins import TYPING_COLUMNS, prompt, toolbar
from search.shell.session import Screen, Session


def test_filters_show_in_the_prompt(session: Session) -> None:
    assert prompt(session) == "> "
    filtered = replace(session, filters=(parse('person:"Abdellatif Hammouchi"'), parse("date:2025-11")))
    assert prompt(filtered) == '[person:"Abdellatif Hammouchi" · date:2025-11] > '


def test_the_prompt_leaves_room_to_type(session: Session) -> None:
    filtered = replace(session, filters=tuple(parse(f'place:"Ville {n}\x1b"') for n in range(20)))
    for width in (60, 80, 120):
        shown = prompt(replace(filtered, screen=Screen(width, 24)))
        assert cell_width(shown) <= width - TYPING_COLUMNS
        assert shown.startswith("[")
        assert " more · " in shown
        assert "place" in shown.split(" more · ")[1]
        assert "\x1b" not in shown


@pytest.mark.parametrize("width", [10, 40, 80, 120])
def test_the_toolbar_fits(session: Session, width: int) -> None:
    narrow = replace(session, screen=Screen(width, 24))
    assert cell_width(toolbar(narrow, 36016)) <= width


def test_the_order_stays_where_the_toolbar_has_no_room_for_the_articles(session: Session) -> None:
    narrow = replace(session, screen=Screen(20, 24))
    assert toolbar(narrow, 36016) == " by relevance"
    assert (
        prompt(replace(narrow, screen=Screen(40, 15), filters=(parse('place:"Dakar"'),)))
        == '[place:"Dakar"] > '
    )


def test_the_toolbar_shows_the_articles_the_order_and_the_keys(session: Session) -> None:
    wide = replace(session, sort=Sort.NEWEST, screen=Screen(100, 24))
    shown = toolbar(wide, 36016)
    assert shown.startswith(" 36,016 articles indexed · newest first ")
    assert shown.endswith(":help · Tab: full screen · Ctrl-D leaves")
    assert "Tab completes" in toolbar(wide, 36016, ":filter per")


@pytest.mark.parametrize("language", Language)
def test_the_toolbar_of_80_columns_says_what_tab_does(session: Session, language: Language) -> None:
    with speaking(language):
        assert "Tab" in toolbar(session, 36016)
        assert "Tab" in toolbar(session, 36016, "laïc")


def test_the_toolbar_counts_one_article(session: Session) -> None:
    assert toolbar(session, 1).startswith(" 1 article indexed ·")
    assert "by relevance · with reprints" in toolbar(replace(session, collapsed=False), 1)


def test_the_filter_that_was_set_last_is_shown(session: Session) -> None:
    typed = ('place:"Seine-Saint-Denis"', 'person:"Emmanuel Macron"', "date:2020-06")
    shown = prompt(replace(session, filters=tuple(parse(clause) for clause in typed)))
    assert shown == "[2 more · date:2020-06] > "
