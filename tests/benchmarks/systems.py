"""What is measured: Manchette, with and without its model of entities, and the peers, each in a folder of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.benchmarks import articles

Answers = Mapping[str, Callable[[str], int]]
"""By kind of query, what fetches the answer and returns its size; what cannot be asked is not there."""


@dataclass(frozen=True, slots=True)
class System:
    """What heads its column, the module of a peer or the engine and the model of ours; at `most` so many articles.

    `shards` is the number of parts of an index on a cluster, which the environment names.
    """

    title: str
    peer: str = ""
    engine: str = ""
    entities: str = "none"
    most: float = float("inf")
    shards: int = 0


SYSTEMS = {
    "tantivy": System("manchette", engine="tantivy"),
    "whoosh": System("manchette whoosh", engine="whoosh", most=36_016),
    "entities": System("manchette entities", engine="tantivy", entities="modern", most=100_000),
    "peer-tantivy": System("tantivy", "tantivy"),
    "peer-fts5": System("SQLite FTS5", "fts5"),
    "peer-xapian": System("Xapian", "xapian", most=100_000),
    "peer-whoosh": System("Whoosh", "whoosh", most=36_016),
}
"""The systems by name, ours first.

The limits are the numbers of articles for which some minutes are enough: Whoosh indexes 250 articles a second, Xapian
460.  A hundred thousand articles show what the model of entities costs.
"""

ON_CLUSTER = {
    "opensearch": System("manchette opensearch", engine="opensearch", shards=1),
    "opensearch-entities": System(
        "manchette opensearch entities", engine="opensearch", entities="modern", shards=1
    ),
    "opensearch-3": System("manchette opensearch, 3 shards", engine="opensearch", shards=3),
    "opensearch-entities-3": System(
        "manchette opensearch entities, 3 shards", engine="opensearch", entities="modern", shards=3
    ),
}
"""Manchette on a cluster, by name: without and with entities, in one part and in three."""

EVERY_SYSTEM = {**SYSTEMS, **ON_CLUSTER}


def build(system: System, file: Path, folder: Path) -> None:
    """Add the articles of a file to the index of a folder, which is made where there is none."""
    if system.engine:
        from tests.benchmarks import ours

        ours.build(system, file, folder)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        import_module(f"tests.benchmarks.peers.{system.peer}").build(articles.read(file), folder)


def opened(system: System, folder: Path) -> Answers:
    """Open an index for questions."""
    if system.engine:
        from tests.benchmarks import ours

        return ours.opened(folder)
    answers: Answers = import_module(f"tests.benchmarks.peers.{system.peer}").opened(folder)
    return answers
