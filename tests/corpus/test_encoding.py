"""The encodings in which the French press comes."""

import pytest

from corpus.encoding import encoding

ARTICLE = "Le maire de Sète a déclaré, lundi, que « l’été » du vieux port serait à fêter : où, quand, ça reste à décider."


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_a_text_decodes_to_what_was_encoded(name: str) -> None:
    data = ARTICLE.encode(name)
    assert data.decode(encoding(data)).removeprefix("\ufeff") == ARTICLE


@pytest.mark.parametrize("name", ["latin-1", "cp850"])
def test_older_code_pages_have_no_typographic_apostrophe_and_decode_too(name: str) -> None:
    text = ARTICLE.replace("’", "'")
    data = text.encode(name)
    assert data.decode(encoding(data)) == text


def test_a_sample_that_ends_inside_a_letter_is_still_utf_8() -> None:
    assert encoding("L’été".encode()[:-1]) == "utf-8"


def test_odd_bytes_in_utf_8_are_read_as_windows_wrote_them() -> None:
    data = "L’été à Sète, ".encode() + "l’été à Paris".encode("cp1252")
    assert data.decode("utf-8", "manchette") == "L’été à Sète, l’été à Paris"


def test_half_a_letter_of_utf_16_becomes_the_replacement_character() -> None:
    assert (ARTICLE.encode("utf-16") + b"\x41").decode("utf-16", "manchette") == f"{ARTICLE}\ufffd"
