"""Every engine gives the articles and the facet counts of the oracle, to questions made at random."""

from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.engine import Ask, Hit, Ranked, Sort
from index.fields import FORM, TEXTS, VALUES
from index.names.resolution import EntityName
from index.query import (
    Among,
    And,
    AtLeast,
    Boost,
    Dated,
    Everything,
    Fuzzy,
    Glob,
    Not,
    Or,
    Phrase,
    Prefer,
    Query,
    Term,
    unscored,
)
from index.vectors.file import key
from search.language import tree
from search.planning.other_names import Other, Words
from search.planning.plan import Matching, plan
from search.planning.quorum import Quorum
from tests.index.engines.stores import (
    AT_RANDOM,
    EVERY_ENGINE,
    FACETS,
    TODAY,
    Pair,
    listed,
    of_every_engine,
    pair,
)
from tests.support.engines import LOCAL_ENGINES

WORDS = ("maroc", "onu", "ndiaye", "diaye", "dakar", "securite", "police", "le", "de", "la", "l", "eau", "lagune",
         "2025", "12.5", "president", "vice", "office", "phosphates", "marche", "etoile", "abidjan", "zzz", "ecole")  # fmt: skip
ACCENTED = ("Sécurité", "l’ONU", "N’Diaye", "Ndiaye", "vice-président", "12,5", "marché", "école", "eau", "police",
            "de", "Dakar", "Étoile", "Côte", "1er", "93e", "phosphates", "zzz", "droits", "S.N.C.F.",
            "Dakar-Abidjan", "offices-phosphates", "préside-t-il", "ports-de-pêche")  # fmt: skip
RUNS = (("droits", "de"), ("de", "la"), ("vice", "president"), ("a", "la"), ("de", "l"), ("dans", "le"), ("le", "de"),
        ("conseil", "de", "surveillance"), ("la", "police", "de"), ("cote", "d", "ivoire"), ("le", "le"), ("la", "de", "la"),
        ("de", "de", "de"), ("12.5",), ("mille", "francs", "cfa"), ("la", "ville", "a"), ("du", "jour"))  # fmt: skip
OTHER_NAMES: dict[Words, tuple[Words, ...]] = {
    ("onu",): (("nations", "unies"), ("conseil", "de", "surveillance")),
    ("ecole",): (("police",),),
    ("marche", "eau"): (("dakar",), ("cote", "ivoire")),
    ("vice", "president"): (("droits", "de"),),
}
IDS = ("dep-2025-1222", "024nxxh", "bmmg34p", "kkhbjy3", "zxpgr0t", "absent", "")
REMOVED = 6
"""Articles that `pair` removes."""

EXACT = [text.exact for text in TEXTS]
LISTS = [*EXACT, *(text.stem for text in TEXTS), FORM, *(field.name for field in VALUES)]
GLOBS = ("s*", "*tion", "?e", "*", "m?r*", "*ou*", "a*e", "??", "e?ole*", "2*", "*5", "n*diaye", "=*", "*_*")
DAYS = (
    0,
    10101,
    20240101,
    20241106,
    20241231,
    20250101,
    20250301,
    20250314,
    20250331,
    20251031,
    20251125,
    20251201,
    99991231,
)


def at_least(weighed: Sequence[tuple[Query, int]], least: int) -> Query:
    clauses, weights = zip(*weighed, strict=True)
    return AtLeast(clauses, weights, least)


