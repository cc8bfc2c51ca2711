"""The prompt, the toolbar, the pager's command."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.engine import Sort
from search.language import parse
from search.messages import say
from search.render.lines import cell_width
from search.shell import pager
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
    shown = toolbar(replace(session, sort=Sort.NEWEST), 36016)
    assert shown.startswith(" 36,016 articles indexed · newest first ")
    assert shown.endswith(":help · Tab completes · Ctrl-D leaves")
    assert toolbar(session, 1).startswith(" 1 article indexed ·")
    assert "by relevance · with reprints" in toolbar(replace(session, collapsed=False), 1)


def test_the_pager_is_the_person_s_with_its_options(tmp_path: Path) -> None:
    mine = tmp_path / "my pager"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    assert pager.command({"PAGER": f"'{mine}' --plain 2"}) == [str(mine), "--plain", "2"]
    assert pager.command({"PAGER": "no-such-pager"}) == []
    less = tmp_path / "less"
    less.write_text("#!/bin/sh\n")
    less.chmod(0o755)
    assert pager.command({"PAGER": f"{less} -S"}) == [str(less), "-S", "-R", f"-P{say('shell.pager_prompt')}"]


def test_a_pager_shows_what_it_is_given(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    pager.show(["sh", "-c", f"cat > '{seen}'"], "sécurité\n")
    assert seen.read_text("utf-8") == "sécurité\n"
    pager.show(["true"], "left before it read all\n" * 100_000)


def test_the_filter_that_was_set_last_is_shown(session: Session) -> None:
    typed = ('place:"Seine-Saint-Denis"', 'person:"Emmanuel Macron"', "date:2020-06")
    shown = prompt(replace(session, filters=tuple(parse(clause) for clause in typed)))
    assert shown == "[2 more · date:2020-06] > "
