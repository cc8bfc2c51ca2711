"""What a trial interrupts, and what it may find after: the index of before or of after, whole, and nothing between."""

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from corpus import Article
from corpus.records import replace
from index import layout
from index.build import build
from index.building import pipeline
from index.building.report import Report
from index.check import check
from index.document import prepare
from index.engine import Ask
from index.errors import IndexFailure, IndexNotFound
from index.names import aliases
from index.opening import open_catalog, open_engine
from index.query import Everything, Term
from index.vectors import renewal
from tests.support.press import story, write_lines
from tests.support.state import FACETS, State, stories

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.sharedctypes import Synchronized

ISOLATED = get_context("forkserver")
"""A new process starts in some milliseconds, with the modules of a build already imported."""
ISOLATED.set_forkserver_preload([__name__, "index.engines.tantivy", "index.engines.whoosh"])

BUILDS = ("first", "update", "rebuild")
EDITS = "edits"
ACTIONS = (*BUILDS, EDITS)

INTERRUPTED = "interrupted"
"""An update between its two commits: each part of the index is whole, `check` says so, and the next build completes it."""

_NUMBER_OF_EDITS = 40
_MIN_ARTICLES_WITH_VECTORS = 50
_MAX_WAIT_SECONDS = 120.0


@dataclass(frozen=True)
class Press:
    """A folder of articles with its index as a build finds it, and what the index holds before and after the build."""

    folder: Path
    engine: str
    action: str
    jobs: int
    before: State | None
    after: State
    seconds: float

    def run(self, folder: Path, done: "Synchronized[int]") -> None:
        """Do in a copy of the folder what the trial interrupts; `done` counts what was reported as done."""
        if self.action == EDITS:
            for number in range(1, _NUMBER_OF_EDITS + 1):
                aliases.save(home_of(folder), aliases.parse(edited(number)))
                done.value = number
        else:
            make(folder, self.engine, jobs=self.jobs, rebuild=self.action == "rebuild")
            done.value = 1


@dataclass(frozen=True)
class Outcome:
    """What was found after the interruption; `wrong` says what may not be."""

    found: str
    wrong: str = ""


def home_of(folder: Path) -> Path:
    """Return the home of the index of a folder."""
    return folder / layout.HOME


def edited(number: int) -> str:
    """Return the aliases after an edit."""
    return "".join(f"Nom {n} = Autre nom {n} | Nom de plus {n}\n" for n in range(number))


def _records(numbers: Iterable[int], *, turn: int = 0) -> list[dict[str, object]]:
    named = "Mme Aïssatou N’Diaye, de l’Agence des mobilités (ADM), l’a dit à Emmanuel Macron."
    return [
        {"id": f"dep-{n}", "titre": f"Dépêche du port numéro {n}", "texte": f"{story(n + turn)}\n{named}"}
        for n in numbers
    ]


def write_before(folder: Path, articles: int) -> None:
    """Write the articles of before."""
    folder.mkdir(parents=True)
    write_lines(folder / "a.jsonl", _records(range(articles)))
    write_lines(folder / "b.jsonl", _records(range(1000, 1006)))
    (folder / "c.txt").write_text(story(2000), "utf-8")


