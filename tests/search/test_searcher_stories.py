"""A story that several articles print: the one that leads, the others beside it, the pages of such an answer."""

from pathlib import Path

import pytest

from corpus import Article
from corpus.duplicates import runs
from index.build import build
from index.engine import Sort
from search.commandline.opening import open_searcher
from search.language import parse
from search.searcher import Page
from tests.support.press import write_lines


def test_a_result_lists_the_same_story_in_another_paper(home: Path) -> None:
    searcher = open_searcher(home)
    [wire] = searcher.search("Cinq saisons des pluies insuffisantes", Page(limit=1)).results

    [twin] = wire.duplicates

    assert twin.id != wire.article.id
    assert twin.source != wire.article.source
    [back] = [
        one
        for one in searcher.search("Cinq saisons des pluies insuffisantes").results
        if one.article.id == twin.id
    ]
    assert wire.article.id in {other.id for other in back.duplicates}


def test_a_story_is_one_result_where_its_first_article_would_stand(home: Path) -> None:
    """All of its articles are counted.  By relevance the fullest is shown; in the orders of time the first, by its day."""
    searcher = open_searcher(home)
    for sort in Sort:
        every = searcher.search("*", Page(limit=1000, sort=sort))
        folded = searcher.search("*", Page(limit=1000, sort=sort, folded=True))
        stories: list[list[Article]] = []
        for result in every.results:
            printings = {result.article.id, *(twin.id for twin in result.duplicates)}
            if not any(printings & {one.id for one in story} for story in stories):
                stories.append([one.article for one in every.results if one.article.id in printings])
        assert len(stories) < len(every.results) == every.total.count == folded.total.count
        assert folded.stories == folded.last == len(stories) == len(folded.results)
        assert [result.rank for result in folded.results] == list(range(1, len(stories) + 1))
        for result, story in zip(folded.results, stories, strict=True):
            assert {result.article.id, *(twin.id for twin in result.duplicates)} == {one.id for one in story}
            lengths = {one.id: len(runs(one.body)) for one in story}
            assert result.article.id == story[0].id or lengths[result.article.id] == max(lengths.values())
            if sort is not Sort.RELEVANCE:
                assert result.article.id == story[0].id
        assert (every.stories, every.last, every.folded) == (None, every.total.count, False)


WIRE_WORDS = [f"mot{number}" for number in range(80)]


@pytest.mark.parametrize(
    ("line", "sort", "shown", "others"),
    [
        ("mot1", Sort.RELEVANCE, "whole", ["later", "cut", "short"]),
        ("mot1 -source:phare", Sort.RELEVANCE, "later", ["whole", "cut", "short"]),
        ("mot1 source:echo", Sort.RELEVANCE, "cut", ["whole", "later", "short"]),
        ("mot1", Sort.NEWEST, "later", ["whole", "cut", "short"]),
        ("mot1", Sort.OLDEST, "short", ["whole", "later", "cut"]),
    ],
)
def test_the_fullest_printing_that_matches_leads_and_of_equal_ones_the_oldest(
    tmp_path: Path, line: str, sort: Sort, shown: str, others: list[str]
) -> None:
    printings = {
        "short": ("Le Jour", "2025-03-03", 45),
        "cut": ("L’Écho", "2025-03-04", 60),
        "whole": ("Le Phare", "2025-03-04", 80),
        "later": ("Sahel-Matin", "2025-03-05", 80),
    }
    write_lines(
        tmp_path / "a.jsonl",
        [
            {
                "id": name,
                "titre": "Le port",
                "texte": " ".join(WIRE_WORDS[:words]),
                "date": day,
                "journal": source,
            }
            for name, (source, day, words) in printings.items()
        ],
    )
    build(tmp_path / ".manchette", [tmp_path])
    [result] = open_searcher(tmp_path / ".manchette").search(line, Page(sort=sort, folded=True)).results

    assert result.article.id == shown
    assert [twin.id for twin in result.duplicates] == others


def test_the_pages_of_a_folded_answer_follow_one_another(home: Path) -> None:
    searcher = open_searcher(home)
    whole = searcher.search("le", Page(limit=1000, folded=True))
    pages = [
        searcher.search("le", Page(limit=7, offset=offset, folded=True)) for offset in range(0, whole.last, 7)
    ]
    assert [result for page in pages for result in page.results] == list(whole.results)
    assert [page.stories for page in pages] == [None] * (len(pages) - 1) + [whole.stories]


def test_a_duplicate_beyond_the_filter_is_named_and_not_counted(home: Path) -> None:
    searcher = open_searcher(home)
    [wire] = searcher.search("Cinq saisons des pluies insuffisantes", Page(limit=1)).results
    own = parse(f'source:"{wire.article.source}"')
    [result] = searcher.search(
        "Cinq saisons des pluies insuffisantes", Page(limit=1, filters=(own,), folded=True)
    ).results
    assert result.duplicates == wire.duplicates != ()
