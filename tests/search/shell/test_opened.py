"""The open article, by lines alone: matches, neighbours, citation, file."""

import pytest

from corpus.records import replace
from search.render import plain
from search.shell.browser.article import laid_out
from search.shell.browser.focus import Focus
from search.shell.browser.keys import press
from search.shell.browser.view import view
from search.shell.session import Screen, Session
from search.shell.step import step
from tests.search.shell.replies import failed, typed


def test_match_goes_round_the_matches_of_the_article(session: Session) -> None:
    session, _ = typed(session, "s*", "1")
    assert session.opened
    count = len(laid_out(session.opened.reading, 79).matches)
    assert count > 1
    seen: list[int] = []
    for _ in range(count + 1):
        session, shown = typed(session, ":match")
        assert session.opened
        seen.append(session.opened.match)
        assert shown.startswith(f"match {session.opened.match} of {count}\n")
    assert seen == [*range(1, count + 1), 1]
    back, _ = typed(session, ":match prev")
    assert back.opened
    assert back.opened.match == count
    assert typed(session, ":correspondance précédente")[0] == back


def test_the_only_match_is_said_to_be_it(session: Session) -> None:
    session, _ = typed(session, '"chèvres, imprévues"', "1", ":match")
    assert session.opened
    assert typed(session, ":match") == (session, "this is the only match\n")


def test_the_first_match_is_the_first_in_sight_and_a_match_comes_in_sight(session: Session) -> None:
    low = replace(session, screen=Screen(80, 8))
    session, _ = typed(low, "securite", "1", ":down 6", ":match")
    assert session.opened
    laid = laid_out(session.opened.reading, 79)
    row = laid.row(session.opened.match)
    assert row >= 6
    assert session.opened.top <= row < session.opened.top + 6


def test_an_article_without_a_match_says_so(session: Session) -> None:
    session, _ = typed(session, "date:2025", "1")
    assert "no word of this article matches" in typed(session, ":match")[1]


def test_the_next_article_is_the_next_result_and_the_cursor_is_there(session: Session) -> None:
    session, _ = typed(session, "securite", "1", ":match")
    after, shown = typed(session, ":article")
    assert after.opened
    assert session.results
    assert after.opened.reading.article == session.results.results[1].article
    assert (after.opened.rank, after.opened.match, after.opened.top, after.cursor) == (2, 0, 0, 2)
    assert shown.startswith(after.opened.reading.article.title[:30])
    assert typed(after, ":article prev")[0].cursor == 1
    assert "first result" in typed(session, ":article prev")[1]
    last, _ = typed(after, ":article", ":close", ":down end", ":article prev")
    assert "last result" in typed(last, ":article", ":article")[1]


def test_a_new_answer_closes_the_article(session: Session) -> None:
    session, _ = typed(session, "securite", "2")
    for line in ("maroc", ":sort newest", ":filter date:2025", ":close"):
        assert typed(session, line)[0].opened is None


def test_closing_the_article_shows_its_row(session: Session) -> None:
    session, _ = typed(session, "securite", "2")
    assert typed(session, ":fermer")[1].startswith("▸  2  20")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":match", "type the number of a result"),
        (":article", "type words to search"),
        (":close", "nothing is open"),
        (":close 3", ":close takes nothing"),
        (":cite", "type for instance :cite 3"),
        (":cite deux", 'there is no article "deux"'),
        (":raw 4", "type a query"),
    ],
)
def test_an_error_says_what_to_type(session: Session, line: str, said: str) -> None:
    assert said in failed(session, line)
    asked, _ = typed(session, "securite", "1")
    assert "type :match next" in failed(asked, ":match 3")


def test_an_article_opens_by_its_id_whatever_the_answer(session: Session) -> None:
    asked, _ = typed(session, "securite")
    article = asked.result(2).article
    alone, shown = typed(session, f":open {article.id}")
    assert alone.opened
    assert (alone.opened.rank, alone.opened.reading.article, alone.cursor) == (0, article, 0)
    assert shown.startswith(article.title[:40])
    assert plain.text(view(alone, Focus())).startswith(f" {article.id} ")
    assert press(alone, Focus(), "m").line == f":mark {article.id}"
    assert typed(alone, f":mark {article.id}")[0].marks == typed(alone, ":mark")[0].marks == (article.id,)
    closed, shown = typed(alone, ":close")
    assert (closed, shown) == (session, "")
    read, _ = typed(asked, ":down", f":open {article.id}")
    assert "match 1 of" in typed(read, ":match")[1]
    assert typed(read, ":article")[0].cursor == 3
    assert typed(read, ":close")[1].startswith("▸  2  20")


def test_a_citation_is_in_french_and_in_bibtex_and_can_be_copied(session: Session) -> None:
    session, _ = typed(session, "securite", ":down")
    article = session.result(2).article
    after, reply = step(session, ":cite")
    assert after == session
    assert reply.copied.startswith(("« ", article.authors[0] if article.authors else "« "))
    assert f"« {article.title} »" in reply.copied
    assert f"@article{{{article.id}," in typed(session, ":citer 2")[1]
    read, _ = typed(session, "3")
    assert typed(read, ":cite")[1] == typed(session, ":cite 3")[1]


def test_raw_is_the_article_as_it_was_in_its_file(session: Session) -> None:
    session, _ = typed(session, "securite")
    after, shown = typed(session, ":brut 1")
    assert after == session
    assert session.result(1).article.text.split()[0] in shown
