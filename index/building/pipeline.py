"""The work on one article before the index takes it, in the process of the build or spread over several processes.

To read, clean and analyse an article, to find its names and to compress it depends on that article alone, and takes
nine tenths of a build.  What depends on the other articles (ids, order, engine, catalog) stays with
`index.building.update`.  It gets the articles in the order of their files whatever the number of processes, so that
the index is the same.
"""

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from itertools import chain, islice
from typing import NamedTuple, TypeAlias

from corpus import Article, Found, Piece, Rejected
from corpus.clipping import Bundle, Clipping
from corpus.duplicates import sketch
from corpus.entities import Entity, Kind, Model, extract
from corpus.lines import known_lines, line_digests, source_key, without
from corpus.message import message
from corpus.records import record, replace
from index.building.reading import instead, is_guarded, read, silent
from index.building.subjects import subjects
from index.building.workers import End, ProcessEnded, Say, Workers
from index.document import Document, distinct, prepare, whole
from index.errors import IndexFailure
from index.fields import TEXT
from index.storage.catalog import digest
from index.storage.lines import NO_LINES, Lined
from index.storage.manifest import NO_ENTITIES
from index.storage.packed import pack
from index.storage.register import ArticleNames, NamedIn, article_names
from index.vectors.file import Counts, counts

BATCH_ARTICLES = 64
"""Articles of a batch; the trained extractor reaches its speed with 8 or more."""

_BATCH_CHARACTERS = 1 << 20
"""Characters of a batch, unless one record is longer: this bounds the memory that a batch takes."""

BATCHES_AHEAD = 3
"""Batches given to each process before the result of the first one is waited for."""

ONE_PROCESS_BYTES = 2_000_000
"""Bytes of files up to which one process works: it reads 700 articles before two other processes have started."""

ONE_PROCESS_ARTICLES = 700
"""Articles of the engine up to which one process works, where they are worked on once more."""

Known: TypeAlias = Mapping[str, frozenset[bytes]]
"""The digests of lines that are furniture, by their source."""

NOTHING_KNOWN: Known = {}
"""What is known of the lines before any article is read."""


class Task(NamedTuple):
    """A piece of a file, None after the last one; `was_indexed` if the file had an article with this raw text.

    `known` has the digests of the lines of each source that are known to be furniture: they are left out at once.
    """

    piece: Piece | None
    was_indexed: bool = False
    known: Known = NOTHING_KNOWN

    @property
    def size(self) -> int:
        """The characters of the record; 0 for a file that is still to be opened."""
        return len(self.piece.raw) if isinstance(self.piece, Article | Clipping) else 0


class Ready(NamedTuple):
    """An article as the index takes it.

    A `nameless` article has an id made of its text.  `packed` is the raw text, compressed, `sketch` that of the body
    without its furniture, `lined` has the lines of the body.  `stems` are None if the index has no vectors.  `document`
    and `names` are None for an article that was indexed: the index is likely to keep the one it has, and
    `index.building.update` has the article worked on again if not.  `loss` reports what of the article could not be read.
    """

    id: str
    nameless: bool
    digest: str
    packed: bytes = b""
    sketch: bytes = b""
    lined: Lined = NO_LINES
    document: Document | None = None
    names: ArticleNames | None = None
    stems: Counts | None = None
    loss: Rejected | None = None


Result = Ready | Rejected | None


@record
class Wanted:
    """What an index has beside its words: entities, of a model or of `none`, and vectors or not."""

    entities: str = NO_ENTITIES
    vectors: bool = False


def work(tasks: Sequence[Task], say: Say = silent, *, wanted: Wanted) -> list[list[Result]]:
    """Return the results of each task: one for each article of its piece, or None for the end of a file."""
    found = read([task.piece for task in tasks], say)
    pieces = [(task, piece) for task, group in zip(tasks, found, strict=True) for piece in group]
    made = chain.from_iterable(
        _worked(pieces[start : start + BATCH_ARTICLES], wanted)
        for start in range(0, len(pieces), BATCH_ARTICLES)
    )
    return [
        [None] if task.piece is None else list(islice(made, len(group)))
        for task, group in zip(tasks, found, strict=True)
    ]


def _worked(pieces: Sequence[tuple[Task, Article | Rejected]], wanted: Wanted) -> list[Result]:
    read = [
        (task, piece, line_digests(piece.body))
        for task, piece in pieces
        if isinstance(piece, Article) and not task.was_indexed
    ]
    new = [_left_out(article, lines, task.known) for task, article, lines in read]
    found = _entities(new, wanted.entities)
    with_entities = zip(new, found, (lines for *_, lines in read), strict=True)
    return [
        piece
        if isinstance(piece, Rejected)
        else Ready(piece.id, piece.id_found is Found.TEXT, digest(piece.raw), loss=piece.loss)
        if task.was_indexed
        else _ready(*next(with_entities), vectors=wanted.vectors)
        for task, piece in pieces
    ]


