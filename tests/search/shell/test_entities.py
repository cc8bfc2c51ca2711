"""Entities in the shell: numbered tables, pages, and names that are merged, dropped and split."""

from pathlib import Path

import pytest

from search.render import plain
from search.render.lines import Style
from search.shell.current import Current
from search.shell.session import Reply, Session
from search.shell.step import step
from tests.support.naming import curator, make


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("press"))


@pytest.fixture
def press(indexed: Path) -> Session:
    (indexed / "aliases.txt").unlink(missing_ok=True)
    return Session(Current(lambda: curator(indexed)._searcher, indexed))


def typed(session: Session, *lines: str) -> tuple[Session, list[str]]:
    """Return the session after some lines, and the rows that the last one showed."""
    reply = Reply()
    for line in lines:
        session, reply = step(session, line)
    return session, [row.rstrip() for row in plain.text(reply.lines).splitlines()]


def failed(session: Session, line: str) -> str:
    after, reply = step(session, line)
    assert after == session
    assert {fragment.style for row in reply.lines for fragment in row} == {Style.ERROR}
    return " ".join(plain.text(reply.lines).split())


def test_the_values_of_a_facet_are_numbered_and_those_of_time_are_not(press: Session) -> None:
    _, rows = typed(press, ":facets org")
    assert [row.split("━")[0].split() for row in rows[1:]] == [
        ["1", "ONR", "3"],
        ["2", "Nations", "rurales", "1"],
    ]
    _, rows = typed(press, ":facets month")
    assert rows[1].startswith("2025-10")


def test_rows_of_the_table_shown_last_are_merged_and_split_again(press: Session) -> None:
    session, before = typed(press, ":facets org")
    session, rows = typed(session, ":merge 2 1")
    assert rows == ["merged ONR into Nations rurales (4 articles); to undo: :entities undo"]
    _, after = typed(session, ":facets org")
    assert after[1].split("━")[0].split() == ["1", "Nations", "rurales", "4"]
    _, rows = typed(session, 'org:"ONR"')
    assert rows[0].startswith("4 articles")
    session, rows = typed(session, ":entités séparer ONR")
    assert rows == ["ONR stands alone (3 articles); to undo: :entities undo"]
    assert typed(session, ":facets org")[1] == before


def test_the_line_that_undoes_an_edit_can_be_typed(press: Session) -> None:
    session, before = typed(press, ":entities")
    for line in (":merge Faisal Shahkar = Faisal Shakar | F. Shahkar", ":e drop place:Lire", ":e drop ONR"):
        session, rows = typed(session, line)
        undo = " ".join(rows).split("to undo: ")[1]
        assert typed(session, ":entities")[1] != before
        session, _ = typed(session, undo)
        assert typed(session, ":entities")[1] == before


def test_a_dropped_value_is_gone_from_facets_and_filters(press: Session) -> None:
    session, _ = typed(press, ":entities place")
    session, rows = typed(session, ":entities drop 2")
    assert rows == ["dropped Rabat (3 articles); to undo: :entities undo"]
    assert not [row for row in typed(session, ":facets place")[1] if "Rabat" in row]
    assert typed(session, "place:rabat")[1][0] == "no article"


def test_a_name_can_be_given_by_several_numbers_or_by_itself(press: Session) -> None:
    session, _ = typed(press, ":entities person")
    assert session.table[0].text == "Faisal Shahkar"
    _, rows = typed(session, ":merge 1 2 3")
    assert rows[0].startswith("merged F. Shahkar, Faisal Shakar into Faisal Shahkar (3 articles)")
    _, rows = typed(session, ':entities split "F. Shahkar" | Faisal Shakar')
    assert [row.split(";")[0] for row in rows if "alone" in row] == [
        "F. Shahkar stands alone (1 article)",
        "Faisal Shakar stands alone (1 article)",
    ]


@pytest.mark.parametrize("line", [":entity 1", ":en onr", ":entities show org:ONR", ":entities show 1"])
def test_the_page_of_an_entity_is_shown(press: Session, line: str) -> None:
    session, _ = typed(press, ":facets org")
    _, rows = typed(session, line)
    assert rows[0] == "ONR"
    assert rows[1] == "org · 3 articles, 2025-10-01 to 2025-11-02"


def test_entities_are_listed_with_the_names_merged_into_them(press: Session) -> None:
    session, _ = typed(press, ":merge Nations rurales = ONR")
    session, rows = typed(session, ":entities")
    assert rows[0].split() == ["1", "org", "Nations", "rurales", "4", "ONR"]
    assert rows[-2:] == ["decided by you, in aliases.txt", "  Nations rurales = ONR"]
    assert len(session.table) == len(rows) - 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":merge 1 2", "no numbered table was shown yet: type :entities"),
        (":entity 3", "no numbered table was shown yet: type :entities"),
        (":entity", "type its number"),
        (":merge ONR", "type :merge 1 2"),
        (":merge = ONR", "type :merge 1 2"),
        (":entities drop", "type its number"),
        (":entities colour", "type one of person, org, place"),
        (":entity Shahkr", 'did you mean "Faisal Shahkar" (person)'),
        (":merge ONR = Rabbat", 'did you mean "Rabat" (place)'),
    ],
)
def test_an_error_says_what_to_type_and_changes_nothing(
    press: Session, indexed: Path, line: str, said: str
) -> None:
    assert said in failed(press, line)
    assert not (indexed / "aliases.txt").exists()


def test_a_number_that_the_table_does_not_have_is_reported(press: Session) -> None:
    session, _ = typed(press, ":facets org")
    assert "has 2 rows" in failed(session, ":merge 1 3")
    assert "has 2 rows" in failed(session, ":entity 0")


def test_an_edit_by_hand_is_followed_at_the_next_line(press: Session, indexed: Path) -> None:
    session, _ = typed(press, ":facets org")
    (indexed / "aliases.txt").write_text("Nations rurales = ONR\n")
    assert typed(session, ":facets org")[1][1].split("━")[0].split() == ["1", "Nations", "rurales", "4"]


def test_undo_takes_no_name_and_changes_nothing_where_one_is_typed(press: Session) -> None:
    session, _ = typed(press, ":e drop ONR")

    assert failed(session, ":entities undo ONR") == (
        'undo takes back the last change, whatever its name: type :entities undo, without "ONR"'
    )
    assert typed(session, ":entities org")[1][-1] == "  !ONR"


def test_advice_on_names_is_a_line_of_the_shell(press: Session) -> None:
    assert failed(press, ":entity zzz").endswith(":entities shows the names")
    session, _ = typed(press, ":e drop ONR")
    assert failed(session, ":entity ONR").endswith(':entities split "ONR" takes it back')
