"""The code of a language, by its names."""

import pytest

from corpus.readers.language import language


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("fr", "fr"), ("FR", "fr"), ("fr_CA", "fr"), ("fra", "fr"), ("Français", "fr"), ("French", "fr"),
        ("Langue : français", "fr"), ("English", "en"), ("Deutsch", "de"), ("pt-BR", "pt"), ("", ""), ("kab", "kab"),
        ("Haut-allemand ancien", "haut-allemand ancien"),
    ],
)  # fmt: skip
def test_a_language_has_one_code(written: str, code: str) -> None:
    assert language(written) == code
