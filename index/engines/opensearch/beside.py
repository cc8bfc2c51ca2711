"""The documents that a cluster keeps beside the articles of a generation, read by their keys: each is a line of base64.

Nothing in them is searched: they are what readers look up on the machine of a builder where they are on that one.
"""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from typing import Any

from corpus.digest import blake2b
from corpus.message import message
from index.engines.opensearch import patience
from index.engines.opensearch.archive import Location, successor
from index.engines.opensearch.client import Client
from index.engines.opensearch.failures import Refused, error_of, refusal, shards_missing, understanding
from index.engines.opensearch.patience import READER_SECONDS, Passing, Patience
from index.errors import Damaged
from index.layout import durable

Fields = Mapping[str, str]
"""A document: its fields, each in base64 or a word of our own."""

_KEYS_AT_ONCE = 500
"""Documents that are asked for by one request: 200 vectors are 90 kB."""

_MAX_REMEMBERED = 20_000
"""Documents that a reader remembers: those of vectors and of stories take 10 MB."""

_PIECE_BYTES = 1_000_000
"""Bytes of a document of a blob."""

_WANTED_PARTS = "docs.found,docs._source,docs.error"
"""The parts of an answer that are read; the others are half as long as the vector of an article."""

_MAX_PIECES = 10_000
"""The most documents of a blob: more of them are a mistake, for a reader holds the whole of it."""

_GONE = {"error": {"type": "index_not_found_exception"}}
"""What a cluster answers where an index is gone; for each document where several are asked for."""

_TRIES = 3
"""How often a blob is looked for: a build that ends may have replaced it since its digest was read."""

NAMES_BLOB, STATUS_BLOB = "names", "status"
"""The blobs: what the corpus decided about names, and what a build could not read or leaves out."""


def vector_key(article: int) -> str:
    """Return the key of the vector of an article."""
    return f"v:{article:016x}"


def stem_key(stem: int) -> str:
    """Return the key of the vector of a stem."""
    return f"s:{stem:08x}"


def story_key(article: int) -> str:
    """Return the key of the story of an article."""
    return f"y:{article:016x}"


def text_key(article_id: str) -> str:
    """Return the key of the text and of the names of an article."""
    return f"t:{article_id}"


def encoded(content: bytes) -> str:
    """Return bytes as the value of a field."""
    return b64encode(content).decode("ascii")


def decoded(value: str) -> bytes:
    """Return the bytes of the value of a field."""
    return b64decode(value)


def _digest(content: bytes) -> str:
    """Return the digest by which a blob is known."""
    return blake2b(content, digest_size=16).hexdigest()


def blob(content: bytes) -> tuple[Fields, Mapping[str, Fields]]:
    """Return the description of a blob, which stands under its name, and its pieces, by their keys."""
    packed = zlib.compress(content)
    pieces = [packed[start : start + _PIECE_BYTES] for start in range(0, len(packed), _PIECE_BYTES)]
    description = {"digest": _digest(content), "pieces": str(len(pieces))}
    values = ({"value": encoded(piece)} for piece in pieces)
    return description, dict(zip(pieces_of(description), values, strict=True))


def pieces_of(description: Fields) -> list[str]:
    """Return the keys of the pieces of a blob."""
    pieces = min(int(description.get("pieces", 0)), _MAX_PIECES)
    return [f"b:{description['digest']}:{number}" for number in range(pieces)]


