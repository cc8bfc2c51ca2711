"""Files of the index that are damaged or gone: one clear message, or the right answer; never a traceback."""

import gc
import json
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from corpus.message import message
from index import opening
from index.build import build
from index.check import check
from index.engine import Ask
from index.errors import Damaged, DiskFull, IndexFailure, IndexMismatch, IndexNotFound
from index.query import Everything, Phrase, Term
from index.storage.manifest import FORMAT_VERSION
from tests.support.failures import raises
from tests.support.press import write_stories
from tests.support.state import FACETS, ids, state

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""Whoosh leaves the file open that it could not read."""

REMEDIES = (message("mend.index"), message("mend.rebuild"), message("mend.rebuild_folder"))


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Have that file closed here: where a later test is the first to collect garbage, it is the one that fails."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function from an engine to a folder of articles and their index, which is built once."""

    @cache
    def folder_of(engine: str) -> Path:
        folder = tmp_path_factory.mktemp(engine)
        write_stories(folder / "presse", range(30))
        build(folder / ".manchette", [folder / "presse"], engine=engine)
        return folder

    return folder_of


@pytest.fixture
def engine() -> str:
    """Return the engine of the index; a test may name another one."""
    return "whoosh"


@pytest.fixture
def home(built: Callable[[str], Path], tmp_path: Path, engine: str) -> Path:
    """Return a copy of the index, beside one of its articles."""
    shutil.copytree(built(engine), tmp_path, dirs_exist_ok=True)
    return tmp_path / ".manchette"


@pytest.fixture
def press(home: Path) -> Path:
    return home.parent / "presse"


def files(home: Path, pattern: str) -> list[Path]:
    found = sorted((home / "generations" / "1").rglob(pattern))
    assert found, pattern
    return found


def ask_everything(home: Path) -> None:
    """Ask what reads every file of an index."""
    engine = opening.open_engine(home)
    try:
        engine.ids()
        engine.search(Everything(), Ask(100, facets=(*FACETS, "date"))).count_facets()
        engine.search(Term("stem", "conseil"), Ask(100))
        engine.search(Phrase("exact", ("conseil", "municipal")), Ask(100))
    finally:
        engine.close()


def put(path: Path, content: bytes) -> None:
    """Replace a file; a thread of tantivy that still maps the file of before would end this process if it were cut."""
    other = path.with_name(f"{path.name}.damaged")
    other.write_bytes(content)
    other.replace(path)


def cut(share: float) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        content = path.read_bytes()
        put(path, content[: int(len(content) * share)])

    return damage


def scramble(path: Path) -> None:
    put(path, bytes(byte ^ 0x5A for byte in path.read_bytes()))


FILES = (
    ("whoosh", "_MAIN_*.toc"),
    ("whoosh", "MAIN_*.seg"),
    ("tantivy", "meta.json"),
    ("tantivy", "*.term"),
    ("tantivy", "*.idx"),
    ("tantivy", "*.pos"),
    ("tantivy", "*.fast"),
    ("tantivy", "*.fieldnorm"),
    ("tantivy", "*.store"),
)
"""The files of each engine."""

DAMAGES = {
    "emptied": cut(0),
    "cut at a tenth": cut(0.1),
    "cut in the middle": cut(0.5),
    "cut near its end": cut(0.95),
    "scrambled": scramble,
    "gone": Path.unlink,
}


@pytest.mark.parametrize("damage", list(DAMAGES.values()), ids=list(DAMAGES))
@pytest.mark.parametrize(("engine", "pattern"), FILES)
def test_a_damaged_engine_says_what_to_type(home: Path, pattern: str, damage: Callable[[Path], None]) -> None:
    for path in files(home, pattern):
        damage(path)

    with raises(Damaged, "index.damaged_engine", "mend.rebuild"):
        ask_everything(home)


def check_update(home: Path, press: Path) -> None:
    """Check that an update after damage has every article, or says what to type."""
    write_stories(press, [50])
    (press / "0000.txt").unlink()

    try:
        build(home)
    except IndexFailure as failure:
        assert failure.mend in REMEDIES  # noqa: PT017 - either end is right
    else:
        assert len(ids(home)) == 30


@pytest.mark.parametrize("damage", list(DAMAGES.values()), ids=list(DAMAGES))
@pytest.mark.parametrize(("engine", "pattern"), FILES)
def test_an_update_of_a_damaged_engine_loses_nothing_unsaid(
    home: Path, press: Path, pattern: str, damage: Callable[[Path], None]
) -> None:
    for path in files(home, pattern):
        damage(path)
    check_update(home, press)


@pytest.mark.parametrize("damage", ["emptied", "cut in the middle", "gone"])
@pytest.mark.parametrize(
    ("engine", "pattern"), [*FILES, ("whoosh", "catalog.sqlite"), ("whoosh", "seal.json")]
)
def test_an_index_that_cannot_be_opened_is_made_anew_by_itself_and_says_why(
    home: Path, pattern: str, damage: str
) -> None:
    """A power cut left empty files of Whoosh, and `manchette index` had nothing to do."""
    before = state(home)
    for path in files(home, pattern):
        DAMAGES[damage](path)

    report = build(home)

    assert report.damage is not None
    assert state(home) == before
    assert build(home).damage is None


