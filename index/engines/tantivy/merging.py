"""Which segments tantivy merges after a commit, by its `LogMergePolicy` as it is set by default: segments of like sizes.

An update compares the files of these with their digests before, because a merge would take changed bytes over.
"""

import json
from collections.abc import Sequence
from math import log2
from pathlib import Path
from typing import Any

from index.engines.tantivy.schema import readable
from index.engines.tantivy.writer import committed

_MIN_MERGED_SEGMENTS = 8
_MIN_LEVEL_ARTICLES = 10_000
_LEVEL_LOG_SIZE = 0.75
"""Segments are of one level if they differ by this at most, in powers of two; those of fewer articles are of the lowest.

`min_num_segments`, `min_layer_size` and `level_log_size` of tantivy 0.25, src/indexer/log_merge_policy.rs.
"""

_MAX_COMMITS = 2
"""Commits of an update: that of the changes, and that of articles which get another id or leave out other lines."""

_MAX_ARTICLES_OF_SEGMENT = 700
"""Articles that always fit into one segment, in a heap of 160 MB; an update of more may merge whatever there is."""

_NEW = ""
"""Stands for a segment that is still to be written."""


def mergeable(directory: Path, articles: int) -> set[str]:
    """Return the names of the files that an update of some articles may merge into others."""
    segments = _mergeable_segments(directory, articles)
    return {name for name in committed(directory) if name.partition(".")[0] in segments}


def _mergeable_segments(directory: Path, articles: int) -> set[str]:
    with readable(directory):
        made = json.loads((directory / "meta.json").read_text("utf-8"))["segments"]
        segments = [
            (segment["max_doc"], _living(segment), segment["segment_id"].replace("-", "")) for segment in made
        ]
    if articles > _MAX_ARTICLES_OF_SEGMENT:
        return {name for *_, name in segments}
    merged: set[str] = set()
    for _ in range(_MAX_COMMITS):
        segments.append((articles, articles, _NEW))
        while full := next(
            (level for level in _levels(segments) if len(level) >= _MIN_MERGED_SEGMENTS), None
        ):
            merged.update(name for *_, name in full)
            living = sum(living for _, living, _ in full)
            segments = [segment for segment in segments if segment not in full]
            segments.append((living, living, _NEW))
    return merged - {_NEW}


_Segment = tuple[int, int, str]
"""The articles of a segment, those of them that are not deleted, its id."""


def _living(segment: dict[str, Any]) -> int:
    articles: int = segment["max_doc"] - (segment["deletes"] or {"num_deleted_docs": 0})["num_deleted_docs"]
    return articles


def _levels(segments: Sequence[_Segment]) -> list[list[_Segment]]:
    """Return the segments by their sizes, the largest first."""
    levels: list[list[_Segment]] = []
    highest = float("inf")
    for segment in sorted(segments, key=lambda segment: -segment[0]):
        size = log2(max(segment[1], _MIN_LEVEL_ARTICLES))
        if not levels or size < highest - _LEVEL_LOG_SIZE:
            levels.append([])
            highest = size
        levels[-1].append(segment)
    return levels
