"""The shell without a terminal: what each line replies, and what it leaves behind."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.message import message
from index.engine import Sort
from index.errors import Damaged
from search.commandline.face import Answer
from search.commandline.opening import open_searcher
from search.entities.curator import Curator
from search.language import parse
from search.language.days import check
from search.language.tree import Dates, Word
from search.render import plain
from search.render.lines import Style, line_width
from search.results import Results
from search.searcher import Page
from search.shell.commands import COMMANDS, TOPICS
from search.shell.current import Current
from search.shell.help import DATES, SYNTAX
from search.shell.session import RESERVED_ROWS, Reply, Screen, Session
from search.shell.step import step
from tests.search.render.answers import MEETING, PAGE
from tests.search.render.golden import same


def typed(session: Session, *lines: str) -> tuple[Session, str]:
    """Return the session after some lines, and what the last one showed."""
    reply = Reply()
    for line in lines:
        session, reply = step(session, line)
    return session, plain.text(reply.lines)


def failed(session: Session, line: str) -> str:
    """Return the error that a line is answered with; it leaves the session as it was."""
    after, reply = step(session, line)
    assert after == session
    assert {fragment.style for row in reply.lines for fragment in row} == {Style.ERROR}
    return plain.text(reply.lines)


def test_a_line_is_a_query(session: Session) -> None:
    session, shown = typed(session, "securite")
    assert session.line == "securite"
    assert session.results is not None
    assert shown.startswith(f"{session.results.total.count} articles (1 to 3)\n\n  1  20")


def test_a_pasted_headline_is_one_line(session: Session) -> None:
    session, _ = typed(session, "  Vingt policières\n belges\tà l’ONU ")
    assert session.line == "Vingt policières belges à l’ONU"


def test_an_empty_line_shows_the_next_page_and_prev_the_one_before(session: Session) -> None:
    session, first = typed(session, "securite")
    session, second = typed(session, "")
    assert "(4 to " in second
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


@pytest.mark.parametrize(
    ("french", "english"), [(":aide", ":help"), (":aide dates", ":help dates"), (":filtre", ":filter")]
)
def test_a_command_goes_by_its_french_name_as_well(session: Session, french: str, english: str) -> None:
    assert typed(session, french)[1] == typed(session, english)[1]


@pytest.mark.parametrize("bound", ["since lundi dernier", "depuis mars 2020", "until 2019", "avant 2019"])
def test_a_bound_in_days_is_a_filter_of_dates(session: Session, bound: str) -> None:
    session, _ = typed(session, f":filter {bound}")
    assert session.filters == (Dates(bound),)


def test_a_filter_of_words_may_begin_like_a_bound(session: Session) -> None:
    session, _ = typed(session, ":filter avant securite")
    assert session.filters == (Word("avant"), Word("securite"))


def test_an_empty_line_at_the_start_says_what_to_type(session: Session) -> None:
    assert typed(session, "")[1] == "type words to search, or :help\n"


@pytest.mark.parametrize("line", ["2", ":open 2", ":o 2", ":o2", ": open 2", ":O 2", ":ouvrir 2"])
def test_a_number_opens_a_result(session: Session, line: str) -> None:
    session, _ = typed(session, "securite")
    assert session.results is not None
    article = session.results.results[1].article
    after, shown = typed(session, line)
    assert after == session
    assert shown.startswith(article.title[:40])
    assert f"id {article.id}" in shown


def test_a_result_of_another_page_opens_by_its_number(session: Session) -> None:
    further, _ = typed(session, "securite", "")
    assert further.results is not None
    article = further.results.results[0].article
    assert f"id {article.id}" in typed(session, "securite", "4")[1]
    assert f"id {article.id}" in typed(session, "securite", "", ":prev", "", "4")[1]


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
        ([], ":sort", "relevance, newest, oldest"),
        ([], ":sort date", "relevance, newest, oldest"),
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


def test_filters_hold_from_query_to_query_until_dropped(session: Session) -> None:
    session, _ = typed(session, "securite", ":filter date:2025-11")
    assert list(map(str, session.filters)) == ["date:2025-11"]
    assert session.results is not None
    assert {result.article.date and result.article.date.month for result in session.results.results} == {11}
    session, _ = typed(session, "maroc OR mali")
    assert str(session.results and session.results.parsed).endswith("AND date:2025-11")
    session, shown = typed(session, "securite", ":drop")
    assert session.filters == ()
    assert shown == typed(session, "securite")[1]


def test_filters_alone_narrow_every_article(session: Session) -> None:
    session, shown = typed(session, ':filter person:"Salim Benhaddou"')
    assert session.results is not None
    assert 1 < session.results.total.count < 71
    assert all("Salim Benhaddou" in result.article.person for result in session.results.results)
    assert "articles" in shown


def test_filters_are_any_leaf_and_are_not_set_twice(session: Session) -> None:
    session, _ = typed(
        session, ":f personne:benhaddou -place:rabat", ":f person:benhaddou", ":f title:(a OR b)"
    )
    assert list(map(str, session.filters)) == ["person:benhaddou", "-place:rabat", "title:a OR title:b"]
    assert typed(session, ":f")[1].splitlines()[1] == "  2  -place:rabat"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (":drop", ["date:2025", "-place:rabat"]),
        (":drop 1", ["-place:rabat", "org:interpol"]),
        (":d lieu", ["date:2025", "org:interpol"]),
        (":d org:", ["date:2025", "-place:rabat"]),
        (":d all", []),
        (":retirer tout", []),
    ],
)
def test_filters_are_dropped_by_number_by_field_or_all(session: Session, line: str, left: list[str]) -> None:
    session, _ = typed(session, ":f date:2025 -place:rabat org:interpol", line)
    assert list(map(str, session.filters)) == left


def test_filters_that_leave_nothing_say_how_to_let_go(session: Session) -> None:
    _, shown = typed(session, ":filter date:1999")
    assert shown.startswith("no article\n")
    assert ":drop" in shown
    assert "no filter is set" in typed(session, ":drop")[1]
    assert "no filter is set" in typed(session, ":filter")[1]


def test_collapse_answers_again_with_the_reprints_or_without(session: Session) -> None:
    session, once = typed(session, "cinq saisons des pluies")
    assert "also in" in once
    session, every = typed(session, ":collapse off")
    assert session.results
    assert (session.collapsed, session.results.folded) == (False, False)
    assert session.results.last == session.results.total.count
    first, second = (result.article for result in session.results.results[:2])
    assert {twin.id for twin in session.results.results[0].duplicates} == {second.id}
    assert first.id in every
    assert second.id in every
    assert second.path in typed(session, "2")[1]
    session, again = typed(session, ":c on")
    assert (session.collapsed, again) == (True, once)
    assert typed(session, ":regrouper non")[0].collapsed is False


def test_collapse_alone_says_what_it_takes_and_how_it_is(session: Session) -> None:
    assert ":collapse takes on or off: each story is now one result" in failed(session, ":collapse")
    assert "each reprint is now a result" in failed(replace(session, collapsed=False), ":collapse maybe")


def test_sort_answers_again_in_the_other_order(session: Session) -> None:
    session, newest = typed(session, "*", ":sort newest")
    assert session.sort is Sort.NEWEST
    assert typed(session, ":sort anciens")[0].sort is Sort.OLDEST
    assert typed(session, ":s réc")[0].sort is Sort.NEWEST
    assert typed(session, ":sort re")[0].sort is Sort.RELEVANCE
    session, oldest = typed(session, ":s o")
    assert session.results is not None
    dates = [result.article.date for result in session.results.results if result.article.date]
    assert dates == sorted(dates)
    assert newest != oldest


def test_facets_count_what_was_found(session: Session) -> None:
    session, _ = typed(session, ':filter person:"Salim Benhaddou"')
    assert session.results is not None
    rows = typed(session, ":facets personne")[1].splitlines()
    values = dict(row.split(maxsplit=1)[1].rsplit(maxsplit=2)[:2] for row in rows[1:])
    assert int(values["Salim Benhaddou"]) == session.results.total.count
    panel = typed(session, ":facets")[1]
    assert all(f"{facet}\n" in panel for facet in ("person", "org", "place", "date", "source"))


def test_explain_shows_how_a_query_or_the_last_one_is_read(session: Session) -> None:
    assert "type :explain and a query" in failed(session, ":explain")

    session, page = typed(session, "Nations unies sommet")
    assert "\nNations unies: also onu\n" in page
    after, explained = typed(session, ":filter date:2025", ":explain")
    assert explained.startswith(
        "typed:   Nations unies sommet\nread as: Nations unies sommet AND date:2025\n"
    )
    assert "\nnames:   Nations unies: also onu\nasked:" in explained
    assert "names:" not in typed(after, ":expliquer =ONU")[1]
    assert typed(after, ":ex ONU")[1].startswith(
        "typed:   ONU\nread as: ONU\nnames:   ONU: also Nations unies\n"
    )
    assert typed(after, ":ex ONU")[0] == after


def test_facets_stand_beside_the_articles_where_there_is_room_else_below(session: Session) -> None:
    wide = replace(session, screen=Screen(120, 40))
    assert "person" in typed(wide, "securite")[1].splitlines()[2]
    below = typed(session, "securite")[1].splitlines()[-3:]
    assert [row.split()[0] for row in below] == ["person", "place", "date"]


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


@pytest.mark.parametrize("page", ["", *TOPICS])
def test_help(session: Session, page: str) -> None:
    _, shown = typed(session, f":help {page}")
    same(f"help-{page or 'commands'}.txt", shown)
    assert len(shown.splitlines()) <= 24 - RESERVED_ROWS


def test_a_colon_alone_is_help(session: Session) -> None:
    assert typed(session, ":") == typed(session, ":help")


def test_what_the_help_shows_can_be_typed(mine: Path) -> None:
    session = Session(Current(lambda: open_searcher(mine), mine))
    for example, _ in SYNTAX:
        for query in example.split(", "):
            parse(query)
    for example, _ in DATES:
        for expression in example.split(", "):
            check(expression)
    session, _ = typed(session, "securite", ":f date:2025 -place:zanzibar")
    for command in COMMANDS:  # a table is shown before its rows are merged
        session, reply = step(session, command.example)
        assert Style.ERROR not in {fragment.style for row in reply.lines for fragment in row}


def test_no_two_commands_share_a_name_or_a_short_form() -> None:
    names = [name for command in COMMANDS for name in (command.name, command.short)]
    assert len(names) == len(set(names))


def test_quit_leaves(session: Session) -> None:
    assert step(session, ":q")[1].leave
    assert not step(session, "quit")[1].leave


class Broken:
    """What an index does whose files are gone."""

    def search(self, _: str, __: Page = Page()) -> Results:
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


class Fixed:
    """Answers any line with the same page."""

    def search(self, _: str, __: Page = Page()) -> Results:
        return PAGE

    def curated(self, ask: Callable[[Curator], Answer]) -> Answer:
        return ask(Nobody())


def test_what_was_asked_is_marked_in_an_article() -> None:
    session, _ = step(Session(Fixed()), "securite")
    _, reply = step(session, "1")
    marked = [fragment.text for row in reply.lines for fragment in row if fragment.style is Style.MATCH]
    assert marked == ["sécurité"] * MEETING.text.count("sécurité")
    entities = [fragment.text for row in reply.lines for fragment in row if fragment.style is Style.ENTITY]
    assert entities == ["Salim Benhaddou"]


@given(
    st.text(max_size=40),
    st.sampled_from(["", ":", *(f":{command.name} " for command in COMMANDS)]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_line_breaks_the_shell(session: Session, line: str, command: str) -> None:
    _, reply = step(session, command + line)
    assert all(line_width(row) <= 80 for row in reply.lines)
