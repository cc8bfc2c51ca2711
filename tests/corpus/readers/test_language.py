"""The code of a language, by its names."""

import pytest

from corpus.readers.language import known_language, language


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("fr", "fr"), ("FR", "fr"), ("fr_CA", "fr"), ("fra", "fr"), ("Français", "fr"), ("French", "fr"),
        ("FRENCH; FRANÇAIS", "fr"), ("Langue : français", "fr"), ("English", "en"), ("Englisch", "en"), ("Deutsch", "de"),
        ("rus", "ru"), ("中文", "zh"), ("pt-BR", "pt"), ("", ""), ("kab", "kab"), ("kab-DZ", "kab"),
        ("Haut-allemand ancien", "haut-allemand ancien"),
    ],
)  # fmt: skip
def test_a_language_has_one_code(written: str, code: str) -> None:
    assert language(written) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("EN", "en"), ("fr-FR", "fr"), ("French (Canada)", "fr"), ("Late Edition", ""), ("kab", ""), ("", "")],
)
def test_what_is_no_known_language_has_no_code(name: str, code: str) -> None:
    assert known_language(name) == code
