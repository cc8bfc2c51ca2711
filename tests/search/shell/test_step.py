"""The shell without a terminal: what each line replies, and what it leaves behind."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.message import message
from corpus.records import replace
from index.errors import Damaged
from search.commandline.face import Answer
from search.commandline.opening import open_searcher
from search.entities.curator import Curator
from search.render.lines import Style, line_width
from search.results import Results
from search.searcher import Page, Searcher
from search.shell.commands import COMMANDS
from search.shell.current import Current
from search.shell.session import RESERVED_ROWS, Screen, Session
from search.shell.step import step
from tests.search.render.answers import MEETING, PAGE
from tests.search.shell.replies import failed, typed


def test_a_line_is_a_query(session: Session) -> None:
    session, shown = typed(session, "securite")
    assert session.line == "securite"
    assert session.results is not None
    assert shown.startswith(f"{session.results.total.count} articles · by relevance\n2024-01 █")
    assert shown.splitlines()[3].startswith("   1  20")


def test_a_pasted_headline_is_one_line(session: Session) -> None:
    session, _ = typed(session, "  Vingt policières\n belges\tà l’ONU ")
    assert session.line == "Vingt policières belges à l’ONU"


def test_an_empty_line_shows_the_next_page_and_prev_the_one_before(session: Session) -> None:
    session, first = typed(session, "le")
    assert first.startswith("1-14 of ")
    session, second = typed(session, "")
    assert second.startswith("15-28 of ")
    session, again = typed(session, ":prev")
    assert again == first
    assert "first page" in typed(session, ":p")[1]


def test_every_story_is_on_one_page_and_the_last_page_says_so(session: Session) -> None:
    session, _ = typed(session, "*")
    ranks: list[int] = []
    seen: set[str] = set()
    while session.results and session.results.results and len(ranks) < 100:
        for result in session.results.results:
            assert result.article.id not in seen
            ranks.append(result.rank)
            seen |= {result.article.id, *(twin.id for twin in result.duplicates)}
        before = session
        session, shown = typed(session, ":next")
        if session == before:
            break
    assert session.results
    assert (session.results.total.count, len(seen)) == (71, 71)
    assert ranks == list(range(1, session.results.last + 1))
    assert session.results.last < 71
    assert shown.startswith("this was the last page")


def test_an_empty_line_at_the_start_says_what_to_type(session: Session) -> None:
    assert typed(session, "")[1] == "type words to search, or :help\n"


@pytest.mark.parametrize("line", ["2", ":open 2", ":o 2", ":o2", ": open 2", ":O 2", ":ouvrir 2"])
def test_a_number_opens_a_result(session: Session, line: str) -> None:
    session, _ = typed(session, "securite")
    assert session.results is not None
    article = session.results.results[1].article
    after, shown = typed(session, line)
    assert after.opened
    assert (after.opened.rank, after.opened.reading.article, after.cursor) == (2, article, 2)
    assert shown.startswith(article.title[:40])
    assert f"id {article.id}" in shown


def test_a_result_of_another_page_opens_by_its_number(session: Session) -> None:
    further, _ = typed(session, "le", "")
    assert further.results is not None
    article = further.results.results[0].article
    assert f"id {article.id}" in typed(session, "le", "15")[1]
    assert f"id {article.id}" in typed(session, "le", "", ":prev", "", "15")[1]


@pytest.mark.parametrize(
    ("before", "line", "said"),
    [
        ([], "3", "type a query"),
        (["securite"], "99", "type a number from 1 to 10"),
        (["securite"], "0", "type a number from 1 to 10"),
        (["introuvablement"], "1", "no article was found"),
        ([], ":open trois", "type for instance :open 3"),
        ([], ":open", "type for instance :open 3"),
        ([], ":opne 3", "there is no command :opne: did you mean :open?"),
        ([], ":xyz", "type :help"),
        ([], ":next 3", ":next takes nothing after it"),
        ([], ":sort", "relevance, newest or oldest"),
        ([], ":sort date", "relevance, newest or oldest"),
        ([], ":help me", ":help query"),
        ([], ":facets colour", 'there is no facet "colour"'),
        ([], ":filter person:", "person: needs a value"),
        ([":filter date:2025"], ":drop place", "  1  date:2025"),
        ([":filter date:2025"], ":drop 2", "  1  date:2025"),
        ([], "(securite", "  ^"),
        ([], "date:2025-13", "there is no month 13"),
    ],
)
def test_an_error_says_what_to_type(session: Session, before: list[str], line: str, said: str) -> None:
    session, _ = typed(session, *before)
    assert said in failed(session, line)


def test_a_syntax_error_has_its_caret_under_the_culprit(session: Session) -> None:
    lines = failed(session, "sécurité (Maroc").splitlines()
    assert lines[2].index("^") == lines[1].index("(")


def test_facets_stand_beside_the_articles_where_there_is_room_else_below(session: Session) -> None:
    wide = replace(session, screen=Screen(120, 40))
    rows = typed(wide, "securite")[1].splitlines()
    assert "in the answer" in rows[3]
    assert "person" in rows[5]
    below = typed(session, "securite")[1].splitlines()[-3:]
    assert [row.split()[0] for row in below] == ["person", "place", "org"]


@pytest.mark.parametrize(
    "screen", [Screen(80, 24), Screen(120, 40), Screen(40, 12), Screen(200, 60), Screen(20, 5)]
)
@pytest.mark.parametrize(
    "line",
    [
        "*",
        "securite",
        ":help",
        ":help query",
        ":help fields",
        ":help dates",
        ":fa",
        ":e",
        ":en interpol",
        "(",
        ":f date:1999",
    ],
)
def test_a_reply_is_no_wider_than_the_screen(session: Session, screen: Screen, line: str) -> None:
    _, reply = step(replace(session, screen=screen), line)
    assert max(map(line_width, reply.lines)) <= screen.columns


@pytest.mark.parametrize("screen", [Screen(80, 24), Screen(120, 40), Screen(200, 60)])
def test_a_page_is_no_higher_than_the_screen(session: Session, screen: Screen) -> None:
    session, reply = step(replace(session, screen=screen), "*")
    while session.results and session.results.results[-1].rank < session.results.last:
        assert len(reply.lines) <= screen.rows - RESERVED_ROWS
        session, reply = step(session, "")


class Broken:
    """What an index does whose files are gone."""

    home = Path("absent")

    def search(self, _: str, __: Page = Page()) -> Results:
        raise Damaged("index.no_answer", cause="segment 3 is missing", mend=message("mend.check"))

    def answer(self, _: Callable[[Searcher], Answer]) -> Answer:
        raise Damaged("index.no_answer", cause="segment 3 is missing", mend=message("mend.check"))

    def curated(self, _: Callable[[Curator], Answer]) -> Answer:
        raise Damaged("index.no_answer", cause="segment 3 is missing", mend=message("mend.check"))


def test_an_index_that_fails_is_reported_and_the_session_goes_on() -> None:
    assert "manchette check" in failed(Session(Broken()), "securite")


class Nobody(Curator):
    """What knows of an article's text where one name stands."""

    def __init__(self) -> None:
        """Need no index."""

    def spans(self, _: str) -> tuple[tuple[int, int], ...]:
        start = f"{MEETING.title}\n{MEETING.text}".index("Salim")
        return ((start, start + len("Salim Benhaddou")),)


