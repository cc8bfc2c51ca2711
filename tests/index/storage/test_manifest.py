"""The file that makes a folder an index."""

import os
from pathlib import Path

import pytest

from corpus.records import replace
from index.errors import IndexNotFound
from index.memo import Memo
from index.storage import manifest
from index.storage.manifest import Manifest
from tests.support.failures import raises
from tests.support.fingerprint import fingerprint

MADE = Manifest(
    engine="whoosh", pinned=False, generation=3, roots=("presse", "/élections"),
    columns={"text": "Corps"}, entities="modern", extractor=1, vectors=True, analysis=manifest.ANALYSIS,
)  # fmt: skip


def test_a_manifest_is_read_as_it_was_saved(tmp_path: Path) -> None:
    manifest.save(tmp_path, MADE)

    assert manifest.load(tmp_path) == MADE


def test_a_manifest_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest.save(tmp_path, MADE)

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(OSError, match="No space"):
        manifest.save(tmp_path, replace(MADE, generation=4))

    assert manifest.load(tmp_path) == MADE


def test_half_of_a_new_manifest_is_no_manifest(tmp_path: Path) -> None:
    manifest.save(tmp_path, MADE)
    (tmp_path / "manifest.json.new").write_text('{"engine": "wh', "utf-8")

    assert manifest.load(tmp_path) == MADE


def test_the_index_is_found_from_any_folder_below(tmp_path: Path) -> None:
    home, below = tmp_path / ".manchette", tmp_path / "2025" / "novembre"
    home.mkdir()
    below.mkdir(parents=True)
    manifest.save(home, MADE)

    assert manifest.find(tmp_path) == manifest.find(below) == home


def test_the_nearest_index_is_found(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "2025"):
        (folder / ".manchette").mkdir(parents=True)
        manifest.save(folder / ".manchette", MADE)

    assert manifest.find(tmp_path / "2025") == tmp_path / "2025" / ".manchette"


def test_a_folder_that_a_killed_first_build_left_is_no_index(tmp_path: Path) -> None:
    (tmp_path / ".manchette" / "generations" / "1").mkdir(parents=True)

    with raises(IndexNotFound, "index.not_found_above", "mend.index_folder"):
        manifest.find(tmp_path)


def test_an_index_is_marked_with_the_analysis_that_makes_its_terms() -> None:
    assert fingerprint() == manifest.ANALYSIS, "the analysis has changed: write the digest that it has now"


@pytest.mark.parametrize(
    "change",
    [
        "index.analysis.french.VERSION",
        "tests.support.fingerprint.LEAD_TERMS",
        "tests.support.fingerprint.PHRASE_GAP",
        "tests.support.fingerprint.INDEXED",
        "tests.support.fingerprint.PROBE",
    ],
)
def test_what_makes_terms_makes_the_fingerprint(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    monkeypatch.setattr(change, "autre")  # each of them is iterated over, or printed, alone
    if change.endswith("INDEXED"):
        monkeypatch.setattr(change, ())

    assert fingerprint() != before


@pytest.mark.parametrize(
    "rule",
    ["french.bound", "tokenize.compound", "tokenize.elided", "tokenize.figures", "tokenize.fold", "tokenize.genders",
     "tokenize.hour", "tokenize.is_name", "tokenize.is_whole", "tokenize.number", "tokenize.parts", "tokenize.term"],
)  # fmt: skip
def test_a_rule_of_the_analysis_that_changes_is_seen(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules that the probe text goes through: without one of them it has other terms."""
    from index.analysis import french
    from index.analysis.tokenize import split

    before = fingerprint()
    monkeypatch.setattr(french, "_chunks", Memo(split))
    nothing = {"elided": 0, "hour": (), "is_name": False, "is_whole": False, "parts": 0}
    nothing |= dict.fromkeys(["compound", "figures", "genders", "number"])
    name = rule.rsplit(".", 1)[1]
    monkeypatch.setattr(f"index.analysis.{rule}", lambda text: nothing.get(name, text))

    assert fingerprint() != before
