"""Text that was saved in a wrong encoding, and text that only looks so."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.repair.mojibake import mended

ARTICLE = (
    "L’été, «\u00a0déjà\u00a0» à Nîmes\u00a0: l’œuvre coûte 10\u00a0€ – voilà, là-bas… Ça\u00a0! Île, où, n°\u00a05. “Oui”, dit Noël\u00a0; "
    "À LA CAFÉTÉRIA DE L’HÔTEL, naïf, Œuvre, 2 µg, 😀."
)


def saved_wrongly(text: str, page: str, times: int = 1) -> str:
    for _ in range(times):
        letters = [bytes([byte]) for byte in text.encode()]
        text = "".join(letter.decode(page, "ignore") or chr(letter[0]) for letter in letters)
    return text


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("page", ["cp1252", "latin-1", "mac_roman", "cp850", "cp1250"])
def test_an_article_saved_wrongly_is_as_it_was(page: str, times: int) -> None:
    assert mended(saved_wrongly(ARTICLE, page, times)) == ARTICLE


@pytest.mark.parametrize("times", [1, 2])
def test_the_other_page_of_dos(times: int) -> None:
    assert mended(saved_wrongly(ARTICLE, "cp437", times)) == ARTICLE


@given(
    st.text(st.sampled_from("éàèùçêâîôûëïœÉÀÇŒ’«»…–abcABC .,\n\u00a0"), min_size=1),
    st.sampled_from(["cp1252", "latin-1", "mac_roman"]),
)
def test_words_saved_wrongly_are_as_they_were(text: str, page: str) -> None:
    sure = "Une idée : "  # something in the text that no person wrote
    assert mended(saved_wrongly(sure + text, page)) == sure + text


@pytest.mark.parametrize("times", [1, 2])
def test_no_break_spaces_that_became_blanks_are_missed_by_nobody(times: int) -> None:
    wrong = saved_wrongly(ARTICLE, "cp1252", times).replace("\u00a0", " ")
    assert mended(wrong).split() == ARTICLE.split()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ã‰lection rÃ©gionale", "Élection régionale"),
        ("DÃ©cÃ¨s Ã Paris", "Décès à Paris"),
        ("Manifestation Ã  Nantes", "Manifestation à Nantes"),
        ("10Â €", "10 €"),
        ("NÂ°5", "N°5"),
        ("cÅ“ur", "cœur"),
        ("â€œOuiâ€, dit-il", "“Oui”, dit-il"),
        ("â€œOuiâ€\ufffd dit-il", "“Oui” dit-il"),
        ("Ð’Ð»Ð°Ð´Ð¸Ð¼Ð¸Ñ€", "Владимир"),
        ("Ø§Ù„Ù…ØºØ±Ø¨", "المغرب"),
        ("Été.\nDÃ©cÃ¨s.", "Été.\nDécès."),
    ],
)
def test_a_few_letters_are_enough(text: str, read: str) -> None:
    assert mended(text) == read


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        "SÃO PAULO, AMANHÃ, IRMÃ",
        "MANHÃ» e MAÇÃ”, IRMÃ\u00a0!",
        "„Ä“, Ängelholm, „Å“, Åsa",
        "LE CAFÉ», OÙ\u00a0? OÙ… NOËL\u00a0» ÊTRE…",
        "« Â », «\u00a0Â\u00a0», «Â», Âgé",
        "la lettre Ã\u00a0: elle",
        'les « Ã© » et les "â€™" d’un texte',
        "if (a == 'â€')",
        "2√π, √2, ¬p, x ≈ y",
        "├── corpus\n│   ├── a\n└──",
        "hyvää päivää, älä, yö",
        "Größe, Übermut, ÄÖÜ",
        "ação, São, coração, avô",
        "Dvořák, Łódź, Erdoğan, Şırnak",
    ],
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert mended(text) == text


@given(st.text(st.characters(codec="cp1252", exclude_characters="ÃÂÅâðØÐ¬")))
def test_a_text_without_its_marks_stays(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize("unit", ["Ã©", "Ã", "Â ", "Ã ", "â€", "├", "√π", "Ãƒ", '"Ã©" ', "Ð"])
def test_a_megabyte_takes_no_longer_than_one_of_prose(unit: str) -> None:
    started = time.process_time()
    mended(unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 5  # 0.3 s at most where this was written
