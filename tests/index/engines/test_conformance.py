"""Every engine gives the same articles and the same facet counts: the scenarios, then questions made at random."""

import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import Article, Found
from index import aliases
from index.document import prepare
from index.engine import Ask, Engine, Hit, Hits, Ranked, Sort, Writer
from index.engines import create, open_engine, open_writer
from index.engines.tantivy import TantivyEngine
from index.engines.whoosh import WhooshEngine
from index.fields import FIELDS, FORM, TEXTS, VALUES
from index.names import Names
from index.query import And, Boost, Dated, Everything, Fuzzy, Glob, Not, Or, Phrase, Prefer, Query, Term
from search import facets
from search.language import parse, tree
from search.plan import Matching, plan
from tests.index.press import article, sample
from tests.oracle import MemoryIndex

SCENARIOS = Path(__file__).parents[2] / "scenarios"
TODAY = date(2025, 12, 1)
FACETS = tuple(field.name for field in FIELDS if field.facet)


@dataclass(frozen=True)
class Store:
    """An engine under test: how it is opened for changes, and for questions."""

    writer: Callable[[], Writer]
    engine: Callable[[], Engine]


def store_of(name: str) -> Callable[[Path], Store]:
    def made(directory: Path) -> Store:
        create(name, directory)
        return Store(lambda: open_writer(name, directory), lambda: open_engine(name, directory))

    return made


def memory_store(_: Path) -> Store:
    index = MemoryIndex()
    return Store(index.writer, index.engine)


STORES = {"whoosh": store_of("whoosh"), "tantivy": store_of("tantivy"), "oracle": memory_store}


