"""The options of a command line."""

import pytest

from search.cli import read
from search.commandline.options import UsageError
from search.commands import COMMAND_NAMES, GROUPS, load
from search.messages import Language, speaking
from search.messages.command import PROMISES

ANSWERED = ("query", "batch", "run", "facets", "export", "kwic", "timeline", "companions", "compare")
"""The commands about the answer to a query."""


def test_options_may_stand_among_the_words() -> None:
    options = read(["query", "maroc", "-n", "3", "-rabat", "--any", "mali", "-notre"])
    assert (options.words, options.limit, options.matching) == (
        ["maroc", "-rabat", "mali", "-notre"],
        3,
        "any",
    )
    assert read(["query", "--", "--any", "-n"]).words == ["--any", "-n"]


def test_the_usage_error_of_an_unknown_option_names_it() -> None:
    with pytest.raises(UsageError, match=r"problem=unrecognized arguments: --wat"):
        read(["index", ".", "--wat"])


@pytest.mark.parametrize("command", ANSWERED)
def test_every_command_about_an_answer_takes_the_filters(command: str) -> None:
    words = ["person"] if command == "facets" else ["a", "b"] if command == "compare" else ["a"]
    options = read([command, *words, "--since", "2020", "--until", "2021", "--all"])
    assert (options.since, options.until, options.matching) == ("2020", "2021", "all")


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["query", "a", "--sort", "Récent"], "sort", "newest"),
        (["similar", "a", "--sort", "anciens"], "sort", "oldest"),
        (["kwic", "a", "--sort", "gauche"], "sort", "left"),
        (["kwic", "a", "--sort", "date"], "sort", "oldest"),
        (["timeline", "a", "--by", "ANNEE"], "by", "year"),
        (["companions", "a", "--field", "lieu"], "field", "place"),
        (["query", "a", "--color", "jamais"], "color", "never"),
        (["export", "a", "--format", "dossier"], "format", "folder"),
    ],
)
def test_a_value_goes_by_its_french_names_as_well(words: list[str], name: str, value: str) -> None:
    for language in Language:
        with speaking(language):
            assert getattr(read(words), name) == value


def test_a_value_that_is_no_choice_is_refused_with_the_choices_in_the_language_that_is_spoken() -> None:
    for language, first in ((Language.ENGLISH, "day, week"), (Language.FRENCH, "jour, semaine")):
        with speaking(language), pytest.raises(UsageError, match=first):
            read(["timeline", "a", "--by", "zorro"])


@pytest.mark.parametrize(("command", "missing"), [("facets", "FIELD"), ("note", "ID"), ("save", "NAME")])
def test_words_that_may_be_left_out_are_not_reported_as_missing(command: str, missing: str) -> None:
    with pytest.raises(UsageError, match=rf"required: {missing}, command"):
        read([command])


def test_the_help_has_each_command_once() -> None:
    assert sorted(COMMAND_NAMES) == sorted(PROMISES)
    assert [load(name).name for names in GROUPS.values() for name in names] == list(COMMAND_NAMES)
