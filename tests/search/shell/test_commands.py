"""The commands of the shell: filters, the order, reprints, facets, help."""

from pathlib import Path

import pytest

from corpus.records import replace
from index.engine import Sort
from search.commandline.opening import open_searcher
from search.language import parse
from search.language.days import check
from search.language.tree import Dates, Word
from search.messages import Language, speaking
from search.render.lines import Style
from search.shell.commands import COMMANDS, TOPICS
from search.shell.current import Current
from search.shell.help import DATES, SYNTAX
from search.shell.session import Session
from search.shell.step import step
from tests.search.shell.replies import failed, typed


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (":aide", ":help"),
        (":aide dates", ":help dates"),
        (":aide Requête", ":help query"),
        (":aide champs", ":help fields"),
        (":filtre", ":filter"),
    ],
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
    assert "   +1\n" in once
    session, every = typed(session, ":collapse off")
    assert session.results
    assert (session.collapsed, session.results.folded) == (False, False)
    assert session.results.last == session.results.total.count
    _, second = (result.article for result in session.results.results[:2])
    assert {twin.id for twin in session.results.results[0].duplicates} == {second.id}
    assert every.splitlines()[3].endswith(" +1")
    assert every.splitlines()[4].endswith(" +1")
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
    assert "\nnames:   Nations unies: also onu\n\nlooked for" in explained
    assert "names:" not in typed(after, ":expliquer =ONU")[1]
    assert typed(after, ":ex ONU")[1].startswith(
        "typed:   ONU\nread as: ONU\nnames:   ONU: also Nations unies\n"
    )
    assert typed(after, ":ex ONU")[0] == after
    assert ":explain" in failed(Session(session.answers), ":explain")
    _, why = typed(after, ":explain 2")
    assert after.results is not None
    assert f"why result 2: {after.results.results[1].article.title[:30]}" in why
    assert "there is no result 999" in failed(after, ":explain 999")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("page", ["", *TOPICS])
def test_a_page_of_the_help_fits_a_screen(session: Session, page: str, language: Language) -> None:
    with speaking(language):
        _, shown = typed(session, f":help {page}")
    assert len(shown.splitlines()) <= 24


def test_a_colon_alone_is_help(session: Session) -> None:
    assert typed(session, ":") == typed(session, ":help")


def test_what_the_help_shows_can_be_typed(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mine.parent)  # an example writes a file
    session = Session(Current(lambda: open_searcher(mine), mine))
    for example, _ in SYNTAX:
        for query in example.split(", "):
            parse(query)
    for example, _ in DATES:
        for expression in example.split(", "):
            check(expression)
    session, _ = typed(session, "securite", ":f date:2025 -place:zanzibar")
    for command in COMMANDS:  # a table is shown before its rows are merged
        if command.name in ("similar", "browse"):  # the last query was another one, of few articles
            session, _ = typed(session, ":drop all", "securite")
        session, reply = step(session, command.example)
        assert Style.ERROR not in {fragment.style for row in reply.lines for fragment in row}


def test_no_two_commands_share_a_name_or_a_short_form() -> None:
    names = [name for command in COMMANDS for name in (command.name, command.short)]
    assert len(names) == len(set(names))


def test_quit_leaves(session: Session) -> None:
    assert step(session, ":q")[1].leave
    assert not step(session, "quit")[1].leave
