"""Which engine an index is made with, when nobody names one and when somebody does; and whether with vectors."""

from pathlib import Path

import pytest

from index import manifest
from index.build import build
from index.errors import IndexFailure
from index.vectors import renewal
from index.vectors.file import NAME
from tests.index.press import write_stories
from tests.index.state import counts, ids, state


class TestLadder:
    """Which engine an index is made with, when nobody names one and when somebody does."""

    @pytest.fixture(autouse=True)
    def few(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("index.engines.FEW", 6)

    def made(self, place: Path) -> tuple[str, bool, int]:
        found = manifest.load(place)
        assert len(ids(place)) == len(state(place).articles)
        return found.engine, found.pinned, found.generation

    def test_up_to_so_many_articles_it_is_whoosh(self, place: Path, press: Path) -> None:
        assert build(place, [press]).engine == "whoosh"
        assert self.made(place) == ("whoosh", False, 1)

    def test_one_more_and_it_is_tantivy_from_the_start(self, place: Path, press: Path) -> None:
        write_stories(press, [6])

        assert build(place, [press]).engine == "tantivy"
        assert self.made(place) == ("tantivy", False, 1)
        assert counts(build(place)) == {"articles": 7, "unchanged": 7}

    def test_an_index_that_outgrows_whoosh_moves_up(self, place: Path, press: Path) -> None:
        build(place, [press])
        write_stories(press, [6])
        (press / "0000.txt").unlink()
        assert build(place).engine == "whoosh"
        write_stories(press, [0])

        report = build(place)

        assert (report.engine, counts(report)) == ("tantivy", {"articles": 7, "added": 7})
        assert self.made(place) == ("tantivy", False, 2)
        assert [folder.name for folder in (place / "generations").iterdir()] == ["2"]

    def test_one_that_outgrows_it_by_far_does_so_before_it_has_read_all(
        self, place: Path, press: Path
    ) -> None:
        build(place, [press])
        write_stories(press, range(6, 40))

        assert build(place).engine == "tantivy"
        assert self.made(place) == ("tantivy", False, 2)

    def test_it_never_moves_down(self, place: Path, press: Path) -> None:
        write_stories(press, [6])
        build(place, [press])
        (press / "0000.txt").unlink()

        assert build(place).engine == "tantivy"
        assert build(place, rebuild=True).engine == "tantivy"

    def test_an_engine_that_is_named_stays(self, place: Path, press: Path) -> None:
        write_stories(press, [6])
        build(place, [press], engine="whoosh")
        write_stories(press, [7])

        assert build(place).engine == "whoosh"
        assert build(place, rebuild=True).engine == "whoosh"
        assert self.made(place) == ("whoosh", True, 2)

    def test_another_name_makes_it_anew(self, place: Path, press: Path) -> None:
        build(place, [press])
        before = state(place)

        assert build(place, engine="tantivy").engine == "tantivy"
        assert self.made(place) == ("tantivy", True, 2)
        assert state(place) == before

    def test_an_engine_that_nobody_knows_is_refused(self, place: Path, press: Path) -> None:
        with pytest.raises(IndexFailure, match="--engine auto or whoosh or tantivy"):
            build(place, [press], engine="lucene")


def test_there_are_vectors_unless_the_person_wants_none_which_is_kept(
    place: Path, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "LEAST", 6)

    def there() -> bool:
        return any(place.glob(f"generations/*/{NAME}"))

    build(place, [press])
    assert there()
    build(place, vectors=False)
    assert not there()
    build(place, rebuild=True)
    assert not there()
    build(place, vectors=True)
    assert there()
