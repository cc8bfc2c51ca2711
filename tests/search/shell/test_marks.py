"""Marked articles, by lines alone."""

from corpus.records import replace
from search.shell.session import Session
from tests.search.shell.replies import failed, typed


def test_a_mark_is_set_and_taken_away_and_outlives_the_query(session: Session) -> None:
    session, shown = typed(session, "securite", ":mark 3 1, 2")
    ids = [session.result(rank).article.id for rank in (3, 1, 2)]
    assert list(session.marks) == ids
    assert shown == "3 articles are marked\n"
    session, shown = typed(session, "maroc", "securite", ":marquer 1")
    assert list(session.marks) == [ids[0], ids[2]]
    assert typed(session, ":mark none")[0].marks == ()


def test_without_a_number_the_open_article_is_marked_else_the_one_at_the_cursor(session: Session) -> None:
    session, _ = typed(session, "securite", ":down", ":mark")
    assert session.marks == (session.result(2).article.id,)
    session, _ = typed(session, "3", ":mark")
    assert session.marks[1] == session.result(3).article.id


def test_marks_are_listed_in_their_order(session: Session) -> None:
    assert "type for instance :mark 3" in typed(session, ":marks")[1]
    session, _ = typed(session, "securite", ":mark 2 1")
    rows = typed(session, ":marques")[1]
    assert [row[:2] for row in rows.splitlines() if not row.startswith("  ")] == ["✓ ", "✓ "]
    assert rows.index(session.result(2).article.title[:20]) < rows.index(session.result(1).article.title[:20])
    assert ":marks takes nothing" in failed(session, ":marks 3")


def test_an_article_that_is_gone_is_named_by_its_id(session: Session) -> None:
    assert "no longer in the index" in typed(replace(session, marks=("introuvable",)), ":marks")[1]


def test_a_rank_that_is_not_there_marks_nothing(session: Session) -> None:
    session, _ = typed(session, "securite")
    assert "type a number from 1" in failed(session, ":mark 1 99")
