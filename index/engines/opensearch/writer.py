"""Changes to an index of a cluster."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event
from typing import IO

from corpus.message import message
from index.document import Document
from index.engine import AFTER_EVERY_DAY
from index.engines.opensearch import archive, bulk
from index.engines.opensearch.address import ClusterError, from_environment
from index.engines.opensearch.archive import Location
from index.engines.opensearch.client import Client
from index.engines.opensearch.schema import (
    ARTICLE,
    DAY,
    MAX_SPELT_BYTES,
    OLDEST,
    SPELT_BETWEEN,
    body,
    keyed,
    spelt,
)

SHARDS = "MANCHETTE_OPENSEARCH_SHARDS"
"""The variable of the environment with the shards of a new index; without it, an index has one on each node.

A shard of 50 GB has ten million articles.
"""

_MAX_SHARDS = 1024
"""What a cluster takes, unless its own settings allow more (`opensearch.index.max_number_of_shards`)."""


def create(directory: Path) -> None:
    """Make an empty index in the cluster that the environment names.

    Raises:
        ClusterError: the cluster cannot be asked, or refuses.
    """
    asked = _asked_shards()
    with archive.asking() as client:
        client.check()
        shards = asked or int(client.ask("GET", "/_cluster/health")["number_of_data_nodes"])
        location = Location(archive.name_of(directory), archive.generation_of(directory), shards)
        archive.write(directory, location)  # first: a build that is killed leaves no index that nobody knows
        bulk.make(client, location.index, body(shards))


def _asked_shards() -> int:
    """Return the number of shards that the environment asks for; 0 if it asks for none.

    Raises:
        ClusterError: it is not one that a cluster takes.
    """
    word = os.environ.get(SHARDS, "")
    if not word:
        return 0
    if not re.fullmatch("[0-9]{1,4}", word, re.ASCII) or not 1 <= int(word) <= _MAX_SHARDS:
        mend = message("mend.set_shards", variable=SHARDS)
        raise ClusterError("cluster.shards_no_number", most=_MAX_SHARDS, word=word, mend=mend)
    return int(word)


class OpenSearchWriter:
    """Changes to an index of a cluster.

    The articles of an index that no reader sees yet are sent as they come.  The changes to another one wait in a temporary
    file until `commit`: a cluster may show what it has at any moment, as when a shard moves to another node.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._location = archive.read(directory)
        self._client = Client(from_environment())
        self._client.check()
        self._waiting = _spool(directory) if self._location.is_filled else None
        self._sending = bulk.Sending(self._client, self._location.index)
        self._stopped = Event()

    def add(self, document: Document) -> None:
        """Add a document."""
        self._put(lines(document))

    def remove(self, article_id: str) -> None:
        """Remove the article with this id."""
        self._put(bulk.removal(article_id))

    def _put(self, line: bytes) -> None:
        if self._waiting is None:
            self._sending.put(line)
        else:
            self._waiting.write(line)

    def commit(self) -> None:
        """Send what waits, and have the cluster show it: each shard at once, one after the other within some milliseconds."""
        for line in self._changes():
            self._sending.put(line)
        self._sending.finish()
        bulk.show(self._client, self._location.index, self._stopped)
        archive.filled(self._directory, self._location)
        self._close()

    def _changes(self) -> Iterator[bytes]:
        """Yield the lines that waited for the commit."""
        if self._waiting is None:
            return
        self._waiting.seek(0)
        for action in self._waiting:
            yield action if bulk.is_removal(action) else action + next(self._waiting)

    def cancel(self) -> None:
        """Forget the changes; what an index has that no reader sees goes with its generation."""
        self._stopped.set()
        self._sending.stop()
        self._close()

    def _close(self) -> None:
        if self._waiting is not None:
            self._waiting.close()
        self._client.close()


def _spool(directory: Path) -> IO[bytes]:
    return TemporaryFile(dir=directory)


def lines(document: Document) -> bytes:
    """Return the two lines of a bulk request that put an article under its id, in place of what is there."""
    fields: dict[str, object] = dict(document.terms)
    for field, shown in document.names.items():
        spellings = [f"{term}{SPELT_BETWEEN}{value}" for term, value in shown.items()]
        counted = [spelling for spelling in spellings if len(spelling.encode()) <= MAX_SPELT_BYTES]
        fields[keyed(field)] = [spelling.partition(SPELT_BETWEEN)[0] for spelling in counted]
        fields[spelt(field)] = counted
    fields[DAY] = document.day
    fields[OLDEST] = document.day or AFTER_EVERY_DAY
    action = json.dumps({"index": {"_id": document.id}})
    rest = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return f'{action}\n{rest[:-1]},"{ARTICLE}":'.encode() + document.kept + b"}\n"
