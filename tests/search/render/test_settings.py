"""The settings of a person as `manchette config` shows them, to the letter."""

from pathlib import Path

import pytest

from search.messages import Language, speaking
from search.notebook.settings import Setting, Settings
from search.render import in_shell, plain, terminal
from tests.search.render.golden import same

MINE, OF_INDEX = (
    Path("/nulle/part/.config/manchette/config.toml"),
    Path("/nulle/part/presse/.manchette/config.toml"),
)
CASES = {
    "some": Settings(
        (MINE, OF_INDEX),
        (
            Setting("", "lang", "fr", MINE),
            Setting("query", "facet", ["place", "org"], OF_INDEX),
            Setting("query", "all", True, MINE),
        ),
    ),
    "none": Settings((MINE, OF_INDEX), ()),
}


@pytest.mark.parametrize("language", Language)
def test_settings(language: Language) -> None:
    with speaking(language):
        shown = [
            f"--- {name}, {columns}\n{plain.text(in_shell(case, columns))}"
            for columns in (60, 80, 120)
            for name, case in CASES.items()
        ]
        dressed = terminal.ansi(in_shell(CASES["some"], 80))
    same(f"{language}-settings.txt", "\n".join([*shown, "--- colours", dressed]))
