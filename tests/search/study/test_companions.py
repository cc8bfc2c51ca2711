"""The companions of a query, the same on every engine."""

from pathlib import Path

import pytest

from search.language import parse
from search.searcher import Page, Searcher
from search.study import portrait as portraits
from search.study.companions import companions
from search.study.portrait import KINDS, WORDS
from tests.index.engines.stores import STORES, write
from tests.search.study.press import press
from tests.support.press import article


def texts(searcher: Searcher, line: str, kind: str, page: Page = Page()) -> list[str]:
    return [one.text for one in companions(searcher, line, page, KINDS, None).of_kind[kind]]


def test_words_come_in_their_form_without_the_query_stop_words_numbers_and_names(searcher: Searcher) -> None:
    words = texts(searcher, "voile", WORDS)
    assert set(words) == {
        "école", "élèves", "neutralité", "divisent", "défend", "laïque", "dit", "reste", "permis", "afro-américaine"
    }  # fmt: skip


def test_names_come_with_their_exact_counts(searcher: Searcher) -> None:
    found = companions(searcher, "voile", Page(), KINDS, None)
    [person], [org] = found.of_kind["person"], found.of_kind["org"]
    assert (person.text, person.articles, person.everywhere, person.lift) == ("Awa Sarr-Koné", 30, 30, 3.0)
    assert (org.text, org.articles, org.everywhere) == ("Ligue de l’école", 20, 20)
    assert found.of_kind["place"] == ()
    assert (found.articles, found.total, found.read) == (30, 90, 30)


def test_counts_are_those_of_the_query_of_the_word(searcher: Searcher) -> None:
    for one in companions(searcher, "voile OR barrage", Page(), (WORDS,), None).of_kind[WORDS]:
        if "-" not in one.text:
            assert one.everywhere == searcher.search(one.text).total.count
            assert one.articles == searcher.search(f"(voile OR barrage) AND {one.text}").total.count


def test_an_answer_is_compared_with_the_articles_within_the_filters(searcher: Searcher) -> None:
    page = Page(filters=(parse("place:Louga"),))
    found = companions(searcher, "voile", page, KINDS, None)
    assert (found.articles, found.total) == (5, 15)
    assert found.of_kind["place"] == ()
    school = parse('org:"Ligue de l’école"')
    assert texts(searcher, "*", WORDS, Page(filters=(school,))) == []


@pytest.mark.parametrize("line", ["*", "zzzz", "voile -voile"])
def test_every_article_or_none_has_no_companion(searcher: Searcher, line: str) -> None:
    found = companions(searcher, line, Page(), KINDS, None)
    assert not any(found.of_kind.values())


@pytest.mark.parametrize(
    "line", ["sécheresse", "SECHERESSES", '"la sécheresse"', "=sécheresse", "sécheresse^2 -voile"]
)
def test_a_word_of_the_query_is_no_companion_in_any_form(searcher: Searcher, line: str) -> None:
    words = texts(searcher, line, WORDS)
    assert "turbines" in words
    assert not [word for word in words if word.startswith(("séch", "sèch"))]


def test_a_pattern_is_no_companion_of_itself(searcher: Searcher) -> None:
    assert not [word for word in texts(searcher, "voil*", WORDS) if word.startswith("voil")]
    assert "élèves" not in texts(searcher, "élèvs~", WORDS)


@pytest.mark.parametrize("number", [2, 3])
def test_what_two_articles_have_is_no_companion(number: int, tmp_path: Path) -> None:
    store = STORES["oracle"](tmp_path)
    parrots = [article(f"p{n}", "Le phare", "Le gardien du phare a un perroquet.") for n in range(number)]
    write(store, [*press(), *parrots])
    assert ("perroquet" in texts(Searcher(store.engine()), "phare", WORDS)) == (number > 2)


def test_the_first_companions_are_the_first_of_all(searcher: Searcher) -> None:
    every = companions(searcher, "barrage", Page(), KINDS, None).of_kind
    first = companions(searcher, "barrage", Page(), KINDS, 3).of_kind
    assert {kind: list(some) for kind, some in first.items()} == {
        kind: list(some[:3]) for kind, some in every.items()
    }


def test_the_words_of_many_articles_come_from_some_and_are_counted_in_all(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = companions(searcher, "barrage", Page(), (WORDS,), None)
    monkeypatch.setattr(portraits, "MAX_READ_ARTICLES", 12)
    found = companions(searcher, "barrage", Page(), (WORDS,), None)
    assert (found.read, found.articles) == (12, 30)
    assert found.of_kind == whole.of_kind


def test_an_answer_to_some_of_the_words_says_so(searcher: Searcher) -> None:
    assert companions(searcher, "voile turbines", Page(), (WORDS,), None).relaxed
