"""A small part of what `python -m tests.hardening.outputs` shows, in each run of the tests."""

from itertools import islice
from pathlib import Path

import pytest

from tests.hardening.hostile import ATTACKS, obeyed_in_pipe, obeyed_on_terminal
from tests.hardening.outputs import Press, obeyed

_MAX_COMMANDS = 3


@pytest.mark.long
def test_hostile_texts_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    press = Press(tmp_path)
    assert len(press.ids) > len(ATTACKS)
    assert not list(obeyed(press, islice(press.commands(), _MAX_COMMANDS)))


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if attack[0] not in "[K\u05d0="])
def test_an_attack_that_comes_through_is_seen(attack: str) -> None:
    assert obeyed_in_pipe(f"Le port {attack}\n")
    assert obeyed_on_terminal(f"\x1b[1mLe port\x1b[0m {attack}\r\n") or attack[1] == "["


def test_our_own_looks_are_no_attack() -> None:
    assert not obeyed_on_terminal("\x1b[1;35m 1\x1b[0m  Le port\r\n\x1b[?25l\x1b[2K\x1b[1A")
