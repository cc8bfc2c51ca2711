"""What a build did, and what an index then holds: two of the same articles must hold the same."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from corpus import Article
from corpus.records import field, record, replace
from index import opening
from index.building.report import Report
from index.document import prepare
from index.engine import Ask, Engine
from index.fields import FIELDS
from index.names.aliases import NameKey
from index.names.resolution import Merge
from index.query import Everything, Phrase, Term
from index.storage.comparisons import Pair
from index.storage.register import NamedIn
from index.storage.stories import Printing
from index.vectors.file import key

FACETS = tuple(field.name for field in FIELDS if field.facet)
EVERY = Ask(limit=1_000_000, facets=FACETS)


@record
class State:
    """The articles by id, the facets, for each term of each list, how many articles have it, and the names.

    `names` has what each name is merged into, and `spellings` how it is shown; `mentions` has the names of each article, and where they stand.
    `stories` has the articles of the story of each article that others print, `shares` what pairs of articles have in common.
    """

    articles: Mapping[str, Article]
    facets: Mapping[str, Mapping[str, int]]
    terms: Mapping[tuple[str, str], int]
    names: Mapping[NameKey, Merge] = field(default_factory=dict)
    mentions: Mapping[str, tuple[NamedIn, ...]] = field(default_factory=dict)
    spellings: Mapping[NameKey, str] = field(default_factory=dict)
    stories: Mapping[str, tuple[Printing, ...]] = field(default_factory=dict)
    shares: Mapping[Pair, float] = field(default_factory=dict)


def engine_state(engine: Engine) -> State:
    """Return what an engine holds; what it says of its terms is held against the articles it gives."""
    hits = engine.search(Everything(), EVERY)
    articles = {hit.article.id: replace(hit.article, raw="") for hit in hits.hits}
    assert engine.ids() == set(articles)
    assert hits.total.count == len(hits.hits) == len(articles)
    expected = Counter(
        (name, term)
        for article in articles.values()
        for name, terms in prepare(article).terms.items()
        for term in set(terms.split())
        if term.strip("¶")
    )
    counted = {key: engine.search(Term(*key), Ask(0)).total.count for key in expected}
    assert counted == expected
    for article in articles.values():
        first = tuple(prepare(article).terms["exact"].split()[:3])
        assert article.id in {hit.article.id for hit in engine.search(Phrase("exact", first), EVERY).hits}
    return State(articles, hits.count_facets(), counted)


def state(home: Path) -> State:
    """Return what the index of a `.manchette` folder holds."""
    engine, catalog = opening.open_engine(home), opening.open_catalog(home)
    try:
        register = catalog.register
        mentions = {article_id: register.mentions(article_id) for article_id in catalog.ids()}
        return replace(
            engine_state(engine),
            names=register.merged(),
            mentions=mentions,
            spellings=register.spellings(),
            stories=stories(home, catalog.ids()),
            shares=catalog.comparisons.every(),
        )
    finally:
        engine.close()
        catalog.close()


def stories(home: Path, ids: Iterable[str]) -> dict[str, tuple[Printing, ...]]:
    """Return the articles of the story of each article that others print."""
    with closing(opening.open_stories(home)) as opened:
        known = list(ids)
        printed = zip(known, opened.printings(map(key, known)), strict=True)
        return {article_id: printings for article_id, printings in printed if printings}


def ids(home: Path) -> set[str]:
    """Return the ids of the articles of an index, from the catalog and from the engine, which must agree."""
    engine, catalog = opening.open_engine(home), opening.open_catalog(home)
    try:
        assert engine.ids() == set(catalog.ids())
        return engine.ids()
    finally:
        engine.close()
        catalog.close()


def counts(report: Report) -> dict[str, int]:
    """Return the counts of a report that are not 0."""
    names = ("articles", "added", "changed", "moved", "removed", "unchanged")
    return {name: getattr(report, name) for name in names if getattr(report, name)}


def titled(home: Path, term: str) -> list[str]:
    """Return the paths of the articles that have a word."""
    engine = opening.open_engine(home)
    try:
        return sorted(hit.article.path for hit in engine.search(Term("exact", term), Ask(100)).hits)
    finally:
        engine.close()
