"""What a reader on another machine than the builder's looks up beside the engine: vectors, stories, names and texts."""

import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index import layout
from index.engines.opensearch import archive
from index.engines.opensearch.beside import (
    NAMES_BLOB,
    STATUS_BLOB,
    Beside,
    decoded,
    stem_key,
    story_key,
    text_key,
    vector_key,
)
from index.engines.opensearch.client import Client
from index.engines.opensearch.facets import FacetCounter, escaped
from index.engines.opensearch.schema import keyed
from index.engines.opensearch.view import View, in_one_view
from index.names.aliases import NameKey
from index.names.resolution import Names
from index.storage import names, shelf, stories
from index.storage.names import KeptNames
from index.storage.packed import unpack
from index.storage.shelf import Shelf
from index.storage.stories import Printing, Stories
from index.vectors import reader
from index.vectors.file import hashed
from index.vectors.reader import closeness, direction
from index.vectors.reranking import Near, Vectors

if TYPE_CHECKING:
    from corpus import Rejected
    from index.storage.lines import Example, LeftOut
    from index.storage.register import Count, NamedIn

_KEYS_AT_ONCE = 500
"""Articles whose stories are looked up at once."""

_MAX_NAMES = 65_535
"""The most names or spellings of one answer (`search.max_buckets` of a cluster)."""

_MAX_WORD_LETTERS = 400
"""Letters of a word in a regular expression, of which a cluster takes 1,000."""

_NUMBER_BYTES = 2


class ClusterVectors:
    """The vectors of a generation."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside

    def near(self, stems: Iterable[str]) -> Near | None:
        """Return a function of how close articles are to some stems; None if no stem has a vector."""
        found = self._vectors(map(stem_key, map(hashed, stems)))
        unit = direction([vector for vector in found if vector])
        if unit is None:
            return None

        def near(keys: Iterable[int]) -> Iterator[float]:
            vectors = self._vectors(map(vector_key, keys))
            return (closeness(unit, vector) if vector else 0.0 for vector in vectors)

        return near

    def _vectors(self, keys: Iterable[str]) -> Iterator[tuple[float, ...] | None]:
        return (_numbers(fields) if fields else None for fields in self._beside.each(keys))

    def close(self) -> None:
        """Close the connections."""
        self._beside.close()


def _numbers(fields: Mapping[str, str]) -> tuple[float, ...]:
    vector = decoded(fields["value"])
    return struct.unpack(f"<{len(vector) // _NUMBER_BYTES}e", vector)


class ClusterStories:
    """The stories of a generation; the number of a story is the key of its leader."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside

    def numbers(self, keys: Iterable[int]) -> Iterator[int | None]:
        """Yield the number of the story of each article, by their keys; None if no other article prints its story."""
        with self._beside.understanding():
            for fields in self._beside.each(map(story_key, keys)):
                yield int(fields["leader"], 16) if fields else None

    def printings(self, keys: Iterable[int]) -> Iterator[tuple[Printing, ...]]:
        """Yield the articles that print the story of each article, by their keys; itself is among them."""
        left = iter(keys)
        while some := list(islice(left, _KEYS_AT_ONCE)):
            leaders = list(self.numbers(some))
            found = self._beside.each(story_key(leader) for leader in leaders if leader is not None)
            with self._beside.understanding():
                for leader in leaders:
                    yield () if leader is None else _printings(next(found))

    def close(self) -> None:
        """Close the connections."""
        self._beside.close()


def _printings(fields: Mapping[str, str] | None) -> tuple[Printing, ...]:
    """Return the printings that the document of a leader has; none where a build that ends has just replaced it."""
    listed = json.loads(decoded(fields["printings"])) if fields and "printings" in fields else ()
    return tuple(Printing(*printing) for printing in listed)