class Beside:
    """The documents of a generation, as they were when each of them was first asked for.

    Where another generation takes its place, its documents are asked for: the keys of an article are the same there.
    """

    def __init__(self, client: Client, location: Location) -> None:
        self._client = client
        self._location = location
        self._known: dict[str, Fields | None] = {}

    def each(self, keys: Iterable[str]) -> Iterator[Fields | None]:
        """Yield the document of each key, some hundred of them by one request; None where there is none.

        Raises:
            ClusterError: the cluster cannot answer.
            Damaged: it has no such index.
        """
        left = iter(keys)
        while some := list(islice(left, _KEYS_AT_ONCE)):
            wanted = [key for key in dict.fromkeys(some) if key not in self._known]
            if len(self._known) + len(wanted) > _MAX_REMEMBERED:
                self._known.clear()
                wanted = list(dict.fromkeys(some))
            self._known.update(zip(wanted, self.read(wanted), strict=True))
            yield from [self._known[key] for key in some]

    def read(self, keys: Sequence[str]) -> list[Fields | None]:
        """Return the document of each key, and remember none.

        Raises:
            ClusterError, Damaged: as `each`.
        """
        tries = Patience(READER_SECONDS)
        while keys:
            try:
                return self._there(keys)
            except Passing as passing:
                tries.again(passing)
        return []

    def _there(self, keys: Sequence[str]) -> list[Fields | None]:
        """Return the document of each key, of the generation that is there now.

        Raises:
            Passing: another try may succeed.
            ClusterError, Damaged: as `each`.
        """
        found = self._read(keys)
        if found is None and (after := successor(self._client, self._location)):
            self._location = after
            found = self._read(keys)
        if found is None:
            raise error_of(self._client.cluster, refusal(HTTPStatus.NOT_FOUND, _GONE))
        return found

    def _read(self, keys: Sequence[str]) -> list[Fields | None] | None:
        """Return the document of each key; None if the index is gone."""
        path = f"/{self._location.beside}/_mget"
        try:
            answer = patience.ask(
                self._client, "POST", path, {"ids": list(keys)}, realtime="false", filter_path=_WANTED_PARTS
            )
        except Refused as refused:
            raise error_of(self._client.cluster, refused.refusal) from None
        with self.understanding():
            documents = [dict(document) for _, document in zip(keys, answer["docs"], strict=True)]
            failed = next((document for document in documents if "error" in document), None)
            if failed is None:
                return [
                    _checked(document["_source"]) if document["found"] else None for document in documents
                ]
        if refusal(HTTPStatus.NOT_FOUND, failed).is_missing:
            return None
        raise Passing(shards_missing(self._client.cluster))

    def understanding(self) -> AbstractContextManager[None]:
        """Have what is read of documents be an error of a person where it is not what a build wrote."""
        return understanding(self._client.cluster)

    def blob(self, name: str, folder: Path | None = None) -> bytes:
        """Return a blob, which a file of the folder has afterwards; it is asked for where that file has another state of it.

        Raises:
            ClusterError: the cluster cannot answer.
            Damaged: it does not have the whole of it.
        """
        for _ in range(_TRIES):
            [described] = self.read([name])
            if described is None:
                break
            with self.understanding():
                path = folder and folder / f"{name}-{described['digest']}"
            if path and path.exists() and _digest(content := path.read_bytes()) == described["digest"]:
                return content
            with self.understanding():
                content = self._joined(described)
            if _digest(content) == described["digest"]:
                if path:
                    _keep(path, name, content)
                return content
        raise Damaged(
            "cluster.cut_blob", url=self._client.cluster.shown, mend=message("mend.index_where_built")
        )

    def _joined(self, described: Fields) -> bytes:
        unpacker = zlib.decompressobj()
        content = bytearray()
        for key in pieces_of(described):
            [piece] = self.read([key])
            if piece is None:
                break
            content += unpacker.decompress(decoded(piece["value"]))
        return bytes(content)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


def _checked(fields: Any) -> Fields:
    """Return a document whose fields are texts.

    Raises:
        ValueError: it has others.
    """
    if not isinstance(fields, dict) or not all(isinstance(value, str) for value in fields.values()):
        raise ValueError(type(fields).__name__)
    return fields


def _keep(path: Path, name: str, content: bytes) -> None:
    """Write the file of a blob, in the stead of the files of its states before; without a file, it is asked for each time."""
    with suppress(OSError):  # the disk is full, or another reader writes it
        durable.write(path, content)
        for file in set(path.parent.glob(f"{name}-*")) - {path}:
            file.unlink(missing_ok=True)
