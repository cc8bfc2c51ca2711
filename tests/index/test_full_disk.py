"""A disk that is full or fails: one error that says so, the index of before answers, and the next build completes."""

import errno
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest

from index import engines, layout
from index.build import build
from index.check import check
from index.errors import DiskFull, IndexFailure, IndexNotFound
from index.names import aliases
from tests.support.engines import ENGINES_BY_DAY
from tests.support.press import write_lines, write_stories
from tests.support.state import State, state

CAN_MOUNT = sys.platform == "linux" and os.geteuid() == 0 and which("mount") is not None
"""Whether a small disk in memory can be made."""

pytestmark = [
    pytest.mark.no_cover,  # measured, it takes twice as long, and other tests run what it runs
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
"""Whoosh leaves the file open that it could not write."""


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Have that file closed here, as in `test_damage`."""
    yield
    gc.collect()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Return a function that makes a disk of so many KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mounted(kib: int) -> Path:
        words = ["-t", "tmpfs", "-o", f"size={kib}k", "manchette", str(folder)]
        if not CAN_MOUNT or subprocess.run([which("mount") or "", *words], check=False).returncode:
            pytest.skip("needs the right to mount a disk in memory")
        return folder

    yield mounted
    if folder.is_mount():
        subprocess.run([which("umount") or "", "-l", str(folder)], check=True)


@pytest.mark.parametrize("engine", ENGINES_BY_DAY)
@pytest.mark.parametrize("kib", [16, 64, 128, 256, 500, 700])
def test_a_first_build_that_does_not_fit_says_how_much_is_missing(
    tmp_path: Path, engine: str, kib: int, small_disk: Callable[[int], Path]
) -> None:
    home = small_disk(kib) / ".manchette"
    write_stories(tmp_path / "presse", range(400))

    with pytest.raises(DiskFull) as raised:
        build(home, [tmp_path / "presse"], engine=engine)

    assert raised.value.message.values["disk"] == str(home.parent)
    assert raised.value.mend is not None
    assert raised.value.mend.code == "mend.free_disk"
    assert raised.value.mend.values["missing"] in (2, 3)
    assert not list(layout.generations(home).glob("*")), "nothing is left on the disk"


@pytest.mark.parametrize("engine", ENGINES_BY_DAY)
@pytest.mark.parametrize("left_kib", [0, 4, 40, 150])
@pytest.mark.parametrize("rebuild", [False, True])
def test_a_build_without_room_leaves_the_index_as_it_was(
    tmp_path: Path, engine: str, left_kib: int, small_disk: Callable[[int], Path], *, rebuild: bool
) -> None:
    home = small_disk(6000) / ".manchette"
    press = tmp_path / "presse"
    write_stories(press, range(100))
    build(home, [press], engine=engine)
    before = state(home)
    write_stories(press, range(100, 200))

    with filled(home.parent, left_kib):
        with pytest.raises(DiskFull) as raised:
            build(home, rebuild=rebuild)
        assert "rebuild" not in str(raised.value.mend)
        del raised  # it holds what the writer of Whoosh holds, its lock among that
        gc.collect()
        found = state(home)

    if [problem.what.code for problem in check(home)] != ["index.interrupted"]:
        assert found == before
        assert list(check(home)) == []
    report = build(home, rebuild=rebuild)
    assert (report.articles, report.damage) == (200, None)
    assert list(check(home)) == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("engine", "kib"), [pytest.param("whoosh", 3000, marks=pytest.mark.nightly), ("tantivy", 500)]
)
@pytest.mark.parametrize("first", [True, False])
def test_to_free_what_is_asked_once_or_twice_is_enough(
    tmp_path: Path, engine: str, kib: int, small_disk: Callable[[int], Path], *, first: bool
) -> None:
    """Whoosh asked for 27 MB four times, and for 2 MB five times."""
    home, press = small_disk(kib) / ".manchette", tmp_path / "presse"
    write_stories(press, range(20))
    if not first:
        build(home, [press], engine=engine)
    write_lines(press / "longs.jsonl", ({"titre": f"Port {n}", "texte": long(n)} for n in range(120)))

    tries = 0
    while tries < 3:
        try:
            build(home, [press], engine=engine)
            break
        except DiskFull as full:
            assert full.mend  # noqa: PT017 - how much is asked for
            kib += int(str(full.mend.values["missing"])) * 1000
        gc.collect()
        tries += 1
        resize = ["-o", f"remount,size={kib}k", str(home.parent)]
        subprocess.run([which("mount") or "", *resize], check=True)

    assert tries in (1, 2)
    assert list(check(home)) == []


def long(number: int) -> str:
    """Return the text of an article of 3 kB whose words are those of no other."""
    return " ".join(f"mot{chr(97 + word % 26)}{number * word % 997}" for word in range(400))


@pytest.mark.parametrize("engine", ENGINES_BY_DAY)
def test_a_build_that_fails_leaves_nothing_on_the_disk(
    tmp_path: Path, engine: str, small_disk: Callable[[int], Path]
) -> None:
    """Each build that failed left its temporary files, and no room that was freed was enough for the next one."""
    home = small_disk(9000) / ".manchette"
    press = tmp_path / "presse"
    write_stories(press, range(50))
    build(home, [press], engine=engine)
    folder = layout.engine(layout.generation(home, 1))
    write_stories(press, range(50, 400))

    for left_kib in (200, 400):
        with filled(home.parent, left_kib):
            with pytest.raises(DiskFull) as raised:
                build(home)
            del raised
            gc.collect()
            assert names(folder) <= engines.committed(engine, folder)
    assert build(home).articles == 400
    assert list(check(home)) == []


@pytest.mark.parametrize("engine", ENGINES_BY_DAY)
def test_what_a_killed_build_left_is_removed_by_the_next_one(tmp_path: Path, engine: str) -> None:
    home, press = tmp_path / ".manchette", tmp_path / "presse"
    write_stories(press, range(20))
    build(home, [press], engine=engine)
    folder = layout.engine(layout.generation(home, 1))
    before = names(folder)
    (folder / "MAIN.tmp").mkdir()
    for left in ("MAIN.tmp/x.run", "MAIN_a1b2.ctmp", "0123abcd.store", "_MAIN_9.toc.1759"):
        (folder / left).write_bytes(b"left")
    assert list(check(home)) == [], "what no commit names is no part of the index"

    build(home)

    assert names(folder) == before
    assert list(check(home)) == []


def names(folder: Path) -> set[str]:
    """Return the names of the files and folders of an engine, but the notes of tantivy."""
    return {path.name for path in folder.rglob("[!.]*")}


@contextmanager
def filled(disk: Path, left_kib: int) -> Iterator[None]:
    """Leave so many KiB of a disk free."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - left_kib * 1024))
    try:
        yield
    finally:
        filler.unlink()


def test_names_that_cannot_be_written_stay_as_they_were(small_disk: Callable[[int], Path]) -> None:
    home = small_disk(64)
    aliases.save(home, aliases.parse("Nations unies = ONU"))

    with filled(home, 0), pytest.raises(OSError, match="No space"):
        aliases.save(home, aliases.parse("Nations unies = ONU | UN\n" + "# \n" * 3000))

    assert "ONU | UN" not in str(aliases.read(home))
    assert sorted(path.name for path in home.iterdir()) == ["aliases.before.txt", "aliases.txt"]


@pytest.mark.parametrize("engine", ENGINES_BY_DAY)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("first", [True, False])
def test_a_disk_that_refuses_any_step_loses_nothing(
    tmp_path: Path, engine: str, number: int, monkeypatch: pytest.MonkeyPatch, *, first: bool
) -> None:
    """Each sync of Python in turn fails, and all those after it: the disk stays as it is."""
    press, sync = tmp_path / "presse", os.fsync
    step, ended = 0, False
    while not ended:
        step += 3
        home = tmp_path / str(step) / ".manchette"
        write_stories(press, range(8))
        before = None
        if not first:
            build(home, [press], engine=engine)
            before = state(home)
            write_stories(press, range(8, 12))
        left = step

        def refuse(opened: int) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise OSError(number, os.strerror(number))
            sync(opened)

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", refuse)
            try:
                build(home, [press], engine=engine)
                ended = True
            except DiskFull as full:
                codes = {errno.ENOSPC: "index.disk_full", errno.EDQUOT: "index.quota_full"}
                assert full.message.code == codes[number]  # noqa: PT017 - as below
            except OSError as error:
                assert error.errno == number == errno.EIO  # noqa: PT017 - any end but another error is right
        check_whole(home, before)
        assert build(home, [press], engine=engine).articles == len(list(press.iterdir()))
        assert list(check(home)) == []
        for file in press.iterdir():
            file.unlink()
    assert step > 8


def check_whole(home: Path, before: State | None) -> None:
    """Check that the index of before answers, or that of after."""
    try:
        found = state(home)
    except IndexNotFound:
        assert before is None
        return
    except IndexFailure as failure:
        pytest.fail(str(failure))
    assert len(found.articles) in (8, 12)
