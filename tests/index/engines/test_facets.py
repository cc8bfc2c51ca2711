"""Every engine counts the facets of the oracle, whatever names are one entity."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st

from corpus import Article
from index.engine import Ask
from index.fields import VALUES
from index.names import aliases
from index.names.resolution import Names
from index.query import Everything, Query, Term
from search.counts import facets
from search.language import tree
from search.planning.plan import plan
from tests.index.engines.stores import (
    EVERY_ENGINE,
    FACETS,
    STORES,
    TODAY,
    Pair,
    listed,
    memory_store,
    of_every_engine,
    pair,
    write,
)
from tests.support.press import article

NAMED = {"person": ("Awa Sarr", "AWA SARR", "Sarr", "Ali Ba", "Ba", "Moussa Fall", "Lou"),
         "org": ("ONU", "Nations unies", "Onu", "!!!", "OCP", "Femen"),
         "place": ("Dakar", "DAKAR", "Rabat", "Femen", "Lou")}  # fmt: skip

LACKING = 2
"""Articles that the column of the frequent names may lack of each, so that these few articles have frequent names."""


def decisions() -> st.SearchStrategy[aliases.Aliases]:
    """Return decisions that a person may have made about these names."""
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
        field: tuple(
            name for position, name in enumerate(names) if number * (position + 3) % 7 < 3 - position // 3
        )
        for field, names in NAMED.items()
    }
    return article(f"n{number:02}", "Titre", f"Le port {number % 4} rouvre.", **chosen)


@cache
def named(engine: str) -> Pair:
    """Return an engine and the oracle with articles that have names, in several commits."""
    folder = TemporaryDirectory(prefix="manchette-")
    real, naive = STORES[engine](Path(folder.name)), memory_store(Path(folder.name))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("index.engines.tantivy.frequent.MOST_LACKING", LACKING)
        patched.setattr("index.engines.tantivy.frequent._LISTED_NAMES", 2)
        for begin in range(0, 40, 8):
            for store in (real, naive):
                write(store, list(map(people, range(begin, begin + 8))), [f"n{begin - 3:02}"])
    return Pair(real.engine(), naive.engine(), folder)


@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@of_every_engine(
    decisions(),
    st.sampled_from([None, 0, 1, 2, 3, 5]),
    st.sampled_from([Everything(), Term("exact", "2"), Term("exact", "x")]),
    examples=300,
)
def test_entities_are_counted_as_the_oracle_counts_them(
    engine: str, decided: aliases.Aliases, values: int | None, query: Query
) -> None:
    both = named(engine)
    ask = Ask(0, facets=tuple(NAMED), names=Names(aliases=decided), values=values)
    for looked, narrow in ((1, 0), (1, 4096), (2, 2), (64, 4096)):
        with pytest.MonkeyPatch.context() as patched:
            for library in ("tantivy", "opensearch"):
                patched.setattr(f"index.engines.{library}.facets._MAX_DOUBTFUL_NAMES", 2 * looked)
            for sizes in (
                "tantivy.facets._NAMES_OF_NARROW",
                "tantivy.facets._NAMES_OF_BROAD",
                "opensearch.facets._FIRST_NAMES",
            ):
                patched.setattr(f"index.engines.{sizes}", looked)
            patched.setattr("index.engines.tantivy.facets._FEW_ARTICLES", 0)
            patched.setattr("index.engines.opensearch.facets._MAX_REQUESTED_NAMES", 8 * looked)
            patched.setattr("index.engines.opensearch.facets._NAMES_OF_PAGE", looked)
            patched.setattr("index.engines.tantivy.facets._NARROW_ARTICLES", narrow)
            patched.setattr("index.engines.tantivy.facets._NAMES_COMPARED_BROAD", looked)
            patched.setattr("index.engines.tantivy.fast_fields.MOST_LACKING", LACKING)
            patched.setattr("index.engines.tantivy.facets._NAMES_COMPARED_NARROW", 4 * looked)
            assert listed(both.real.search(query, ask)) == listed(both.oracle.search(query, ask))


@pytest.mark.parametrize("engine", EVERY_ENGINE)
def test_each_facet_value_finds_as_many_articles_as_it_counts(engine: str) -> None:
    both = pair(engine)
    counted = both.real.search(Everything(), Ask(0, facets=FACETS)).count_facets()
    for field in VALUES:
        for bucket in facets.buckets(field.name, counted[field.name]):
            query = plan(tree.Phrase(bucket.value, 0, field.name), TODAY)
            assert both.real.search(query, Ask(0)).total.count == bucket.count, (field.name, bucket)
