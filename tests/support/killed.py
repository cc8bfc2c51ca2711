"""Builds in a process of their own, which can be killed."""

import multiprocessing
import os
import sys
from multiprocessing.synchronize import Event
from pathlib import Path

from corpus.formats.table import FORMATS
from index import engines
from index.build import build
from index.engine import Writer

ISOLATED = multiprocessing.get_context("forkserver")
"""A new process has none of the locks and threads of the test runner, and the modules of a build already: they take it .5 s."""
ISOLATED.set_forkserver_preload(
    [
        *[__name__, "index.engines.tantivy", "index.engines.whoosh", "corpus.entities.article"],
        *(f"corpus.readers.{known.reader}" for known in FORMATS if not known.firsts),
    ]
)

KILLED = 9

STEPS = {"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree", "sqlite3.connect"}
"""The events of Python that come before something is done to a file."""


def kill_after(seconds: float, home: Path, root: Path, *, rebuild: bool, engine: str) -> bool:
    """Build, and kill the process so long after it began; return whether the build was not yet done."""
    started = ISOLATED.Event()
    process = ISOLATED.Process(
        target=_build_at_once, args=(started, home, root), kwargs={"rebuild": rebuild, "engine": engine}
    )
    process.start()
    assert started.wait(60)
    process.join(seconds)
    process.kill()
    process.join()
    return process.exitcode != 0


def _build_at_once(started: Event, home: Path, root: Path, *, rebuild: bool, engine: str) -> None:
    started.set()
    build(home, (root,), rebuild=rebuild, engine=engine)


def stop_at(step: int, home: Path, root: Path, *, rebuild: bool, engine: str) -> bool:
    """Build, and die just before the file of the index is touched for the nth time; return whether it came to that."""
    process = ISOLATED.Process(
        target=_build_until, args=(step, home, root), kwargs={"rebuild": rebuild, "engine": engine}
    )
    process.start()
    process.join(60)
    assert process.exitcode in (0, KILLED)
    return process.exitcode == KILLED


def _build_until(step: int, home: Path, root: Path, *, rebuild: bool, engine: str) -> None:
    left = step

    def die(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in STEPS and str(home) in os.fsdecode(_path(arguments[0])):
            left -= 1
            if not left:
                os._exit(KILLED)

    sys.addaudithook(die)
    build(home, (root,), rebuild=rebuild, engine=engine)


def stop_after_commit(number: int, home: Path, root: Path, *, engine: str) -> bool:
    """Build, and die just after the nth commit of the engine; return whether it came to that."""
    process = ISOLATED.Process(
        target=_build_until_commit, args=(number, home, root), kwargs={"engine": engine}
    )
    process.start()
    process.join(60)
    assert process.exitcode in (0, KILLED)
    return process.exitcode == KILLED


def _build_until_commit(number: int, home: Path, root: Path, *, engine: str) -> None:
    open_writer = engines.open_writer
    left = number

    def mortal(name: str, directory: Path) -> Writer:
        writer = open_writer(name, directory)
        commit = writer.commit

        def die() -> None:
            nonlocal left
            commit()
            left -= 1
            if not left:
                os._exit(KILLED)

        setattr(writer, "commit", die)  # noqa: B010 - no protocol lets a method be replaced
        return writer

    engines.open_writer = mortal
    build(home, (root,), engine=engine)


def _path(argument: object) -> str | bytes:
    return argument if isinstance(argument, bytes) else str(argument)
