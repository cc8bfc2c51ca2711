"""The annotated sets as they are handed out: outermost names, whole months, whole pages."""

import io
import json
import tarfile
from functools import partial
from pathlib import Path

import pytest

from corpus.entities.training.datasets import DatasetNotFound, europeana, newseye, sequoia, winer


def archive(shared: Path, articles: dict[str, tuple[str, str]]) -> None:
    """Write what stands for WiNER: by id, a text and its brat lines."""
    (shared / "corpora").mkdir(parents=True)
    with tarfile.open(shared / "corpora" / "winer-fr.tar.xz", "w:xz") as tar:
        for name, pair in articles.items():
            for suffix, content in zip((".ann", ".txt"), reversed(pair), strict=True):
                member = tarfile.TarInfo(f"{name[:4]}/{name[5:7]}/{name}{suffix}")
                member.size = len(content.encode())
                tar.addfile(member, io.BytesIO(content.encode()))


def lines(shared: Path, name: str, *records: dict[str, object]) -> None:
    folder = shared / "testsets" / "entities"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")


def test_months_are_parts_and_one_chronicle_is_left_out(tmp_path: Path) -> None:
    yellow = "Les Gilets jaunes. " * 3
    archive(
        tmp_path,
        {
            "2018_12_02-001": (yellow, ""),
            "2018_12_01-001": ("À Lyon", "T1\tLocation 2 6\tLyon\n"),
            "2016_01_01-001": (yellow, ""),
            "2016_09_01-001": ("b", ""),
            "2018_11_01-001": ("c", ""),
        },
    )
    assert [document.id for document in winer(tmp_path, "train")] == ["2016_01_01-001", "2018_12_01-001"]
    assert [document.id for document in winer(tmp_path, "dev")] == ["2016_09_01-001"]
    assert [document.id for document in winer(tmp_path, "test")] == ["2018_11_01-001"]


def test_the_outer_of_two_names_is_kept(tmp_path: Path) -> None:
    brat = (
        "T2\tLocation 19 27\tBordeaux\n"
        "T1\tOrganization 2 27\tUniversité de Bordeaux\n"
        "T3\tDate 28 34\tlundi\n"
        "#1\tAnnotatorNotes T1\tà voir\n"
        "T4\tEvent 35 40\tCoupe\n"
    )
    archive(tmp_path, {"2016_01_01-001": ("x" * 50, brat)})
    (document,) = winer(tmp_path, "train")
    assert document.spans == ((2, 27, "ORG"), (35, 40, "MISC"))


def test_pages_are_halved_and_cut_after_a_sentence(tmp_path: Path) -> None:
    text = "À Rennes on vote. " * 150 + "Fin"
    spans = [{"start": 18 * turn + 2, "end": 18 * turn + 8, "type": "LOC"} for turn in range(150)]
    pages: list[dict[str, object]] = [{"id": name, "text": text, "entities": spans} for name in "ab"]
    lines(tmp_path, "europeana_enp_fr_bnf", *pages)
    first, last = europeana(tmp_path, 0), europeana(tmp_path, 1)
    assert [piece.id for piece in first] == ["a-00", "a-01"]
    assert [piece.id for piece in last] == ["b-00", "b-01"]
    assert " ".join(piece.text for piece in first) == text
    assert first[0].text.endswith("vote.")
    named = [piece.text[start:end] for piece in first for start, end, _ in piece.spans]
    assert named == ["Rennes"] * 150


def test_both_parts_of_newseye_are_handed_out(tmp_path: Path) -> None:
    lines(tmp_path, "hipe-2022-v2.1-newseye-dev-fr", {"id": "1", "text": "a", "entities": []})
    lines(tmp_path, "hipe-2022-v2.1-newseye-dev2-fr", {"id": "2", "text": "b", "entities": []})
    assert [document.text for document in newseye(tmp_path)] == ["a", "b"]


def test_a_folder_without_the_set_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    for read in (partial(winer, tmp_path, "dev"), partial(sequoia, tmp_path)):
        with pytest.raises(DatasetNotFound, match=r"reading.no_dataset \(path=.*\)"):
            read()


def test_the_sets_are_those_that_the_figures_are_of(shared: Path) -> None:
    test = winer(shared, "test")
    assert (len(test), sum(len(document.text.split()) for document in test)) == (243, 48_485)
    counts = [
        len(winer(shared, "train")),
        len(winer(shared, "dev")),
        len(newseye(shared)),
        len(sequoia(shared)),
    ]
    assert counts == [756, 161, 70, 524]
