"""The line that says when and where a piece was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.databases.header import date, header


@pytest.mark.parametrize(
    ("line", "day", "page", "rest"),
    [
        ("France, mercredi 11 septembre 2024 134 mots, p. 11", "2024-09-11", "11", "France"),
        ("mercredi 11 septembre 2024 134 mots, p. 11", "2024-09-11", "11", ""),
        ("Communication, mardi 14 mars 2006, p. 16", "2006-03-14", "16", "Communication"),
        ("Thursday, December 22, 2022", "2022-12-22", "", ""),
        ("December 22, 2022 09:12 UTC +02:00, p. MDE6", "2022-12-22", "MDE6", ""),
        ("p. 819(40), Économie, Bourse, 1er octobre 2019, 1 234 mots", "2019-10-01", "819(40)", "Économie, Bourse"),
        ("Culture, septembre 2024, p. 03", "2024-09", "03", "Culture"),
        ("Vendredi 3 mai 2024 - 07:30:12 UTC -0600", "2024-05-03", "", ""),
        ("Idées, samedi 7 septembre 2024 09h12, 1,234 words, pp. A1-A4", "2024-09-07", "A1-A4", "Idées"),
        ("November 5, 2002 Tuesday Final Edition", "2002-11-05", "", "Final Edition"),
        ("January 11, 2018 Thursday, Late Edition - Final", "2018-01-11", "", "Late Edition - Final"),
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01", "", ""),
        ("June 6, 2006 Tuesday 4:38 PM Eastern Time", "2006-06-06", "", ""),
        ("17. März 2019 Sonntag", "2019-03-17", "", ""),
        ("5 novembre 2013 mardi", "2013-11-05", "", ""),
        ("ARTS, dimanche 2 février 2025 200 mots, p. ARTS ET ÊTRE ÉCRAN 5", "2025-02-02", "ARTS ET ÊTRE ÉCRAN 5", "ARTS"),
        ("lundi 3 mars 2018, p. ARTS SPECTACLES 5, édition du soir", "2018-03-03", "ARTS SPECTACLES 5", "édition du soir"),
        ("lundi 3 mars 2018, p. Arts et spectacles B5", "2018-03-03", "Arts et spectacles B5", ""),
        ("lundi 3 mars 2018, p. SPECTACLES", "2018-03-03", "SPECTACLES", ""),
        ("Sports, lundi 3 mars 2018, p. A1", "2018-03-03", "A1", "Sports"),
        ("Sports, lundi 3 mars 2018, p. 12 Économie", "2018-03-03", "12", "Sports, Économie"),
        ("Économie, mercredi 6 mars 2024 - 10:14:32 UTC +0100 288 mots", "2024-03-06", "", "Économie"),
        ("Page blanche 3, Livres", "", "", "Page blanche 3, Livres"),
        ("20 minutes, Sports", "", "", "20 minutes, Sports"),
        ("Page blanche, Livres", "", "", "Page blanche, Livres"),
    ],
)  # fmt: skip
def test_a_line_says_when_and_where_in_any_order(line: str, day: str, page: str, rest: str) -> None:
    said = header(line)
    assert (said.date.isoformat() if said.date else "") == day
    assert said.page == page
    assert said.rest == rest


def test_a_day_in_ideographs_is_read() -> None:
    assert date("2018年9月14日") == (2018, 9, 14)
    assert date("2018年13月14日") is None


@given(st.permutations(["Région", "mardi 1er octobre 2019", "p. 11", "134 mots"]))
def test_the_order_of_the_parts_does_not_matter(parts: list[str]) -> None:
    said = header(", ".join(parts))
    assert (said.date, said.page, said.rest) == ((2019, 10, 1), "11", "Région")


@given(st.text(max_size=600))
def test_any_line_is_read(line: str) -> None:
    assert isinstance(header(line).rest, str)
