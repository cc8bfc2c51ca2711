"""The code of a language by its name."""

import pytest

from corpus.readers.databases.languages import language


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Français", "fr"), ("FRENCH; FRANÇAIS", "fr"), ("Englisch", "en"), ("EN", "en"), ("Deutsch", "de"),
        ("fr-FR", "fr"), ("中文", "zh"), ("Late Edition", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_language_has_one_code_whatever_the_interface(name: str, code: str) -> None:
    assert language(name) == code
