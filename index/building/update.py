"""One pass over the files of an index, which leaves the engine and the catalog as the files are.

The catalog follows the engine.  Before the engine commits, the ids that it is about to touch are written to
the file `pending`; after it, the catalog commits and `pending` goes.  A pass that finds a `pending` reads the
articles of these ids again: adding and removing by id can be repeated.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from corpus import Rejected, cut
from index import engines, layout
from index.building import pipeline
from index.building.merges import decide, listed
from index.building.pipeline import Ready, Result, Task, Wanted
from index.building.report import Progress, Report
from index.building.scan import ChangedFile, scan
from index.document import Document, renamed
from index.engine import Writer
from index.storage import seal
from index.storage.catalog import Catalog, IndexedArticle, digest
from index.storage.manifest import Manifest
from index.vectors.renewal import Renewal


class Outgrown(Exception):  # noqa: N818 - no error, but an index that is to be made with another engine
    """There are more articles than suit the engine of the index."""


class Update:
    """One pass over the files of an index, made anew in its folder where `fresh`.

    `added`, `changed`, `moved` and `removed` count articles.  `engine` is the one that the index is made with:
    where nobody named it, that of the plan or, for more articles than suit that one, the next.  The first
    articles of an index made anew wait until it is known.  `jobs` is the number of processes that may work.
    """

    def __init__(self, folder: Path, plan: Manifest, *, fresh: bool, jobs: int = 1) -> None:
        self._folder = folder
        self._jobs = jobs
        self._plan = plan
        self._wanted = Wanted(plan.entities, plan.vectors)
        self.engine = plan.engine
        can_grow = not plan.pinned and engines.backend(plan.engine).max_articles is not None
        self._waiting: list[Document] | None = [] if fresh and can_grow else None
        if fresh and not can_grow:
            engines.create(self.engine, layout.engine(folder))
        path = layout.catalog(folder)
        self._catalog = Catalog.create(path) if fresh else Catalog(path)
        if fresh:
            self._catalog.register.enlist(listed())
        self._written = 0
        self._writer: Writer | None = None
        self._vectors = Renewal(folder)
        self._touched: set[str] = set()
        self._unread: set[str] = set()
        self.added = self.changed = self.moved = self.removed = 0

    def run(self, files: Sequence[Path | Rejected], base: Path, progress: Callable[[Progress], None]) -> None:
        """Bring the engine and the catalog up to date with the files."""
        try:
            self._resume()
            found = scan(files, self._catalog.files(), base)
            self._catalog.clear_unopened()
            for rejected in found.rejected:
                self._catalog.note_rejected(rejected, opened=False)
            for touched in found.touched:
                self._catalog.note_file(touched)
            for path in sorted(found.gone):
                self._remove(list(self._catalog.records(path)))
                self._catalog.forget_file(path)
            self._unread = {fresh.known_as or fresh.file.path for fresh in found.fresh}
            self._read(found.fresh, progress)
            self._commit()
        except BaseException:
            if self._writer:
                # An engine whose commit failed may fail here again: the first cause is the one to tell.
                with suppress(Exception):
                    self._writer.cancel()
            raise

    def _resume(self) -> None:
        """Take out what a build that was killed between two commits may have left, so that it is read again."""
        if not self._pending.exists():
            return
        try:
            ids: list[str] = json.loads(self._pending.read_text("utf-8"))
        except ValueError:  # killed while it was written: the engine's commit was still to come
            return
        for article_id in ids:
            record = self._catalog.find(article_id)
            if record:
                self._catalog.distrust_file(record.path)
        self._remove(ids, counted=False)

    def _read(self, files: Sequence[ChangedFile], progress: Callable[[Progress], None]) -> None:
        """Read the files in their order, whoever does the work."""
        size = sum(fresh.file.size for fresh in files)
        jobs = self._jobs if size > pipeline.ONE_PROCESS_BYTES else 1
        done = 0
        with closing(pipeline.results(self._tasks(files), self._wanted, jobs)) as results:
            for fresh in files:
                for articles, read in self._refresh(fresh, results):
                    progress(Progress(articles, done + min(read, fresh.file.size), size))
                done += fresh.file.size

    def _tasks(self, files: Sequence[ChangedFile]) -> Iterator[Task]:
        """Yield the pieces of the files, and None after those of each."""
        for fresh in files:
            before = self._catalog.records(fresh.known_as or "")
            known = {record.digest for record in before.values() if fresh.known_as == fresh.file.path}
            for piece in cut(fresh.path, name=fresh.file.path, columns=self._plan.columns):
                raw = "" if isinstance(piece, Rejected) else piece.raw
                yield Task(piece, bool(known and raw) and digest(raw) in known)
            yield Task(None)

    def _refresh(
        self, fresh: ChangedFile, results: Iterator[tuple[Task, Result]]
    ) -> Iterator[tuple[int, int]]:
        """Touch those articles of a file that are not as they were.

        Yields how many articles so far, and how many characters of the file.
        """
        path = fresh.file.path
        before = self._catalog.records(fresh.known_as or path)
        self._unread.discard(fresh.known_as or path)
        if fresh.known_as:
            self._catalog.forget_file(fresh.known_as)
        self._catalog.clear_rejected(path)
        kept: set[str] = set()
        added = nameless = read = 0
        for task, found in results:
            if found is None:
                break
            read += task.size or fresh.file.size
            if isinstance(found, Rejected):
                self._catalog.note_rejected(found)
                continue
            article_id, record = self._free_id(found.id, before, kept)
            kept.add(article_id)
            stays = record is not None and (record.digest, record.path) == (found.digest, path)
            if record is None:
                added += 1
                nameless += found.nameless
            elif record.digest != found.digest:
                self.changed += 1
            elif not stays:
                self.moved += 1
            if not stays:
                self._add(IndexedArticle(article_id, path, found.digest), found, task)
            yield self.added + added + self.changed + self.moved, read
        gone = before.keys() - kept
        # An id made of the text goes with the text: another text in its place has another id.
        rewritten = min(nameless, len(gone))
        self.added += added - rewritten
        self.changed += rewritten
        self.removed -= rewritten
        self._remove(sorted(gone))
        self._catalog.note_file(fresh.file)

    def _free_id(
        self, wanted: str, before: Mapping[str, IndexedArticle], kept: set[str]
    ) -> tuple[str, IndexedArticle | None]:
        """Return the id, or where another article has it, the id with the first number that is free; and its record.

        The articles of files that are still to be read have no claim: the result is that of a build anew.
        """
        for number in count(1):
            free = wanted if number == 1 else f"{wanted}-{number}"
            record = self._catalog.find(free)
            is_claimed = free not in before and record is not None and record.path not in self._unread
            if free not in kept and not is_claimed:
                break
        return free, record

    def _add(self, record: IndexedArticle, found: Ready, task: Task) -> None:
        """Hand an article to the engine, the catalog and the register."""
        if found.document is None or found.told is None:
            [again] = pipeline.work([Task(task.piece)], self._wanted)
            if isinstance(again, Ready):
                self._add(record, again, task)
            return
        self._catalog.note_article(record, found.packed)
        self._touched.add(record.id)
        if found.stems is not None:
            self._vectors.take(record.id, found.stems)
        self._put(found.document if found.id == record.id else renamed(found.document, record.id))
        self._catalog.register.note(record.id, found.told)

    def _put(self, document: Document) -> None:
        """Hand a document to the engine, or have it wait for one."""
        if self._waiting is None:
            self._write().remove(document.article.id)
            self._write().add(document)
            self._written += 1
            self._check_engine(self._written)
        else:
            self._waiting.append(document)
            if not self._suits(len(self._waiting)):
                self._choose()

    def _choose(self) -> None:
        """Make the engine that suits an index made anew, with the articles that waited for it."""
        waiting, self._waiting = self._waiting or [], None
        self.engine = engines.suiting(len(waiting))
        engines.create(self.engine, layout.engine(self._folder))
        for document in waiting:
            self._write().add(document)

    def _check_engine(self, articles: int) -> None:
        if not self._suits(articles):
            raise Outgrown

    def _suits(self, articles: int) -> bool:
        """Return whether the engine may have so many articles: any number, where a person chose it."""
        return self._plan.pinned or engines.backend(self.engine).suits(articles)

    def _remove(self, ids: Sequence[str], *, counted: bool = True) -> None:
        if not ids:
            return
        for article_id in ids:
            self._write().remove(article_id)
        self._catalog.forget_articles(ids)
        self._touched.update(ids)
        if counted:
            self.removed += len(ids)

    def _write(self) -> Writer:
        """Return the engine's writer, opened at the first change: a build that changes nothing writes nothing."""
        if self._waiting is not None:
            self._choose()
        if self._writer is None:
            self._writer = engines.open_writer(self.engine, layout.engine(self._folder))
        return self._writer

    def _commit(self) -> None:
        """Keep the changes, in the engine first."""
        if self._waiting is not None:
            self._choose()
        self._check_engine(self._catalog.count())
        if self._writer:
            self._pending.write_text(json.dumps(sorted(self._touched)), "utf-8")
            self._writer.commit()
            self._renew_vectors()
        decide(self._catalog.register)
        self._catalog.commit()
        if engines.backend(self.engine).is_local and (self._writer or not layout.seal(self._folder).exists()):
            seal.seal(self._folder)
        self._pending.unlink(missing_ok=True)

    def _renew_vectors(self) -> None:
        """Have the vectors follow the engine: what a build that was killed left undone is seen by the next one."""
        if self._plan.vectors:
            with closing(engines.open_engine(self.engine, layout.engine(self._folder))) as engine:
                self._vectors.write(engine, self._touched)

    def close(self) -> None:
        """Close the catalog, and what waits for its vectors."""
        self._vectors.close()
        self._catalog.close()

    def report(self) -> Report:
        """Return what was done, and what the index holds; what could not be read, in this build or before."""
        articles = self._catalog.count()
        return Report(
            articles=articles,
            added=self.added,
            changed=self.changed,
            moved=self.moved,
            removed=self.removed,
            unchanged=articles - self.added - self.changed - self.moved,
            rejected=tuple(self._catalog.rejected()),
            engine=self.engine,
            seconds=0.0,
        )

    @property
    def _pending(self) -> Path:
        return layout.pending(self._folder)
