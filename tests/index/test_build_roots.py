"""The folders that are indexed."""

from pathlib import Path

import pytest

from corpus import CorpusError
from index import manifest
from index.build import build
from index.errors import IndexFailure, IndexNotFound
from tests.index.press import write_stories
from tests.index.state import counts, ids, state


class TestRoots:
    """The folders that are indexed."""

    def test_the_roots_of_last_time_are_read_again(self, place: Path, press: Path) -> None:
        build(place, [press])
        write_stories(press, [7])

        assert counts(build(place)) == {"articles": 7, "added": 1, "unchanged": 6}

    def test_a_new_root_is_added_to_those_before(self, place: Path, press: Path, home: Path) -> None:
        build(place, [press])
        write_stories(home / "revues", [20])

        assert counts(build(place, [home / "revues"])) == {"articles": 7, "added": 1, "unchanged": 6}
        assert manifest.load(place).roots == ("presse", "revues")

    def test_a_rebuild_replaces_the_roots_by_those_it_names(
        self, place: Path, press: Path, home: Path
    ) -> None:
        build(place, [press])
        write_stories(home / "revues", [20])

        assert counts(build(place, [home / "revues"], rebuild=True)) == {"articles": 1, "added": 1}
        assert manifest.load(place).roots == ("revues",)
        assert len(ids(place)) == 1

    def test_a_rebuild_that_names_none_keeps_the_roots(self, place: Path, press: Path) -> None:
        build(place, [press])

        assert counts(build(place, rebuild=True)) == {"articles": 6, "added": 6}
        assert manifest.load(place).roots == ("presse",)

    def test_a_root_that_is_missing_is_an_error_and_touches_nothing(
        self, place: Path, press: Path, home: Path
    ) -> None:
        build(place, [press])
        before = state(place)

        with pytest.raises(CorpusError, match="revues"):
            build(place, [home / "revues"])

        assert state(place) == before
        assert manifest.load(place).roots == ("presse",)

    def test_a_known_root_that_is_gone_is_an_error_and_keeps_its_articles(
        self, place: Path, press: Path
    ) -> None:
        build(place, [press])
        before = state(place)
        press.rename(press.parent / "ailleurs")

        with pytest.raises(IndexFailure, match=r"presse, which is in the index, is not there.*--rebuild"):
            build(place)

        assert state(place) == before

    def test_the_whole_folder_can_move_with_its_index(self, place: Path, press: Path, home: Path) -> None:
        build(place, [press])
        moved = home.parent / "emporté"
        home.rename(moved)

        assert counts(build(moved / ".manchette")) == {"articles": 6, "unchanged": 6}
        moved.rename(home)

    def test_the_first_build_needs_a_root(self, place: Path) -> None:
        with pytest.raises(IndexNotFound, match="manchette index FOLDER"):
            build(place)
