"""The lines of the shell that keep something: `:save`, `:run`, `:news`, `:tag`, `:note`, `:undo`."""

import os
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from corpus.records import replace
from index import layout
from search.commandline.opening import open_searcher
from search.notebook import searches, seen
from search.shell.completer import ShellCompleter
from search.shell.current import Current
from search.shell.session import Session
from search.shell.values import Values
from tests.search.shell.replies import failed, typed


@pytest.fixture
def own(mine: Path) -> Session:
    """Return a session on an index of the test's own."""
    return Session(Current(lambda: open_searcher(mine), mine))


def test_a_query_is_saved_with_its_filters_and_run_without_those_of_the_session(
    own: Session, mine: Path
) -> None:
    session, said = typed(own, "sécheresse", ":filter date:2025", ":save Sécheresse en 2025")
    assert said.startswith("saved Sécheresse en 2025 = sécheresse AND date:2025 (")
    session, _ = typed(session, ":drop", "maroc", ":filter place:rabat", ":run secheresse")
    assert session.line == "sécheresse AND date:2025"
    assert session.filters == ()
    assert session.results
    assert f"({session.results.total.count} articles)" in said
    typed(session, ":save onu = ONU OR interpol")
    assert [str(one) for one in searches.read(mine).by_key.values()][1] == "onu = ONU OR interpol"


def test_the_shell_lists_and_forgets_searches(own: Session) -> None:
    session, said = typed(own, ":saved")
    assert said.startswith("no search is saved yet")
    session, said = typed(session, ":save onu = ONU", ":saved")
    assert said.endswith("onu  ONU\n")
    session, said = typed(session, ":saved drop ONU")
    assert said.startswith("dropped the search onu = ONU")
    assert typed(session, ":undo", ":saved")[1].endswith("onu  ONU\n")


def test_news_are_shown_and_then_seen(own: Session, mine: Path) -> None:
    session, said = typed(own, ":save tout = *", ":news")
    assert said == "nothing new\n"
    state = seen.read(mine)
    seen.save(mine, seen.Seen((frozenset(sorted(state.looks[0])[2:]),), state.searches))
    session, said = typed(session, ":news tout")
    assert said.startswith("tout  2 new  *\n")
    article_id = next(
        one for one in session.answers.answer(lambda searcher: searcher.ids()) if one in said.split()
    )
    assert f"id {article_id}" in typed(session, f":open {article_id}")[1]
    assert typed(session, ":news")[1] == "nothing new\n"


def test_articles_are_tagged_by_rank_by_marks_and_by_id(own: Session) -> None:
    session, _ = typed(own, "sécheresse")
    second, third = (session.result(rank).article.id for rank in (2, 3))
    _, said = typed(session, ":tag 1,2 à citer, vu")
    assert said.startswith("à citer, vu: 2 articles")
    marked = replace(session, marks=(second, third))
    assert typed(marked, ":tag marks procès")[1].startswith("procès: 2 articles")
    assert typed(session, f":tag {third} vu")[1].startswith("vu: 1 article")
    _, said = typed(session, ":tags")
    assert [row.split(None, 1) for row in said.splitlines()] == [
        ["3", "vu"],
        ["2", "à citer"],
        ["2", "procès"],
    ]
    typed(session, ":tag 1 -vu,à citer")
    found, _ = typed(session, "tag:citer")
    assert found.results
    assert [result.article.id for result in found.results.results] == [second]
    assert found.results.results[0].kept.tags == ("à citer", "vu", "procès")


def test_a_note_is_written_and_read(own: Session) -> None:
    session, _ = typed(own, "sécheresse", ":note 1 Vérifier le nom.")
    assert typed(session, ":note 1")[1].endswith("note  Vérifier le nom.\n")
    assert "note  Vérifier le nom." in typed(session, "sécheresse", ":open 1")[1]
    assert typed(session, ":note 2")[1].endswith("no tag, no note\n")


def test_an_edit_in_an_editor_is_seen_at_the_next_line(own: Session, mine: Path) -> None:
    session, _ = typed(own, "sécheresse", ":tag 1 vu")
    file = layout.notes(mine)
    file.write_text(file.read_text("utf-8").replace("tags: vu", "tags: procès"), "utf-8")
    os.utime(file, ns=(1, 1))
    after, _ = typed(session, "tag:procès")
    assert after.results
    assert after.results.total.count == 1
    file.unlink()
    after, _ = typed(session, "tag:*")
    assert after.results
    assert after.results.total.count == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":save", ":save takes a name"),
        (":save = eau", ":save takes a name"),
        (":save a = (", "parenthesis"),
        (":saved foo", ":saved stands alone"),
        (":saved drop zzz", "no search is saved yet"),
        (":run", ":run takes the name"),
        (":run zzz", "no search is saved yet"),
        (":tag", ":tag takes an article and a tag"),
        (":tag 1", ":tag takes an article and a tag"),
        (":tag marks vu", "no article is marked"),
        (":tag absent vu", "absent"),
        (":note", ":note takes an article and a text"),
        (":note 999 vu", "there is no answer yet"),
        (":tags vu", ":tags takes nothing after it"),
        (":undo vu", ":undo takes nothing after it"),
        (":undo", "nothing to undo"),
        (":open caf\udce9", "or an id"),
        (":open absent", "or an id"),
    ],
)
def test_a_line_that_cannot_be_done_says_what_to_type(line: str, said: str, own: Session) -> None:
    assert said in failed(own, line)


def test_a_name_that_is_not_known_is_answered_with_the_near_ones(own: Session) -> None:
    session, _ = typed(own, ":save climat = climat")
    assert "did you mean climat?" in failed(session, ":run clmat")
    assert ":saved lists them" in failed(session, ":run zzz")


def test_nothing_is_saved_before_a_query(own: Session) -> None:
    assert ":save climat = WORDS" in failed(own, ":save climat")


def test_tab_offers_the_tags_and_the_saved_searches_as_they_are_now(own: Session, mine: Path) -> None:
    values = Values(lambda: open_searcher(mine))
    values.load().join()
    session, _ = typed(
        own, "sécheresse", ":tag 1,2 à citer", ":tag 1 procès, cité", ":save Le climat = climat"
    )
    completer = ShellCompleter(lambda: session, values)

    def offered(line: str) -> list[str]:
        asked = completer.get_completions(Document(line), CompleteEvent(completion_requested=True))
        return [line[: len(line) + one.start_position] + one.text for one in asked]

    assert offered("tag:cit") == ['tag:"à citer"', 'tag:"cité"']
    assert offered("eau étiquette:pro") == ['eau étiquette:"procès"']
    assert offered(":filter tag:pro") == [':filter tag:"procès"']
    assert offered(":tag 3 vu, pro") == [":tag 3 vu, procès"]
    assert offered(":tag 3 -cit") == [":tag 3 -à citer", ":tag 3 -cité"]
    assert offered(":tag 3") == []
    assert offered(":run cli") == [":run Le climat"]
    assert offered(":saved drop le") == [":saved drop Le climat"]
    layout.searches(mine).unlink()
    layout.searches(mine).mkdir()
    assert offered(":run cli") == []
