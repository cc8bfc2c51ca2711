"""The options of a command line."""

import pytest

from search.arguments import read
from search.commandline.parser import UsageError


def test_options_may_stand_among_the_words() -> None:
    options = read(["query", "maroc", "-n", "3", "-rabat", "--any", "mali", "-notre"])
    assert (options.words, options.limit, options.matching) == (
        ["maroc", "-rabat", "mali", "-notre"],
        3,
        "any",
    )
    assert read(["query", "--", "--any", "-n"]).words == ["--any", "-n"]


def test_the_usage_error_of_an_unknown_option_names_it() -> None:
    with pytest.raises(UsageError, match="--wat"):
        read(["index", ".", "--wat"])
