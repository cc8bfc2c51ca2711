"""Whatever came, changed, moved and went: the stories are those of an index made anew."""

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.duplicates import sketch
from corpus.message import message
from index import layout
from index.build import build
from index.building import kept, stories
from index.building.kept import Kept
from index.engine import Engine
from index.errors import Damaged
from index.storage.catalog import Catalog, IndexedArticle
from index.storage.sketches import Sketched
from index.storage.stories import Printing
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import write_lines
from tests.support.state import state

WIRE = (
    "Le port de Ziguinchor rouvre lundi après trois mois de travaux, a annoncé la capitainerie dans un communiqué. "
    "Deux quais ont été refaits et un bac plus grand reliera la ville à la rive nord, où les maraîchers attendent "
    "depuis le printemps de quoi écouler leurs oignons. Les pêcheurs, eux, demandent une chambre froide, promise par le ministère il y a deux ans."
)
OTHER = (
    "La course cycliste des trois vallées part dimanche de Liège sous la pluie, et le favori de la dernière édition "
    "ne sera pas au départ : une chute à l’entraînement l’a privé de la première étape, selon son équipe, qui "
    "annonce un forfait de deux semaines et un retour au mois de juin."
)
FILES = ("a.jsonl", "b.jsonl", "c/d.jsonl")


def record(wanted: str, story: str, cut: int, day: str, source: str) -> dict[str, object]:
    """Return a record: a part of one of two stories."""
    rest = {"texte": " ".join(story.split()[:cut]), "date": day, "journal": source}
    return {"id": wanted, **rest} if wanted else dict(rest)


RECORDS = st.lists(
    st.builds(
        record,
        st.sampled_from(["", "x", "x", "x-2", "y"]),
        st.sampled_from([WIRE, WIRE, OTHER]),
        st.sampled_from([15, 41, 44, 48, 60]),
        st.sampled_from(["2025-03-03", "2025-03-04", "2025-03-09", ""]),
        st.sampled_from(["L’Écho", "Le Jour", ""]),
    ),
    max_size=4,
)
HISTORIES = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(FILES, RECORDS)), min_size=2, max_size=4
)


def write(folder: Path, contents: dict[str, list[dict[str, object]]]) -> None:
    """Make a folder hold these files and no others; a file that stays as it is keeps its time."""
    for name in FILES:
        path, fresh = folder / name, folder.parent / "fresh"
        path.parent.mkdir(parents=True, exist_ok=True)
        if name not in contents:
            path.unlink(missing_ok=True)
            continue
        write_lines(fresh, contents[name])
        if not path.exists() or path.read_bytes() != fresh.read_bytes():
            fresh.replace(path)