def _left_out(article: Article, lines: bytes, known: Known) -> Article:
    """Return an article without the lines that are known to be furniture; at its end the build decides which ones are."""
    furniture = known.get(source_key(article.source, article.path))
    left_out = known_lines(lines, furniture) if furniture else article.furniture
    return article if left_out == article.furniture else without(article, left_out)


def _ready(article: Article, entities: Sequence[Entity], lines: bytes, *, vectors: bool) -> Ready:
    """Return an article as the index takes it, with its entities added to the names that came with it."""
    entities = list(subjects(article, entities))
    names = {kind: [entity.name for entity in entities if entity.kind is kind] for kind in Kind}
    given = tuple(map(distinct, (article.person, article.org, article.place)))
    complete = replace(
        article,
        raw="",
        loss=None,
        notes=(),
        person=distinct([*article.person, *names[Kind.PERSON]]),
        org=distinct([*article.org, *names[Kind.ORG]]),
        place=distinct([*article.place, *names[Kind.PLACE]]),
    )
    document = prepare(complete)
    source = source_key(article.source, article.path)
    lined = Lined(source, lines, article.furniture, tuple(map(len, given)))
    return Ready(
        article.id,
        article.id_found is Found.TEXT,
        digest(article.raw),
        pack(article.raw),
        sketch(article.prose),
        lined,
        document,
        article_names(_mentions(document, entities)),
        counts(document.terms[TEXT.stem]) if vectors else None,
        article.loss,
    )


def _entities(articles: Sequence[Article], model: str) -> Sequence[Sequence[Entity]]:
    if model == NO_ENTITIES:
        return [()] * len(articles)
    return extract([f"{article.title}\n{article.text}" for article in articles], Model(model))


def _mentions(document: Document, entities: Sequence[Entity]) -> Iterator[NamedIn]:
    """Yield every name of an article once: the entities of its text, then the names that came with it."""
    found = {
        (field := str(entity.kind), whole(entity.name)): NamedIn(
            field, entity.name, entity.acronym, entity.mentions
        )
        for entity in entities
    }
    yield from found.values()
    for field, names in document.names.items():
        for term, name in names.items():
            if (field, term) not in found:
                yield NamedIn(field, name)


def results(tasks: Iterable[Task], wanted: Wanted, jobs: int) -> Generator[tuple[Task, Result], None, None]:
    """Yield every task with each of its results, in order; `jobs` is the number of processes that work.

    Where that is one, a batch with a guarded piece goes to a process beside this one all the same.

    Raises:
        IndexFailure: one of the processes ended before its work was done, and no piece is to blame.
    """
    workers = Workers(partial(work, wanted=wanted), jobs, _instead)
    waiting: deque[tuple[list[Task], Future[list[list[Result]]]]] = deque()
    try:
        for batch in _batches(tasks):
            if jobs == 1 and not any(is_guarded(task.piece) for task in batch):
                yield from _each(batch, work(batch, wanted=wanted))
                continue
            waiting.append((batch, workers.submit(batch)))
            if jobs == 1 or len(waiting) > BATCHES_AHEAD * jobs:
                yield from _first(waiting)
        while waiting:
            yield from _first(waiting)
    except ProcessEnded as error:
        raise IndexFailure("index.process_ended", mend=message("mend.one_job")) from error
    finally:
        workers.close()


def _instead(task: Task, end: End) -> Task:
    return task if task.piece is None else task._replace(piece=instead(task.piece, end))


def _first(waiting: deque[tuple[list[Task], Future[list[list[Result]]]]]) -> Iterator[tuple[Task, Result]]:
    batch, future = waiting.popleft()
    return _each(batch, future.result())


def _each(batch: Sequence[Task], made: Sequence[Sequence[Result]]) -> Iterator[tuple[Task, Result]]:
    return ((task, result) for task, group in zip(batch, made, strict=True) for result in group)


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        # A Bundle may have many articles: it is not to be read twice because another piece ended the process.
        if isinstance(task.piece, Bundle) and batch:
            yield batch
            batch, size = [], 0
        batch.append(task)
        size += task.size
        if len(batch) >= BATCH_ARTICLES or isinstance(task.piece, Bundle) or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
