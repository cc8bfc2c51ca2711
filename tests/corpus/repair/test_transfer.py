"""Escapes of mails and addresses in a text."""

from quopri import encodestring
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.repair.transfer import decoded

TEXT = "Les infirmières de l’hôpital, à Nîmes, ont manifesté = 3 % de plus ; œuvre « d’été » de l'État, dit-on, demain."


def test_quoted_printable_is_read_as_a_mail_program_reads_it() -> None:
    assert decoded(encodestring(TEXT.encode()).decode()) == TEXT
    assert decoded(encodestring(f"{TEXT}\n{TEXT}".encode()).decode()) == f"{TEXT}\n{TEXT}"


@given(st.text(st.sampled_from("é’à a=\n"), min_size=80))
def test_quoted_printable_may_be_cut_within_a_letter(text: str) -> None:
    assert decoded("é=C3=A9 " + encodestring(text.encode()).decode()) == "éé " + text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Les infirmi%C3%A8res d%27ici", "Les infirmières d'ici"),
        (quote(TEXT.replace("= 3 %", "").replace("é »", "")), TEXT.replace("= 3 %", "").replace("é »", "")),
        ("l%e2%80%99infirmi%c3%a8re", "l’infirmière"),
        ("infirmi%C3%A8re, 3 % de N%C3%AEmes", "infirmière, 3 % de Nîmes"),
    ],
)
def test_a_word_is_read_without_the_escapes_of_an_address(text: str, read: str) -> None:
    assert decoded(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.fr/%C3%A9t%C3%A9 www.exemple.fr%C3%A9 ?q=%C3%A9t%C3%A9 Budget%C3%A9.pdf",
        "un octet seul : infirmi%C3res, infirmi=C3=res",
        "a=1em, b=12pt, x=E9y et 100%25",
        TEXT,
    ],
)
def test_addresses_and_other_signs_stay(text: str) -> None:
    assert decoded(text) == text
