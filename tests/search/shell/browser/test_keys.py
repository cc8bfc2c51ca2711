"""Every key is a line that could have been typed: whatever the keys, the session is that of their lines."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.records import replace
from search.messages import Language, speaking
from search.render.lines import line, line_width
from search.shell.browser.entry import typing
from search.shell.browser.focus import Focus, Overlay
from search.shell.browser.keys import press
from search.shell.browser.outcome import answered, is_done
from search.shell.browser.view import view
from search.shell.cursor import window
from search.shell.session import Screen, Session
from search.shell.step import step
from tests.search.shell.browser.frames import browsing, reading
from tests.search.shell.replies import typed

KEYS = [
    *"jkgGhlqnNm[]yrfxo?/:e3 M",
    "enter",
    "escape",
    "down",
    "pagedown",
    "pageup",
    "tab",
    "backspace",
    "left",
    "f7",
]


def pressed(session: Session, focus: Focus, *keys: str) -> tuple[Session, Focus, list[str]]:
    """Return the session and the focus after keys, and the lines that these stood for."""
    lines: list[str] = []
    for key in keys:
        focus, sent = press(session, focus, key)
        if sent:
            lines.append(sent)
            before = session
            session, reply = step(session, sent)
            focus = answered(before, (session, reply), focus, sent)
    return session, focus, lines


def untimed(session: Session) -> Session:
    """Return a session without the seconds that its answer took."""
    return replace(session, results=session.results and replace(session.results, seconds=0.0))


@given(st.lists(st.sampled_from(KEYS), max_size=14), st.sampled_from([Screen(60, 20), Screen(120, 40)]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_keys_do_what_their_lines_do(session: Session, keys: list[str], screen: Screen) -> None:
    start, _ = typed(replace(session, screen=screen), "securite", ":browse")
    after, focus, lines = pressed(start, Focus(), *keys)
    assert untimed(after) == untimed(typed(start, *lines)[0])
    frame = view(after, focus)
    assert len(frame) == screen.rows
    assert max(map(line_width, frame)) <= screen.columns
    if after.browsing and after.results and after.results.total.count:
        assert 1 <= after.cursor <= after.results.last
        assert set(window(after)) <= after.known.keys()


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("j", ":down"), ("up", ":up"), ("pagedown", ":down page"), ("g", ":up end"), ("G", ":down end"),
        ("enter", ":open 1"), ("l", ":open 1"), ("h", ":close"), ("escape", ":close"), ("]", ":article next"),
        ("m", ":mark 1"), (" ", ":mark 1"), ("y", ":cite 1"), ("r", ":raw 1"), ("s", ":similar 1"),
        ("t", ":timeline"), ("w", ":kwic"), ("o", ":sort newest"), ("M", ":marks"), ("n", None), ("f7", None),
    ],
)  # fmt: skip
def test_keys_of_the_list(key: str, sent: str | None) -> None:
    assert press(browsing(Screen()), Focus(), key).line == sent


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("n", ":match next"),
        ("N", ":match prev"),
        (" ", ":down page"),
        ("j", ":down"),
        ("q", ":close"),
        ("o", None),
    ],
)
def test_keys_of_the_open_article(key: str, sent: str | None) -> None:
    assert press(reading(Screen()), Focus(), key).line == sent


def test_a_key_that_does_nothing_says_so() -> None:
    session = browsing(Screen())
    facets = Focus(facets=True)
    page = Focus(overlay=Overlay((line("1"),)))
    for focus, key in ((Focus(), "Z"), (Focus(), "c-c"), (facets, "n"), (page, "Z")):
        [said] = press(session, focus, key).focus.notice
        assert said.text.endswith(" does nothing here; ? shows the keys")
    assert not press(session, Focus(), "f7").focus.notice


def test_a_page_and_the_facets_lead_to_the_other_pages() -> None:
    session = browsing(Screen())
    assert press(session, Focus(overlay=Overlay((line("1"),))), "t").line == ":timeline"
    assert press(session, Focus(facets=True), "w").line == ":kwic"


@pytest.mark.parametrize("key", ["j", "G", "]", "m", "o", "t", "M", "s"])
def test_the_line_of_a_key_is_one_of_the_language_that_is_spoken(session: Session, key: str) -> None:
    session, _ = typed(session, "securite", ":browse")
    english = press(session, Focus(), key).line
    with speaking(Language.FRENCH):
        french = press(session, Focus(), key).line
        assert french != english
        assert untimed(typed(session, french or "")[0]) == untimed(typed(session, english or "")[0])


def test_a_facet_is_kept_excluded_and_let_go() -> None:
    session, focus = browsing(Screen()), Focus()
    focus = press(session, focus, "f").focus
    assert focus.facets
    assert press(session, focus, " ").line == ':filter person:"Salim Benhaddou"'
    assert press(session, focus, "x").line == ':filter -person:"Salim Benhaddou"'
    focus = press(session, focus, "j").focus
    assert press(session, focus, "x").line == ":drop 2"
    assert press(session, focus, " ").line == ":drop 2"
    last = press(session, focus, "G").focus
    assert press(session, last, " ").line == ":filter date:none"
    assert not press(session, focus, "q").focus.facets


def test_digits_colons_and_e_begin_a_line_and_enter_sends_it() -> None:
    session = browsing(Screen())
    focus = Focus()
    for key in ("1", "2"):
        focus = press(session, focus, key).focus
    assert press(session, focus, "enter").line == "12"
    export = press(session, Focus(), "e").focus
    assert export.entry == typing(":export ")
    assert press(session, export, "escape") == (Focus(), None)
    query = press(session, Focus(), "/").focus
    assert query.entry == typing("securite", live=True)


def test_a_page_over_the_answer_scrolls_and_closes() -> None:
    session = browsing(Screen())
    focus = Focus(overlay=Overlay(tuple(line(str(number)) for number in range(100))))
    tops = []
    for key in ("j", "pagedown", "G", "j", "k", "g"):
        focus = press(session, focus, key).focus
        assert focus.overlay
        tops.append(focus.overlay.top)
    assert tops == [1, 22, 78, 78, 77, 0]
    assert press(session, focus, "q") == (Focus(), None)
    assert press(session, Focus(), "?").focus.overlay


def test_a_reply_that_changes_nothing_stands_over_the_answer(session: Session) -> None:
    start, _ = typed(session, "securite", ":browse")
    after, focus, _ = pressed(start, Focus(), "r")
    assert focus.overlay
    assert after == start
    _, focus, _ = pressed(start, Focus(), "k")
    assert focus.overlay is None
    assert focus.notice == line("this is the first result")
    _, focus, _ = pressed(replace(start, choices=start.table), Focus(), *":facets person", "enter")
    assert focus.overlay
    after, focus, _ = pressed(start, Focus(), *":kwic maroc", "enter")
    assert focus.overlay
    assert (after.line, set(window(after)) <= after.known.keys()) == ("maroc", True)
    assert pressed(after, focus, "q")[1].overlay is None
    _, focus, _ = pressed(start, Focus(), "y")
    assert "copied, if the terminal allows it" in focus.notice[0].text


def test_the_screen_is_left_when_nothing_needs_it(session: Session) -> None:
    start, _ = typed(session, "securite", ":browse")
    read, focus, _ = pressed(start, Focus(), "enter")
    assert not is_done(read, focus)
    back, focus, _ = pressed(read, focus, "q")
    assert not is_done(back, focus)
    left, focus, _ = pressed(back, focus, "q")
    assert is_done(left, focus)
    alone, _ = typed(session, "securite", "1")
    assert not is_done(alone, Focus())
    assert not press(alone, Focus(), "f").focus.facets
    assert is_done(typed(alone, ":close")[0], Focus())