@pytest.mark.parametrize(("engine", "pattern"), [*FILES, ("whoosh", "seal.json")])
def test_an_update_does_not_merge_a_file_that_has_changed(home: Path, press: Path, pattern: str) -> None:
    """It took over the changed bytes, and `check` no longer found them."""
    path = files(home, pattern)[0]
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    scramble(path)
    os.utime(path, ns=times)
    write_stories(press, [50])

    report = build(home)

    assert report.damage is not None
    assert report.added == len(ids(home)) == 31
    assert not list(check(home))


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
@pytest.mark.parametrize("lost", ["every", "last"])
def test_a_seal_that_does_not_name_every_file_is_damage(home: Path, lost: str) -> None:
    """An empty seal compares no file, and a damaged index was called sound."""
    path = files(home, "seal.json")[0]
    noted = json.loads(path.read_text("utf-8"))
    kept = {} if lost == "every" else dict(sorted(noted.items())[:-1])
    path.write_text(json.dumps(kept), "utf-8")

    assert {problem.what.code for problem in check(home)} == {"index.file_unsealed"}

    report = build(home)

    assert report.damage is not None
    assert list(check(home)) == []
    assert len(ids(home)) == 30


@pytest.mark.parametrize("damage", list(DAMAGES.values()), ids=list(DAMAGES))
@pytest.mark.parametrize(
    ("engine", "pattern"), [*FILES[::2], ("whoosh", "*"), ("tantivy", "*"), ("whoosh", "catalog.sqlite")]
)
def test_a_rebuild_mends_any_damage(home: Path, pattern: str, damage: Callable[[Path], None]) -> None:
    before = state(home)
    for path in files(home, pattern):
        if path.is_file():
            damage(path)

    build(home, rebuild=True)

    assert state(home) == before
    assert len(ids(home)) == 30


@pytest.mark.parametrize("damage", ["cut in the middle", "scrambled"])
def test_a_damaged_catalog_says_what_to_type(home: Path, damage: str) -> None:
    DAMAGES[damage](files(home, "catalog.sqlite")[0])

    with raises(Damaged, "index.damaged_catalog", "mend.rebuild"):
        list(opening.open_catalog(home).ids())


@pytest.mark.parametrize("damage", list(DAMAGES.values()), ids=list(DAMAGES))
def test_an_update_with_a_damaged_catalog_loses_nothing_unsaid(
    home: Path, press: Path, damage: Callable[[Path], None]
) -> None:
    damage(files(home, "catalog.sqlite")[0])
    check_update(home, press)


def test_a_catalog_that_is_gone_is_no_empty_one(home: Path) -> None:
    files(home, "catalog.sqlite")[0].unlink()

    with raises(Damaged, "index.damaged_catalog", "mend.rebuild"):
        opening.open_catalog(home)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        f'{{"format": {FORMAT_VERSION}}}',
        f'{{"format": {FORMAT_VERSION}, "roots": null}}',
        "\x00",
        '"manchette"',
    ],
)
def test_a_damaged_manifest_says_what_to_type(home: Path, content: str) -> None:
    (home / "manifest.json").write_text(content, "utf-8")

    with raises(Damaged, "index.damaged_file", "mend.rebuild_folder"):
        opening.open_engine(home)
    with raises(Damaged, "index.damaged_file", "mend.rebuild_folder"):
        build(home)


@pytest.mark.parametrize(("key", "value"), [("engine", 7), ("generation", "un"), ("roots", 3)])
def test_a_manifest_with_a_value_of_another_kind_says_what_to_type(
    home: Path, key: str, value: object
) -> None:
    record = json.loads((home / "manifest.json").read_text("utf-8"))
    (home / "manifest.json").write_text(json.dumps(record | {key: value}), "utf-8")

    with pytest.raises(IndexFailure) as raised:
        opening.open_engine(home)

    assert raised.value.mend


def test_a_damaged_manifest_is_mended_by_what_its_message_says(home: Path, press: Path) -> None:
    (home / "manifest.json").write_text("{", "utf-8")

    report = build(home, [press], rebuild=True)

    assert (report.articles, report.added) == (30, 30)
    assert len(ids(home)) == 30


def test_an_index_of_another_format_is_mended_by_what_its_message_says(home: Path, press: Path) -> None:
    record = json.loads((home / "manifest.json").read_text("utf-8"))
    (home / "manifest.json").write_text(json.dumps(record | {"format": 0}), "utf-8")
    with raises(IndexMismatch, "index.other_version", "mend.rebuild_folder"):
        opening.open_engine(home)

    build(home, [press], rebuild=True)

    assert len(ids(home)) == 30


def test_an_index_of_another_analysis_is_not_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.storage.manifest.ANALYSIS", "another")

    with raises(IndexMismatch, "index.other_version", "mend.rebuild"):
        opening.open_engine(home)


def test_a_folder_without_index_says_what_to_type(tmp_path: Path) -> None:
    with raises(IndexNotFound, "index.not_found", "mend.index_folder"):
        opening.open_engine(tmp_path / ".manchette")


@pytest.mark.parametrize("content", ["", "[", '["5vz'])
def test_a_list_of_pending_ids_that_was_cut_stops_no_build(home: Path, press: Path, content: str) -> None:
    (home / "generations" / "1" / "pending").write_text(content, "utf-8")
    write_stories(press, [50])

    assert build(home).articles == 31
    assert len(ids(home)) == 31


def test_a_full_disk_during_the_commit_is_reported_and_loses_nothing(
    home: Path, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(home)
    write_stories(press, [50])

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("whoosh.writing.SegmentWriter.commit", full)
        with pytest.raises(DiskFull):
            build(home)

    assert state(home) == before
    assert build(home).added == 1
    assert len(ids(home)) == 31
