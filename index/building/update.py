"""One pass over the files of an index, after which the engine and the catalog agree with the files.

The catalog follows the engine.  Before the engine commits, the ids that it is about to touch are written to the file
`pending`; after it, the catalog commits, and `pending` is removed.  A pass that meets a `pending` reads the articles of
these ids again: to add and to remove an article by its id can be repeated.

A generation that no reader sees yet is saved so from time to time.  The pass that goes on with it reads every file that was
not read to its end, and decides at its end what a pass decides of all articles.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from corpus import Article, Rejected
from corpus.clipping import Clipping
from corpus.message import message
from corpus.records import replace
from corpus.source import Source
from index import engines, layout
from index.building import beside, formats, furniture, ids, pipeline, soundness
from index.building.furniture import Learner
from index.building.intake import Intake
from index.building.kept import Kept
from index.building.merges import decide, listed
from index.building.pipeline import Ready, Result, Task, Wanted
from index.building.reading import cut_file
from index.building.report import FormatRead, Progress, Report
from index.building.scan import ChangedFile, scan
from index.document import Document, prepare, renamed
from index.engine import articles_by_id
from index.errors import Damaged
from index.layout import durable
from index.storage import manifest, seal
from index.storage.catalog import Catalog, File, IndexedArticle, digest
from index.storage.manifest import Manifest
from index.storage.names import content
from index.storage.register import ArticleNames
from index.storage.sketches import Sketched
from index.vectors.renewal import Renewal

SAVED_ARTICLES = 50_000
"""Articles after which a generation that no reader sees is saved, so that a build that is killed loses no more of them."""


class Update:
    """One pass over the files of an index; a `fresh` index is made anew in its folder.

    One that `answers` is changed at once; one that does not is saved meanwhile, and may be gone on with where it is not fresh.
    `added`, `changed`, `moved` and `removed` count articles.  `jobs` is the number of processes that may work.
    """

    def __init__(self, folder: Path, plan: Manifest, *, fresh: bool, answers: bool, jobs: int = 1) -> None:
        self._folder = folder
        self._is_fresh = fresh
        self._is_taken_up = not fresh and not answers
        self._answers = answers
        self._jobs = jobs
        self._plan = plan
        self._intake = Intake(folder, plan, fresh=fresh)
        self._pending = layout.pending(folder)
        self._catalog = (Catalog.create if fresh else Catalog)(layout.catalog(folder))
        if fresh:
            self._catalog.register.enlist(listed())
        self._wanted = Wanted(plan.entities, plan.vectors)
        self._learner = Learner(self._catalog.lines.known())
        self._vectors = Renewal(folder, stays=not answers, one_file=not self._intake.is_local)
        self._taken_up = self._catalog.count() if self._is_taken_up else 0
        self._is_saved = self._is_resumed = False
        self._broken: list[str] = []
        self._touched: set[str] = set()
        self._claims: set[str] = set()
        self._ids = ids.Ids(self._catalog)
        self._unread: set[str] = set()
        self._read_paths: set[str] = set()
        self._noted_before: set[str] = set()
        self._formats: dict[str, str] = {}
        self._read_files: Counter[str] = Counter()
        self._read_articles: Counter[str] = Counter()
        self.added = self.changed = self.moved = self.removed = 0

    @property
    def engine(self) -> str:
        """The engine of the index."""
        return self._intake.engine

    def distrust(self, formats_before: Mapping[str, str]) -> bool:
        """Note on the disk the files that are to be read by another format now; return whether there are any.

        The next pass reads them again, this one or, if it is killed, another.
        """
        paths = formats.changed(self._catalog.files(), formats_before, self._plan.formats)
        for path in paths:
            self._catalog.distrust_articles(path)
        if paths:
            self._catalog.commit()
        return bool(paths)

    def run(self, files: Sequence[Path | Rejected], base: Path, progress: Callable[[Progress], None]) -> None:
        """Bring the engine and the catalog up to date with the files."""
        try:
            if not self._is_fresh:
                self._broken = soundness.broken(self._folder, self._intake, whole=self._is_taken_up)
            self._resume()
            if not self._is_taken_up:  # what a build found that did not end was not reported
                self._noted_before = {*map(str, (*self._catalog.rejected(), *self._catalog.losses()))}
            changes = scan(files, self._catalog.files(), base)
            self._catalog.clear_unopened()
            for rejected in changes.rejected:
                self._catalog.note_rejected(rejected, opened=False)
            for touched in changes.touched:
                self._catalog.note_file(touched)
            for path in sorted(changes.gone):
                self._remove(list(self._catalog.records(path)))
                self._catalog.forget_file(path)
            self._unread = {fresh.known_as or fresh.file.path for fresh in changes.fresh}
            self._read(changes.fresh, progress)
            if self._is_saved:
                self._save()
            self._commit()
        except BaseException:
            self._intake.cancel()
            raise

    def _resume(self) -> None:
        """Remove the articles that a build killed between two commits was touching, so that they are read again."""
        if not self._pending.exists():
            return
        self._is_resumed = True
        try:
            touched: list[str] = json.loads(self._pending.read_text("utf-8"))
        except ValueError as error:  # written by one rename: it was damaged later
            raise Damaged(
                "index.damaged_file", path=str(self._pending), cause=str(error), mend=message("mend.rebuild")
            ) from error
        for article_id in touched:
            if record := self._catalog.find(article_id):
                self._catalog.distrust_file(record.path)
        self._remove(touched, counted=False)

    def _read(self, files: Sequence[ChangedFile], progress: Callable[[Progress], None]) -> None:
        """Read the files in their order, in this process or in several; what then is left to do takes a while too."""
        size = sum(fresh.file.size for fresh in files)
        jobs = self._jobs if size > pipeline.ONE_PROCESS_BYTES else 1
        done = articles = saved = 0
        with closing(pipeline.results(self._tasks(files), self._wanted, jobs)) as results:
            for fresh in files:
                for articles, read in self._refresh(fresh, results):
                    progress(Progress(articles, done + min(read, fresh.file.size), size))
                    if articles - saved >= SAVED_ARTICLES and not self._answers and self._intake.can_save:
                        self._save(fresh)
                        saved = articles
                done += fresh.file.size
        progress(Progress(articles, size, size))

    def _save(self, reading: ChangedFile | None = None) -> None:
        """Save what was read so far, as an update is saved; the file that is being read is to be read again.

        What is decided of all articles is decided at the end, and what an earlier build decided is forgotten.
        """
        for path in {reading.file.path, reading.known_as or reading.file.path} if reading else ():
            self._catalog.note_file(File(path, -1, 0, ""))
        durable.write(self._pending, json.dumps(sorted(self._touched)).encode())
        for decided in layout.beside_engine(self._folder):
            durable.remove(decided)
        self._catalog.comparisons.clear()
        self._vectors.save()
        self._intake.save()
        seal.seal(self._folder)
        self._catalog.commit()
        durable.remove(self._pending)
        manifest.begin(self._folder, replace(self._plan, engine=self.engine))
        self._touched.clear()
        self._is_saved = True

    def _tasks(self, files: Sequence[ChangedFile]) -> Iterator[Task]:
        """Yield the pieces of the files, and None after the last piece of each file."""
        for fresh in files:
            digests = (
                {*self._catalog.digests_of(fresh.file.path)} if fresh.known_as == fresh.file.path else ()
            )
            source = Source(fresh.path, fresh.file.path)
            file = cut_file(source, self._plan.columns, formats.of(self._plan.formats, source.name))
            self._formats[source.name] = file.format
            for piece in file.pieces:
                raw = piece.raw if isinstance(piece, Article | Clipping) else ""
                yield Task(piece, bool(digests and raw) and digest(raw) in digests, self._learner.known)
            yield Task(None)

    def _refresh(
        self, fresh: ChangedFile, results: Iterator[tuple[Task, Result]]
    ) -> Iterator[tuple[int, int]]:
        """Change the articles of a file that are not as they were in the index.

        Yields the number of articles so far, and the number of characters read of the file.
        """
        path = fresh.file.path
        before = fresh.known_as or path
        self._unread.discard(before)
        self._read_paths.add(path)
        self._catalog.clear_rejected(path)
        kept: set[str] = set()
        added = nameless = read = number = 0
        for task, result in results:
            if result is None:
                break
            read += task.size or fresh.file.size
            if isinstance(result, Rejected):
                self._catalog.note_rejected(result)
                continue
            if result.loss:
                self._catalog.note_rejected(result.loss)
            article_id, record = self._ids.free(result.id, before, kept, self._unread)
            kept.add(article_id)
            stays = record is not None and (record.digest, record.path) == (result.digest, path)
            if record is None:
                added += 1
                nameless += result.nameless
            elif record.digest != result.digest:
                self.changed += 1
            elif not stays:
                self.moved += 1
            if not stays:
                wanted = None if result.id == article_id else result.id
                self._add(IndexedArticle(article_id, path, result.digest, number, wanted), result, task)
            elif record and record.number != number:
                self._catalog.renumber(article_id, number)
            number += 1
            yield self.added + added + self.changed + self.moved, read
        gone = [article_id for article_id in self._catalog.ids_of(before) if article_id not in kept]
        # An id made of the text goes with the text: another text in its place has another id.
        rewritten = min(nameless, len(gone))
        self.added += added - rewritten
        self.changed += rewritten
        self.removed -= rewritten
        self._remove(sorted(gone))
        if before != path:
            self._catalog.forget_file(before)
        self._catalog.note_file(fresh.file)
        format_ = self._formats.pop(path)
        self._read_files[format_] += 1
        self._read_articles[format_] += number

    def _add(self, record: IndexedArticle, ready: Ready, task: Task) -> None:
        """Hand an article to the engine, the catalog and the register.

        One that was taken for unchanged has only its digest: if it changes after all (its id is another's now, or its file
        moved), it is worked on here.
        """
        if ready.document is None or ready.names is None:
            for _, again in pipeline.results(
                [Task(task.piece, known=self._learner.known)], self._wanted, jobs=1
            ):
                if isinstance(again, Ready):
                    self._add(record, again, task)
            return
        self._catalog.note_article(record, ready.packed)
        self._touched.add(record.id)
        if self._answers:
            self._claims.add(record.wanted or record.id)
        self._note(record.id, ready, ready.document, ready.names)
        self._intake.put(ready.document if ready.id == record.id else renamed(ready.document, record.id))
        self._learner.take(ready.lined)

    def _note(self, article_id: str, ready: Ready, document: Document, names: ArticleNames) -> None:
        """Note what a build keeps of an article beside its document."""
        if ready.stems is not None:
            self._vectors.take(article_id, ready.stems)
        self._catalog.register.note(article_id, names)
        source = "".join(document.names["source"].values())
        self._catalog.sketches.note(article_id, Sketched(ready.sketch, document.day, source))
        self._catalog.lines.note(article_id, ready.lined)

    def _remove(self, gone: Sequence[str], *, counted: bool = True) -> None:
        if not gone:
            return
        for article_id in gone:
            self._intake.remove(article_id)
            if record := self._catalog.find(article_id):
                self._claims.add(record.wanted or article_id)
        self._catalog.forget_articles(gone)
        self._touched.update(gone)
        if counted:
            self.removed += len(gone)

    def _commit(self) -> None:
        """Save the changes, those of the engine first; each step is on the disk before the next one begins."""
        self._intake.choose()
        self._intake.check(self._catalog.count())
        has_news = self._intake.has_changes or not self._answers
        claims = self._catalog.claims() if self._is_taken_up else sorted(self._claims)
        renames = dict(ids.renames(self._catalog, claims))
        lines = Kept(self._catalog, self._folder, sorted(self._touched)).lines() if has_news else None
        other_furniture = furniture.decide(lines, self._catalog.lines) if lines else {}
        if renames or not self._answers:
            lines = None  # another id; or while the engine merges, which takes most of the memory of a build
        self._touched.update(renames, renames.values(), other_furniture)
        if self._intake.has_changes and self._answers:
            changed = (self._folder, self._intake, len(self._touched), self._vectors)
            self._broken = soundness.broken_of_taken_over(*changed)
        is_written_again = bool(renames or other_furniture)
        # a build that was killed may have written files that are not those of the catalog
        is_trusted = self._answers and not self._is_resumed and not self._broken
        with ThreadPoolExecutor(2) as threads:
            are_taken = not self._answers and self._vectors.taken == self._catalog.count()
            begins = self._plan.vectors and are_taken and not is_written_again
            vectors = threads.submit(self._vectors.write_taken) if begins else None  # as long as the commit
            if has_news:
                durable.write(self._pending, json.dumps(sorted(self._touched)).encode())
            committed = threads.submit(self._intake.commit)
            if is_written_again or not self._answers:  # other processes, or much memory
                committed.result()
            if is_written_again:
                self._write_again(renames, other_furniture)
            if self._is_taken_up:
                self._catalog.register.touch_all()
            are_others = decide(self._catalog.register)
            names = content(self._catalog.register) if are_others or not is_trusted else None
            committed.result()
            if vectors:
                vectors.result()
            elif has_news or self._broken:
                self._renew_vectors()
        number = self._catalog.columns_number
        if has_news or self._touched or self._broken:
            kept = (self._folder, self._intake, self._catalog, self._touched, lines)
            number = beside.write(*kept, names=names, has_stories=is_trusted)
        engines.publish(self.engine, self._folder, self._catalog, self._touched)
        if self._intake.is_local and (has_news or self._broken):
            seal.seal(self._folder)
        self._catalog.commit(number)
        durable.remove(self._pending)

    def _write_again(self, renames: Mapping[str, str], other: furniture.Furniture) -> None:
        """Give articles that the engine has other ids, or leave out other lines of them, in a second commit.

        The engine gives back only what is committed.  A build that is killed between the two leaves `pending`, which names
        the old ids and the new ones.
        """
        with self._intake.again() as (engine, writer):
            for old in (*other, *(renames.keys() - other.keys())):
                writer.remove(old)
            for article in articles_by_id(engine, sorted(renames.keys() - other.keys())):
                writer.add(prepare(replace(article, id=renames[article.id])))
            tasks = map(Task, furniture.left_out(engine, self._catalog.lines, other))
            jobs = self._jobs if len(other) > pipeline.ONE_PROCESS_ARTICLES else 1
            with closing(pipeline.results(tasks, self._wanted, jobs)) as results:
                for _, ready in results:
                    if isinstance(ready, Ready) and ready.document and ready.names:
                        self._note(ready.id, ready, ready.document, ready.names)
                        writer.add(renamed(ready.document, renames.get(ready.id, ready.id)))
        self._catalog.rename(renames)
        self._vectors.rename(renames)

    def _renew_vectors(self) -> None:
        """Bring the vectors up to date with the engine; the next build makes up for one that is killed here."""
        if self._plan.vectors:
            with self._intake.reading() as engine:
                self._vectors.write(engine, self._touched, broken=self._broken)

    def close(self) -> None:
        """Close the catalog and the file of stems, whose last bytes a full disk may refuse."""
        try:
            self._vectors.close()
        finally:
            self._catalog.close()

    def report(self) -> Report:
        """Return what the pass did; the rejections and losses are those of all builds."""
        articles = self._catalog.count()
        rejected, losses = tuple(self._catalog.rejected()), tuple(self._catalog.losses())
        return Report(
            articles=articles,
            added=self.added,
            changed=self.changed,
            moved=self.moved,
            removed=self.removed,
            unchanged=articles - self.added - self.changed - self.moved,
            rejected=rejected,
            engine=self.engine,
            seconds=0.0,
            damage=message("index.file_changed", name=self._broken[0]) if self._broken else None,
            losses=losses,
            taken_up=self._taken_up,
            noted_before=tuple(filter(self._is_known, (*rejected, *losses))),
            left_out=self._catalog.lines.left_out(),
            formats=tuple(
                FormatRead(name, self._read_files[name], count)
                for name, count in self._read_articles.most_common()
                if count
            ),
        )

    def _is_known(self, piece: Rejected) -> bool:
        """Return whether an earlier pass noted what could not be read; a root that is missing is news at every pass."""
        is_news = piece.path in self._read_paths or piece.reason.code == "index.root_stays"
        return not is_news and str(piece) in self._noted_before
