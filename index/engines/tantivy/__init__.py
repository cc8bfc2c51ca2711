"""The engine of large corpora: tantivy, which scores, finds phrases, sorts and counts in Rust.

Its analysis, its query parser and its snippets are not used: it stores the terms of `index.document`, and its
queries are made from ours.  What it answers otherwise than the other engines, without a word, is told and
tested in `tests/index/engines/test_tantivy_traps.py`.  Its BM25 has k1 1.2 and b 0.75, which cannot be set and
are ours; the length of an article is known to a byte's precision, a score to 32 bits.
"""

from index.engines.tantivy.engine import TantivyEngine
from index.engines.tantivy.schema import create
from index.engines.tantivy.writer import TantivyWriter

__all__ = ["create", "open_engine", "open_writer"]

open_engine = TantivyEngine
open_writer = TantivyWriter