def queries() -> st.SearchStrategy[Query]:
    """Return queries of every kind, as deep as a person would ask."""
    leaves = st.one_of(
        st.builds(Term, st.sampled_from(LISTS), st.sampled_from(WORDS)),
        st.builds(Phrase, st.sampled_from(EXACT), st.sampled_from(RUNS), st.integers(0, 6)),
        st.builds(Glob, st.sampled_from(LISTS), st.sampled_from(GLOBS)),
        st.builds(Fuzzy, st.sampled_from(LISTS), st.sampled_from(WORDS), st.integers(1, 2)),
        st.builds(Dated, st.sampled_from(DAYS), st.sampled_from(DAYS)),
        st.builds(Among, st.frozensets(st.sampled_from(IDS))),
        st.just(Everything()),
    )

    def grouped(clauses: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
        several = st.lists(clauses, max_size=4).map(tuple)
        return st.one_of(
            st.builds(And, several),
            st.builds(Or, several),
            st.builds(
                at_least,
                st.lists(st.tuples(clauses, st.integers(1, 3)), min_size=1, max_size=4),
                st.integers(1, 5),
            ),
            st.builds(Not, clauses),
            st.builds(Prefer, clauses, clauses),
            st.builds(Boost, clauses, st.sampled_from([0.0, 0.5, 3.0])),
        )

    return st.recursive(leaves, grouped, max_leaves=8)


def typed() -> st.SearchStrategy[tree.Tree]:
    """Trees of every kind, as `parse` makes them."""
    texts, names = st.sampled_from(["", "title"]), st.sampled_from([field.name for field in VALUES])
    values = st.sampled_from(
        ["Dakar", "ONU", "Maroc", "Agence Teranga", "Aïssatou N’Diaye", "Sport", "Abidjan", "MAP"]
    )
    word = st.sampled_from(ACCENTED)
    leaves = st.one_of(
        st.builds(tree.Word, word, texts | names),
        st.builds(
            tree.Phrase, st.lists(word, min_size=1, max_size=3).map(" ".join), st.integers(0, 8), texts
        ),
        st.builds(tree.Phrase, values, st.just(0), names),
        st.builds(
            tree.Wildcard,
            st.sampled_from(["sécu*", "*ment", "m?roc", "vice-prés*", "l’éco*", "D*"]),
            texts | names,
        ),
        st.builds(tree.Fuzzy, word, st.integers(1, 2), texts | names),
        st.builds(tree.Form, word),
        st.builds(
            tree.Dates, st.sampled_from(["2025", "2025-11", "none", "..2024", ">=2025-03", "7j", "hier"])
        ),
        st.just(tree.Everything()),
    )

    def grouped(clauses: st.SearchStrategy[tree.Tree]) -> st.SearchStrategy[tree.Tree]:
        several = st.lists(clauses, min_size=2, max_size=6).map(tuple)
        return st.one_of(
            st.builds(tree.Words, several),
            st.builds(tree.And, several),
            st.builds(tree.Or, several),
            st.builds(tree.Not, clauses),
            st.builds(tree.Boost, clauses, st.sampled_from([0.5, 3.0])),
        )

    return st.recursive(leaves, grouped, max_leaves=7)


def agree(query: Query, engine: str) -> None:
    """Check that an engine gives the articles of the oracle, in the same order of time, and the same counts."""
    both = pair(engine)
    for sort in (Sort.NEWEST, Sort.OLDEST):
        ask = Ask(1000, sort=sort, facets=FACETS if sort is Sort.NEWEST else ())
        real, naive = both.real.search(query, ask), both.oracle.search(query, ask)
        assert [hit.article.id for hit in real.hits] == [hit.article.id for hit in naive.hits]
        assert real.total == naive.total
        assert listed(real) == listed(naive)
    ranked = both.real.search(query, Ask(1000)).hits
    assert {hit.article.id for hit in ranked} == {hit.article.id for hit in real.hits}
    assert [hit.article.id for hit in ranked] == [hit.article.id for hit in sorted(ranked, key=rank)]
    assert both.real.ranked(query, 1000) == tuple(Ranked(hit.article.id, hit.score) for hit in ranked)
    assert both.real.ranked(query, 3) == both.real.ranked(query, 1000)[:3]
    deep = both.real.search(query, Ask(3, 5)).hits
    assert deep == ranked[5:8]
    agree_on_stories(both, query, ranked)


class Thirds:
    """Stories of an index without near-duplicates: a third of its articles print one of three."""

    def numbers(self, keys: Iterable[int]) -> Iterator[int | None]:
        return (key % 9 if key % 9 < 3 else None for key in keys)


def agree_on_stories(both: Pair, query: Query, ranked: Sequence[Hit]) -> None:
    """Check that an engine gives each story once: its first article in the order of the answer."""
    stories = Thirds()
    for sort in Sort:
        ask = Ask(4, 2, sort, stories=stories)
        real, naive = both.real.search(query, ask), both.oracle.search(query, ask)
        assert (real.total, real.stories) == (naive.total, naive.stories)
        if sort is not Sort.RELEVANCE:
            assert [hit.article.id for hit in real.hits] == [hit.article.id for hit in naive.hits]
    numbers = list(stories.numbers(key(hit.article.id) for hit in ranked))
    once = [
        hit
        for place, (hit, number) in enumerate(zip(ranked, numbers, strict=True))
        if number is None or number not in numbers[:place]
    ]
    assert list(both.real.search(query, Ask(3, 1, stories=stories)).hits) == once[1:4]


def rank(hit: Hit) -> tuple[float, float, str]:
    """Return what puts a hit in its place by relevance."""
    day = hit.article.date.number if hit.article.date else 0
    return -round(hit.score, 9), -day, hit.article.id


@pytest.mark.parametrize("engine", EVERY_ENGINE)
def test_the_frequency_of_a_term_is_its_articles_and_some_that_were_removed(engine: str) -> None:
    both = pair(engine)
    terms = (*WORDS, "absent")
    expected, found = (engine.frequencies("exact", terms) for engine in (both.oracle, both.real))
    assert len(found) == len(terms)
    assert all(least <= number <= least + REMOVED for least, number in zip(expected, found, strict=True))
    assert list(both.real.frequencies("exact", ())) == []


@pytest.mark.parametrize("engine", EVERY_ENGINE)
def test_several_queries_are_counted_at_once_each_by_itself(engine: str) -> None:
    both = pair(engine)
    asked: list[Query] = [
        *(Term("exact", term) for term in (*WORDS, "absent")),
        Everything(),
        Prefer(Not(Term("exact", "la")), Everything()),
    ]
    counts = list(both.real.counts(asked))
    assert counts == list(both.oracle.counts(asked))
    assert len(set(counts)) > 3
    assert list(both.real.counts(())) == []


@pytest.mark.parametrize("engine", EVERY_ENGINE)
@pytest.mark.parametrize("term", ["le", "de", "la", "police"])
def test_no_score_is_negative_even_for_a_word_of_every_article(term: str, engine: str) -> None:
    hits = pair(engine).real.search(Term("exact", term), Ask(1000)).hits

    assert hits
    assert min(hit.score for hit in hits) > 0


@of_every_engine(
    queries(),
    st.sampled_from(Sort),
    st.sampled_from((0, 1, 7, 250, 5000)),
    st.integers(0, 3),
    examples=30,
    on_cluster=12,
)
def test_hits_taken_one_by_one_are_those_of_the_page(
    engine: str, query: Query, sort: Sort, limit: int, offset: int
) -> None:
    real = pair(engine).real
    ask = Ask(limit, offset, sort)

    assert tuple(real.each(query, ask)) == real.search(query, ask).hits


@pytest.mark.long
@pytest.mark.no_cover  # measured, it takes thrice as long, and other tests run what it runs
@of_every_engine(queries(), examples=80, by_night=200)
def test_any_query_has_the_same_answer_from_an_engine_and_from_the_oracle(engine: str, query: Query) -> None:
    agree(query, engine)


@settings(AT_RANDOM, max_examples=60)
@given(queries())
def test_a_query_without_its_scores_matches_the_same_articles(query: Query) -> None:
    oracle = pair(LOCAL_ENGINES[0]).oracle

    assert oracle.ranked(unscored(query), 1000) == oracle.ranked(query, 1000)
    assert not any(isinstance(part, Prefer | Boost) for part in _parts(unscored(query)))
    assert unscored(unscored(query)) == unscored(query)


def _parts(query: Query) -> Iterator[Query]:
    """Yield a query and every query within it."""
    yield query
    match query:
        case And(clauses) | Or(clauses) | AtLeast(clauses):
            for clause in clauses:
                yield from _parts(clause)
        case Not(clause) | Boost(clause):
            yield from _parts(clause)
        case Prefer(must, should):
            yield from _parts(must)
            yield from _parts(should)


@pytest.mark.long
@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@of_every_engine(typed(), st.sampled_from(Matching), examples=80, by_night=200)
def test_anything_typed_has_the_same_answer_from_an_engine_and_from_the_oracle(
    engine: str, node: tree.Tree, matching: Matching
) -> None:
    asked = plan(node, TODAY, matching, quorum=Quorum(pair(engine).oracle, 2), other_names=other_names)
    agree(asked, engine)


def other_names(words: Words) -> list[Other]:
    """Return other names for some names that are typed at random."""
    return [Other(EntityName("org", "ONU"), OTHER_NAMES[words])] if words in OTHER_NAMES else []


@pytest.mark.long
@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@of_every_engine(
    st.lists(st.tuples(queries(), st.integers(1, 4)), min_size=1, max_size=6, unique_by=lambda one: one[0]),
    st.integers(1, 40),
    examples=25,  # the oracle tries every weight
    on_cluster=8,
    by_night=60,
)
def test_engines_agree_on_the_weight_that_leaves_enough_articles(
    engine: str, weighed: list[tuple[Query, int]], articles: int
) -> None:
    both = pair(engine)
    clauses, weights = zip(*weighed, strict=True)
    least = both.real.quorum(dict(weighed), articles)

    assert least == both.oracle.quorum(dict(weighed), articles)
    agree(AtLeast(clauses, weights, least), engine)
    left = both.real.search(AtLeast(clauses, weights, least), Ask(0)).total.count
    fewer = both.real.search(AtLeast(clauses, weights, least + 1), Ask(0)).total.count
    assert fewer < articles
    assert left >= articles or least == 1
