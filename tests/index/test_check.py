"""Whether an index holds together, whichever engine keeps it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from corpus.message import message
from index import layout
from index.build import build
from index.check import Problem, check
from index.storage import manifest
from index.vectors import renewal
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import write_lines, write_stories


@pytest.fixture(params=LOCAL_ENGINES)
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    write_stories(tmp_path / "presse", range(20))
    build(tmp_path / ".manchette", [tmp_path / "presse"], engine=request.param)
    return tmp_path / ".manchette"


def mended(home: Path, problems: list[Problem]) -> list[Problem]:
    """Return what is wrong after the command that the first problem names."""
    mend = problems[0].mend
    assert mend in (message("mend.index"), message("mend.rebuild"))
    build(home, rebuild=mend == message("mend.rebuild"))
    return list(check(home))


def test_an_index_is_sound_after_every_update(home: Path) -> None:
    press = home.parent / "presse"
    for number in range(20, 26):
        write_stories(press, [number])
        (press / f"{number - 20:04}.txt").unlink()
        build(home)

        assert list(check(home)) == []


def test_a_byte_that_changed_is_reported_with_the_command_that_mends_it(home: Path) -> None:
    write_stories(home.parent / "presse", [30])
    build(home)
    engine = home / "generations" / "1" / "engine"
    largest = max(engine.glob("[!.]*"), key=lambda file: file.stat().st_size)
    content = bytearray(largest.read_bytes())
    content[len(content) // 3] ^= 1
    largest.write_bytes(content)

    problems = list(check(home))

    assert problems
    assert mended(home, problems) == []


def test_a_build_that_changes_nothing_leaves_the_seal_as_it_is(home: Path) -> None:
    seal = (home / "generations" / "1" / "seal.json").read_bytes()
    build(home)

    assert (home / "generations" / "1" / "seal.json").read_bytes() == seal


def test_a_catalog_that_another_process_holds_is_reported_as_such(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text of the error was cut at "type": a problem without words came out, and a line that said nonsense."""
    catalog = layout.catalog(layout.generation(home, 1))
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **options: connect(path, timeout=0.01, **options))
    with closing(connect(catalog)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM rejected")

        [problem] = check(home)

    assert problem == Problem(message("index.catalog_in_use", path=str(catalog)), message("mend.try_again"))


@pytest.mark.parametrize(
    ("part", "mend"),
    [("engine", "mend.rebuild"), ("catalog.sqlite", "mend.rebuild"), ("stories", "mend.index")],
)
def test_what_cannot_be_opened_is_the_only_problem(home: Path, part: str, mend: str) -> None:
    path = layout.generation(home, 1) / part
    path.rename(path.with_name("away"))

    [problem] = check(home)

    assert problem.mend == message(mend)
    assert mended(home, [problem]) == []


def test_changed_stories_are_one_problem_that_the_next_build_mends(home: Path) -> None:
    """They were two, with two things to type."""
    text = "Le port de Ziguinchor rouvre lundi après trois mois de travaux, " * 4
    write_lines(home.parent / "presse" / "twins.jsonl", [{"id": name, "texte": text} for name in ("a", "b")])
    build(home)
    path = layout.stories(layout.generation(home, 1))
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    [problem] = check(home)

    assert (problem.what, problem.mend) == (
        message("index.file_changed", name="stories"),
        message("mend.index"),
    )
    build(home)
    assert list(check(home)) == []


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'{"engine/meta.json": 1}', b"\xff\xfe"])
def test_a_seal_that_is_missing_or_cannot_be_read_is_a_problem(home: Path, content: bytes | None) -> None:
    """An empty one, which a power cut left, blinded the check for good."""
    seal = layout.seal(layout.generation(home, 1))
    seal.unlink()
    if content is not None:
        seal.write_bytes(content)

    [problem] = check(home)

    assert (problem.what.code, problem.mend) == ("index.no_seal", message("mend.rebuild"))
    assert build(home).damage is not None
    assert list(check(home)) == []


