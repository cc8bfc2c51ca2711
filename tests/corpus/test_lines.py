"""Lines that differ by capitals or dates alone have one digest; what is left out is named by its number."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Found
from corpus.lines import (
    DIGEST_BYTES,
    PARAGRAPH_CHARACTERS,
    PROSE_BITS,
    digest_of,
    known_lines,
    line_digests,
    source_key,
    without,
)
from tests.support.press import article


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Édité par Le Phare SA 2023", "ÉDITÉ PAR LE PHARE SA 2024"),
        ("Publié le lundi 3 mars 2024 à 9h12", "Publié le mercredi 12 août 2023 à 21h05"),
        ("Publié le 1er mai", "Publié le 14 juillet"),
        ("Mis à jour : 03/03/2024 - 17:40", "Mis à jour : 12.11.23 - 8:05"),
        ("Version du 2024-03-04", "Version du 2023-12-31"),
    ],
)
def test_a_line_is_the_same_whatever_its_date(line: str, other: str) -> None:
    assert line_digests(line) == line_digests(other)


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("L’indice perd 1,2 %", "L’indice perd 3,4 %"),
        ("Le Phare 2 - Le Jour 1", "Le Phare 0 - Le Jour 3"),
        ("Plus de 512 000 morts", "Plus de 490 000 morts"),
        ("Tome 1950b", "Tome 1951b"),
        ("Rédaction", "La rédaction"),
    ],
)
def test_other_numbers_and_words_make_another_line(line: str, other: str) -> None:
    assert line_digests(line) != line_digests(other)


@pytest.mark.parametrize(
    "line",
    [
        "Il conteste les faits qui lui sont reprochés.",
        "« Nous avons tenu quatre semaines »",
        "(Le procès s’ouvrira en mai.)",
        "Ysolde Karvennec, qui dirigeait le syndicat des phares, est poursuivie depuis mai pour prise illégale d’intérêts",
    ],
)
def test_a_sentence_is_prose_and_its_digest_says_its_length(line: str) -> None:
    assert prose_characters(line) == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "Le Phare, le journal de toute la côte",
        "Tous droits réservés.",
        "Abonnez-vous à notre lettre du soir !",
        "Le maire livre sa version ...",
    ],
)
def test_a_slogan_a_call_and_a_link_are_no_prose(line: str) -> None:
    assert prose_characters(line) == 0


def test_a_paragraph_is_as_long_as_a_digest_can_say() -> None:
    assert prose_characters("Le port rouvre. " * 15) == 240
    assert prose_characters("Le port rouvre. " * 16) == PARAGRAPH_CHARACTERS


def prose_characters(line: str) -> int:
    return int.from_bytes(line_digests(line), sys.byteorder) & PROSE_BITS


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n")), min_size=1))
def test_each_line_has_a_digest(lines: list[str]) -> None:
    digests = line_digests("\n".join(lines))
    assert len(digests) == DIGEST_BYTES * len(lines)
    assert [digest_of(digests, number) for number in range(len(lines))] == [*map(line_digests, lines)]


def test_known_lines_are_named_by_their_numbers() -> None:
    digests = line_digests("Le Phare\nLe port rouvre.\nTous unis\nLe Phare")
    assert known_lines(digests, {line_digests("le phare")}) == (0, 3)


def test_an_article_of_known_lines_alone_keeps_them() -> None:
    assert known_lines(line_digests("Le Phare\nLe Phare"), {line_digests("Le Phare")}) == ()


def test_a_source_is_its_name_or_else_its_folder() -> None:
    assert source_key("Le Phare", "a/1.txt") == source_key("LE PHARE", "b/2.txt")
    assert source_key("", "a/1.txt") == source_key("", "a/2.txt") != source_key("", "b/1.txt")
    assert source_key("", "1.txt") != source_key("", "a/1.txt")


def test_furniture_is_no_part_of_the_text() -> None:
    whole = article("a", "Un titre", "Le Phare\nLe port rouvre.\nTous unis", heading="Au port")
    left = without(whole, (0, 2))
    assert (left.prose, left.text) == ("Le port rouvre.", "Au port\nLe port rouvre.")
    assert left.body == whole.body
    assert without(left, ()) == whole


def test_a_headline_from_the_text_follows_the_text() -> None:
    whole = article("a", "", "Le Phare, le journal\nLe port rouvre. Il était fermé.", title_found=Found.TEXT)
    left = without(whole, (0,))
    assert left.title == "Le port rouvre"
    assert without(left, ()).title == "Le Phare, le journal"


def test_a_headline_of_its_own_stays() -> None:
    whole = article("a", "Le Phare, le journal", "Le Phare, le journal\nLe port rouvre.")
    assert without(whole, (0,)).title == "Le Phare, le journal"