def write_after(folder: Path, articles: int) -> None:
    """Add, change, move and remove articles."""
    write_lines(
        folder / "a.jsonl", [*_records(range(3, articles)), *_records(range(3), turn=5)][: articles - 1]
    )
    (folder / "b.jsonl").rename(folder / "d.jsonl")
    (folder / "c.txt").unlink()
    write_lines(folder / "e.jsonl", _records(range(3000, 3000 + articles // 5)))


def make(folder: Path, engine: str, *, jobs: int = 1, rebuild: bool = False) -> Report:
    """Build the index of a folder."""
    pipeline.ONE_PROCESS_BYTES = 0 if jobs > 1 else pipeline.ONE_PROCESS_BYTES
    renewal._MIN_ARTICLES = _MIN_ARTICLES_WITH_VECTORS
    return build(home_of(folder), [folder / "presse"], engine=engine, jobs=jobs, rebuild=rebuild)


def prepared(folder: Path, engine: str, action: str, *, articles: int, jobs: int = 1) -> Press:
    """Make a folder in the state in which the action finds it, and learn what the action makes of it."""
    write_before(folder / "presse", articles)
    before = None
    if action != "first":
        make(folder, engine)
        before = state(home_of(folder))
        if action != EDITS:
            write_after(folder / "presse", articles)
    aside = folder.with_name(f"{folder.name}-after")
    shutil.copytree(folder / "presse", aside / "presse")
    make(aside, engine)
    after = state(home_of(aside))
    shutil.rmtree(aside)
    copy = folder.with_name(f"{folder.name}-timed")
    shutil.copytree(folder, copy)
    press = Press(folder, engine, action, jobs, before, after, 0.0)
    began = time.monotonic()
    with running(press, copy) as (process, _):
        process.join(_MAX_WAIT_SECONDS)
    seconds = time.monotonic() - began
    shutil.rmtree(copy)
    return Press(folder, engine, action, jobs, before, after, seconds)


def state(home: Path) -> State:
    """Return what an index holds: all of it but for the terms, of which a sample is counted.

    The state of the tests of every day counts each term, which takes seconds here.
    """
    with closing(open_engine(home)) as engine, closing(open_catalog(home)) as catalog:
        hits = engine.search(Everything(), Ask(1_000_000, facets=FACETS))
        articles = {hit.article.id: replace(hit.article, raw="") for hit in hits.hits}
        if engine.ids() != set(articles):
            raise ValueError("the engine has other ids than articles")
        terms = {term: engine.search(Term(*term), Ask(0)).total.count for term in _sampled(articles)}
        register = catalog.register
        mentions = {article_id: register.mentions(article_id) for article_id in catalog.ids()}
        return State(
            articles,
            hits.count_facets(),
            terms,
            register.merged(),
            mentions,
            register.spellings(),
            stories(home, articles),
        )


def _sampled(articles: Mapping[str, Article]) -> set[tuple[str, str]]:
    some = sorted(articles)[:: max(1, len(articles) // 8)]
    return {
        (field, term)
        for article_id in some
        for field, terms in prepare(articles[article_id]).terms.items()
        for term in terms.split()[::7]
        if term.strip("¶")
    }


@contextmanager
def running(press: Press, folder: Path) -> Iterator[tuple[ForkServerProcess, "Synchronized[int]"]]:
    """Give the process that does the action in a folder, and the number of what it reported as done; end it at the end."""
    done = ISOLATED.Value("i", 0)
    started = ISOLATED.Event()
    process = ISOLATED.Process(target=_run, args=(press, folder, started, done))
    process.start()
    try:
        if not started.wait(_MAX_WAIT_SECONDS):
            raise TimeoutError(press.action)
        yield process, done
    finally:
        process.kill()
        process.join()


def _run(press: Press, folder: Path, started: Event, done: "Synchronized[int]") -> None:
    os.setpgid(0, 0)
    os.dup2(
        os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno()
    )  # a disk without power has errors for everyone
    started.set()
    press.run(folder, done)


def examined(press: Press, folder: Path, done: int) -> Outcome:
    """Return what is left in a folder, looked at by a process of its own, which holds no file of it after."""
    ours, theirs = ISOLATED.Pipe()
    process = ISOLATED.Process(target=_examine, args=(press, folder, done, theirs))
    process.start()
    theirs.close()
    try:
        outcome: Outcome = ours.recv() if ours.poll(_MAX_WAIT_SECONDS) else Outcome("hung", "no end")
    except EOFError:
        outcome = Outcome("died", "the process that looked died")
    process.kill()
    process.join()
    return outcome


def _examine(press: Press, folder: Path, done: int, pipe: "Connection") -> None:
    renewal._MIN_ARTICLES = _MIN_ARTICLES_WITH_VECTORS
    try:
        outcome = examine(press, folder, done)
    except Exception as error:  # noqa: BLE001 - whatever is raised is an outcome
        outcome = Outcome("traceback", f"{type(error).__name__}: {error}")
    pipe.send(outcome)


def examine(press: Press, folder: Path, done: int) -> Outcome:
    """Return what is left: the index, what `check` says of it, the index after the next build."""
    home = home_of(folder)
    found = _edits_found(home, done) if press.action == EDITS else _index_found(press, home, done)
    if found.wrong:
        return found
    is_pending = found.found == INTERRUPTED
    problems = [str(problem.what) for problem in check(home)] if found.found != "none" else []
    if bool(problems) != is_pending:
        return Outcome(found.found, f"check: {problems}")
    report = make(folder, press.engine)
    if report.damage:
        return Outcome(found.found, f"made anew: {report.damage}")
    if state(home) != press.after:
        return Outcome(found.found, "the next build leaves another index")
    if problems := [str(problem.what) for problem in check(home)]:
        return Outcome(found.found, f"check after the next build: {problems}")
    if make(folder, press.engine).unchanged != len(press.after.articles):
        return Outcome(found.found, "the build after the next finds changes")
    left = [path.name for path in layout.generations(home).rglob("*") if path.suffix in (".new", ".tmp")]
    if left or len(list(layout.generations(home).iterdir())) != 1:
        return Outcome(found.found, f"left behind: {left}")
    return found


def _index_found(press: Press, home: Path, done: int) -> Outcome:
    """Return which of the two indexes answers; what was reported as done must be there."""
    try:
        seen = state(home)
    except IndexNotFound:
        return Outcome("none", "no index" if press.before or done else "")
    except IndexFailure as failure:
        return Outcome("unreadable", str(failure))
    known = {"old": press.before, "new": press.after}
    engine = [name for name, one in known.items() if one and _asked(one) == _asked(seen)]
    names = [name for name, one in known.items() if one and _named(one) == _named(seen)]
    if not engine or not names:
        return Outcome("between", "an index that is neither")
    if press.before == press.after:  # a rebuild of the same articles
        return Outcome("same")
    if any(layout.generations(home).glob("*/pending")) and press.action == "update":
        return Outcome(INTERRUPTED)
    if engine != names:
        return Outcome("between", f"articles {engine[0]}, names {names[0]}")
    return Outcome(engine[0], "what was done is lost" if done and engine[0] != "new" else "")


def _asked(one: State) -> tuple[object, ...]:
    return one.articles, one.facets, one.terms


def _named(one: State) -> tuple[object, ...]:
    return one.names, one.mentions, one.spellings


def _edits_found(home: Path, done: int) -> Outcome:
    """Return how many edits are there: one more than reported at most, none fewer."""
    file = layout.aliases(home)
    kept = file.read_text("utf-8") if file.exists() else ""
    rules = [line for line in kept.splitlines(keepends=True) if not line.startswith("#")]
    number = len(rules)
    if "".join(rules) != edited(number):
        return Outcome("between", f"aliases.txt: {kept[-80:]!r}")
    if not done <= number <= done + 1:
        return Outcome("lost", f"{number} edits, {done} reported")
    return Outcome("edits whole")


def moments(random: Random, seconds: float, *, after: Sequence[float]) -> float:
    """Return a moment, in seconds from the start: two of three within the time of the action, else some time after it."""
    if random.random() < 2 / 3:
        return random.random() * seconds
    return seconds + random.choice(after)