def change_byte(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize("damage", [change_byte, lambda _: None, lambda _: b"", lambda content: content[:-7]])
@pytest.mark.parametrize("new", [range(0), range(40, 41)])
def test_a_build_makes_damaged_vectors_anew_and_says_so(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[bytes], bytes | None],
    new: range,
) -> None:
    """A build without a change said that there was nothing to do, for good."""
    monkeypatch.setattr(renewal, "_MIN_ARTICLES", 10)
    build(home, rebuild=True)
    vectors = layout.vectors(layout.generation(home, 2))
    content = vectors.read_bytes()
    damaged = damage(content)
    vectors.unlink()
    if damaged is not None:
        vectors.write_bytes(damaged)
    problems = list(check(home))
    write_stories(home.parent / "presse", new)

    report = build(home)

    assert [problem.mend for problem in problems] == [message("mend.index")]
    assert report.damage is not None
    assert list(check(home)) == []
    assert build(home).damage is None
    made = layout.vectors(layout.generation(home, manifest.load(home).generation)).read_bytes()
    assert (made == content) == (not new)


def test_only_the_vectors_are_made_anew_where_only_they_are_damaged(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "_MIN_ARTICLES", 10)
    build(home, rebuild=True)
    vectors = layout.vectors(layout.generation(home, 2))
    vectors.write_bytes(change_byte(vectors.read_bytes()))

    report = build(home)

    assert report.damage == message("index.file_changed", name="vectors")
    assert (report.articles, report.unchanged) == (20, 20)
    assert manifest.load(home).generation == 2


def change_bit(packed: bytes) -> bytes:
    return packed[:20] + bytes([packed[20] ^ 4]) + packed[21:]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE articles SET raw = changed(raw) WHERE rowid = 3", "index.texts_changed"),
        (
            "UPDATE articles SET raw = (SELECT raw FROM articles WHERE rowid = 4) WHERE rowid = 3",
            "index.texts_changed",
        ),
        ("UPDATE mentions SET names = changed(names)", "index.names_changed"),
        (
            "UPDATE names SET form = 'Autre nom' WHERE form = (SELECT min(form) FROM names)",
            "index.names_changed",
        ),
        (
            "UPDATE names SET articles = articles + 1 WHERE form = (SELECT max(form) FROM names)",
            "index.names_changed",
        ),
        ("INSERT INTO merged VALUES ('place', '=louga', 'place', '=gafsa', 'Gafsa')", "index.names_changed"),
        ("INSERT INTO spelt VALUES ('place', '=louga', 'LOUGA')", "index.names_changed"),
        ("DELETE FROM listed WHERE term = (SELECT max(term) FROM listed)", "index.names_changed"),
        (
            "INSERT OR REPLACE INTO sketches SELECT id, 0, '', CAST(printf('%0128d', 0) AS BLOB) FROM articles",
            "index.stories_changed",
        ),
        (
            "INSERT OR REPLACE INTO sketches SELECT id, 0, '', 'changed' FROM articles",
            "index.stories_changed",
        ),
        (
            "INSERT OR REPLACE INTO sketches SELECT id, 'changed', '', zeroblob(128) FROM articles",
            "index.stories_changed",
        ),
        ("INSERT INTO comparisons VALUES ('a', 'b', 1.0)", "index.stories_changed"),
        ("DELETE FROM files WHERE path = (SELECT max(path) FROM files)", "index.articles_unfiled"),
    ],
)
def test_what_changed_in_the_catalog_is_reported(home: Path, statement: str, code: str) -> None:
    with closing(sqlite3.connect(layout.catalog(layout.generation(home, 1)))) as catalog:
        catalog.create_function("changed", 1, change_bit)
        assert catalog.execute(statement).rowcount
        catalog.commit()

    problems = list(check(home))

    assert [problem.what.code for problem in problems] == [code]
    assert mended(home, problems) == []
