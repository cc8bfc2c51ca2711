"""A small part of what `python -m tests.formats.mutations` shows, in each run of the tests."""

from pathlib import Path

import pytest

from tests.formats import mutations
from tests.formats.spoiling import Spoiler

FILES = 40


@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
def test_a_spoiled_file_gives_articles_or_a_reason(tmp_path: Path) -> None:
    trials = mutations.tried(Spoiler(mutations.samples(None), seed=2026), FILES, tmp_path, None, jobs=1)
    assert sum(tally.files for tally in trials.kinds.values()) == FILES
    assert not trials.lost
    assert not trials.defects


def test_the_same_seed_spoils_the_same_way() -> None:
    one, other = (Spoiler(mutations.samples(None), seed=7) for _ in range(2))
    assert [one.file() for _ in range(20)] == [other.file() for _ in range(20)]
