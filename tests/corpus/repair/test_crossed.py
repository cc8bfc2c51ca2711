"""Text of one code page that was read in another one."""

import pytest

from corpus.repair import repaired

TEXT = "L'élection à Nîmes a été gagnée : l'évêque, Noël, « dès l'été », garçon, où, Élan, DÈS 8 h."


def crossed(text: str, written: str, read: str) -> str:
    """Return a text as a program shows it that takes its code page for another one; Windows shows all bytes."""
    data = text.encode(written)
    return "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize(
    ("written", "read"),
    [("cp1252", "mac_roman"), ("mac_roman", "cp1252"), ("cp850", "cp1252"), ("cp1252", "cp850")],
)
def test_a_text_that_was_read_in_another_code_page_is_mended(written: str, read: str) -> None:
    assert repaired(crossed(TEXT, written, read)) == TEXT


@pytest.mark.parametrize(("written", "read"), [("cp1252", "mac_roman"), ("mac_roman", "cp1252")])
def test_its_apostrophes_and_ligatures_are_mended_as_well(written: str, read: str) -> None:
    text = "L’élection, l’œuvre – « ça » …"
    assert repaired(crossed(text, written, read)) == text


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Ève a parlé",
        "Ève DÈS d'Ève et d’Èze",
        "d'Žižek, l’Úbeda",
        "Slavoj Žižek et Milan Živković",
        "MÚSICA, Úbeda et Perú",
        "„Nein‚, sagt er",
        "Un port‚ un quai",
        "Citroën: ÈVE",
        "le quaÈ où l'Ř est",
    ],
)
def test_a_text_that_may_have_these_letters_stays(text: str) -> None:
    assert repaired(text) == text
