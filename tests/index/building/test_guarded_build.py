"""A build over files of which some crash their parsers: the others are in the index, whatever the number of processes."""

import ctypes
import multiprocessing
import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from corpus import Article
from corpus.clipping import Bundle, Clipping, guarded
from corpus.formats import Opened
from corpus.message import message
from corpus.readers.record import Record, compose
from corpus.source import Source
from index.build import build
from index.building import pipeline, reading, update
from index.building.pipeline import Result, Task, Wanted
from index.building.reading import cut_file
from index.building.report import Report
from tests.support.press import story, write_lines, write_stories
from tests.support.state import State, counts, state

FILES = 40


def printed(raw: str, name: str) -> Article:
    """Make an article, unless it is of the kinds that end their process."""
    if "segfault" in raw:
        ctypes.string_at(0)
    if "exit" in raw:
        os._exit(1)
    if "memory" in raw:
        bytearray(2 * reading.MEMORY_BYTES)
    return compose(Record(text=raw, raw=raw), path=name)


def parts(text: str, name: str) -> Iterator[Clipping]:
    for number, part in enumerate(text.split("\n\n\n")):
        if "hopeless" in part:
            os.abort()
        yield Clipping(part, message("reading.line", line=number), name, printed)


def guarded_cut(source: Source, columns: Mapping[str, str], forced: str = "") -> Opened:
    """Cut files with the suffix .html as if a parser were needed: an article a file, or a Bundle of them."""
    if source.suffix != ".html":
        return cut_file(source, columns, forced)
    text = source.path.read_text("utf-8")
    if "several" in source.name:
        return Opened(None, iter([Bundle(source.name, partial(parts, text, source.name))]))
    return Opened(None, iter([Clipping(text, None, source.name, printed, guarded=True)]))


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of texts and pages; pages crash, ask for memory, and one of several articles ends before its end."""
    monkeypatch.setattr(pipeline, "ONE_PROCESS_BYTES", 0)
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 8)
    monkeypatch.setattr(update, "cut_file", guarded_cut)
    folder = tmp_path / "presse"
    write_stories(folder, range(FILES))
    for number in range(FILES):
        (folder / f"{number:04}.html").write_text(story(100 + number), "utf-8")
    for number, kind in enumerate(("segfault", "exit", "memory")):
        (folder / f"00{number}2.html").write_text(f"{kind} {story(300)}", "utf-8")
    several = "\n\n\n".join(story(200 + number) for number in range(20))
    (folder / "several.html").write_text(several, "utf-8")
    (folder / "several-hopeless.html").write_text(
        several.replace("Un port", "Une rive", 1) + "\n\n\nhopeless\n\n\nnever seen", "utf-8"
    )
    return folder


def made(folder: Path, press: Path, jobs: int) -> tuple[State, Report]:
    folder.mkdir()
    report = build(folder / ".manchette", [press], jobs=jobs, engine="tantivy")
    assert not multiprocessing.active_children()
    return state(folder / ".manchette"), report


EXPECTED = {
    "0002.html": "reading.crashed",
    "0012.html": "reading.crashed",
    "0022.html": "reading.too_much_memory (megabytes=1024)",
    "several-hopeless.html": "reading.crashed",
}


def test_the_index_is_the_same_whatever_the_number_of_processes(press: Path, tmp_path: Path) -> None:
    (one, report), *others = (made(tmp_path / str(jobs), press, jobs) for jobs in (1, 2, 3))

    assert {Path(rejected.path).name: str(rejected.reason) for rejected in report.rejected} == EXPECTED
    assert report.articles == len(one.articles) == FILES + FILES - 3 + 20 + 20
    for other, its_report in others:
        assert other == one
        assert its_report.rejected == report.rejected


def test_what_crashed_is_not_tried_again_unless_its_file_changes(press: Path, tmp_path: Path) -> None:
    home = tmp_path / ".manchette"
    first = build(home, [press], jobs=2)
    tried: list[str] = []

    def noted(source: Source, columns: Mapping[str, str], forced: str = "") -> Opened:
        tried.append(source.path.name)
        return guarded_cut(source, columns, forced)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(update, "cut_file", noted)
        assert counts(build(home)) == {"articles": first.articles, "unchanged": first.articles}
        assert tried == []
        (press / "0002.html").write_text(story(300), "utf-8")
        (press / "several.html").write_text(story(200), "utf-8")
        mended = build(home)
    assert sorted(tried) == ["0002.html", "several.html"]
    assert mended.articles == first.articles + 1 - 19
    assert [Path(rejected.path).name for rejected in mended.rejected] == [
        path for path in EXPECTED if path != "0002.html"
    ]
    updated = state(home)
    build(home, rebuild=True)
    assert state(home) == updated


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_taken_for_unchanged_that_gets_another_id_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """It is read beside the build, as the first time."""
    again: list[bool] = []
    results = pipeline.results

    def noted(tasks: Iterable[Task], wanted: Wanted, jobs: int) -> Generator[tuple[Task, Result], None, None]:
        if isinstance(tasks, list):
            again.extend(reading.is_guarded(task.piece) for task in tasks)
        return results(tasks, wanted, jobs)

    monkeypatch.setattr(pipeline, "results", noted)

    def all_guarded(source: Source, columns: Mapping[str, str], forced: str = "") -> Opened:
        file = cut_file(source, columns, forced)
        return file._replace(pieces=map(guarded, file.pieces))

    monkeypatch.setattr(update, "cut_file", all_guarded)
    home, press = tmp_path / ".manchette", tmp_path / "presse"
    press.mkdir()
    records: list[dict[str, object]] = [{"id": "x", "texte": story(number)} for number in range(3)]
    write_lines(press / "a.jsonl", records)
    build(home, [press])
    write_lines(press / "a.jsonl", records[1:])

    build(home, jobs=jobs)

    updated = state(home)
    build(home, rebuild=True)
    assert state(home) == updated
    assert again
    assert all(again)