class ClusterShelf:
    """The names and the texts of a generation, and what it could not read or leaves out."""

    def __init__(self, client: Client, location: archive.Location) -> None:
        self._client = client
        self._location = location
        self._beside = Beside(client, location)

    @in_one_view
    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:
        """Return the terms of the names of a field that have all these words."""
        longest = max(words, key=len, default="")
        terms = {
            "field": keyed(field),
            "include": f"=(.*_)?{escaped(longest[:_MAX_WORD_LETTERS])}.*",
            "size": _MAX_NAMES,
            "shard_size": _MAX_NAMES,
        }
        having = [{"term": {field: word}} for word in words]
        query = {"query": {"bool": {"filter": having}}, "size": 0, "aggs": {field: {"terms": terms}}}
        found = self._view.search(query)["aggregations"][field]["buckets"]
        names = [bucket["key"] for bucket in found]
        return [term for term in names if set(words) <= set(term[1:].split("_"))]

    @in_one_view
    def counts(self, keys: Iterable[NameKey]) -> "Iterator[Count]":
        """Yield the number of articles that have each name, by spelling."""
        from index.storage.register import Count  # SQLite, which no query needs

        asked = list(keys)
        forms = FacetCounter(self._view.search, {"match_all": {}}, Names()).spellings(asked) if asked else {}
        return (Count(key, forms[key]) for key in asked)

    @cached_property
    def _view(self) -> View:
        return View(self._client, self._location)

    def mentions(self, article_id: str) -> "Sequence[NamedIn]":
        """Return the names of an article."""
        from index.storage.register import unpacked  # SQLite, which no query needs

        [fields] = self._beside.read([text_key(article_id)])
        with self._beside.understanding():
            return unpacked(decoded(fields["names"])) if fields and "names" in fields else ()

    def raw(self, article_id: str) -> str | None:
        """Return the text of an article as it stands in its file."""
        [fields] = self._beside.read([text_key(article_id)])
        with self._beside.understanding():
            return unpack(decoded(fields["raw"])) if fields else None

    def rejected(self) -> "Sequence[Rejected]":
        """Return the files and records that could not be read."""
        return [noted for noted in self._rejected() if not noted.is_loss]

    def losses(self) -> "Sequence[Rejected]":
        """Return the bytes that could not be read of articles that are kept."""
        return [noted for noted in self._rejected() if noted.is_loss]

    def left_out(self) -> "LeftOut":
        """Return how many lines the index leaves out."""
        from index.storage.lines import LeftOut

        return LeftOut(*self._status["left_out"])

    def examples(self) -> "Sequence[Example]":
        """Return each line that the index leaves out of the articles of a source."""
        from index.storage.lines import Example

        return [Example(*example) for example in self._status["examples"]]

    def _rejected(self) -> "Iterator[Rejected]":
        from corpus import Rejected
        from corpus.message import load

        rows = self._status["rejected"]
        return (Rejected(path, load(reason), load(where) if where else None) for path, where, reason in rows)

    @cached_property
    def _status(self) -> Any:
        with self._beside.understanding():
            return json.loads(self._beside.blob(STATUS_BLOB))

    def close(self) -> None:
        """Let go of the point in time, if one was needed, and of the connections."""
        if "_view" in self.__dict__:
            self._view.close()
        self._beside.close()


def open_vectors(folder: Path) -> Vectors | None:
    """Return the vectors of the folder of a generation: of its file on the machine of the builder, else of the cluster."""
    return ClusterVectors(_beside(folder)) if archive.is_elsewhere(folder) else reader.open_vectors(folder)


def open_stories(folder: Path) -> Stories:
    """Return the stories of the folder of a generation: of its file on the machine of the builder, else of the cluster."""
    return ClusterStories(_beside(folder)) if archive.is_elsewhere(folder) else stories.open_stories(folder)


def open_names(folder: Path) -> KeptNames:
    """Return the names of the folder of a generation: of its file on the machine of the builder, else of the cluster."""
    if not archive.is_elsewhere(folder):
        return names.open_names(folder)
    with closing(_beside(folder)) as beside, beside.understanding():
        return names.unpacked(beside.blob(NAMES_BLOB, layout.engine(folder)))


def open_shelf(folder: Path) -> Shelf:
    """Return the shelf of the folder of a generation: of its catalog on the machine of the builder, else of the cluster."""
    if not archive.is_elsewhere(folder):
        return shelf.open_shelf(folder)
    directory = layout.engine(folder)
    return ClusterShelf(Client(archive.cluster_of(directory)), archive.read(directory))


def _beside(folder: Path) -> Beside:
    directory = layout.engine(folder)
    return Beside(Client(archive.cluster_of(directory)), archive.read(directory))
