"""The printings of the measurement are what they are said to be, the same each time; a pair is counted without sketches."""

import random

from tests.relevance.reprints import EDITS, Piece, common, joined, printed

BODY = "\n".join(
    f'Le conseil numéro {number} s’est réuni à Korhogo - "sans glace", dit le maire: la pêche attend.'
    for number in range(40)
)
ORIGINAL = Piece("a", BODY, 20250228, "Agence Teranga")


def printings() -> list[Piece]:
    return list(printed([ORIGINAL], random.Random(1)))


def test_ten_papers_print_an_article_each_in_its_way_half_of_them_on_the_next_day() -> None:
    papers = printings()
    assert papers == printings()
    assert len({paper.source for paper in papers}) == len(papers) == len(EDITS) == 10
    assert [paper.day for paper in papers] == [20250228, 20250301] * 5
    assert [paper.body == BODY for paper in papers] == [True, *[False] * 9]
    assert 1 / 3 <= len(papers[2].body.split()) / len(BODY.split()) < 0.36
    assert "« sans glace »" in papers[5].body


def test_the_printings_are_in_the_story_of_the_original_and_another_article_is_not() -> None:
    other = Piece("b", " ".join(f"mot{number}" for number in range(90)), 20250228, "Le Jour")
    leads = joined([ORIGINAL, other, *printings()])
    assert "b" not in leads
    assert sum(leads.get(paper.id) == leads["a"] for paper in printings()) >= 9


def test_pairs_are_counted_run_by_run() -> None:
    whole = " ".join(f"mot{number}" for number in range(100))
    part = " ".join(whole.split()[:60])
    pieces = [
        Piece("whole", whole, 20250228, ""),
        Piece("later", part, 20250303, ""),
        Piece("too late", part, 20250305, ""),
        Piece("undated", part, 0, ""),
        Piece("short", "mot1 mot2", 20250228, ""),
    ]
    found = [(pieces[pair.left].id, pieces[pair.right].id, pair.share, pair.days) for pair in common(pieces)]
    assert found == [("whole", "later", 1.0, 3), ("later", "too late", 1.0, 2)]
