"""Keeps the vectors up to date with the articles of an engine."""

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
from index.vectors.space import Floats, Space, fit, fold
from index.vectors.spool import Spool

Halves = NDArray[np.float16]

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

    They stay for the next build, if this one does not end, where `stays` says so.
    """

    def __init__(self, folder: Path, *, stays: bool = False) -> None:
        self._path = layout.vectors(folder)
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

    def write(self, engine: Engine, touched: Collection[str], *, anew: bool = False) -> None:
        """Make the vectors those of the articles of an engine; the articles that were `touched` may have changed.

        Vectors that are found damaged are made `anew`, of all the articles.

        The vectors stand in the order of their keys: where the space is fitted once, the file is the same whatever the
        order of the builds.
        """
        articles = count(engine, Everything())
        if articles < _MIN_ARTICLES:
            self._path.unlink(missing_ok=True)
            return
        held = None if anew else _read(self._path)
        if held is None or articles >= _REFIT_GROWTH * held.fitted:
            ids = _keyed(engine.ids())
            held = _fitted(sorted(ids), partial(self._counted, engine, ids))
        else:
            held = held.where(~np.isin(held.keys, _sorted(map(key, touched))))
            ids = _keyed(_present(engine, touched, articles))
            if (
                len(held.keys) + len(ids) != articles
            ):  # an earlier build was killed before it wrote its vectors
                ids = _keyed(engine.ids())
                held = held.where(np.isin(held.keys, _sorted(ids)))
                ids = {number: ids[number] for number in ids.keys() - set(held.keys.tolist())}
        _write(self._path, _with(held, sorted(ids), partial(self._counted, engine, ids)))

    def write_taken(self) -> None:
        """Make the vectors those of the articles that were taken, which are all of a fresh index.

        No engine is asked, so that this can be done in a thread while the engine commits.
        """
        keys = self._taken.keys()
        if len(keys) >= _MIN_ARTICLES:
            counted = partial(map, self._taken.__getitem__)
            _write(self._path, _with(_fitted(keys, counted), keys, counted))

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

    def where(self, stays: NDArray[np.bool_]) -> "Held":
        """Return the vectors of some of the articles: those that stay; where all do, nothing is copied."""
        if stays.all():
            return self
        return replace(self, keys=self.keys[stays], rows=self.rows[stays])


_Stems: TypeAlias = Callable[[Sequence[int]], Iterator[Counts]]
"""A function from the keys of articles to the stems of each."""


def _fitted(keys: Sequence[int], counted: _Stems) -> Held:
    """Return the space of articles, by their sorted keys, and no vector of an article yet."""
    space = fit(list(counted(keys[:_MAX_SAMPLED_ARTICLES])))
    return Held(space, len(keys), np.zeros(0, np.uint64), space.vectors[:0])


def _with(held: Held, more: Sequence[int], counted: _Stems) -> Held:
    """Return the vectors held, and those of more articles, by their sorted keys."""
    fresh = np.array(more, np.uint64)
    keys = np.sort(np.concatenate((held.keys, fresh)))  # no article is in both
    rows = np.empty((len(keys), held.rows.shape[1]), np.float16)
    rows[np.searchsorted(keys, held.keys)] = held.rows
    start = 0
    for folded in _folded(counted(more), held.space):
        rows[np.searchsorted(keys, fresh[start : start + len(folded)])] = folded
        start += len(folded)
    return Held(held.space, held.fitted, keys, rows)


def _folded(stems: Iterator[Counts], space: Space) -> Iterator[Floats]:
    """Yield the vectors of articles, in batches: those of a million are 320 MB."""
    while some := list(islice(stems, _ARTICLES_AT_ONCE)):
        yield fold(some, space)


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


def _read(path: Path) -> Held | None:
    """Return the content of a file of vectors; None if there is no file, or not a whole one."""
    try:
        content = path.read_bytes()
        header = read_layout(content[: HEADER.size], len(content))
    except (FileNotFoundError, ValueError, struct.error):
        return None
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


def _write(path: Path, held: Held) -> None:
    """Replace a file of vectors, at once or not at all."""
    articles, size = held.rows.shape
    with durable.replaced(path) as file:
        file.write(HEADER.pack(MAGIC, articles, len(held.space.stems), size, held.fitted))
        for stretch in (held.keys, held.space.stems, held.rows, held.space.vectors):
            file.write(np.ascontiguousarray(stretch).data)
