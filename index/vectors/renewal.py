"""Keeps the vectors up to date with the articles of an engine."""

import mmap
import struct
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.records import record, replace
from index import layout
from index.document import stem_text
from index.engine import Engine, articles_by_id, count
from index.layout import durable
from index.query import Among, Everything
from index.vectors.file import HEADER, MAGIC, Counts, counts, key, read_layout
from index.vectors.since import Halves, Since, among, most_changes
from index.vectors.space import Space, fit, fold
from index.vectors.spool import Spool

_MIN_ARTICLES = 1000
"""Articles of the smallest corpus that has vectors: a smaller one shows too little of how its words are used."""

_MAX_SAMPLED_ARTICLES = 12_000
"""The most articles that the space is fitted on: the mean of seven test sets is the same with all of 33,000."""

_REFIT_GROWTH = 1.5
"""Growth at which the space is fitted again, as a factor of the articles it was fitted for: the work is three times at most."""

_ARTICLES_AT_ONCE = 500
"""Articles that are read from the engine, or folded into the space, at once."""


class Renewal:
    """Brings the vectors of the folder of a generation up to date; it takes the stems of each article that is added.

    They stay for the next build, if this one does not end, where `stays` says so.  Few vectors go into a file beside that of
    the others, unless all are to be in `one_file`.
    """

    def __init__(self, folder: Path, *, stays: bool = False, one_file: bool = False) -> None:
        self._path = layout.vectors(folder)
        self._since = layout.vectors_since(folder)
        self._one_file = one_file
        self._taken = Spool(folder, stays=stays)

    def take(self, article_id: str, counted: Counts) -> None:
        """Note the stems of an article that is added."""
        self._taken.add(key(article_id), counted)

    def save(self) -> None:
        """Have the stems that were noted so far on the disk."""
        self._taken.save()

    @property
    def taken(self) -> int:
        """The number of articles whose stems were noted."""
        return len(self._taken)

    def rename(self, renames: Mapping[str, str]) -> None:
        """Note that articles have other ids than those that they were taken with."""
        self._taken.rename({key(old): key(new) for old, new in renames.items()})

    def write(self, engine: Engine, touched: Collection[str], *, broken: Collection[str] = ()) -> None:
        """Make the vectors those of the articles of an engine; the articles that were `touched` may have changed.

        Where a file of theirs is among the `broken` ones, by their names, they are made anew, of all the articles.

        The vectors stand in the order of their keys: where the space is fitted once, the file is the same whatever the
        order of the builds.
        """
        articles = count(engine, Everything())
        if articles < _MIN_ARTICLES:
            durable.remove(self._since)
            self._path.unlink(missing_ok=True)
            return
        known = None if {self._path.name, self._since.name} & {*broken} else self._read()
        if known is None or articles >= _REFIT_GROWTH * known[0].fitted:
            ids = _keyed(engine.ids())
            self._make(sorted(ids), partial(self._counted, engine, ids))
            return
        held, since = known
        since = since.without(_sorted(map(key, touched)), held.keys)
        ids = _keyed(_present(engine, touched, articles))
        before = since.known(held.keys)
        if len(before) + len(ids) != articles:  # an earlier build was killed before it wrote its vectors
            ids = _keyed(engine.ids())
            since = since.without(before[~among(before, _sorted(ids))], held.keys)
            ids = {number: ids[number] for number in ids.keys() - set(before.tolist())}
        more = sorted(ids)
        rows = _folded(self._counted(engine, ids, more), held.space)
        since = since.including(np.array(more, np.uint64), np.concatenate([held.rows[:0], *rows]))
        if self._one_file or since.changes > most_changes(len(held.keys)):
            merged = held.merged(since)
            self._replace(merged.space, merged.fitted, merged.keys, [merged.rows])
        elif since.changes:
            since.write(self._since, len(held.keys))
        else:
            durable.remove(self._since)

    def copies(self, articles: int) -> bool:
        """Return whether `write` may copy the vectors of the file into another one, where some articles were touched."""
        known = self._read()
        if known is None:
            return False
        held, since = known
        # one that changed is among the keys, and is gone from the file
        return self._one_file or since.changes + 2 * articles > most_changes(len(held.keys))

    def write_taken(self) -> None:
        """Make the vectors those of the articles that were taken, which are all of an index that no reader sees yet.

        No engine is asked, so that this can be done in a thread while the engine commits.
        """
        keys = self._taken.keys()
        if len(keys) >= _MIN_ARTICLES:
            self._make(keys, partial(map, self._taken.__getitem__))

    def _read(self) -> tuple["Held", Since] | None:
        """Return what the files hold; None if there is no file of vectors, or if one is not whole."""
        try:
            held = _read(self._path)
            return held, Since.read(self._since, *held.rows.shape)
        except (FileNotFoundError, ValueError, struct.error):
            return None

    def _make(self, keys: Sequence[int], counted: "_Stems") -> None:
        """Make the vectors of articles anew, by their sorted keys: those of a million are 320 MB, of which some are in memory."""
        space = fit(list(counted(keys[:_MAX_SAMPLED_ARTICLES])))
        self._replace(space, len(keys), np.array(keys, np.uint64), _folded(counted(keys), space))

    def _replace(self, space: Space, fitted: int, keys: NDArray[np.uint64], rows: Iterable[Halves]) -> None:
        """Replace the file of the vectors, at once or not at all, by those of sorted keys; what came since is gone."""
        with durable.replaced(self._path) as file:
            file.write(HEADER.pack(MAGIC, len(keys), len(space.stems), space.vectors.shape[1], fitted))
            for stretch in (keys, space.stems):
                file.write(np.ascontiguousarray(stretch).data)
            for some in rows:  # one by one: they are made as they are asked for
                file.write(np.ascontiguousarray(some).data)
            file.write(np.ascontiguousarray(space.vectors).data)
            durable.remove(self._since)  # until the file takes its place, what came since has no vectors

    def _counted(self, engine: Engine, ids: Mapping[int, str], keys: Sequence[int]) -> Iterator[Counts]:
        """Yield the stems of articles, in the order of their keys, of which `ids` has the ids."""
        for start in range(0, len(keys), _ARTICLES_AT_ONCE):
            some = keys[start : start + _ARTICLES_AT_ONCE]
            noted = {key: counted for key in some if (counted := self._taken.get(key))}
            stems = noted | _from_engine(engine, [ids[key] for key in some if key not in noted])
            yield from map(stems.__getitem__, some)

    def close(self) -> None:
        """Let go of the stems that were noted."""
        self._taken.close()


