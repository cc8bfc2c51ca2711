"""The search engines that everybody can have, to compare with, each set up for French with what it ships.

They are in the extra `peers`, for this alone: nothing of Manchette needs them.  Lucene is not of Python: see `lucene`.
"""

from importlib.util import find_spec

from tests.relevance.peers import fts5, lucene, tantivy, whoosh, xapian
from tests.relevance.systems import System

PEERS = {
    "fts5": System("SQLite FTS5", "peer-fts5", fts5.build, fts5.opened),
    "lucene": System("Lucene, FrenchAnalyzer", "peer-lucene", lucene.build, lucene.opened),
    "tantivy": System("tantivy, French chain", "peer-tantivy", tantivy.build, tantivy.opened),
    "whoosh": System("Whoosh, fr", "peer-whoosh", whoosh.build, whoosh.opened),
    "xapian": System("Xapian, French", "peer-xapian", xapian.build, xapian.opened),
}
"""The peers, by the module that has its name here, and that most need."""


def missing(name: str) -> str:
    """Return what to type to have a peer, nothing where it is installed."""
    if name == "lucene":
        return lucene.missing()
    if name == "fts5" or find_spec(name):
        return ""
    return f"{name} is not installed; type: pip install -e '.[peers]'"
