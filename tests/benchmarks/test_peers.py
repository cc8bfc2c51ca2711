"""Each system answers what it says that it answers, and an update is seen."""

from pathlib import Path

import pytest

from tests.benchmarks import articles, systems
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import SYSTEMS, System
from tests.relevance.peers import missing

TITLES = (
    "Le marché couvert de Dakar rouvre",
    "Une grève des transports à Bamako",
    "La récolte de mil est bonne",
)

ASKED = {
    Kind.WORD: "marché",
    Kind.WORDS: "dakar marché rouvre",
    Kind.PHRASE: "marché couvert",
    Kind.WILDCARD: "couve",
    Kind.FUZZY: "maeché",
    Kind.FACETS: "marché",
    Kind.PAGE: "dakar marché rouvre",
    Kind.WHOLE_WORD: "marché",
    Kind.WHOLE_WORDS: "dakar marché rouvre",
}

LACKS = {
    "fts5": {Kind.FUZZY, Kind.FACETS, Kind.WHOLE_WORD, Kind.WHOLE_WORDS},
    "xapian": {Kind.FUZZY, Kind.FACETS, Kind.WHOLE_WORD, Kind.WHOLE_WORDS},
}


def record(number: int, title: str) -> articles.Record:
    return {"id": f"a{number}", "title": title, "heading": "", "text": f"{title}, a-t-on appris lundi.",
            "date": "2025-03-12", "source": "Le Phare, du Sahel", "category": None, "author": "AFP",
            "person": ["Awa Ndiaye"], "org": [], "place": ["Dakar", "Thiès"]}  # fmt: skip


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_a_system_answers_the_kinds_that_it_has(system: System, tmp_path: Path) -> None:
    if system.peer and (advice := missing(system.peer)):
        pytest.skip(advice)
    articles.write(tmp_path / "a.jsonl", (record(number, title) for number, title in enumerate(TITLES)))
    systems.build(system, tmp_path / "a.jsonl", tmp_path / "index")
    answers = systems.opened(system, tmp_path / "index")
    assert set(answers) == set(Kind) - LACKS.get(system.peer, set())
    assert {kind: answer(ASKED[Kind(kind)]) for kind, answer in answers.items()} == dict.fromkeys(answers, 1)
    assert {answers[kind]("introuvable") for kind in (Kind.WORD, Kind.WILDCARD, Kind.PHRASE)} == {0}

    articles.write(tmp_path / "b.jsonl", [record(9, "Un autre marché couvert rouvre à Dakar")])
    systems.build(system, tmp_path / "b.jsonl", tmp_path / "index")
    answers = systems.opened(system, tmp_path / "index")
    assert {kind: answer(ASKED[Kind(kind)]) for kind, answer in answers.items()} == dict.fromkeys(answers, 2)