@record
class Held:
    """The content of a file of vectors: a space, the number of articles it was `fitted` for, and a row for each sorted key."""

    space: Space
    fitted: int
    keys: NDArray[np.uint64]
    rows: Halves

    def merged(self, since: Since) -> "Held":
        """Return the vectors of now, in the order of their keys."""
        stays = ~among(self.keys, since.gone)
        kept = self if stays.all() else replace(self, keys=self.keys[stays], rows=self.rows[stays])
        keys = np.sort(np.concatenate((kept.keys, since.keys)))  # no article is in both
        rows = np.empty((len(keys), self.rows.shape[1]), np.float16)
        for part in (kept, since):
            rows[np.searchsorted(keys, part.keys)] = part.rows
        return replace(self, keys=keys, rows=rows)


_Stems: TypeAlias = Callable[[Sequence[int]], Iterator[Counts]]
"""A function from the keys of articles to the stems of each."""


def _folded(stems: Iterator[Counts], space: Space) -> Iterator[Halves]:
    """Yield the vectors of articles, some at once."""
    while some := list(islice(stems, _ARTICLES_AT_ONCE)):
        yield fold(some, space).astype(np.float16)


def _sorted(keys: Iterable[int]) -> NDArray[np.uint64]:
    return np.array(sorted(keys), np.uint64)


def _keyed(ids: Iterable[str]) -> dict[int, str]:
    return {key(article_id): article_id for article_id in ids}


def _present(engine: Engine, ids: Collection[str], articles: int) -> set[str]:
    """Return those of some ids that an engine has; to list all its ids takes as long as to ask for 7 % of them."""
    if len(ids) > 0.07 * articles:
        return engine.ids() & set(ids)
    ordered = sorted(ids)
    parts = (
        ordered[start : start + _ARTICLES_AT_ONCE] for start in range(0, len(ordered), _ARTICLES_AT_ONCE)
    )
    return {hit.id for part in parts for hit in engine.ranked(Among(frozenset(part)), len(part))}


def _from_engine(engine: Engine, ids: Sequence[str]) -> dict[int, Counts]:
    """Return the stems of articles of the engine, which are analysed again, by their keys."""
    return {key(article.id): counts(stem_text(article)) for article in articles_by_id(engine, ids)}


def _read(path: Path) -> Held:
    """Return the content of a file of vectors, mapped into memory.

    Raises:
        FileNotFoundError, ValueError, struct.error: there is no file, or not a whole one.
    """
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    header = read_layout(content[: HEADER.size], len(content))
    keys, stems, rows, _ = header.ends
    space = Space(
        np.frombuffer(content, np.uint32, header.stems, keys),
        np.frombuffer(content, np.float16, header.stems * header.size, rows).reshape(-1, header.size),
    )
    return Held(
        space,
        header.fitted,
        np.frombuffer(content, np.uint64, header.articles, HEADER.size),
        np.frombuffer(content, np.float16, header.articles * header.size, stems).reshape(-1, header.size),
    )
