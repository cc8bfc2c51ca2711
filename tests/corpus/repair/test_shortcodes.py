"""What of the codes of blogs and forums goes, and what in brackets stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.repair import repaired
from corpus.repair.shortcodes import plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('[caption id="a_1" align="left" width="300"]<img src="a.jpg" /> Le quai.[/caption]Le port.', "\n Le quai.\nLe port."),
        ("[caption id=”a” width=”3″]Le quai.[/caption]", "\nLe quai.\n"),
        ("[embed]https://exemple.fr/v[/embed]Le port.", "\nLe port."),
        ('[EMBED url=""]Le port.', "\nLe port."),
        ('Le port.[gallery ids="1,2,3" link="none"]', "Le port.\n"),
        ("Le port.[gallery]", "Le port.\n"),
        ('[audio mp3="a.mp3"][/audio]Le port.', "\nLe port."),
        ('[vc_row][vc_column width="1/2"]Le port.[/vc_column][/vc_row]', "\n\nLe port.\n\n"),
        ("Un [b]port[/b], [B]un[/B] [i]quai[/i].", "Un port, un quai."),
        ("[url=https://exemple.fr]Le port[/url] : [url]https://exemple.fr[/url]", "Le port : https://exemple.fr"),
        ("[color=red][size=12]Le port[/size][/color][img]https://exemple.fr/a.jpg[/img]", "Le port\n"),
        ('[quote="Anne"]Le port.[/quote]Oui.', "\nLe port.\nOui."),
        ("[list][*]un[*]deux[/list]", "\n\nun\ndeux\n"),
    ],
)  # fmt: skip
def test_a_code_goes_and_what_it_holds_stays(text: str, read: str) -> None:
    assert repaired(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Un étudiant[s] a dit [sic] qu’il [n’]était [...] là.",
        "[VIDEO] Le port. [Audio] [video] [embed]",
        "Un point [b] et un point [i], une liste [*].",
        "[URL]",
        "Le tableau a[1] = b[i].",
        "[Le port] [I/TALIC]",
    ],
)
def test_a_word_in_brackets_stays(text: str) -> None:
    assert repaired(text) == text


@given(st.text(st.sampled_from("[]=*bisu\"' aé\n")))
def test_a_text_that_closes_no_code_stays(text: str) -> None:
    assert plain(text) == text


def test_a_note_of_mediawiki_is_no_part_of_the_text() -> None:
    assert repaired('Le port<ref name="a">Le Fanal, p. 3</ref> rouvre<ref name="a" />.') == "Le port rouvre."
