"""The concordance of a query, on every engine, beside a naive search of the texts."""

import re
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Found
from index.analysis.french import words
from index.engine import Sort
from search.language import parse
from search.planning.plan import Matching
from search.searcher import Page
from search.snippet import Highlighter
from search.study.concordance import Concordance, Extent, Order, before, behind, concordance
from tests.index.engines.stores import STORE_KINDS
from tests.search.study.debate import ARTICLES, grown, searcher

WHOLE = Extent()


def lines(made: Concordance) -> list[tuple[str, bool, str]]:
    return [(one.id, one.in_headline, one.keyword) for one in made.occurrences]


def found(line: str, page: Page = Page(), engine: str = "oracle") -> list[tuple[str, bool, str]]:
    return lines(concordance(searcher(engine), line, page, None, WHOLE))


@pytest.mark.parametrize("engine", STORE_KINDS)
@pytest.mark.parametrize(
    ("line", "keywords"),
    [
        ("rouvre", [("autre", True, "rouvre"), ("autre", False, "rouvre")]),
        ("text:rouvre", [("autre", True, "rouvre"), ("autre", False, "rouvre")]),
        ("title:rouvre", [("autre", True, "rouvre")]),
        ("=Laïcité", [("avis", False, "Laïcité")]),
        ('"violences policières"', [("rue", True, "Violences policières"), ("rue", False, "violences policières")]),
        ("gilets jaunes", [("vote", False, "gilets jaunes"), ("vote", False, "jaunes"), ("vote", False, "gilets")]),
        ("confin*", [("loi", False, "confinera"), ("loi", False, "confinement")]),
        ("opinoin~", [("avis", False, "opinion")]),
        ("apaisée -islam", [("vote", False, "apaisée")]),
        ("laïcité NOT apaisée date:2021", [("loi", False, "laïcité"), ("mois", False, "laïcité")]),
        ("zanzibar", []),
        ("source:echo", []),
    ],
)  # fmt: skip
def test_every_engine_finds_what_the_query_matches(
    engine: str, line: str, keywords: list[tuple[str, bool, str]]
) -> None:
    assert sorted(found(line, engine=engine)) == sorted(keywords)


@pytest.mark.parametrize("engine", STORE_KINDS)
def test_a_word_has_the_occurrences_of_a_naive_search(engine: str) -> None:
    naive = [
        (one.id, in_headline, text[word.start : word.end])
        for one in ARTICLES
        for text, in_headline in ((one.title, True), (one.text, False))
        if not (in_headline and one.title_found is Found.TEXT)
        for word in words(text)
        if word.token.term in ("laicite", "laique")
    ]
    assert len(naive) > 10
    assert sorted(found("laïcité OR laïque", engine=engine)) == sorted(naive)


def test_words_between_which_others_stand_are_marked_as_in_a_passage() -> None:
    assert [keyword for *_, keyword in found('"violences policières"~1')] == [
        "Violences policières", "violences policières", "violences", "policières",
    ]  # fmt: skip


@given(
    st.sampled_from(
        ["laïcité", "gilets jaunes", "l*", '"la laïcité"', '"violences policières"~2', "débat~ OR vote"]
    )
)
def test_the_keywords_are_the_highlights(line: str) -> None:
    made = concordance(searcher("oracle"), line, Page(matching=Matching.ANY), Order.OLDEST, WHOLE)
    highlighter = Highlighter(searcher("oracle").search(line, Page(matching=Matching.ANY)).asked)
    for article_id, group in groupby(made.occurrences, key=lambda one: one.id):
        [article] = [one for one in ARTICLES if one.id == article_id]
        shown = [(one.in_headline, re.sub(r"\s", "", one.keyword)) for one in group]
        for text, in_headline in ((article.title, True), (article.text, False)):
            if in_headline and article.title_found is Found.TEXT:
                continue
            whole = highlighter.whole(text, headline=in_headline)
            marked = "".join(text[start:end] for start, end in whole.spans)
            assert "".join(word for at, word in shown if at is in_headline) == re.sub(r"\s", "", marked)


