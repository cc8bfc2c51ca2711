"""The cursor in the list of results, and the scrolling of the open article, by lines alone."""

import pytest

from corpus.records import replace
from search.searcher import Page
from search.shell.cursor import window
from search.shell.session import Screen, Session
from tests.search.shell.replies import failed, typed


def test_down_and_up_move_the_cursor_and_show_its_result(session: Session) -> None:
    session, _ = typed(session, "securite")
    assert session.cursor == 1
    session, shown = typed(session, ":down")
    assert session.cursor == 2
    assert shown.startswith("▸  2  20")
    session, _ = typed(session, ":down 3", ":up")
    assert session.cursor == 4
    assert typed(session, ":bas 2")[0].cursor == 6
    assert typed(session, ":up page")[0].cursor == 1


def test_the_cursor_stops_at_the_ends_and_says_so(session: Session) -> None:
    session, _ = typed(session, "*", ":down fin")
    assert session.results
    assert session.cursor == session.results.last == session.results.stories
    assert "last result" in typed(session, ":down")[1]
    assert typed(session, ":down")[0] == session
    session, _ = typed(session, ":up end")
    assert session.cursor == 1
    assert "first result" in typed(session, ":up")[1]


@pytest.mark.parametrize(
    ("line", "said"),
    [(":down", "type words to search"), (":down deux", "type for instance :down 5"), (":up 1.5", ":up 5")],
)
def test_a_distance_is_a_number_of_rows(session: Session, line: str, said: str) -> None:
    assert said in failed(session, line)


def test_nothing_found_is_nothing_to_go_through(session: Session) -> None:
    session, _ = typed(session, "introuvablement")
    assert session.cursor == 0
    assert "no article" in typed(session, ":down")[1]


def test_the_results_around_the_cursor_are_known_and_read_once(session: Session) -> None:
    asked: list[Page] = []
    session, _ = typed(replace(session, screen=Screen(80, 12)), "*", ":browse")
    search = session.answers.search

    def counting(line: str, page: Page) -> object:
        asked.append(page)
        return search(line, page)

    session.answers.search = counting  # type: ignore[method-assign, assignment] # it counts the questions
    for line in [":down"] * 60 + [":up"] * 60:
        session, _ = typed(session, line)
        assert all(session.known[rank].rank == rank for rank in window(session))
    assert session.cursor == 1
    assert 1 <= len(asked) <= 4
    assert not any(page.passages for page in asked)


def test_results_far_from_the_cursor_are_forgotten_and_read_again(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.shell.cursor._KNOWN_BESIDE", 2)
    session, _ = typed(replace(session, screen=Screen(80, 12)), "*", ":browse", ":down end")
    assert set(window(session)) <= session.known.keys()
    assert 1 not in session.known
    assert session.result(1).rank == 1
    session, _ = typed(session, ":up end")
    assert set(window(session)) <= session.known.keys()
    assert session.known.keys() <= set(range(1, window(session).stop + 2))


def test_browsing_is_refused_where_the_terminal_is_plain(session: Session) -> None:
    plain = replace(session, screen=Screen(plain=True))
    assert "line by line" in failed(plain, ":browse")
    assert typed(session, ":browse")[0].browsing
    assert ":browse takes nothing" in failed(session, ":browse 3")


def test_browsing_before_a_query_shows_every_article(session: Session) -> None:
    session, _ = typed(session, ":parcourir")
    assert session.results
    assert session.results.total.count == 71


def test_closing_the_full_screen_shows_the_page_of_the_cursor(session: Session) -> None:
    session, _ = typed(session, "*", ":browse", ":down 20", ":close")
    assert not session.browsing
    assert session.results
    assert session.results.results[0].rank == session.cursor == 21
    assert typed(session, ":prev")[0].cursor == 1


def test_the_open_article_scrolls_by_rows_and_pages_between_its_ends(session: Session) -> None:
    session, _ = typed(replace(session, screen=Screen(60, 8)), "securite", "1", ":down 2")
    assert session.opened
    assert session.opened.top == 2
    session, shown = typed(session, ":down page")
    assert session.opened
    assert session.opened.top == 7
    assert len(shown.splitlines()) == 6
    end, _ = typed(session, ":down end")
    assert "end of the article" in typed(end, ":down")[1]
    start, _ = typed(end, ":up fin")
    assert start.opened
    assert start.opened.top == 0
    assert "start of the article" in typed(start, ":up")[1]
    assert end.cursor == start.cursor == 1
