"""Links and the clipboard: who takes them, and that no data stands in a sequence as it was read."""

import re
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.shell.browser.addresses import copying, link, takes_links
from tests.search.render.answers import ATTACK

LINK = re.compile(r"\x1b\]8;;[!-~]+\x1b\\")
"""OSC 8, its address of the signs that RFC 3986 allows."""


@pytest.mark.parametrize(
    ("environment", "takes"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "foot"}, True),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM": "xterm-256color", "WT_SESSION": "1"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4200"}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "vt100"}, False),
        ({}, False),
    ],
)
def test_links_go_to_terminals_that_are_known_to_take_them(environment: dict[str, str], takes: bool) -> None:  # noqa: FBT001 - it is what is expected
    assert takes_links(environment) is takes


def test_an_address_leads_to_the_web_or_to_a_file() -> None:
    assert link("https://exemple.invalid/a?b=é&c", Path("/x")) == (
        "\x1b]8;;https://exemple.invalid/a?b=%C3%A9&c\x1b\\"
    )
    assert link("dépêches/a b.txt", Path("/presse")).endswith("/presse/d%C3%A9p%C3%AAches/a%20b.txt\x1b\\")
    assert link("dépêches/a b.txt", Path("/presse")).startswith("\x1b]8;;file://")
    assert link("/ailleurs/a.txt", Path("/presse")).endswith("/ailleurs/a.txt\x1b\\")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:x", "mailto:a@b.fr", "http://[", "data:,x"])
def test_no_other_scheme_is_a_link(address: str) -> None:
    assert link(address, Path("/x")) == ""


@given(st.one_of(st.text(), st.text().map(lambda text: f"https://{text}"), st.just(ATTACK)))
def test_no_data_commands_the_terminal(text: str) -> None:
    linked = link(text, Path("/x"))
    assert not linked or LINK.fullmatch(linked)
    copied = copying(text, {"TERM": "xterm"})
    assert not copied or re.fullmatch(r"\x1b\]52;c;[A-Za-z0-9+/=]+\x07", copied)


def test_a_text_is_copied_unless_it_is_too_long_or_the_terminal_would_print_it() -> None:
    sequence = copying("« Été »", {"TERM": "xterm-256color"})
    assert b64decode(sequence[7:-1]).decode() == "« Été »"
    assert copying("x" * 20_000, {"TERM": "xterm-256color"}) == ""
    assert copying("x", {"TERM": "linux"}) == ""
    assert copying("", {"TERM": "xterm-256color"}) == ""
