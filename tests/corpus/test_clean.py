"""What survives the cleaning of a text."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.clean import bare, clean, clean_line

TROUBLE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b[]\x07\\m \n\r\t\u00ad\u00a0\u202e\u200b\u0301\u0323ﬁeé\u0092\ufe0f\u2028"),
    )
)


@given(TROUBLE)
@example("\x1b\x1b[0m[31m")
@example("a\u00ad\u200b\nb")
@example(" \n \n \n ")
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TROUBLE)
def test_what_is_left_is_printable_composed_and_without_stray_blanks(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.replace("\n", "").isprintable()
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "  " not in cleaned
    assert "\n\n\n" not in cleaned
    assert cleaned == cleaned.strip()


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("e\u0301te\u0301", "été"),
        ("gouver\u00adnement", "gouvernement"),
        ("gouver\u00ad\n  nement", "gouvernement"),
        ("10\u202f000\u00a0€", "10 000 €"),
        ("mo\u200bt\ufeff", "mot"),
        ("mo\u034ft\U000e0100", "mot"),
        ("l\u0092eau\u0085", "l’eau…"),
        ("ﬁn, ﬂot, eﬀet, oﬃce, souﬄe", "fin, flot, effet, office, souffle"),
        ("un\r\ndeux\rtrois\u2028quatre", "un\ndeux\ntrois\nquatre"),
        ("un \n\n\n\n deux", "un\n\ndeux"),
        ("mot\ud800", "mot"),
        ("tabulé\tici", "tabulé ici"),
    ],
)
def test_what_cannot_be_seen_goes(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m",
        "\x1b[0;1;38;5;196m",
        "\x1b[2J",
        "\x1b]0;titre\x07",
        "\x1b]8;;http://x\x1b\\",
        "\x1b(B",
        "\x1bc",
        "\u202e",
    ],
)
def test_nothing_of_a_terminal_sequence_is_left(sequence: str) -> None:
    assert clean(f"le {sequence}port") == "le port"


def test_a_terminal_sequence_without_end_does_not_take_the_text_with_it() -> None:
    assert clean("\x1b]0;le port rouvre") == "0;le port rouvre"


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0301\u0323" * 200_000,
        "\x1b]" * 300_000,
        "\x1b[" + "0" * 600_000,
        "\u00ad \t" * 200_000,
        " \n" * 300_000,
        "".join(map(chr, range(0xE000, 0xF8FF))) * 100,
    ],
    ids=["marks", "titles", "colour", "soft hyphens", "empty lines", "private letters"],
)
def test_a_megabyte_of_malice_takes_no_longer_than_one_of_prose(text: str) -> None:
    started = time.process_time()
    clean(text)
    assert time.process_time() - started < 2  # 0.1 s at most where this was written


def test_a_line_stays_one_line() -> None:
    assert clean_line(" Le\u00a0Monde\r\n\tdiplomatique ") == "Le Monde diplomatique"


def test_labels_are_compared_without_accents_capitals_or_curly_apostrophes() -> None:
    assert bare("L’ÉTÉ À SÈTE") == "l'ete a sete"
