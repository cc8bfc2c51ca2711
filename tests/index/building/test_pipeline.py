"""What several processes make of the articles is what one makes; and it ends well when they do not."""

import gzip
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from corpus import Rejected, cut
from index import opening
from index.build import build
from index.building import pipeline
from index.building.pipeline import Ready, Task, Wanted
from index.building.report import Progress
from index.errors import IndexFailure
from tests.support.failures import raises
from tests.support.press import story, write_lines, write_stories
from tests.support.state import State, state

ROOT = Path(__file__).parents[3]
ARTICLES = 80
Maker = Callable[[Path], None]


def lines(folder: Path) -> None:
    records: list[dict[str, object]] = [
        {"id": f"d-{number % 70}", "titre": f"Une dépêche, {number}", "texte": story(number)}
        for number in range(ARTICLES)
    ]
    write_lines(folder / "depeches.jsonl", records)
    with (folder / "depeches.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"titre": "Sans texte"}\n{"titre": \n[1]\n')


def array(folder: Path) -> None:
    records = [{"titre": f"Une dépêche, {number}", "texte": story(number)} for number in range(ARTICLES)]
    (folder / "tout.json").write_text(json.dumps(records, ensure_ascii=False, indent=1), "utf-8")


def rows(folder: Path) -> None:
    cells = (f'{number};"Une dépêche, {number}";"{story(number)}"\n' for number in range(ARTICLES))
    with gzip.open(folder / "export.csv.gz", "wt", encoding="utf-8") as file:
        file.write("id;titre;texte\n" + "".join(cells) + "1;2;3;4;5\n")


def texts(folder: Path) -> None:
    write_stories(folder, range(ARTICLES))
    (folder / "vide.txt").touch()
    (folder / "image.png").write_bytes(b"\x89PNG")


def every(folder: Path) -> None:
    """Ids that several files want, in the order of paths."""
    for make in (lines, rows, texts):
        make(folder)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a corpus of a test be one that is worth several processes."""
    monkeypatch.setattr(pipeline, "ONE_PROCESS_BYTES", 0)
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 16)


def made(folder_above: Path, jobs: int) -> tuple[State, Sequence[Rejected], tuple[int, ...]]:
    home = folder_above / f"{jobs}" / ".manchette"
    home.parent.mkdir()
    report = build(home, [folder_above / "presse"], jobs=jobs, engine="tantivy")
    catalog = opening.open_catalog(home)
    files = catalog.files()
    catalog.close()
    counts = (report.articles, report.added, report.changed, report.moved, report.removed, len(files))
    return state(home), report.rejected, counts


@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@pytest.mark.parametrize("make", [lines, array, rows, texts, every], ids=lambda make: make.__name__)
def test_the_index_is_the_same_whatever_the_number_of_processes(tmp_path: Path, make: Maker) -> None:
    (tmp_path / "presse").mkdir()
    make(tmp_path / "presse")

    one, two, three = (made(tmp_path, jobs) for jobs in (1, 2, 3))

    assert one == two == three
    assert len(one[0].articles) >= ARTICLES


def test_what_is_found_is_written_the_same_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "presse").mkdir()
    every(tmp_path / "presse")
    for jobs in (1, 2):
        build(tmp_path / f"{jobs}", [tmp_path / "presse"], jobs=jobs)

    for output in ("ids", "csv", "jsonl"):
        one, two = (exported(tmp_path / f"{jobs}", output) for jobs in (1, 2))
        assert one == two
        assert one.count(b"\n") > ARTICLES


def exported(home: Path, output: str) -> bytes:
    command = [sys.executable, "-m", "search", "-i", str(home), "query", "-n", "999", "--format", output]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    home.rename(home.with_name(".manchette"))
    try:
        return subprocess.run(
            [*command[:4], str(home.parent), *command[5:]], env=environment, capture_output=True, check=True
        ).stdout
    finally:
        home.with_name(".manchette").rename(home)


def test_an_update_by_several_processes_is_an_index_made_anew(tmp_path: Path) -> None:
    press, home = tmp_path / "presse", tmp_path / "2" / ".manchette"
    press.mkdir()
    home.parent.mkdir()
    every(press)
    build(home, [press], jobs=2, engine="tantivy")
    records: list[dict[str, object]] = [
        {"id": f"d-{number % 70}", "titre": f"Une dépêche, {number}", "texte": story(number + number // 50)}
        for number in range(20, ARTICLES)
    ]
    write_lines(press / "depeches.jsonl", records)
    (press / "0003.txt").rename(press / "trois.txt")

    build(home, jobs=2)

    (tmp_path / "1").mkdir()
    build(tmp_path / "1" / ".manchette", [press], engine="tantivy")
    assert state(home) == state(tmp_path / "1" / ".manchette")


def test_an_article_that_was_known_is_only_read(tmp_path: Path) -> None:
    lines(tmp_path)
    [piece, *_] = cut(tmp_path / "depeches.jsonl", name="depeches.jsonl", columns={})

    tasks = [Task(piece), Task(piece, was_indexed=True), Task(None)]
    [[whole], [known], [end]] = pipeline.work(tasks, wanted=Wanted())

    assert isinstance(whole, Ready)
    assert isinstance(known, Ready)
    assert (known.id, known.digest) == (whole.id, whole.digest)
    assert whole.document
    assert known.document is None
    assert end is None


def test_tasks_are_taken_as_they_are_wanted(tmp_path: Path) -> None:
    lines(tmp_path)
    pieces = list(cut(tmp_path / "depeches.jsonl", name="depeches.jsonl", columns={}))
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        while taken < 100_000:
            taken += 1
            yield Task(pieces[taken % ARTICLES])

    results = pipeline.results(tasks(), Wanted(), jobs=2)
    next(results)
    results.close()

    assert taken <= pipeline.BATCH_ARTICLES * (2 * pipeline.BATCHES_AHEAD + 1)


def test_a_process_that_is_killed_is_reported_and_the_index_that_was_answers(tmp_path: Path) -> None:
    home, press = tmp_path / ".manchette", tmp_path / "presse"
    press.mkdir()
    build(home, [tmp_path / "presse"])
    texts(press)

    def kill(_: Progress) -> None:
        for child in multiprocessing.active_children():
            child.kill()
            child.join()

    with raises(IndexFailure, "index.process_ended", "mend.one_job"):
        build(home, jobs=2, progress=kill)

    assert not multiprocessing.active_children()
    engine = opening.open_engine(home)
    assert engine.ids() == set()
    engine.close()
    assert build(home, jobs=2).added == ARTICLES


ENDLESS = """
import signal, sys, time
from multiprocessing import active_children
from pathlib import Path
from corpus.clipping import guarded
from index.building import pipeline, update
from index.build import build
pipeline.ONE_PROCESS_BYTES = 0
jobs = int(sys.argv[3])
cut_file = update.cut_file
def all_guarded(*words):
    file = cut_file(*words)
    return file._replace(pieces=map(guarded, file.pieces))
def progress(_):
    print(len(active_children()), flush=True)
    time.sleep(60)
if jobs == 1:
    update.cut_file = all_guarded
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background of a script inherits that it is ignored
    build(Path(sys.argv[1]), [Path(sys.argv[2])], jobs=jobs, progress=progress)
"""


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_a_build(tmp_path: Path, sent: signal.Signals, jobs: int) -> None:
    """With one job, the pieces are guarded: a process reads them beside that of the build."""
    (tmp_path / "presse").mkdir()
    texts(tmp_path / "presse")
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, "utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / ".manchette"), str(tmp_path / "presse"), str(jobs)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stderr
    assert int(process.stdout.readline()) > 0

    if sent is signal.SIGINT:
        os.killpg(process.pid, sent)  # as a terminal does
    else:
        process.kill()
    complaint = process.stderr.read()  # ends with the last process that holds it
    process.wait(60)

    assert complaint.count(b"Traceback") == (sent is signal.SIGINT), complaint.decode()
    until = time.monotonic() + 30
    while _lives(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _lives(process.pid)
    process.stdout.close()
    process.stderr.close()


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
