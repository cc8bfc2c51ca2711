"""The near-duplicates of articles: of a page in one request, and of each article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article
from corpus.dates.print_date import PrintDate
from corpus.duplicates import MIN_SHARED_HASHES, sketch
from index.document import prepare
from index.engine import Ask, Hit, Sort
from index.query import Everything
from search.duplicates import MAX_DUPLICATES, duplicates
from tests.support.oracle import MemoryEngine, MemoryIndex
from tests.support.press import article

WORDS = "le port de la ville rouvre lundi matin avec le maire et la police du fleuve".split()


def wire(number: int, cut: int, story: int) -> Article:
    """Return an article of one of some stories, cut somewhere; it is undated, or of one of some days."""
    words = [f"{word}{story}" for word in WORDS * 2][cut:]
    day = PrintDate(2025, 1, number % 5) if number % 5 else None
    return article(f"n{number:02}", f"Titre {number}", " ".join(words), date=day)


def opened(articles: list[Article]) -> MemoryEngine:
    index = MemoryIndex()
    writer = index.writer()
    for one in articles:
        writer.add(prepare(one))
    writer.commit()
    return index.engine()


def plainly(hit: Hit, every: tuple[Hit, ...]) -> list[str]:
    """Return the ids of the duplicates of a hit: `every` article is compared, the newest first."""
    own = set(sketch(hit.article.body))
    others = [other.article for other in every if other.article.id != hit.article.id]
    return [other.id for other in others if len(own & set(sketch(other.body))) >= MIN_SHARED_HASHES][
        :MAX_DUPLICATES
    ]


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(
    st.lists(st.tuples(st.integers(0, 24), st.integers(0, 2)), min_size=1, max_size=40),
    st.integers(1, 12),
    st.sampled_from([0, 5, 60]),
)
def test_the_duplicates_of_a_page_are_those_of_each_of_its_articles(
    wires: list[tuple[int, int]], limit: int, together: int
) -> None:
    engine = opened([wire(number, *how) for number, how in enumerate(wires)])
    every = engine.search(Everything(), Ask(100, sort=Sort.NEWEST)).hits
    page = engine.search(Everything(), Ask(limit, sort=Sort.OLDEST)).hits

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("search.duplicates._MAX_PAGE_DUPLICATES", together)
        twins_by_hit = duplicates(engine, page)

    assert [[twin.id for twin in twins] for twins in twins_by_hit] == [plainly(hit, every) for hit in page]


def test_a_page_without_articles_has_no_duplicates() -> None:
    assert duplicates(opened([]), ()) == []


def test_an_article_of_a_few_words_has_no_duplicates() -> None:
    engine = opened([article(name, "Titre", "Le port rouvre.") for name in ("a", "b")])

    assert duplicates(engine, engine.search(Everything(), Ask()).hits) == [(), ()]
