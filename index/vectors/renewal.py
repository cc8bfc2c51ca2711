"""Keeps the vectors up to date with the articles of an engine."""

import os
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import layout
from index.document import stem_text
from index.engine import Ask, Engine, Sort
from index.fields import ID
from index.query import Everything, Or, Term
from index.vectors.file import HEADER, MAGIC, Counts, counts, key, read_layout
from index.vectors.space import Floats, Space, fit, fold
from index.vectors.spool import Spool

Halves = NDArray[np.float16]

_MIN_ARTICLES = 1000
"""Articles from which on there are vectors: of fewer, the corpus has too little to tell about its words."""

_MAX_SAMPLED_ARTICLES = 12_000
"""Articles that the space is fitted on, at most: the mean of seven test sets is the same with all of 33,000."""

_REFIT_GROWTH = 1.5
"""Times as many articles as the space was fitted for, when it is fitted again: the work is thrice a build's at most."""

_ARTICLES_AT_ONCE = 500
"""Articles read from the engine, or folded, at once."""


class Renewal:
    """Brings the vectors of the folder of a generation up to date; it takes the stems of what the engine is given."""

    def __init__(self, folder: Path) -> None:
        self._path = layout.vectors(folder)
        self._taken = Spool(folder)

    def take(self, article_id: str, counted: Counts) -> None:
        """Note the stems of an article that is added."""
        self._taken.add(key(article_id), counted)

    def write(self, engine: Engine, touched: Collection[str]) -> None:
        """Make the vectors those of the articles of an engine, of which those that were `touched` may be others.

        The file is the same however the articles came, as long as the space is fitted at once: they go by their keys.
        """
        articles = engine.search(Everything(), Ask(0)).total.count
        if articles < _MIN_ARTICLES:
            self._path.unlink(missing_ok=True)
            return
        held = _read(self._path)
        if held is None or articles >= _REFIT_GROWTH * held.fitted:
            ids = _keyed(engine.ids())
            space = fit(
                list(self._counted(engine, [ids[one] for one in sorted(ids)[:_MAX_SAMPLED_ARTICLES]]))
            )
            held = Held(space, articles, np.zeros(0, np.uint64), space.vectors[:0])
        else:
            held = held.where(~np.isin(held.keys, _sorted(map(key, touched))))
            ids = _keyed(_present(engine, touched, articles))
            if len(held.keys) + len(ids) != articles:  # a build was killed in between
                ids = _keyed(engine.ids())
                held = held.where(np.isin(held.keys, _sorted(ids)))
                ids = {one: ids[one] for one in ids.keys() - set(held.keys.tolist())}
        _write(self._path, self._with(held, ids, engine))

    def _with(self, held: "Held", ids: Mapping[int, str], engine: Engine) -> "Held":
        """Return the vectors held, with those of more articles."""
        fresh = _sorted(ids)
        keys = np.union1d(held.keys, fresh)
        rows = np.empty((len(keys), held.rows.shape[1]), np.float16)
        rows[np.searchsorted(keys, held.keys)] = held.rows
        start = 0
        for folded in self._folded(engine, [ids[one] for one in fresh.tolist()], held.space):
            rows[np.searchsorted(keys, fresh[start : start + len(folded)])] = folded
            start += len(folded)
        return Held(held.space, held.fitted, keys, rows)

    def _folded(self, engine: Engine, ids: Sequence[str], space: Space) -> Iterator[Floats]:
        """Yield the vectors of articles, some at a time: those of a million are 320 MB."""
        found = self._counted(engine, ids)
        while some := list(islice(found, _ARTICLES_AT_ONCE)):
            yield fold(some, space)

    def _counted(self, engine: Engine, ids: Sequence[str]) -> Iterator[Counts]:
        """Yield the stems of articles, in order."""
        for start in range(0, len(ids), _ARTICLES_AT_ONCE):
            some = ids[start : start + _ARTICLES_AT_ONCE]
            taken = {one: counted for one in some if (counted := self._taken.get(key(one)))}
            found = taken | _from_engine(engine, [one for one in some if one not in taken])
            yield from (found[one] for one in some)

    def close(self) -> None:
        """Let go of what was noted."""
        self._taken.close()


@dataclass(frozen=True, slots=True)
class Held:
    """What a file of vectors holds: a space, of how many articles it was `fitted`, and their vectors, by sorted keys."""

    space: Space
    fitted: int
    keys: NDArray[np.uint64]
    rows: Halves

    def where(self, stays: NDArray[np.bool_]) -> "Held":
        """Return what is held of some of the articles."""
        return replace(self, keys=self.keys[stays], rows=self.rows[stays])


def _sorted(keys: Iterable[int]) -> NDArray[np.uint64]:
    return np.array(sorted(keys), np.uint64)


def _keyed(ids: Iterable[str]) -> dict[int, str]:
    return {key(article_id): article_id for article_id in ids}


def _present(engine: Engine, ids: Collection[str], articles: int) -> set[str]:
    """Return those of these articles that an engine has; to tell all its ids takes as long as to ask for 7 % of them."""
    if len(ids) > 0.07 * articles:
        return engine.ids() & set(ids)
    asked = sorted(ids)
    parts = (asked[start : start + _ARTICLES_AT_ONCE] for start in range(0, len(asked), _ARTICLES_AT_ONCE))
    return {
        hit.id for part in parts for hit in engine.ranked(Or(tuple(Term(ID, one) for one in part)), len(part))
    }


def _from_engine(engine: Engine, ids: Sequence[str]) -> dict[str, Counts]:
    """Return the stems of articles, analysed again."""
    if not ids:
        return {}
    hits = engine.search(Or(tuple(Term(ID, one) for one in ids)), Ask(len(ids), sort=Sort.NEWEST)).hits
    return {hit.article.id: counts(stem_text(hit.article)) for hit in hits}


def _read(path: Path) -> Held | None:
    """Return what a file of vectors holds, None where there is none or it is not whole."""
    try:
        content = path.read_bytes()
        told = read_layout(content[: HEADER.size], len(content))
    except (FileNotFoundError, ValueError, struct.error):
        return None
    keys, stems, rows, _ = told.ends
    space = Space(
        np.frombuffer(content, np.uint32, told.stems, keys),
        np.frombuffer(content, np.float16, told.stems * told.size, rows).reshape(-1, told.size),
    )
    return Held(
        space,
        told.fitted,
        np.frombuffer(content, np.uint64, told.articles, HEADER.size),
        np.frombuffer(content, np.float16, told.articles * told.size, stems).reshape(-1, told.size),
    )


def _write(path: Path, held: Held) -> None:
    """Replace a file of vectors, at once or not at all."""
    articles, size = held.rows.shape
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(HEADER.pack(MAGIC, articles, len(held.space.stems), size, held.fitted))
        for stretch in (held.keys, held.space.stems, held.rows, held.space.vectors):
            file.write(np.ascontiguousarray(stretch).data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