@pytest.mark.long
@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@pytest.mark.parametrize("engine", LOCAL_ENGINES)
@pytest.mark.parametrize("min_articles", [1, kept._MIN_ARTICLES], ids=["columns", "rows"])
@given(HISTORIES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_index_brought_up_to_date_has_the_stories_of_one_made_anew(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    engine: str,
    min_articles: int,
    history: list[dict[str, list[dict[str, object]]]],
) -> None:
    """The sketches are read from files in columns, or, of fewer articles, from the catalog."""
    monkeypatch.setattr(kept, "_MIN_ARTICLES", min_articles)
    shutil.rmtree(tmp_path / "presse", ignore_errors=True)
    home = tmp_path / "presse" / ".manchette"
    for contents in history:
        write(tmp_path / "presse", contents)
        build(home, [tmp_path / "presse"], engine=engine, entities="none")
    updated = state(home)

    build(home, rebuild=True)

    assert state(home) == updated


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_the_articles_of_a_story_are_named_the_fullest_first_then_the_oldest(
    tmp_path: Path, engine: str
) -> None:
    home = tmp_path / ".manchette"
    printed = {
        "cut": (50, 20250303),
        "undated": (60, 0),
        "b-new": (60, 20250304),
        "a-new": (60, 20250304),
        "old": (60, 20250303),
    }
    write_lines(
        tmp_path / "a.jsonl",
        [record(name, WIRE, words, iso(day), name.upper()) for name, (words, day) in printed.items()],
    )
    write_lines(tmp_path / "b.jsonl", [record("alone", OTHER, 60, "2025-03-03", "")])
    build(home, [tmp_path], engine=engine)

    printings = tuple(
        Printing(name, name.upper(), "a.jsonl", printed[name][1])
        for name in ("old", "a-new", "b-new", "undated", "cut")
    )
    assert state(home).stories == dict.fromkeys(printed, printings)


def iso(day: int) -> str:
    return f"{day // 10_000}-{day // 100 % 100:02}-{day % 100:02}" if day else ""


def test_two_stories_are_not_joined_by_an_article_that_prints_both(tmp_path: Path) -> None:
    """It leads the parts that it has whole; when it goes, they are as they were."""
    home, both = tmp_path / ".manchette", tmp_path / "both.jsonl"
    parts = {"port": WIRE, "race": OTHER}
    write_lines(tmp_path / "a.jsonl", [{"id": name, "texte": part} for name, part in parts.items()])
    build(home, [tmp_path])
    alone = state(home).stories

    write_lines(both, [{"id": "both", "texte": f"{WIRE} {OTHER}"}])
    build(home)
    led = state(home).stories
    both.unlink()
    build(home)

    assert (alone, state(home).stories) == ({}, {})
    assert led.keys() == {"both", "port", "race"}
    assert {tuple(one.id for one in printings) for printings in led.values()} == {("both", "port", "race")}


def test_an_update_reads_the_touched_articles_and_those_that_they_may_be_one_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, read, bodies = tmp_path / ".manchette", list[str](), stories.bodies

    def noted(engine: Engine, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        read.extend(ids)
        return bodies(engine, ids)

    monkeypatch.setattr(stories, "bodies", noted)
    pieces = {"o42": (OTHER, 42), "o46": (OTHER, 46), "w42": (WIRE, 42), "w46": (WIRE, 46)}
    write_lines(
        tmp_path / "a.jsonl", [record(name, *piece, "2025-03-03", "") for name, piece in pieces.items()]
    )
    build(home, [tmp_path])
    first, read = sorted(read), []
    build(home)
    nothing, read = read, []
    write_lines(tmp_path / "b.jsonl", [record("w44", WIRE, 44, "2025-03-03", "")])
    build(home)

    assert (first, nothing, sorted(read)) == (list(pieces), [], ["w42", "w44", "w46"])


def test_a_source_that_is_no_unicode_does_no_harm(tmp_path: Path) -> None:
    records = [record(name, WIRE, 60, "", "L’\udce9cho \ud800") for name in "ab"]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), "ascii")
    build(tmp_path / ".manchette", [tmp_path])
    assert set(state(tmp_path / ".manchette").stories) == {"a", "b"}


@pytest.mark.parametrize("changed", [b"cut", "0" * 128, None])
def test_an_index_with_a_sketch_that_changed_is_made_anew(tmp_path: Path, changed: object) -> None:
    home = tmp_path / ".manchette"
    write_lines(tmp_path / "a.jsonl", [record(name, WIRE, 60, "", "") for name in "ab"])
    build(home, [tmp_path])
    with closing(sqlite3.connect(layout.catalog(layout.generation(home, 1)))) as catalog:
        catalog.execute("UPDATE sketches SET sketch = ? WHERE id = 'b'", (changed,))
        catalog.commit()
    write_lines(tmp_path / "b.jsonl", [record("c", WIRE, 60, "", "")])

    assert build(home).damage is not None
    assert set(state(home).stories) == {"a", "b", "c"}


def test_a_sketch_whose_article_is_missing_is_damage(tmp_path: Path) -> None:
    with closing(Catalog.create(tmp_path / "catalog.sqlite")) as catalog:
        for name in "ab":
            catalog.sketches.note(name, Sketched(sketch(WIRE), 20250303, "L’Écho"))
        catalog.note_article(IndexedArticle("a", "a.txt", "0"), b"")
        with pytest.raises(Damaged) as raised:
            stories.content(stories.decide(Kept(catalog).sketches(), {("a", "b"): 1.0}), catalog.sketches)
    assert raised.value.message == message("index.damaged_sketch", id="b")
