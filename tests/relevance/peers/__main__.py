"""Fetches the peer that no Python package holds: `python -m tests.relevance.peers`."""

from tests.relevance.peers import lucene

if __name__ == "__main__":
    lucene.fetch()
