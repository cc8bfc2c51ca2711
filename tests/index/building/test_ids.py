"""Whatever came, changed, moved and went: an index that was brought up to date is the one that is made anew."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.build import build
from index.opening import open_catalog
from index.storage.catalog import Catalog, IndexedArticle
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import write_lines
from tests.support.state import state

TEXTS = (
    "Abdellatif Hammouchi a inauguré le port de Rabat.",
    "Hammouchi est attendu lundi à Tunis, dit l’Organisation des Nations unies (ONU).",
    "Le marché de Rabat rouvre demain, selon l’ONU.",
)
FILES = ("001.txt", "002.txt", "016.txt", "a.jsonl", "b/c.jsonl")
RECORDS = st.lists(
    st.builds(
        lambda wanted, text: {"id": wanted, "texte": text} if wanted else {"texte": text},
        st.sampled_from(["", "x", "x", "x-2", "x-2-2", "x-3", "y"]),
        st.sampled_from(TEXTS),
    ),
    max_size=4,
)
CONTENTS = st.fixed_dictionaries(
    {},
    optional={
        name: RECORDS if name.endswith(".jsonl") else st.sampled_from([*TEXTS, TEXTS[0]]) for name in FILES
    },
)
HISTORIES = st.lists(CONTENTS, min_size=2, max_size=4)


def write(folder: Path, contents: dict[str, object]) -> None:
    """Make a folder hold these files and no others; a file that stays as it is keeps its time."""
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = folder.parent / "fresh"
        match contents.get(name):
            case None:
                path.unlink(missing_ok=True)
                continue
            case list(records):
                write_lines(fresh, records)
            case text:
                fresh.write_text(f"{text}\n", "utf-8")
        if not path.exists() or path.read_bytes() != fresh.read_bytes():
            fresh.replace(path)


@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@pytest.mark.parametrize("engine", LOCAL_ENGINES)
@given(HISTORIES)
@example(
    [
        {"a.jsonl": [{"id": "x", "texte": TEXTS[0]}, {"id": "x-2", "texte": TEXTS[1]}]},
        {"001.txt": TEXTS[0], "a.jsonl": [{"id": "x", "texte": TEXTS[1]}], "b/c.jsonl": [{"id": "x", "texte": TEXTS[1]}]},
    ]
)  # fmt: skip
@example([{"002.txt": TEXTS[0]}, {"001.txt": TEXTS[0], "002.txt": TEXTS[0]}, {"002.txt": TEXTS[0]}])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_index_brought_up_to_date_is_the_one_made_anew(
    tmp_path: Path, engine: str, history: list[dict[str, object]]
) -> None:
    shutil.rmtree(tmp_path / "presse", ignore_errors=True)
    for contents in history:
        write(tmp_path / "presse", contents)
        build(tmp_path / "presse" / ".manchette", [tmp_path / "presse"], engine=engine)
    updated, records = state(tmp_path / "presse" / ".manchette"), claimed(tmp_path / "presse" / ".manchette")

    build(tmp_path / "presse" / ".manchette", rebuild=True)

    assert state(tmp_path / "presse" / ".manchette") == updated
    assert claimed(tmp_path / "presse" / ".manchette") == records


def claimed(home: Path) -> set[IndexedArticle]:
    """Return what the catalog says of each article: its number in its file, its digest, the id that it wanted."""
    catalog = open_catalog(home)
    try:
        return {record for path in catalog.files() for record in catalog.records(path).values()}
    finally:
        catalog.close()


def by_path(home: Path) -> dict[str, list[str]]:
    """Return the ids of the articles of each file, in the order of the file."""
    catalog = open_catalog(home)
    try:
        return {
            path: sorted(catalog.records(path), key=lambda each: catalog.records(path)[each].number)
            for path in catalog.files()
        }
    finally:
        catalog.close()


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
class TestTwins:
    """Files of the same bytes, and records of one id."""

    def test_the_first_of_the_paths_has_the_id_whatever_came_first(self, tmp_path: Path, engine: str) -> None:
        home = tmp_path / ".manchette"
        write(tmp_path, {"002.txt": TEXTS[0], "016.txt": TEXTS[0]})
        build(home, [tmp_path], engine=engine)
        [own] = by_path(home)["002.txt"]
        assert by_path(home) == {"002.txt": [own], "016.txt": [f"{own}-2"]}

        write(tmp_path, {"016.txt": TEXTS[0]})
        build(home)
        assert by_path(home) == {"016.txt": [own]}

        write(tmp_path, {"001.txt": TEXTS[0], "002.txt": TEXTS[0], "016.txt": TEXTS[0]})
        build(home)
        assert by_path(home) == {"001.txt": [own], "002.txt": [f"{own}-2"], "016.txt": [f"{own}-3"]}

    def test_a_record_before_its_namesakes_in_another_file_moves_their_numbers(
        self, tmp_path: Path, engine: str
    ) -> None:
        home = tmp_path / ".manchette"
        twins = [{"id": "x", "texte": text} for text in TEXTS]
        write(tmp_path, {"b/c.jsonl": twins})
        build(home, [tmp_path], engine=engine)

        write(tmp_path, {"a.jsonl": twins[:1], "b/c.jsonl": twins})
        report = build(home)

        assert by_path(home) == {"a.jsonl": ["x"], "b/c.jsonl": ["x-2", "x-3", "x-4"]}
        assert (report.added, report.changed, report.removed, report.unchanged) == (1, 0, 0, 3)


def test_an_id_that_all_articles_want_is_looked_for_once_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = Catalog.find

    def counted(catalog: Catalog, wanted: str) -> IndexedArticle | None:
        asked.append(wanted)
        return find(catalog, wanted)

    monkeypatch.setattr(Catalog, "find", counted)
    records: list[dict[str, object]] = [
        {"id": "x", "texte": f"Le port {number} rouvre."} for number in range(50)
    ]
    write_lines(tmp_path / "a.jsonl", records)
    build(tmp_path / ".manchette", [tmp_path], jobs=1)
    assert len(asked) <= 3 * len(records)
