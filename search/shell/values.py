"""The values of the facets, for the completion: read from the index in the background."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from threading import Thread
from typing import Protocol

from index.analysis.french import analyse
from index.fields import FIELDS, Kind
from search.facets import Bucket
from search.timeline import UNDATED


class Counts(Protocol):
    """What is asked of `search.searcher.Searcher`."""

    def values(self, facet: str, /) -> tuple[Bucket, ...]:
        """Return every value of a facet in the whole index."""
        ...

    def close(self) -> None:
        """Let go of the index."""
        ...


@dataclass(frozen=True, slots=True)
class Completion:
    """A value of a facet, the number of its articles, and its words as `key` writes them."""

    value: str
    count: int
    key: str


class Values:
    """The values of each facet; none until they are read, which never keeps anybody waiting."""

    def __init__(self, opener: Callable[[], Counts]) -> None:
        self._opener = opener
        self._completions: dict[str, tuple[Completion, ...]] = {}

    def load(self) -> Thread:
        """Read the values anew; those of before stay until then."""
        thread = Thread(target=self._read, name="manchette-values", daemon=True)
        thread.start()
        return thread

    def like(self, facet: str, typed: str) -> Iterator[Completion]:
        """Yield the values that have what was typed at the start of a word, those that begin so first.

        Accents, capitals and elisions do not matter: `laf` finds Abdelouafi Laftit, `eq` L’Équipe News.
        """
        wanted = key(typed)
        found = [one for one in self._completions.get(facet, ()) if wanted in one.key]
        yield from sorted(found, key=lambda one: not one.key.startswith(wanted))

    def _read(self) -> None:
        # An index that cannot be read says so at the next query; here it would only disturb the typing.
        with suppress(Exception), closing(self._opener()) as searcher:
            for field in FIELDS:
                if field.facet:
                    values = searcher.values(field.name)
                    ordered = _newest_first(values) if field.kind is Kind.DATE else values
                    self._completions[field.name] = tuple(map(_completion, ordered))


def key(value: str) -> str:
    """Return the folded words of a value, a blank before each.

    >>> key("L’Équipe N'Diaye")
    ' equipe diaye ndiaye'
    """
    words = analyse(value)
    return "".join(f" {word}" for word in (*words.exact, *words.joined))


def _newest_first(times: Sequence[Bucket]) -> list[Bucket]:
    return [
        *reversed([time for time in times if time.value != UNDATED]),
        *(t for t in times if t.value == UNDATED),
    ]


def _completion(bucket: Bucket) -> Completion:
    return Completion(bucket.value, bucket.count, key(bucket.value))
