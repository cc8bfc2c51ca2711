"""A page and what is done with it: values picked by a letter, the page again, where values are counted."""

import pytest

from corpus.records import replace
from index.names.aliases import Name
from search.messages import say
from search.shell.session import RESERVED_ROWS, Screen, Session
from search.shell.step import step
from tests.search.shell.replies import failed, typed


def filters(session: Session) -> list[str]:
    return list(map(str, session.filters))


def test_a_letter_keeps_a_value_and_lets_it_go_when_it_is_typed_once_more(session: Session) -> None:
    session, _ = typed(session, "securite")
    assert session.choices[0] == Name("person", "Ingrid Solheim")
    session, shown = typed(session, "a")
    assert filters(session) == ['person:"Ingrid Solheim"']
    assert "a ✓Ingrid Solheim 3" in shown
    assert shown.startswith('3 articles · by relevance · person:"Ingrid Solheim"\n')
    session, _ = typed(session, "a")
    assert filters(session) == []


def test_a_letter_with_a_minus_leaves_a_value_out(session: Session) -> None:
    session, _ = typed(session, "securite", "-a")
    assert filters(session) == ['-person:"Ingrid Solheim"']
    assert "Ingrid Solheim" not in {name.text for name in session.choices}
    shown = replace(session, choices=(Name("person", "Ingrid Solheim"),))
    assert filters(typed(shown, "a")[0]) == ['person:"Ingrid Solheim"']
    assert filters(typed(shown, "-a")[0]) == []


def test_a_letter_is_a_query_where_no_page_gives_it_a_value(session: Session) -> None:
    assert typed(session, "a")[0].line == "a"
    session, _ = typed(session, "securite")
    assert typed(session, "z")[0].line == "z"
    assert typed(session, "q")[0].line == "q"
    assert typed(session, ":facets person", "a")[0].filters
    assert typed(session, ":help", "a")[0].filters
    assert typed(session, "(", "a")[0].filters
    assert typed(session, "introuvablement", "a")[0].line == "a"
    assert typed(session, ":browse", "a")[0].line == "a"
    assert typed(session, ":browse", ":sort newest", ":close", "a")[0].filters


def test_the_page_is_shown_again_and_nothing_is_asked(session: Session) -> None:
    assert "type words" in typed(session, ":results")[1]
    session, page = typed(session, "securite", ":filter place:rabat")
    silent = replace(session, answers=None)
    assert typed(silent, ":results")[1] == page
    assert typed(silent, ":r")[1] == page
    assert typed(silent, ":results") == (silent, page)
    low, reply = step(replace(silent, screen=Screen(60, 12)), ":r")
    assert len(reply.lines) <= 12 - RESERVED_ROWS
    assert low.results is not None
    assert ":results takes nothing" in failed(session, ":results 2")


def test_values_are_counted_in_the_answer_or_in_the_corpus(session: Session) -> None:
    session, answer = typed(session, "securite")
    assert "in the answer: a keeps" in answer
    session, corpus = typed(session, ":counts corpus")
    assert "in all articles: a keeps" in corpus
    assert corpus.splitlines()[:3] == answer.splitlines()[:3]
    values = {bucket.value: bucket.count for bucket in session.around.facets["person"]}
    every = typed(session, "*", ":facets person")[1]
    assert f"{next(iter(values))} " in every
    assert max(values.values()) > 3
    assert typed(session, ":counts réponse")[1] == answer
    assert "counted in all articles" in failed(session, ":counts")
    assert "type words" in typed(replace(session, results=None), ":ct answer")[1]


@pytest.mark.parametrize("line", ["quit", "exit", "q", "quitter", "Quit"])
def test_a_word_by_which_people_leave_elsewhere_is_a_query_with_a_hint(session: Session, line: str) -> None:
    asked, reply = step(session, line)
    assert asked.line == line
    assert not reply.leave
    assert typed(session, line)[1].endswith(f"{say('shell.to_leave')}\n")


@pytest.mark.parametrize("line", ["help", "aide"])
def test_a_word_by_which_people_ask_for_help_is_a_query_with_a_hint(session: Session, line: str) -> None:
    assert typed(session, line)[1].endswith("type :help.\n")


def test_a_page_with_a_note_is_no_higher_than_the_screen(session: Session) -> None:
    for rows in (10, 15, 24, 40):
        _, reply = step(replace(session, screen=Screen(80, rows)), "aide")
        assert len(reply.lines) <= rows - RESERVED_ROWS


def test_a_plain_screen_has_numbers_for_bars(session: Session) -> None:
    shown = typed(replace(session, screen=Screen(80, 24, plain=True)), "securite")[1]
    assert "per quarter, %: 2024-Q1\u00a0" in shown
    assert "█" not in shown


def test_what_an_answer_offers_is_taken_by_yes_and_never_imposed(session: Session) -> None:
    session, shown = typed(session, "abidjn")
    assert "Did you mean" in shown
    assert ":yes searches for it.\n" in shown
    assert session.line == "abidjn"
    taken, page = typed(session, ":oui")
    assert taken.line == session.offered
    assert "Did you mean" not in page
    assert page == typed(session, session.offered)[1] == typed(session, ":y")[1]
    assert "nothing is offered" in typed(taken, ":yes")[1]
    assert "nothing is offered" in typed(session, "securite", ":yes")[1]
