"""The comparisons give back what was noted, but for the pairs that were not kept."""

from contextlib import closing
from pathlib import Path

from index.storage.catalog import Catalog


def test_comparisons_are_kept_from_build_to_build(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    with closing(Catalog.create(path)) as catalog:
        catalog.comparisons.note({("a", "b"): 0.75, ("a", "c"): 1.0, ("b", "c"): 0.5})
        catalog.commit()
    with closing(Catalog(path)) as catalog:
        catalog.comparisons.forget([("a", "b"), ("x", "y")])
        catalog.comparisons.note({("b", "c"): 0.6})
        assert catalog.comparisons.every() == {("a", "c"): 1.0, ("b", "c"): 0.6}
    with closing(Catalog(path)) as catalog:
        assert len(catalog.comparisons.every()) == 3


def test_the_comparisons_of_some_articles_are_those_of_their_pairs(tmp_path: Path) -> None:
    with closing(Catalog.create(tmp_path / "catalog.sqlite")) as catalog:
        catalog.comparisons.note({("a", "b"): 0.75, ("a", "c"): 1.0, ("b", "c"): 0.5})
        assert catalog.comparisons.of(["b", "x"]) == {("a", "b"): 0.75, ("b", "c"): 0.5}
        assert catalog.comparisons.of([]) == {}
