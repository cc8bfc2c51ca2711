"""Each system answers what it says that it answers, and an update is seen."""

from pathlib import Path

import pytest

from tests.benchmarks import articles, systems
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import ON_CLUSTER, SYSTEMS, System
from tests.relevance.peers import missing

TITLES = (
    "Le marché couvert de Dakar rouvre",
    "Une grève des transports à Bamako",
    "La récolte de mil est bonne",
)

ASKED = {
    Kind.WORD: "marché",
    Kind.WORDS: "dakar marché rouvre",
    Kind.ANY: "dakar marché introuvable",
    Kind.IDS: "marché",
    Kind.PHRASE: "marché couvert",
    Kind.WILDCARD: "couve",
    Kind.FUZZY: "maeché",
    Kind.FACETS: "marché",
    Kind.FACETS_WORDS: "dakar marché rouvre",
    Kind.FACETS_ANY: "dakar marché introuvable",
    Kind.PAGE: "dakar marché rouvre",
    Kind.WHOLE_WORD: "marché",
    Kind.WHOLE_WORDS: "dakar marché rouvre",
}

OURS_ALONE = {Kind.ANY, Kind.IDS, Kind.FACETS_WORDS, Kind.FACETS_ANY}
LACKS = {
    "tantivy": OURS_ALONE,
    "whoosh": OURS_ALONE,
    "fts5": {*OURS_ALONE, Kind.FUZZY, Kind.FACETS, Kind.WHOLE_WORD, Kind.WHOLE_WORDS},
    "xapian": {*OURS_ALONE, Kind.FUZZY, Kind.FACETS, Kind.WHOLE_WORD, Kind.WHOLE_WORDS},
}

ON_ONE_SHARD = pytest.param(ON_CLUSTER["opensearch"], id="opensearch", marks=pytest.mark.opensearch)


def record(number: int, title: str) -> articles.Record:
    return {"id": f"a{number}", "title": title, "heading": "", "text": f"{title}, a-t-on appris lundi.",
            "date": "2025-03-12", "source": "Le Phare, du Sahel", "category": None, "author": "AFP",
            "person": ["Awa Ndiaye"], "org": [], "place": ["Dakar", "Thiès"]}  # fmt: skip


@pytest.mark.parametrize(
    "system", [*(pytest.param(system, id=name) for name, system in SYSTEMS.items()), ON_ONE_SHARD]
)
def test_a_system_answers_the_kinds_that_it_has(
    system: System, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if system.peer and (advice := missing(system.peer)):
        pytest.skip(advice)
    if system.shards:
        request.getfixturevalue("archives")
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
