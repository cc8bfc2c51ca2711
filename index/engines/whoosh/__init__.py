"""The pure Python engine: Whoosh 2.7.4 as a store of postings.

Whoosh keeps segments, postings, columns and an atomic table of contents.  Its analysis, its parser, its dates, its
facets and its highlights are not used: each has a trap, described and tested in
`tests/index/engines/test_whoosh_traps.py`.  `evaluate` answers queries, `collect` makes pages.
"""

from index.engines.whoosh.engine import WhooshEngine
from index.engines.whoosh.schema import committed, create, mergeable
from index.engines.whoosh.writer import WhooshWriter
from index.storage.names import open_names
from index.storage.shelf import open_shelf
from index.storage.stories import open_stories
from index.vectors.reader import open_vectors

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

open_engine = WhooshEngine
open_writer = WhooshWriter
