"""The count of what articles hold."""

from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Found, PrintDate
from corpus.message import Message, message
from search.inspection.tally import Tally, total

ARTICLES = st.builds(
    Article,
    id=st.text(max_size=3),
    id_found=st.sampled_from((Found.METADATA, Found.TEXT)),
    title=st.just("Le port"),
    title_found=st.sampled_from((Found.METADATA, Found.LINE, Found.TEXT)),
    body=st.just("Le port rouvre."),
    raw=st.just(""),
    path=st.sampled_from(("a.txt", "b.txt")),
    source=st.sampled_from(("", "Le Fanal", "Le Soir")),
    page=st.sampled_from(("", "3")),
    date=st.none() | st.builds(PrintDate, st.integers(1900, 2030)),
)
NOTES = st.lists(
    st.sampled_from((message("repair.markup"), message("doubt.future"))), max_size=2, unique_by=str
)
NOTED = st.lists(st.tuples(ARTICLES, NOTES), max_size=8)


def tallied(noted: list[tuple[Article, list[Message]]]) -> Tally:
    tally = Tally()
    for article, notes in noted:
        tally.add(article, notes)
    return tally


@given(NOTED, NOTED)
def test_the_sum_of_two_tallies_is_the_tally_of_all(
    some: list[tuple[Article, list[Message]]], others: list[tuple[Article, list[Message]]]
) -> None:
    assert total([tallied(some), tallied(others)]) == tallied([*some, *others])


@given(NOTED)
def test_a_tally_counts_every_article_once(noted: list[tuple[Article, list[Message]]]) -> None:
    tally = tallied(noted)
    articles = [article for article, _ in noted]
    dates = [article.date for article in articles if article.date]
    assert tally.articles == len(articles) == tally.titles.total() == tally.dates.total()
    assert tally.sources.total() == sum(bool(article.source) for article in articles)
    assert tally.fields["page"] == sum(bool(article.page) for article in articles)
    assert (tally.first, tally.last) == (min(dates, default=None), max(dates, default=None))