class Unprinted(Searcher):
    """A searcher without an index."""

    def __init__(self) -> None:
        """Need no index."""

    @cached_property
    def printed(self) -> Mapping[str, int]:
        """Nothing was printed."""
        return {}


class Fixed:
    """Answers any line with the same page."""

    home = Path("absent")

    def search(self, _: str, page: Page = Page()) -> Results:
        return replace(PAGE, facets=dict.fromkeys(page.facets, ()))

    def answer(self, ask: Callable[[Searcher], Answer]) -> Answer:
        return ask(Unprinted())

    def curated(self, ask: Callable[[Curator], Answer]) -> Answer:
        return ask(Nobody())


def test_what_was_asked_is_marked_in_an_article() -> None:
    session, _ = step(Session(Fixed()), "securite")
    _, reply = step(session, "1")
    marked = [fragment.text for row in reply.lines for fragment in row if fragment.style is Style.MATCH]
    assert marked == ["sécurité"] * MEETING.text.count("sécurité")
    entities = [fragment.text for row in reply.lines for fragment in row if fragment.style is Style.ENTITY]
    assert entities == ["Salim Benhaddou"]


@pytest.fixture
def writing(mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Return a session whose lines may write: into a copy of the index, and into a folder of their own."""
    (tmp_path / "ici").mkdir()
    monkeypatch.chdir(tmp_path / "ici")
    session, _ = typed(Session(Current(lambda: open_searcher(mine), mine)), "securite", ":mark 1 2")
    return session


ARGUMENTS = st.one_of(
    st.text(max_size=40).filter(lambda text: "/" not in text),
    st.sampled_from(
        [
            "a.csv",
            "a.ris securite",
            "marks b.md",
            "1 procès",
            "1,2 -procès",
            "marks vu",
            "école = port",
            "1",
            "x y",
        ]
    ),
)


@given(line=ARGUMENTS, command=st.sampled_from(["", ":", *(f":{command.name} " for command in COMMANDS)]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_line_breaks_the_shell(writing: Session, tmp_path: Path, line: str, command: str) -> None:
    _, reply = step(writing, command + line)
    assert all(line_width(row) <= 80 for row in reply.lines)
    assert {path.name for path in tmp_path.iterdir()} == {".manchette", "ici"}
