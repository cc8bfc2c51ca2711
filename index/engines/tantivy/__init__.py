"""The engine of large corpora: tantivy, which scores, finds phrases, sorts and counts in Rust.

Its analysis, its query parser and its snippets are not used: it stores the terms of `index.document`, and our queries
are translated into its own.  Where it would answer otherwise than the other engines without an error, the trap is
described and tested in `tests/index/engines/test_tantivy_traps.py`.  Its BM25 has k1 1.2 and b 0.75, which cannot be
set, and which the other engines have too; it keeps the length of an article in one byte, a score in 32 bits.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from index.engines.tantivy.engine import TantivyEngine
from index.engines.tantivy.schema import create
from index.storage.names import open_names
from index.storage.shelf import open_shelf
from index.storage.stories import open_stories
from index.vectors.reader import open_vectors

if TYPE_CHECKING:
    from index.engines.tantivy.writer import TantivyWriter  # 3 ms, and no query writes

__all__ = [
    "committed",
    "create",
    "mergeable",
    "open_engine",
    "open_names",
    "open_shelf",
    "open_stories",
    "open_vectors",
    "open_writer",
]

open_engine = TantivyEngine


def open_writer(directory: Path) -> "TantivyWriter":
    """Open an index for changes."""
    from index.engines.tantivy.writer import TantivyWriter

    return TantivyWriter(directory)


def committed(directory: Path) -> set[str]:
    """Return the names of the files that an index has since its last commit."""
    from index.engines.tantivy import writer

    return writer.committed(directory)


def mergeable(directory: Path, articles: int) -> set[str]:
    """Return the names of the files that an update of some articles may merge into others."""
    from index.engines.tantivy import merging

    return merging.mergeable(directory, articles)