def test_the_text_around_an_occurrence_is_that_of_the_article() -> None:
    for one in concordance(searcher("oracle"), "laïcité", Page(), None, WHOLE).occurrences:
        [article] = [other for other in ARTICLES if other.id == one.id]
        assert one.left + one.keyword + one.right in (article.title if one.in_headline else article.text)


def test_the_context_cuts_no_accent_from_its_letter() -> None:
    for characters in range(1, 30):
        made = concordance(searcher("oracle"), "laïcité", Page(), None, Extent(characters=characters))
        assert not [one for one in made.occurrences if one.left[:1] in ("\u0301", "\u0308")]
        assert all(
            len(one.left) <= characters and len(one.right) <= characters + 1 for one in made.occurrences
        )


@pytest.mark.parametrize("engine", STORE_KINDS)
@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("number", [0, 1, 5])
def test_an_order_is_total_and_the_first_lines_are_its_first(engine: str, order: Order, number: int) -> None:
    whole = concordance(searcher(engine), "laïcité", Page(), order, WHOLE)
    some = concordance(searcher(engine), "laïcité", Page(), order, Extent(number))
    assert some.occurrences == whole.occurrences[: number or None]
    assert (some.total, some.articles, some.read) == (whole.total, whole.articles, whole.read)
    if order in (Order.LEFT, Order.RIGHT):
        keys = list(map(before if order is Order.LEFT else behind, whole.occurrences))
        assert keys == sorted(keys)
    elif order is not Order.RELEVANCE:
        days = [one.day for one in whole.occurrences if one.day]
        assert days == sorted(days, reverse=order is Order.NEWEST)
        assert not whole.occurrences[-1].day
    assert sorted(lines(whole)) == sorted(found("laïcité", engine=engine))


def test_a_context_is_sorted_without_accents_and_capitals_from_the_keyword_outwards() -> None:
    made = concordance(searcher("oracle"), "laïcité", Page(), Order.LEFT, WHOLE)
    lefts = [before(one)[1].split()[:2] for one in made.occurrences]
    assert lefts[0] == ["1", "1"]
    assert ["une", "defend"] in lefts
    first = made.occurrences[0]
    assert behind(first._replace(right=" !")) > behind(first._replace(right=" Zèbres"))
    assert behind(first._replace(right=" E\u0301COLE")) == behind(first._replace(right=", école"))


def test_the_filters_hold_and_ranks_are_those_of_the_answer() -> None:
    page = Page(filters=(parse('source:"Le Phare"'),), sort=Sort.OLDEST)
    made = concordance(searcher("oracle"), "laïcité", page, None, WHOLE)
    results = searcher("oracle").search("laïcité", page).results
    assert made.order is Order.OLDEST
    assert {(one.rank, one.id) for one in made.occurrences} == {(one.rank, one.article.id) for one in results}
    assert {one.source for one in made.occurrences} == {"Le Phare"}


def test_the_first_articles_are_read_and_it_is_said_how_many() -> None:
    many = grown(30)
    some = concordance(many, "port", Page(), Order.RIGHT, Extent(5, articles=10))
    assert (len(some.occurrences), some.total, some.articles, some.read) == (5, 40, 10, 10)
    assert (some.matching, some.is_whole) == (30, False)
    for articles in (0, 30, 31):
        whole = concordance(many, "port", Page(), None, Extent(5, articles=articles))
        assert (whole.total, whole.read, whole.is_whole) == (120, 30, True)


def test_a_relaxed_answer_says_so() -> None:
    made = concordance(searcher("oracle"), "rouvre zanzibar", Page(), None, WHOLE)
    assert made.relaxed
    assert {one.keyword for one in made.occurrences} == {"rouvre"}


def test_a_headline_cut_from_the_text_counts_once() -> None:
    assert [one for one in found("composée") if one[0] == "sans"] == [("sans", False, "composée")]
    assert found("title:titre sans") != []


def test_a_concordance_of_nothing_is_whole() -> None:
    made = concordance(searcher("oracle"), "zanzibar", Page(), None, WHOLE)
    assert (made.total, made.read, made.is_whole) == (0, 0, True)
