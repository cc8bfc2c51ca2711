"""The editing of a line on the bottom row."""

from hypothesis import given
from hypothesis import strategies as st

from search.render.inert import OBEYED
from search.shell.browser.entry import edited, typing


def after(text: str, *keys: str) -> str:
    """Return a line after keys, with a bar where the cursor is."""
    entry = typing(text)
    for key in keys:
        entry = edited(entry, key)
    return f"{entry.text[: entry.at]}|{entry.text[entry.at :]}"


def test_keys_edit_the_line() -> None:
    assert after("rabat", "left", "left", "x") == "rabx|at"
    assert after("rabat", "home", "delete", "end", "backspace") == "aba|"
    assert after("rabat", "left", "c-k", "c-a", "right") == "r|aba"
    assert after("police rabat", "c-w", "c-e") == "police |"
    assert after("police rabat", "left", "c-u") == "|t"
    assert after("", "left", "backspace", "delete", "right") == "|"
    assert after("a", "paste:deux\nlignes\x1b[31m", "f5") == "adeux lignes·[31m|"


@given(st.lists(st.one_of(st.characters(), st.sampled_from(["left", "backspace", "c-w", "home", "delete"]))))
def test_no_key_puts_what_a_terminal_obeys_into_the_line(keys: list[str]) -> None:
    entry = typing("")
    for key in keys:
        entry = edited(entry, key)
        assert 0 <= entry.at <= len(entry.text)
    assert not OBEYED.search(entry.text)
