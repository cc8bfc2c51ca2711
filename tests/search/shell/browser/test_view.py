"""The full screen, to the letter: the list, the facets, an open article, a page over them, a line that is being typed."""

from collections.abc import Callable

import pytest

from corpus.records import replace
from search.messages import Language, say, speaking
from search.render import plain, terminal
from search.render.lines import Line, Style, line, line_width
from search.results import Original
from search.shell import help as help_
from search.shell.browser.entry import typing
from search.shell.browser.focus import Focus, Overlay
from search.shell.browser.view import view
from search.shell.session import Screen, Session
from tests.search.render.answers import HOSTILE, MEETING, answer
from tests.search.render.golden import same
from tests.search.shell.browser.frames import SCREENS, browsing, reading

FRAMES: dict[str, Callable[[Screen], list[Line]]] = {
    "list": lambda screen: view(browsing(screen), Focus(line=":down")),
    "facets": lambda screen: view(browsing(screen), Focus(facets=True, value=1)),
    "article": lambda screen: view(reading(screen), Focus(line=":match next")),
    "keys": lambda screen: view(browsing(screen), Focus(overlay=Overlay(tuple(help_.keys(screen.columns))))),
}


@pytest.mark.parametrize("name", FRAMES)
def test_frames(name: str) -> None:
    drawn: list[str] = []
    coloured: list[str] = []
    for language in Language:
        with speaking(language):
            for screen in SCREENS:
                rule = f"── {language} {screen.columns}x{screen.rows} "
                drawn.append(f"{rule:─<{screen.columns}}\n{plain.text(FRAMES[name](screen))}")
                coloured.append(f"{rule}\n{terminal.ansi(FRAMES[name](screen))}")
    same(f"browser-{name}.txt", "".join(drawn))
    same(f"browser-{name}.ansi", "".join(coloured))


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("screen", [*SCREENS, Screen(20, 5), Screen(10, 2), Screen(200, 60), Screen(110, 9)])
def test_a_frame_fills_the_screen_and_is_no_wider(name: str, screen: Screen) -> None:
    for frame in (
        FRAMES[name](screen),
        view(browsing(screen), Focus(entry=typing("x" * 300))),
        view(browsing(screen, answer("securite", [HOSTILE, HOSTILE])), Focus()),
    ):
        assert len(frame) == screen.rows
        assert max(map(line_width, frame)) <= screen.columns


@pytest.mark.parametrize("make", [browsing, reading])
def test_where_a_person_is_shows_without_colours(make: Callable[[Screen], Session]) -> None:
    text = terminal.ansi(view(make(Screen()), Focus()), colour=False)
    assert "\x1b[7m" in text
    assert "\x1b[31" not in text


def bottom(focus: Focus) -> str:
    return plain.text(view(browsing(Screen()), focus)[-1:])


def test_the_bottom_row_shows_the_line_of_the_last_key_and_the_keys() -> None:
    assert bottom(Focus(line=":mark 3")).startswith(" 1/7  :mark 3  ")
    assert bottom(Focus()).endswith("? keys\n")
    assert bottom(Focus(entry=typing(":export a.csv"))) == " :export a.csv▏\n"
    assert bottom(Focus(entry=replace(typing("rabat", live=True), at=2))) == " /ra▏bat\n"
    wrong = Focus(entry=typing("rabat (", live=True), notice=line("never closed"))
    assert bottom(wrong) == " /rabat (▏    never closed\n"
    assert bottom(Focus(waiting=True)) == f" {say('browser.waiting')}\n"
    assert bottom(Focus(notice=line("3 articles are marked"))) == " 3 articles are marked\n"


def test_a_list_without_results_says_what_to_type() -> None:
    text = plain.text(view(browsing(Screen(), answer("securite", [HOSTILE, HOSTILE])), Focus()))
    assert "\x1b" not in text
    nothing = replace(browsing(Screen()), results=answer("introuvablement", []), cursor=0, known={})
    text = plain.text(view(nothing, Focus()))
    assert "no article" in text
    assert "The filters hold" in text


def test_an_answer_like_an_article_is_headed_by_its_headline() -> None:
    session = browsing(Screen())
    assert session.results
    results = replace(session.results, originals=(Original(MEETING, ()),))
    alike = replace(session, line=f"like:{MEETING.id}", results=results, filters=())
    assert f"like “{MEETING.title[:20]}" in plain.text(view(alike, Focus())[:1])
    assert MEETING.id not in plain.text(view(alike, Focus())[:1])
    longer = replace(alike, line=f"rabat like:{MEETING.id}")
    assert longer.line in plain.text(view(longer, Focus())[:1])


def test_a_result_that_is_not_read_yet_has_its_rank() -> None:
    session = browsing(Screen())
    text = plain.text(view(replace(session, known={1: session.known[1]}), Focus()))
    assert "\n   2  …\n" in text


def test_the_match_that_a_person_is_at_stands_out_from_the_others() -> None:
    rows = view(reading(Screen()), Focus())
    [current] = [fragment for row in rows for fragment in row if fragment.style is Style.CURRENT]
    assert current.text == "sécurité"
    assert [f.text for row in rows for f in row if f.style is Style.TITLE_MATCH] == ["Sécurité"]
