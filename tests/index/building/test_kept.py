"""The rows of all articles are those of the catalog, whether a file spares most of them or not."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.duplicates import SKETCH_BYTES
from index import layout
from index.building import kept as keeping
from index.building.columns import Row
from index.building.kept import Kept, keep
from index.storage.catalog import Catalog
from index.storage.lines import Lined
from index.storage.sketches import Sketched
from tests.index.building.test_columns import rows


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalog]:
    """Return a catalog of three articles, with the file of their rows."""
    monkeypatch.setattr(keeping, "_MIN_ARTICLES", 3)
    with closing(Catalog.create(layout.catalog(tmp_path))) as made:
        for name in "abc":
            note(made, name, 1)
        made.commit(keep(tmp_path, Kept(made).lines(), Kept(made).sketches()))
        yield made


def note(catalog: Catalog, name: str, number: int) -> None:
    catalog.lines.note(name, Lined("le fanal", bytes([number] * 8)))
    catalog.sketches.note(name, Sketched(bytes([number] * SKETCH_BYTES), 20250303, "Le Fanal"))


def both(kept: Kept) -> tuple[list[Row], list[Row]]:
    return rows(kept.lines()), rows(kept.sketches())


def test_the_rows_of_the_touched_articles_are_read_from_the_catalog(catalog: Catalog, tmp_path: Path) -> None:
    note(catalog, "b", 2)
    note(catalog, "d", 3)
    catalog.forget_articles(["a"])

    assert both(Kept(catalog, tmp_path, ["a", "b", "d"])) == both(Kept(catalog))


def test_the_rows_of_the_other_articles_are_read_from_the_file(catalog: Catalog, tmp_path: Path) -> None:
    note(catalog, "b", 2)

    assert both(Kept(catalog, tmp_path, [])) != both(Kept(catalog))


@pytest.mark.parametrize("size", [0, 8, 30])
def test_a_file_that_was_cut_is_not_read(catalog: Catalog, tmp_path: Path, size: int) -> None:
    for name in ("lines", "sketches"):
        path = layout.columns(tmp_path, name)
        path.write_bytes(path.read_bytes()[:-size] if size else b"")

    assert both(Kept(catalog, tmp_path)) == both(Kept(catalog))


def test_a_file_that_is_not_whole_is_written_anew(catalog: Catalog, tmp_path: Path) -> None:
    path = layout.columns(tmp_path, "lines")
    whole = path.stat().st_size
    path.write_bytes(b"")
    lines = Kept(catalog, tmp_path).lines()

    kept = Kept(catalog, tmp_path)
    catalog.commit(keep(tmp_path, lines, kept.sketches(), kept.since))

    assert path.stat().st_size == whole
    assert both(Kept(catalog, tmp_path)) == both(Kept(catalog))


def test_a_file_that_is_older_than_the_catalog_is_not_read(catalog: Catalog, tmp_path: Path) -> None:
    """A build that is killed behind a commit leaves it so."""
    note(catalog, "b", 2)
    catalog.commit()

    assert both(Kept(catalog, tmp_path)) == both(Kept(catalog))


def test_files_stay_while_few_articles_are_touched(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = layout.columns(tmp_path, "lines").read_bytes()
    for name in "bd":
        note(catalog, name, 2)
        kept = Kept(catalog, tmp_path, [name])
        catalog.commit(keep(tmp_path, kept.lines(), kept.sketches(), kept.since))

    assert layout.columns(tmp_path, "lines").read_bytes() == written
    assert both(Kept(catalog, tmp_path)) == both(Kept(catalog))

    monkeypatch.setattr(keeping, "_MAX_TOUCHED_SINCE", 2)
    note(catalog, "e", 2)
    kept = Kept(catalog, tmp_path, ["e"])
    catalog.commit(keep(tmp_path, kept.lines(), kept.sketches(), kept.since))

    assert layout.columns(tmp_path, "lines").read_bytes() != written
    assert both(Kept(catalog, tmp_path)) == both(Kept(catalog))


def test_files_whose_later_articles_are_not_known_are_not_read(catalog: Catalog, tmp_path: Path) -> None:
    """A build that is killed before its commit leaves it so."""
    note(catalog, "b", 2)
    kept = Kept(catalog, tmp_path, ["b"])
    keep(tmp_path, kept.lines(), kept.sketches(), kept.since)

    assert both(Kept(catalog, tmp_path)) == both(Kept(catalog))


def test_few_rows_are_not_kept(catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_MIN_ARTICLES", 4)

    assert keep(tmp_path, Kept(catalog).lines(), Kept(catalog).sketches()) == 0
    assert not layout.columns(tmp_path, "lines").exists()
