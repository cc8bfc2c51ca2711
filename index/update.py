"""One pass over the files of an index, which leaves the engine and the catalog as the files are.

The catalog follows the engine.  Before the engine commits, the ids that it is about to touch are written to
the file `pending`; after it, the catalog commits and `pending` goes.  A pass that finds a `pending` reads the
articles of these ids again: adding and removing by id can be repeated.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from corpus import Article, Rejected, read
from corpus.entities import Entity, Kind, Model, extract
from corpus.readers.record import record_id
from index import engines, seal
from index.authority import decide
from index.catalog import Catalog, Record
from index.document import Document, distinct, prepare, values, whole
from index.engine import Writer
from index.fields import VALUES
from index.manifest import NO_ENTITIES, Manifest
from index.register import Mention
from index.report import Progress, Report
from index.scan import Found, scan
from index.vectors.renewal import Renewal

BATCH = 64
"""Articles whose entities are looked for at once; the trained extractor needs 8 or more to be at its speed."""


class Outgrown(Exception):  # noqa: N818 - no error, but an index that is to be made with another engine
    """There are more articles than suit the engine of the index."""


class Update:
    """One pass over the files of an index, made anew in its folder where `fresh`.

    `added`, `changed`, `moved` and `removed` count articles.  `engine` is the one that the index is made with:
    where nobody named it, that of the plan or, for more articles than suit that one, the next.  The first
    articles of an index made anew wait until it is known.
    """

    def __init__(self, folder: Path, plan: Manifest, *, fresh: bool) -> None:
        self._folder = folder
        self._plan = plan
        path = folder / "catalog.sqlite"
        self._catalog = Catalog.create(path) if fresh else Catalog(path)
        self.engine = plan.engine
        self._can_grow = not plan.pinned and plan.engine != engines.NAMES[-1]
        self._waiting: list[Document] | None = [] if fresh and self._can_grow else None
        if fresh and not self._can_grow:
            engines.create(self.engine, folder / "engine")
        self._written = 0
        self._writer: Writer | None = None
        self._vectors = Renewal(folder)
        self._batch: list[tuple[Article, str]] = []
        self._touched: set[str] = set()
        self._unread: set[str] = set()
        self.added = self.changed = self.moved = self.removed = 0

    def run(self, files: Sequence[Path | Rejected], home: Path, progress: Callable[[Progress], None]) -> None:
        """Bring the engine and the catalog up to date with the files."""
        try:
            self._resume()
            found = scan(files, self._catalog.files(), home)
            self._catalog.clear_unopened()
            for rejected in found.rejected:
                self._catalog.note_rejected(rejected, opened=False)
            for touched in found.touched:
                self._catalog.note_file(touched)
            for path in sorted(found.gone):
                self._remove(list(self._catalog.records(path)))
                self._catalog.forget_file(path)
            self._unread = {fresh.known_as or fresh.file.path for fresh in found.fresh}
            for done, fresh in enumerate(found.fresh):
                for articles in self._refresh(fresh):
                    progress(Progress(articles, done, len(found.fresh)))
            self._flush()
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

    def _refresh(self, fresh: Found) -> Iterator[int]:
        """Read a file, and touch those of its articles that are not as they were; yield how many so far."""
        path = fresh.file.path
        before = self._catalog.records(fresh.known_as or path)
        self._unread.discard(fresh.known_as or path)
        if fresh.known_as:
            self._catalog.forget_file(fresh.known_as)
        self._catalog.clear_rejected(path)
        kept: set[str] = set()
        added = nameless = 0
        for found in read(fresh.path, name=path, columns=self._plan.columns):
            if isinstance(found, Rejected):
                self._catalog.note_rejected(found)
                continue
            article = replace(found, id=self._free_id(found.id, before, kept))
            kept.add(article.id)
            digest = blake2b(article.raw.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
            record = self._catalog.find(article.id)
            if record and (record.digest, record.path) == (digest, path):
                continue
            if record is None:
                added += 1
                nameless += found.id == record_id("", found.raw)
            elif record.digest == digest:
                self.moved += 1
            else:
                self.changed += 1
            self._add(article, digest)
            yield self.added + added + self.changed + self.moved
        gone = before.keys() - kept
        # An id made of the text goes with the text: another text in its place has another id.
        rewritten = min(nameless, len(gone))
        self.added += added - rewritten
        self.changed += rewritten
        self.removed -= rewritten
        self._remove(sorted(gone))
        self._catalog.note_file(fresh.file)

    def _free_id(self, wanted: str, before: Mapping[str, Record], kept: set[str]) -> str:
        """Return the id, or where another article has it, the id with the first number that is free.

        The articles of files that are still to be read have no claim: the result is that of a build anew.
        """
        number, free = 1, wanted
        while free in kept or (free not in before and self._claimed(free)):
            number += 1
            free = f"{wanted}-{number}"
        return free

    def _claimed(self, article_id: str) -> bool:
        record = self._catalog.find(article_id)
        return record is not None and record.path not in self._unread

    def _add(self, article: Article, digest: str) -> None:
        self._batch.append((article, digest))
        self._catalog.note_article(article, digest)
        if len(self._batch) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        """Find the entities of the articles that wait, and hand them to the engine and to the register."""
        articles = [article for article, _ in self._batch]
        for article, entities in zip(articles, self._entities(articles), strict=True):
            names = {kind: [entity.name for entity in entities if entity.kind is kind] for kind in Kind}
            complete = replace(
                article,
                person=distinct([*article.person, *names[Kind.PERSON]]),
                org=distinct([*article.org, *names[Kind.ORG]]),
                place=distinct([*article.place, *names[Kind.PLACE]]),
            )
            self._touched.add(article.id)
            self._put(prepare(complete))
            self._catalog.register.note(article.id, list(_mentions(complete, entities)))
        self._batch.clear()

    def _put(self, document: Document) -> None:
        """Hand a document to the engine, or have it wait for one."""
        self._vectors.take(document)
        if self._waiting is None:
            self._write().remove(document.article.id)
            self._write().add(document)
            self._written += 1
            self._check_engine(self._written)
        else:
            self._waiting.append(document)
            if engines.suiting(len(self._waiting)) != self.engine:
                self._choose()

    def _choose(self) -> None:
        """Make the engine that suits an index made anew, with the articles that waited for it."""
        waiting, self._waiting = self._waiting or [], None
        self.engine = engines.suiting(len(waiting))
        self._can_grow = self.engine != engines.NAMES[-1]
        engines.create(self.engine, self._folder / "engine")
        for document in waiting:
            self._write().add(document)

    def _check_engine(self, articles: int) -> None:
        if self._can_grow and engines.suiting(articles) != self.engine:
            raise Outgrown

    def _entities(self, articles: Sequence[Article]) -> Sequence[Sequence[Entity]]:
        if self._plan.entities == NO_ENTITIES:
            return [()] * len(articles)
        texts = [f"{article.title}\n{article.text}" for article in articles]
        return extract(texts, Model(self._plan.entities))

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
            self._writer = engines.open_writer(self.engine, self._folder / "engine")
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
        if self._writer or not (self._folder / seal.NAME).exists():
            seal.seal(self._folder)
        self._pending.unlink(missing_ok=True)

    def _renew_vectors(self) -> None:
        """Have the vectors follow the engine: what a build that was killed left undone is seen by the next one."""
        if self._plan.vectors:
            with closing(engines.open_engine(self.engine, self._folder / "engine")) as engine:
                self._vectors.write(engine, self._touched)

    def close(self) -> None:
        """Close the catalog."""
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
        return self._folder / "pending"


def _mentions(article: Article, entities: Sequence[Entity]) -> Iterator[Mention]:
    """Yield every name of an article once: those that were found in it, then those that came with it."""
    found = {(entity.kind.value, whole(entity.name)): entity for entity in entities}
    for entity in found.values():
        yield Mention(entity.kind.value, entity.name, entity.acronym, entity.mentions)
    for field in VALUES:
        for name in values(article, field.name):
            if (field.name, whole(name)) not in found:
                yield Mention(field.name, name)