@pytest.fixture(params=list(STORES.values()), ids=list(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    made: Store = request.param(tmp_path / "engine")
    return made


def write(store: Store, articles: Sequence[Article], removed: Sequence[str] = ()) -> None:
    writer = store.writer()
    for article_id in removed:
        writer.remove(article_id)
    for one in articles:
        writer.add(prepare(one))
    writer.commit()


def asked(store: Store, query: Query, ask: Ask = Ask(1000)) -> Hits:  # noqa: B008 - frozen
    engine = store.engine()
    try:
        return engine.search(query, ask)
    finally:
        engine.close()


def found(store: Store, query: Query, ask: Ask = Ask(1000)) -> list[str]:  # noqa: B008 - frozen
    return [hit.article.id for hit in asked(store, query, ask).hits]


# Scenarios


@dataclass(frozen=True)
class Case:
    """A search of a scenario, and what it must give."""

    scenario: str
    comment: str
    query: str
    ids: tuple[str, ...]
    facets: dict[str, dict[str, int]]
    ordered: bool
    matching: Matching
    sort: Sort

    def __str__(self) -> str:
        return f"{self.scenario}: {self.query}"


def cases() -> Iterator[Case]:
    for folder in sorted(SCENARIOS.iterdir()):
        for search in tomllib.loads((folder / "searches.toml").read_text("utf-8"))["search"]:
            yield Case(
                folder.name,
                search["comment"],
                search["query"],
                tuple(search["ids"]),
                search.get("facets", {}),
                "sort" in search or search.get("ordered", False),
                Matching(search.get("matching", "most")),
                Sort(search.get("sort", "relevance")),
            )


def articles(folder: Path) -> list[Article]:
    return [
        _article(json.loads(line)) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()
    ]


def _article(record: dict[str, Any]) -> Article:
    """Return the article of a record whose keys are those of `Article`."""
    day = record.pop("date", None)
    lists = {name: tuple(value) for name, value in record.items() if isinstance(value, list)}
    return article(record.pop("id"), **{**record, **lists, "date": date.fromisoformat(day) if day else None})


@cache
def scenario(store: str, name: str) -> tuple[Engine, TemporaryDirectory[str]]:
    folder = TemporaryDirectory(prefix="manchette-")
    made = STORES[store](Path(folder.name))
    write(made, articles(SCENARIOS / name))
    return made.engine(), folder


@pytest.mark.parametrize("engine", list(STORES))
@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_scenario(case: Case, engine: str) -> None:
    opened, _ = scenario(engine, case.scenario)
    names = tuple(dict.fromkeys(map(facets.engine_facet, case.facets)))
    query = plan(parse(case.query), TODAY, case.matching, quorum=lambda words, _: opened.quorum(words, 2))
    hits = opened.search(query, Ask(1000, sort=case.sort, facets=names))

    given_ids = [hit.article.id for hit in hits.hits]
    if case.ordered and (engine != "oracle" or case.sort is not Sort.RELEVANCE):
        assert given_ids == list(case.ids), case.comment
    else:
        assert sorted(given_ids) == sorted(case.ids), case.comment
    assert hits.total.count == len(case.ids)
    for name, counts in case.facets.items():
        buckets = facets.buckets(name, hits.facets[facets.engine_facet(name)])
        assert {bucket.value: bucket.count for bucket in buckets} == counts, case.comment


def test_every_field_and_every_leaf_of_the_language_is_in_a_scenario() -> None:
    leaves = [leaf for case in cases() for leaf in _leaves(parse(case.query))]
    kinds = {tree.Word, tree.Phrase, tree.Wildcard, tree.Fuzzy, tree.Form, tree.Dates, tree.Everything}
    named = {leaf.field for leaf in leaves if not isinstance(leaf, tree.Form | tree.Dates | tree.Everything)}

    assert {type(leaf) for leaf in leaves} == kinds
    assert named >= {field.name for field in (*TEXTS[1:], *VALUES)}


def _leaves(node: tree.Tree) -> Iterator[tree.Leaf]:
    match node:
        case tree.Words(clauses) | tree.And(clauses) | tree.Or(clauses):
            for clause in clauses:
                yield from _leaves(clause)
        case tree.Not(clause) | tree.Boost(clause):
            yield from _leaves(clause)
        case _:
            yield node


# What a writer does


ONE, TWO, THREE = (
    article(name, f"Titre {name}", f"Le port de {name} rouvre.", source=name) for name in "abc"
)
PORT = Term("exact", "port")


def test_nothing_is_seen_before_the_commit(store: Store) -> None:
    write(store, [ONE])
    writer = store.writer()
    writer.add(prepare(TWO))
    before = found(store, PORT)
    writer.commit()

    assert (before, found(store, PORT)) == (["a"], ["a", "b"])


def test_what_is_cancelled_is_forgotten(store: Store) -> None:
    write(store, [ONE])
    writer = store.writer()
    writer.remove("a")
    writer.add(prepare(TWO))
    writer.cancel()

    assert found(store, PORT) == ["a"]


def test_a_reader_answers_as_when_it_was_opened(store: Store) -> None:
    write(store, [ONE, TWO])
    reader = store.engine()
    write(store, [THREE], removed=["a", "b"])

    assert (reader.ids(), found(store, PORT)) == ({"a", "b"}, ["c"])
    assert reader.search(PORT, Ask()).total.count == 2
    reader.close()


def test_removing_what_is_not_there_does_nothing(store: Store) -> None:
    write(store, [ONE], removed=["z"])
    write(store, [], removed=["z", "z"])

    assert found(store, Everything()) == ["a"]


def test_an_article_that_is_removed_then_added_is_there_once(store: Store) -> None:
    write(store, [ONE, TWO])
    write(store, [article("a", "Autre", "Le marché.")], removed=["a", "a"])

    assert (found(store, Everything()), found(store, PORT)) == (["a", "b"], ["b"])


def test_an_index_of_nothing_answers(store: Store) -> None:
    write(store, [])

    assert asked(store, And((PORT, Phrase("exact", ("le", "port")))), Ask(facets=FACETS)).total.count == 0
    assert store.engine().ids() == set()


def test_a_page_holds_the_hits_from_its_offset_on(store: Store) -> None:
    write(store, [article(f"{number:02}", "Titre", "Le port rouvre.") for number in range(25)])
    pages = [found(store, PORT, Ask(10, offset)) for offset in (0, 10, 20, 30)]

    every = [f"{number:02}" for number in range(25)]
    assert pages == [every[:10], every[10:20], every[20:], []]
    assert found(store, PORT, Ask(0)) == []
    assert asked(store, PORT, Ask(0)).total.count == 25


def test_a_ranking_has_ids_of_any_letters_as_they_were_given(store: Store) -> None:
    ids = {letter * 64 for letter in ('"', "\\", "é", "\U0001f5de", "a")}
    write(store, [replace(ONE, id=article_id) for article_id in ids])
    engine = store.engine()

    assert {hit.id for hit in engine.ranked(PORT, 10)} == ids
    assert engine.ranked(PORT, 2) == engine.ranked(PORT, 10)[:2]
    assert engine.ranked(PORT, 0) == ()
    engine.close()


def test_undated_articles_come_last_in_both_orders_of_time(store: Store) -> None:
    days = {"a": None, "b": date(2025, 1, 2), "c": date(2024, 1, 2), "d": date(2025, 1, 2), "e": None}
    write(store, [article(name, "Titre", "Le port.", date=day) for name, day in days.items()])

    assert found(store, PORT, Ask(sort=Sort.NEWEST)) == ["b", "d", "c", "a", "e"]
    assert found(store, PORT, Ask(sort=Sort.OLDEST)) == ["c", "b", "d", "a", "e"]
    assert found(store, Everything()) == ["b", "d", "c", "a", "e"], (
        "a tie goes to the newest, then to the least id"
    )


def test_the_article_comes_back_as_it_was_added(store: Store) -> None:
    whole = article(
        "map-1", "Le port « rouvre »", "Corps.\nFin.", heading="Chapo", date=date(2025, 11, 2), date_found=Found.LINE,
        source="L’Écho", section="Éco", authors=("A. B.", "C. D."), url="https://exemple.invalid/?a=1", raw="",
        person=("Awa N’Diaye",), org=("Office chérifien des phosphates", "OCP"), place=("Khouribga",),
    )  # fmt: skip
    write(store, [whole])

    assert asked(store, PORT).hits[0].article == whole


# Questions made at random


ENGINES = tuple(name for name in STORES if name != "oracle")


@dataclass(frozen=True)
class Pair:
    """An engine and the oracle with the same articles."""

    real: Engine
    oracle: Engine
    folder: TemporaryDirectory[str]


@cache
def pair(engine: str) -> Pair:
    """Return both after six commits: the sample, with articles removed, replaced and added again."""
    folder = TemporaryDirectory(prefix="manchette-")
    real, naive = STORES[engine](Path(folder.name)), memory_store(Path(folder.name))
    every = sorted(sample(), key=lambda one: one.id)
    assert len(every) > 60
    names = [one.id for one in every]
    commits: list[tuple[list[Article], list[str]]] = [
        (every[:40], []),
        (every[40:50], names[3:6]),
        (every[50:55], [names[7]]),
        (every[3:5], [names[41]]),
        (every[55:], [names[50]]),
        ([every[50]], []),
    ]
    for added, removed in commits:
        for store in (real, naive):
            write(store, added, removed)
    opened = real.engine()
    if isinstance(opened, WhooshEngine):
        assert len(opened._segments) > 1
        assert any(len(segment.live()) < segment.size for segment in opened._segments)
    if isinstance(opened, TantivyEngine):
        assert opened._searcher.num_segments > 1
    return Pair(opened, naive.engine(), folder)


WORDS = ("maroc", "onu", "ndiaye", "diaye", "dakar", "securite", "police", "le", "de", "la", "l", "eau", "lagune",
         "2025", "12.5", "president", "vice", "office", "phosphates", "marche", "etoile", "abidjan", "zzz", "ecole")  # fmt: skip
ACCENTED = ("Sécurité", "l’ONU", "N’Diaye", "Ndiaye", "vice-président", "12,5", "marché", "école", "eau", "police",
            "de", "Dakar", "Étoile", "Côte", "1er", "93e", "phosphates", "zzz", "droits", "S.N.C.F.")  # fmt: skip
RUNS = (("droits", "de"), ("de", "la"), ("vice", "president"), ("a", "la"), ("de", "l"), ("dans", "le"), ("le", "de"),
        ("conseil", "de", "surveillance"), ("la", "police", "de"), ("cote", "d", "ivoire"), ("le", "le"), ("la", "de", "la"),
        ("de", "de", "de"), ("12.5",), ("mille", "francs", "cfa"), ("la", "ville", "a"), ("du", "jour"))  # fmt: skip
EXACT = [text.exact for text in TEXTS]
LISTS = [*EXACT, *(text.stem for text in TEXTS), FORM, *(field.name for field in VALUES)]
GLOBS = ("s*", "*tion", "?e", "*", "m?r*", "*ou*", "a*e", "??", "e?ole*", "2*", "*5", "n*diaye", "=*", "*_*")
DAYS = (0, 10101, 20240101, 20241106, 20250314, 20251031, 20251125, 20251201, 99991231)


def queries() -> st.SearchStrategy[Query]:
    """Queries of every kind, as deep as a person would ask."""
    leaves = st.one_of(
        st.builds(Term, st.sampled_from(LISTS), st.sampled_from(WORDS)),
        st.builds(Phrase, st.sampled_from(EXACT), st.sampled_from(RUNS), st.integers(0, 6)),
        st.builds(Glob, st.sampled_from(LISTS), st.sampled_from(GLOBS)),
        st.builds(Fuzzy, st.sampled_from(LISTS), st.sampled_from(WORDS), st.integers(1, 2)),
        st.builds(Dated, st.sampled_from(DAYS), st.sampled_from(DAYS)),
        st.just(Everything()),
    )

    def grouped(clauses: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
        several = st.lists(clauses, max_size=4).map(tuple)
        return st.one_of(
            st.builds(And, several),
            st.builds(Or, several, st.integers(1, 3)),
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


def listed(hits: Hits) -> dict[str, list[tuple[str, int]]]:
    """Return the values of each facet: of names in their order, of days in that of time."""
    return {
        facet: sorted(counts.items()) if facet == "date" else list(counts.items())
        for facet, counts in hits.facets.items()
    }


def rank(hit: Hit) -> tuple[float, float, str]:
    """Return what puts a hit in its place by relevance."""
    day = hit.article.date.toordinal() if hit.article.date else 0
    return -round(hit.score, 9), -day, hit.article.id


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("term", ["le", "de", "la", "police"])
def test_no_score_is_negative_even_for_a_word_of_every_article(term: str, engine: str) -> None:
    hits = pair(engine).real.search(Term("exact", term), Ask(1000)).hits

    assert hits
    assert min(hit.score for hit in hits) > 0


AT_RANDOM = settings(
    max_examples=200, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("engine", ENGINES)
@AT_RANDOM
@given(queries())
def test_any_query_has_the_same_answer_from_an_engine_and_from_the_oracle(engine: str, query: Query) -> None:
    agree(query, engine)


@pytest.mark.parametrize("engine", ENGINES)
@AT_RANDOM
@given(typed(), st.sampled_from(Matching))
def test_anything_typed_has_the_same_answer_from_an_engine_and_from_the_oracle(
    engine: str, node: tree.Tree, matching: Matching
) -> None:
    agree(plan(node, TODAY, matching, quorum=lambda words, _: pair(engine).oracle.quorum(words, 2)), engine)


@pytest.mark.parametrize("engine", ENGINES)
@AT_RANDOM
@given(st.lists(queries(), min_size=1, max_size=6), st.integers(1, 40))
def test_engines_agree_on_how_many_words_leave_enough_articles(
    engine: str, clauses: list[Query], articles: int
) -> None:
    both = pair(engine)
    least = both.real.quorum(clauses, articles)

    assert least == both.oracle.quorum(clauses, articles)
    left = both.real.search(Or(tuple(clauses), least), Ask(0)).total.count
    fewer = both.real.search(Or(tuple(clauses), least + 1), Ask(0)).total.count
    assert fewer < articles
    assert left >= articles or least == 1


@pytest.mark.parametrize("engine", ENGINES)
@settings(AT_RANDOM, max_examples=40)
@given(
    st.lists(st.tuples(st.lists(st.integers(0, 12)), st.lists(st.integers(0, 12))), min_size=1, max_size=6)
)
def test_any_run_of_changes_leaves_the_same_articles(
    engine: str, commits: list[tuple[list[int], list[int]]]
) -> None:
    pool = [article(f"n{number}", f"Titre {number}", f"Le port {number} rouvre.", section=f"s{number % 3}")
            for number in range(13)]  # fmt: skip
    # tantivy may still be noting what it removed
    with TemporaryDirectory(prefix="manchette-", ignore_cleanup_errors=True) as folder:
        real, naive = STORES[engine](Path(folder)), memory_store(Path(folder))
        for removed, added in commits:
            gone = [f"n{number}" for number in {*removed, *added}]
            for store in (real, naive):
                write(store, [pool[number] for number in sorted(set(added))], gone)
        ask = Ask(1000, facets=("section",))
        assert listed(asked(real, PORT, ask)) == listed(asked(naive, PORT, ask))
        assert found(real, PORT, Ask(1000, sort=Sort.NEWEST)) == found(naive, Term("stem", "port"), ask)
        assert real.engine().ids() == naive.engine().ids()


NAMED = {"person": ("Awa Sarr", "AWA SARR", "Sarr", "Ali Ba", "Ba", "Moussa Fall", "Lou"),
         "org": ("ONU", "Nations unies", "Onu", "OCP", "Femen"),
         "place": ("Dakar", "DAKAR", "Rabat", "Femen", "Lou")}  # fmt: skip


def told() -> st.SearchStrategy[aliases.Aliases]:
    """What a person may have decided about these names."""
    name = st.builds(
        aliases.Name,
        st.sampled_from(["", *NAMED]),
        st.sampled_from(sorted({name for names in NAMED.values() for name in names})),
    )
    rule = st.one_of(
        st.builds(aliases.Rule, name, st.lists(name, max_size=3).map(tuple)),
        st.builds(aliases.Rule, name, dropped=st.just(True)),
    )
    return st.lists(rule, max_size=4).map(lambda rules: aliases.Aliases(tuple(rules)))


def people(number: int) -> Article:
    """Return an article with some of these names, others for each number."""
    chosen = {
        field: tuple(name for place, name in enumerate(names) if number * (place + 3) % 7 < 3 - place // 3)
        for field, names in NAMED.items()
    }
    return article(f"n{number:02}", "Titre", f"Le port {number % 4} rouvre.", **chosen)


@cache
def named(engine: str) -> Pair:
    """Return an engine and the oracle with articles that have names, in several commits."""
    folder = TemporaryDirectory(prefix="manchette-")
    real, naive = STORES[engine](Path(folder.name)), memory_store(Path(folder.name))
    for begin in range(0, 40, 8):
        for store in (real, naive):
            write(store, list(map(people, range(begin, begin + 8))), [f"n{begin - 3:02}"])
    return Pair(real.engine(), naive.engine(), folder)


@pytest.mark.parametrize("engine", ENGINES)
@settings(AT_RANDOM, max_examples=300)
@given(
    told(),
    st.sampled_from([None, 0, 1, 2, 3, 5]),
    st.sampled_from([Everything(), Term("exact", "2"), Term("exact", "x")]),
)
def test_entities_are_counted_as_the_oracle_counts_them(
    engine: str, decided: aliases.Aliases, values: int | None, query: Query
) -> None:
    both = named(engine)
    ask = Ask(0, facets=tuple(NAMED), names=Names(aliases=decided), values=values)
    for looked, narrow in ((1, 0), (1, 4096), (2, 2), (64, 4096)):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("index.engines.tantivy.facets.MOST_COUNTED", 2 * looked)
            patched.setattr("index.engines.tantivy.facets.FIRST_LOOK", looked)
            patched.setattr("index.engines.tantivy.facets.NARROW", narrow)
            patched.setattr("index.engines.tantivy.facets.FEW", looked)
            patched.setattr("index.engines.tantivy.facets.COMPARED", 4 * looked)
            assert listed(both.real.search(query, ask)) == listed(both.oracle.search(query, ask))


@pytest.mark.parametrize("engine", ENGINES)
def test_each_facet_value_finds_as_many_articles_as_it_counts(engine: str) -> None:
    both = pair(engine)
    counted = both.real.search(Everything(), Ask(0, facets=FACETS)).facets
    for field in VALUES:
        for bucket in facets.buckets(field.name, counted[field.name]):
            query = plan(tree.Phrase(bucket.value, 0, field.name), TODAY)
            assert both.real.search(query, Ask(0)).total.count == bucket.count, (field.name, bucket)
