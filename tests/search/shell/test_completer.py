"""What Tab offers, without a terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from corpus.records import replace
from search.commandline.face import Answer
from search.commandline.opening import open_searcher
from search.commands.study.entities import ACTIONS
from search.counts.facets import Bucket
from search.entities.curator import Curator
from search.language import parse
from search.messages import Language, speaking
from search.planning.kept import NO_NOTES, Notes
from search.results import Results
from search.searcher import Page, Searcher
from search.shell.commands import COMMANDS
from search.shell.completer import ShellCompleter
from search.shell.session import Session
from search.shell.values import Values

PERSONS = (
    Bucket("Fatima Zahra Oulhaj", 6),
    Bucket("Abdelouafi Laftit", 4),
    Bucket("Aïssatou N'Diaye", 3),
    Bucket('Le "Che" Guevara*', 1),
)
SOURCES = (Bucket("L’Équipe News", 9), Bucket("Rouge \x1b[31m", 1))
DATES = (Bucket("2025-10", 2), Bucket("2025-11", 9), Bucket("none", 1))


class Facets:
    """An index of which only the values are asked."""

    home = Path("absent")
    notes: Notes = NO_NOTES

    def search(self, _: str, __: Page = Page()) -> Results:
        raise AssertionError("completion asks values alone")

    def answer(self, _: Callable[[Searcher], Answer]) -> Answer:
        raise AssertionError("completion asks values alone")

    def curated(self, _: Callable[[Curator], Answer]) -> Answer:
        raise AssertionError("completion asks values alone")

    def values(self, facet: str) -> tuple[Bucket, ...]:
        return {"person": PERSONS, "source": SOURCES, "date": DATES}.get(facet, ())

    def close(self) -> None:
        """Nothing was opened."""


@pytest.fixture
def completer() -> ShellCompleter:
    values = Values(Facets)
    values.load().join()
    session = replace(Session(Facets()), filters=(parse("date:2025"), parse('person:"Abdelouafi Laftit"')))
    return ShellCompleter(lambda: session, values)


def offered(completer: ShellCompleter, line: str) -> list[str]:
    """Return the lines that Tab would make of this one."""
    return [
        line[: len(line) + completion.start_position] + completion.text
        for completion in completer.get_completions(Document(line), CompleteEvent(completion_requested=True))
    ]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("per", ["person:", "personne:"]),
        ("sécurité -jou", ["sécurité -jour:", "sécurité -journal:"]),
        ("person:laf", ['person:"Abdelouafi Laftit"']),
        ("personne:ndia", ['personne:"Aïssatou N\'Diaye"']),
        ("person:aissatou", ['person:"Aïssatou N\'Diaye"']),
        ("maroc personne:fatima zah", ['maroc personne:"Fatima Zahra Oulhaj"']),
        ("person:fatima per", ["person:fatima person:", "person:fatima personne:"]),
        ('maroc person:"Fatima z', ['maroc person:"Fatima Zahra Oulhaj"']),
        ("person:che", ['person:"Le Che Guevara"']),
        ("journal:eq", ['journal:"L’Équipe News"']),
        ("source:rou", ['source:"Rouge ·[31m"']),
        ("date:", ["date:2025-11", "date:2025-10", "date:none"]),
        ("date:2025-1", ["date:2025-11", "date:2025-10"]),
        ("title:mar", []),
        ("sécurité", []),
        (":fi", [":filter "]),
        (
            ":",
            [f":{command.name} " if command.takes else f":{command.name}" for command in COMMANDS],
        ),
        (":counts c", [":counts corpus"]),
        (":filter per", [":filter person:", ":filter personne:"]),
        (":f person:laf", [':f person:"Abdelouafi Laftit"']),
        (':f date:2025 person:"zahra ', [':f date:2025 person:"Fatima Zahra Oulhaj"']),
        (":facets per", [":facets person", ":facets personne"]),
        (":facets t", []),
        (":drop 2", [":drop 2"]),
        (":sort ", [":sort relevance", ":sort newest", ":sort oldest"]),
        (":sort n", [":sort newest"]),
        (":drop ", [":drop 1", ":drop 2", ":drop all"]),
        (":collapse ", [":collapse on", ":collapse off", ":collapse oui", ":collapse non"]),
        (":c of", [":c off"]),
        (":help f", [":help fields"]),
        (":open ", []),
        (
            ":entities ",
            [
                *(f":entities {action}" for action in ACTIONS),
                *(
                    f":entities {field}"
                    for field in ("person", "org", "place", "source", "section", "author")
                ),
            ],
        ),
        (":entities dr", [":entities drop"]),
        (":entities drop laf", [":entities drop Abdelouafi Laftit"]),
        (":entity aissatou", [":entity Aïssatou N'Diaye"]),
        (":entity person:ou", [":entity person:Fatima Zahra Oulhaj"]),
        (":entity place:ou", []),
        (":merge Abdelouafi Laftit = fat", [":merge Abdelouafi Laftit = Fatima Zahra Oulhaj"]),
        (":merge A = B | abdelouafi l", [":merge A = B | Abdelouafi Laftit"]),
        (":nonsense x", []),
    ],
)
def test_tab(completer: ShellCompleter, line: str, lines: list[str]) -> None:
    assert offered(completer, line) == lines


def test_a_file_gets_the_suffix_of_a_format(completer: ShellCompleter) -> None:
    assert ":export manchette.xlsx" in offered(completer, ":export ")
    assert offered(completer, ":export notes.cs") == [
        ":export notes.csv",
        ":export notes.csl.json",
        ":export notes.csljson",
    ]
    assert offered(completer, ":export a.csv person:laf") == [':export a.csv person:"Abdelouafi Laftit"']
    assert ":export marks " not in offered(completer, ":export ")


def test_the_marks_are_offered_where_articles_are_marked() -> None:
    session = replace(Session(Facets()), marks=("one",), line="hausse  des “prix”")
    marked = ShellCompleter(lambda: session, Values(Facets))
    assert offered(marked, ":export m")[0] == ":export marks "
    assert ":export marks hausse-des-prix.ris" in offered(marked, ":export marks ")


def test_fields_are_offered_in_the_language_that_is_spoken(completer: ShellCompleter) -> None:
    with speaking(Language.FRENCH):
        assert ":filtre lieu:" in offered(completer, ":filtre ")
        assert ":filtre place:" not in offered(completer, ":filtre ")


def test_every_field_is_offered_where_a_filter_begins(completer: ShellCompleter) -> None:
    assert ":filter place:" in offered(completer, ":filter ")
    assert ":filter lieu:" not in offered(completer, ":filter ")


def test_the_most_frequent_comes_first_whichever_of_its_words_was_begun() -> None:
    class Three(Facets):
        def values(self, facet: str) -> tuple[Bucket, ...]:
            named = (Bucket("Émile Ndiayé", 9), Bucket("Ndiaye-Kaba", 2), Bucket("Ndiayepar", 1))
            return named if facet == "person" else ()

    values = Values(Three)
    values.load().join()
    shown = ["Émile Ndiayé", "Ndiaye-Kaba", "Ndiayepar"]
    assert [known.value for known in values.like("person", "NDIAY")] == shown


def test_nothing_is_offered_before_the_values_are_read() -> None:
    assert offered(ShellCompleter(lambda: Session(Facets()), Values(Facets)), "person:laf") == []


def test_an_index_that_cannot_be_read_does_not_disturb_the_typing() -> None:
    def opener() -> Facets:
        raise OSError("gone")

    values = Values(opener)
    values.load().join()
    assert list(values.like("person", "a")) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sécurité per", False),
        ("person:l", True),
        (":f", False),
        (":f person:l", True),
        ("", False),
        ('"conseil de', False),
    ],
)
def test_completions_come_unasked_for_values_alone(
    completer: ShellCompleter, line: str, *, expected: bool
) -> None:
    assert completer.expects(line) is expected


def test_what_is_offered_finds_exactly_its_articles(session: Session, home: Path, searcher: Searcher) -> None:
    values = Values(lambda: open_searcher(home))
    values.load().join()
    completer = ShellCompleter(lambda: session, values)
    for facet in ("person", "org", "place", "source", "section", "author", "date"):
        for bucket in searcher.values(facet):
            first = bucket.value.replace("’", " ").split()[-1]
            (line,) = [
                line
                for line in offered(completer, f"{facet}:{first}")
                if line in (f'{facet}:"{bucket.value}"', f"{facet}:{bucket.value}")
            ]
            assert searcher.search(line, Page(limit=0)).total.count == bucket.count, line


def test_every_action_on_entities_is_offered(completer: ShellCompleter) -> None:
    assert {f":entities {action}" for action in ACTIONS} <= set(offered(completer, ":entities "))
    assert offered(completer, ":entities un") == [":entities undo"]
    assert offered(completer, ":entities undo ") == []


def test_the_values_are_read_from_an_index_that_is_closed_again() -> None:
    closed = []

    class Closing(Facets):
        def close(self) -> None:
            closed.append(self)

    Values(Closing).load().join()
    assert len(closed) == 1
