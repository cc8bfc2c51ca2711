"""The engine of several machines: OpenSearch, which shards, copies, scores, sorts and counts.

Its analysis, its query language and its highlighter are not used: it has the terms of `index.document`, and our queries are
translated into its own.  The traps are described and tested in `tests/index/engines/opensearch/test_traps_of_*.py`.  Its BM25
has k1 1.2 and b 0.75, with the factor k1 + 1 that the other engines have too (`LegacyBM25`).
"""

from index.engines.opensearch.archive import announce, discard
from index.engines.opensearch.condition import address, ailments, size
from index.engines.opensearch.engine import OpenSearchEngine
from index.engines.opensearch.publication import publish
from index.engines.opensearch.reader import builds, visit
from index.engines.opensearch.shelf import open_names, open_shelf, open_stories, open_vectors
from index.engines.opensearch.writer import OpenSearchWriter, create

__all__ = [
    "address",
    "ailments",
    "announce",
    "builds",
    "create",
    "discard",
    "open_engine",
    "open_names",
    "open_shelf",
    "open_stories",
    "open_vectors",
    "open_writer",
    "publish",
    "size",
    "visit",
]

open_engine = OpenSearchEngine
open_writer = OpenSearchWriter
