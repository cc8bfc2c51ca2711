"""Articles as BibTeX."""

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article
from corpus.records import replace
from search.planning.kept import NOTHING_KEPT, Kept
from search.render import bibtex
from tests.search.render.answers import BARE, MEETING, PRINTED
from tests.search.render.golden import same


def entries(*articles: Article, kept: Kept = NOTHING_KEPT) -> str:
    """Return the entries of articles about each of which a person keeps the same."""
    return bibtex.entries((article, kept) for article in articles)


def test_articles_are_entries() -> None:
    same("articles.bib", entries(PRINTED, BARE))


def test_a_reference_that_is_no_doi_is_a_note_for_a_number_is_that_of_an_issue() -> None:
    entry = entries(replace(PRINTED, reference="news·20240911·LM·5421306_14"))
    assert "  note = {news·20240911·LM·5421306\\_14},\n" in entry
    assert "doi" not in entry


def test_tags_are_keywords_and_notes_are_annotations() -> None:
    entry = entries(BARE, kept=Kept(("procès", "à citer"), ("Appeler {Rabat}.", "50 %")))
    assert "  keywords = {procès, à citer},\n" in entry
    assert "  annotation = {Appeler \\textbraceleft{}Rabat\\textbraceright{}. 50 \\%},\n" in entry


@pytest.mark.parametrize(
    ("page", "pages"),
    [("p. 5", "5"), ("pp. 5-6", "5-6"), ("Page 5", "5"), ("A5", "A5"), ("page une", "page une"), ("P5", "5")],
)
def test_pages_are_numbers_without_the_word(page: str, pages: str) -> None:
    assert f"  pages = {{{pages}}},\n" in entries(replace(PRINTED, page=page))


TEXTS = st.text(st.sampled_from('{}\\\\%$&#_^~\n\x1b é,@"=abc\u202e'), max_size=12)


def depths(entry: str) -> list[int]:
    """Return how deep the braces are behind each brace, as BibTeX counts them: a backslash changes nothing."""
    return list(accumulate({"{": 1, "}": -1}[brace] for brace in re.findall("[{}]", entry)))


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_no_text_ends_its_entry(title: str, author: str, url: str, reference: str) -> None:
    article = replace(
        MEETING, id=title or "a", title=title, authors=(author,), url=url, reference=f"10.{reference}"
    )
    entry = entries(article)
    *inside, last = depths(entry)
    assert last == 0
    assert all(depth > 0 for depth in inside)
    assert entry.count("\n") == len(entry.splitlines())


@given(st.text(min_size=1, max_size=6), st.text(min_size=1, max_size=6))
def test_two_ids_have_two_keys(one: str, other: str) -> None:
    keys = [re.findall(r"@article\{(.*),", entries(replace(BARE, id=own)))[0] for own in (one, other)]
    assert (keys[0] == keys[1]) is (one == other)
    assert all(re.fullmatch(r"[\w:./+=-]+", key, re.ASCII) for key in keys)
