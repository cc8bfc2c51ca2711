"""The study of an answer in the shell: similar articles, companions, two answers compared."""

from pathlib import Path

import pytest

from corpus.records import replace
from index.engine import Sort
from search.commandline.opening import open_searcher
from search.shell.current import Current
from search.shell.session import Screen, Session
from tests.search.shell.replies import typed


@pytest.fixture(scope="module")
def press(home: Path) -> Session:
    return Session(Current(lambda: open_searcher(home), home), screen=Screen(columns=80, rows=9))


def test_similar_articles_are_an_answer_whose_numbers_open(press: Session) -> None:
    session, _ = typed(press, "marché", ":sort newest")
    first = session.result(1).article
    session, shown = typed(session, ":similar 1")
    assert (session.line, session.sort, session.starts) == (f"like:{first.id}", Sort.RELEVANCE, (0,))
    assert f"like “{first.title[:30]}" in " ".join(shown.split())
    assert session.results
    assert first.id not in {result.article.id for result in session.results.results}
    second = session.result(2).article
    _, opened = typed(session, "2")
    assert second.title[:40] in " ".join(opened.split())
    by_id, _ = typed(press, f":si {first.id}")
    assert by_id.line == session.line
    low = replace(press, screen=Screen(80, 9))
    next_page, _ = typed(low, f":similar {first.id}", "")
    assert next_page.starts[-1] > 0


def test_companions_are_those_of_the_line_or_of_the_last_query_with_its_filters(press: Session) -> None:
    session, _ = typed(press, "sécurité", ":filter date:2025")
    session, shown = typed(session, ":companions")
    assert shown.startswith("sécurité [date:2025] · ")
    assert session.results
    assert f"· {session.results.total.count} articles of " in shown
    after, shown = typed(session, ":co marché")
    assert shown.startswith("marché [date:2025] · ")
    assert (after.line, after.filters) == (session.line, session.filters)


def test_two_answers_are_compared(press: Session) -> None:
    for line in (":compare sécurité ; marché", ":cm sécurité | marché"):
        _, shown = typed(press, line)
        assert "sécurité · " in shown
        assert "marché · " in shown


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":similar", "similar to which article?"),
        (":similar 3", "3"),
        (":similar nobody", "there is no article"),
        (":companions", "companions of which query?"),
        (":compare", "compare what?"),
        (":compare marché ;", "compare what?"),
        (":companions (", "parenthesis"),
    ],
)
def test_a_line_that_asks_nothing_says_what_to_type(press: Session, line: str, said: str) -> None:
    after, shown = typed(press, line)
    assert said in " ".join(shown.split())
    assert after == press
