"""The encodings in which the French press comes."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encoding import LOST_BYTES, Survey, decoded, encoding

ARTICLE = "Le maire de Sète a déclaré, lundi, que « l’été » du vieux port serait à fêter : où, quand, ça reste à décider."
PLAIN = ARTICLE.replace("’", "'")


def surveyed(*blocks: bytes) -> Survey:
    survey = Survey()
    for block in blocks:
        survey.add(block)
    return survey


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "latin-1", "cp850"])
def test_a_text_whose_letters_of_ascii_are_bytes_is_read_line_by_line(name: str) -> None:
    assert encoding(ARTICLE.encode(name, "replace")) == "utf-8"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    "text", [ARTICLE, "وصل الوزير إلى الرباط.\n", "Η βουλή ψήφισε.\n", "a", "Bravo 😀 à tous"]
)
def test_two_or_four_bytes_a_letter_are_recognised_with_a_mark_and_without(
    name: str, mark: str, text: str
) -> None:
    assert encoding((mark + text).encode(name)) == name


@pytest.mark.parametrize(
    "start", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xd8\xff\xe0", b"\xff\xfe", b"\xfe\xff", b"abc\n"]
)
def test_random_bytes_are_no_text_whatever_they_begin_with(start: bytes) -> None:
    data = start + random.Random(7).randbytes(5_000)
    assert encoding(data) is None or surveyed(data).is_binary


@pytest.mark.parametrize("name", ["cp1252", "mac_roman", "iso8859_15"])
def test_the_code_page_gives_what_was_encoded(name: str) -> None:
    text = PLAIN if name == "iso8859_15" else ARTICLE
    survey = surveyed(text.encode(name))
    assert not survey.is_utf8
    assert text.encode(name).decode(survey.page) == text


@pytest.mark.parametrize("name", ["latin-1", "cp850"])
def test_older_code_pages_have_no_typographic_apostrophe_and_decode_too(name: str) -> None:
    assert PLAIN.encode(name).decode(surveyed(PLAIN.encode(name)).page) == PLAIN


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Sa sœur a le cœur à l'œuvre", "iso8859_15"),
        ("Un déjeuner à 12 €", "iso8859_15"),
        ("ŒUVRES : Œdipe à l'opéra", "iso8859_15"),
        ("Un litre ½ de crème, 1½ de café, ¼ de thé", "cp1252"),
        ("L’œuvre à 12 €", "cp1252"),
    ],
)
def test_latin_9_and_windows_differ_by_what_french_says(text: str, page: str) -> None:
    assert text.encode(page).decode(surveyed(text.encode(page)).page) == text


@pytest.mark.parametrize("name", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize(
    "text",
    [
        "ÉLECTION À NÎMES : LE MAIRE RÉÉLU DÈS LE PREMIER TOUR",
        "L'ÉTÉ À SÈTE. Le maire de Sète a fêté l'été.",
        "RÉÉLU DÈS",
        "Né à Nîmes, René Péret",
    ],
)
def test_the_code_page_of_a_text_in_capitals(text: str, name: str) -> None:
    assert text.encode(name).decode(surveyed(text.encode(name)).page) == text


@given(st.lists(st.integers(0, 80)))
def test_a_survey_does_not_depend_on_where_its_blocks_are_cut(cuts: list[int]) -> None:
    data = (ARTICLE + "é").encode() + "été".encode("mac_roman")
    edges = [0, *sorted({min(cut, len(data)) for cut in cuts}), len(data)]
    cut = surveyed(*(data[start:end] for start, end in itertools.pairwise(edges)))
    assert (cut.page, cut.is_utf8, cut.is_binary) == ("mac_roman", True, False)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("L’été à Sète, ".encode() + "l’été à Paris".encode("cp1252"), "L’été à Sète, l’été à Paris"),
        ("« Été\u00a0» à 10 € – n° 5".encode("cp1252"), "« Été\u00a0» à 10 € – n° 5"),
        ("été\u00a0»".encode("cp1252"), "été\u00a0»"),  # E9 A0 BB would be an ideogram
        ("bravo 😀".encode("utf-16-le").decode("utf-16-le").encode(), "bravo 😀"),
        (b"bravo \xed\xa0\xbd\xed\xb8\x80", "bravo 😀"),  # CESU-8
        (b"bravo \xf0\x9f\x98 !", "bravo ??? !"),
        (b"bravo \xed\xa0\xbd !", "bravo ??? !"),
        (b"d\xc3 Nice", "d? Nice"),
        ("l’".encode()[:-1] + b" \xc3\xa9t\xc3\xa9", "l?? été"),
        (b"c\xc5 ur", "c? ur"),
        (b"caf\xe9", "café"),
        (b"l\x92eau\x85", "l’eau…"),
        (b"\xc2ge, \xc9tat", "Âge, État"),
    ],
)
def test_a_line_that_is_not_utf_8_loses_only_what_no_text_has(line: bytes, text: str) -> None:
    lost = LOST_BYTES.sub(lambda run: "?" * len(run[0]), decoded(line, "cp1252", is_utf8=True))
    assert lost == text


def test_a_line_of_utf_8_in_a_file_of_windows_is_read_as_such() -> None:
    assert decoded("L’été à Sète".encode(), "cp1252", is_utf8=False) == "L’été à Sète"
    assert decoded("CAFÉ»".encode("cp1252"), "cp1252", is_utf8=False) == "CAFÉ»"


def test_the_only_control_character_of_a_short_text_does_not_make_it_binary() -> None:
    assert not surveyed(b"Le port\1 rouvre.").is_binary
    assert surveyed(b"Le\1port\2rouvre.").is_binary


@pytest.mark.parametrize("name", ["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_hole_of_nul_changes_neither_the_encoding_nor_that_a_file_is_text(name: str) -> None:
    data = ARTICLE.encode(name)
    assert encoding(data + bytes(4096)) == encoding(data)
    assert not surveyed(b"Le\0port\0rouvre.\n" + bytes(4096)).is_binary


@pytest.mark.parametrize(
    "start", [b"\x7fELF\x02", b"MZ\x90\0", b"SQLite format 3\0", b"port.txt".ljust(257, b"\0") + b"ustar"]
)
def test_a_program_or_a_database_is_no_text_if_nul_follows(start: bytes) -> None:
    assert encoding(start + bytes(4096)) is None
