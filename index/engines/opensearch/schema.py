"""The fields of a document in an index of a cluster: its settings and its mapping.

The trap behind each setting is described and tested in `tests/index/engines/opensearch/test_traps_of_*.py`.
"""

from typing import Any

from index.document import FILLER
from index.fields import FORM, ID, TEXTS, VALUES

ARTICLE, DAY, OLDEST = "article", "day", "oldest"
"""The stored article, its day, and its day in the order of time that has the undated last."""

SPELT_BETWEEN = "\x1f"
"""Stands between the one term of a name and its spelling."""

MAX_SPELT_BYTES = 32_766
"""Bytes of the longest name that is counted, with its one term: for a longer one, Lucene would refuse the whole article."""

MAX_CLAUSE_TERMS = 65_536
"""The most terms of one `terms` query, the limit of a cluster (`index.max_terms_count`)."""

MAX_HITS = 10_000
"""The most hits of one request (`index.max_result_window`)."""

_MAX_TOKEN_LETTERS = 8191
"""Letters of the longest term: 32,764 bytes; beyond 32,766 Lucene refuses the whole document, and the default cuts at 255."""


def keyed(field: str) -> str:
    """Return the column of the names of a field, by their one term, which its facet counts."""
    return f"{field}_key"


def spelt(field: str) -> str:
    """Return the column of the spellings of the names of a field, each behind its one term."""
    return f"{field}_spelt"


def body(shards: int) -> dict[str, Any]:
    """Return the settings and the mapping of a new index."""
    return {
        "settings": {
            "index": {
                **_shards(shards),
                "codec": "best_compression",
                "similarity": {"default": {"type": "LegacyBM25", "k1": 1.2, "b": 0.75}},
            },
            "analysis": {
                "tokenizer": {"blanks": {"type": "whitespace", "max_token_length": _MAX_TOKEN_LETTERS}},
                "filter": {"filler": {"type": "stop", "stopwords": [FILLER]}},
                "analyzer": {"terms": {"type": "custom", "tokenizer": "blanks", "filter": ["filler"]}},
            },
        },
        "mappings": {"dynamic": "strict", "_source": {"includes": [ARTICLE]}, "properties": _properties()},
    }


def body_beside(shards: int) -> dict[str, Any]:
    """Return the settings and the mapping of the index beside: documents that are read by their keys, and never searched.

    They take a third more than with the codec of the articles, which unpacks a large block for each document: 200 vectors
    took 26 ms instead of 217 (medians of 40, the same load).
    """
    return {"settings": {"index": _shards(shards)}, "mappings": {"dynamic": False}}


def _shards(number: int) -> dict[str, Any]:
    """Return the settings of the shards of an index, which show their changes when a writer commits.

    A copy of each is kept on another node where there is one, while the index is built too: a node that is lost takes nothing
    with it.
    """
    return {"number_of_shards": number, "auto_expand_replicas": "0-1", "refresh_interval": "-1"}


def _properties() -> dict[str, Any]:
    blanks = {"type": "text", "analyzer": "terms"}
    column = {"type": "keyword", "index": False}
    properties: dict[str, Any] = {
        ID: {"type": "keyword"},
        FORM: {**blanks, "index_options": "freqs"},
        DAY: {"type": "integer"},
        OLDEST: {"type": "integer", "index": False},
        ARTICLE: {"type": "object", "enabled": False},
    }
    for text in TEXTS:
        properties[text.exact] = {**blanks, "index_options": "positions"}
        properties[text.stem] = {**blanks, "index_options": "freqs"}
    for value in VALUES:
        properties[value.name] = {**blanks, "index_options": "docs", "norms": False}
        properties[keyed(value.name)] = column
        properties[spelt(value.name)] = column
    return properties
