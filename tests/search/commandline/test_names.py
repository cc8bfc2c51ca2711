"""The names of the commands, English and French."""

from itertools import combinations

import pytest

from search import cli
from search.commandline.names import FRENCH_NAMES, bare, begun, named, names, near, shown
from search.commandline.options import UsageError
from search.commands import COMMAND_NAMES
from search.messages import Language, speaking
from search.shell.commands import COMMANDS, find

EVERY = tuple(dict.fromkeys((*COMMAND_NAMES, *(command.name for command in COMMANDS))))


@pytest.mark.parametrize("command", EVERY)
def test_every_command_has_a_french_name(command: str) -> None:
    assert FRENCH_NAMES[command]
    with speaking(Language.FRENCH):
        assert names(command)[0] == FRENCH_NAMES[command][0]
        assert command in names(command)
    assert names(command)[0] == command


def test_no_name_is_that_of_two_commands() -> None:
    every = {command: set(map(bare, names(command))) for command in FRENCH_NAMES}
    assert not [(one, other) for one, other in combinations(every, 2) if every[one] & every[other]]
    shorts = [command.short for command in COMMANDS]
    assert len(set(shorts)) == len(shorts)
    assert not {*shorts} & {bare(name) for command in FRENCH_NAMES for name in names(command)}


@pytest.mark.parametrize("language", Language)
def test_a_command_is_named_in_either_language_with_or_without_accents(language: Language) -> None:
    with speaking(language):
        for command in EVERY:
            assert {
                named(typed, EVERY) for name in names(command) for typed in (name, bare(name).upper())
            } == {command}


def test_a_name_that_is_begun_is_first_one_of_the_language_that_is_spoken() -> None:
    assert begun("re", ["drop", "results"]) == ["results"]
    with speaking(Language.FRENCH):
        assert begun("re", ["drop", "results"]) == ["drop", "results"]
        assert begun("dr", ["drop", "results"]) == ["drop"]
        assert find("fusi").name == "merge"


@pytest.mark.parametrize(
    ("typed", "command"),
    [("chercher", "query"), ("etat", "status"), ("Vérifier", "check"), ("indexer", "index")],
)
def test_the_command_line_takes_french_names(typed: str, command: str) -> None:
    assert cli.read([typed]).command == command
    assert cli.read(["entités", "Séparer", "ONU"]).action == "split"


def test_a_name_that_is_nearly_one_is_offered() -> None:
    assert near("cherhcer", EVERY) == "chercher"
    with pytest.raises(UsageError) as raised:
        cli.read(["verifer"])
    assert raised.value.mend is not None
    assert raised.value.mend.values == {"name": "vérifier"}


def test_the_help_of_a_command_bears_its_name_in_the_language() -> None:
    with speaking(Language.FRENCH):
        assert shown("facets") == "facettes"
