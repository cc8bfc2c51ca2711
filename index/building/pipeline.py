"""What is done to an article before an index takes it, in the process of the build or spread over several.

Reading, cleaning, names, analysis and compression depend on one article alone, and are nine tenths of a build.
What depends on the others, ids, order, the engine and the catalog, stays with `index.building.update`, which gets the
articles in the order of their files whatever the number of processes: so the index is the same.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from corpus import Article, Piece, Rejected
from corpus.entities import Entity, Kind, Model, extract
from corpus.message import message
from corpus.readers.record import record_id
from index.document import Document, distinct, prepare, values, whole
from index.errors import IndexFailure
from index.fields import TEXT, VALUES
from index.storage.catalog import digest
from index.storage.manifest import NO_ENTITIES
from index.storage.packed import pack
from index.storage.register import ArticleNames, NamedIn, article_names
from index.vectors.file import Counts, counts

_BATCH_ARTICLES = 64
"""Articles that are worked on at once; the trained extractor needs 8 or more to be at its speed."""

_BATCH_CHARACTERS = 1 << 20
"""Characters of a batch, unless one record is longer: bounds what is in memory."""

_BATCHES_AHEAD = 3
"""Batches that are given to each process ahead of the one that is waited for."""

_GARBAGE_THRESHOLDS = 50_000, 20, 1000
"""Objects made before garbage is looked for among what is remembered of words: by default it takes a twentieth of the time."""

ONE_PROCESS_BYTES = 2_000_000
"""Bytes up to which no process is started: 700 articles are read sooner than two processes have started."""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of a file, and whether an article with its raw text was in that file before; None ends a file."""

    piece: Piece | None
    known: bool = False

    @property
    def size(self) -> int:
        """Characters of the record; 0 where its file is still to be opened."""
        return 0 if self.piece is None or isinstance(self.piece, Rejected) else len(self.piece.raw)


@dataclass(frozen=True, slots=True)
class Ready:
    """An article as the index takes it.

    `nameless` says that its id is made of its text; `packed` is its raw text; `stems` are None where no vectors
    are wanted.  Of an article that was known `document` and `told` are None: it is likely to stay as it is.
    """

    id: str
    nameless: bool
    digest: str
    packed: bytes = b""
    document: Document | None = None
    told: ArticleNames | None = None
    stems: Counts | None = None


Result = Ready | Rejected | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an index is to have beside its words: the entities of a model, or of `none`, and vectors."""

    entities: str = NO_ENTITIES
    vectors: bool = False


def work(tasks: Sequence[Task], wanted: Wanted) -> list[Result]:
    """Return what comes of each task, None for the end of a file."""
    found = [_read(task.piece) for task in tasks]
    new = [
        article
        for task, article in zip(tasks, found, strict=True)
        if isinstance(article, Article) and not task.known
    ]
    named = zip(new, _entities(new, wanted.entities), strict=True)
    return [
        one
        if not isinstance(one, Article)
        else Ready(one.id, _is_nameless(one), digest(one.raw))
        if task.known
        else _ready(*next(named), vectors=wanted.vectors)
        for task, one in zip(tasks, found, strict=True)
    ]


def _read(piece: Piece | None) -> Article | Rejected | None:
    return piece if piece is None or isinstance(piece, Article | Rejected) else piece.read()


def _is_nameless(article: Article) -> bool:
    return article.id == record_id("", article.raw)


def _ready(article: Article, entities: Sequence[Entity], *, vectors: bool) -> Ready:
    """Return an article as the index takes it."""
    names = {kind: [entity.name for entity in entities if entity.kind is kind] for kind in Kind}
    complete = replace(
        article,
        raw="",
        person=distinct([*article.person, *names[Kind.PERSON]]),
        org=distinct([*article.org, *names[Kind.ORG]]),
        place=distinct([*article.place, *names[Kind.PLACE]]),
    )
    document = prepare(complete)
    return Ready(
        article.id,
        _is_nameless(article),
        digest(article.raw),
        pack(article.raw),
        document,
        article_names(_mentions(complete, entities)),
        counts(document.terms[TEXT.stem]) if vectors else None,
    )


def _entities(articles: Sequence[Article], model: str) -> Sequence[Sequence[Entity]]:
    if model == NO_ENTITIES:
        return [()] * len(articles)
    return extract([f"{article.title}\n{article.text}" for article in articles], Model(model))


def _mentions(article: Article, entities: Sequence[Entity]) -> Iterator[NamedIn]:
    """Yield every name of an article once: those that were found in it, then those that came with it."""
    found = {(entity.kind.value, whole(entity.name)): entity for entity in entities}
    for entity in found.values():
        yield NamedIn(entity.kind.value, entity.name, entity.acronym, entity.mentions)
    for field in VALUES:
        for name in values(article, field.name):
            if (field.name, whole(name)) not in found:
                yield NamedIn(field.name, name)


def results(tasks: Iterable[Task], wanted: Wanted, jobs: int) -> Generator[tuple[Task, Result], None, None]:
    """Yield every task with what comes of it, in order; where `jobs` is more than 1, so many processes work.

    Raises:
        IndexFailure: one of the processes came to an end.
    """
    batches = _batches(tasks)
    if jobs == 1:
        for batch in batches:
            yield from zip(batch, work(batch, wanted), strict=True)
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start)
    waiting: deque[tuple[list[Task], Future[list[Result]]]] = deque()
    try:
        for batch in batches:
            with _undisturbed():
                waiting.append((batch, pool.submit(work, batch, wanted)))
            if len(waiting) > _BATCHES_AHEAD * jobs:
                yield from _first(waiting)
        while waiting:
            yield from _first(waiting)
    except BrokenProcessPool as error:
        raise IndexFailure("index.process_ended", mend=message("mend.one_job")) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _first(
    waiting: deque[tuple[list[Task], Future[list[Result]]]],
) -> Iterator[tuple[Task, Result]]:
    batch, future = waiting.popleft()
    return zip(batch, future.result(), strict=True)


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if len(batch) >= _BATCH_ARTICLES or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start a process that Ctrl-C does not reach: the build is interrupted by its first process alone."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """Have this process look for garbage seldom, and end with the one that started it, were that killed."""
    gc.set_threshold(*_GARBAGE_THRESHOLDS)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
