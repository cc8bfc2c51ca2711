"""The folders that are indexed."""

import os
from pathlib import Path

import pytest

from corpus import CorpusError
from corpus.message import message
from index import layout
from index.build import build
from index.errors import IndexFailure, IndexNotFound
from index.storage import manifest
from tests.support.failures import raises
from tests.support.press import write_stories
from tests.support.state import counts, ids, state


class TestRoots:
    """The folders that are indexed."""

    def test_the_roots_of_last_time_are_read_again(self, home: Path, press: Path) -> None:
        build(home, [press])
        write_stories(press, [7])

        assert counts(build(home)) == {"articles": 7, "added": 1, "unchanged": 6}

    def test_a_new_root_is_added_to_those_before(self, home: Path, press: Path, folder_above: Path) -> None:
        build(home, [press])
        write_stories(folder_above / "revues", [20])

        assert counts(build(home, [folder_above / "revues"])) == {"articles": 7, "added": 1, "unchanged": 6}
        assert manifest.load(home).roots == ("presse", "revues")

    def test_a_root_whose_name_is_not_utf_8_is_read_and_read_again(
        self, home: Path, folder_above: Path
    ) -> None:
        root = folder_above / os.fsdecode(b"march\xe9s")
        try:
            write_stories(root, [1, 2])
        except OSError:
            pytest.skip("a file system of Unicode names")

        assert counts(build(home, [root])) == {"articles": 2, "added": 2}
        assert counts(build(home)) == {"articles": 2, "unchanged": 2}
        assert counts(build(home, rebuild=True)) == {"articles": 2, "added": 2}

    def test_a_rebuild_replaces_the_roots_by_those_it_names(
        self, home: Path, press: Path, folder_above: Path
    ) -> None:
        build(home, [press])
        write_stories(folder_above / "revues", [20])

        assert counts(build(home, [folder_above / "revues"], rebuild=True)) == {"articles": 1, "added": 1}
        assert manifest.load(home).roots == ("revues",)
        assert len(ids(home)) == 1

    def test_a_rebuild_that_names_none_keeps_the_roots(self, home: Path, press: Path) -> None:
        build(home, [press])

        assert counts(build(home, rebuild=True)) == {"articles": 6, "added": 6}
        assert manifest.load(home).roots == ("presse",)

    def test_a_root_that_is_missing_is_an_error_and_touches_nothing(
        self, home: Path, press: Path, folder_above: Path
    ) -> None:
        build(home, [press])
        before = state(home)

        with pytest.raises(CorpusError, match="revues"):
            build(home, [folder_above / "revues"])

        assert state(home) == before
        assert manifest.load(home).roots == ("presse",)

    def test_roots_that_are_all_gone_are_an_error_and_keep_their_articles(
        self, home: Path, press: Path
    ) -> None:
        build(home, [press])
        before = state(home)
        press.rename(press.parent / "ailleurs")

        with raises(IndexFailure, "index.root_gone", "mend.rebuild_without") as raised:
            build(home)
        assert raised.value.message.values == {"root": "presse"}

        assert state(home) == before

    @pytest.mark.parametrize("gone", ["revues d’été", "revues d’été/0020.txt"])
    def test_a_root_that_is_gone_is_reported_and_keeps_its_articles_and_the_others_are_read(
        self, home: Path, press: Path, folder_above: Path, gone: str
    ) -> None:
        """A file that was named and deleted refused every later update."""
        write_stories(folder_above / "revues d’été", [20])
        build(home, [press, folder_above / gone])
        write_stories(press, [7])
        (folder_above / gone).rename(folder_above / "démonté")

        for added in (1, 0):
            report = build(home)

            assert (report.articles, report.added, report.removed) == (8, added, 0)
            [rejected] = report.rejected
            assert (rejected.path, rejected.reason.code) == (gone, "index.root_stays")
            remedy = rejected.reason.values["remedy"]
            assert remedy == message("mend.rebuild_without", roots="presse")

        (folder_above / "démonté").rename(folder_above / gone)

        assert build(home).rejected == ()

    def test_what_to_type_to_do_without_a_root_that_is_gone_does_so(
        self, home: Path, press: Path, folder_above: Path
    ) -> None:
        write_stories(folder_above / "revues", [20])
        build(home, [press, folder_above / "revues" / "0020.txt"])
        (folder_above / "revues" / "0020.txt").unlink()
        build(home)

        assert counts(build(home, [press], rebuild=True)) == {"articles": 6, "added": 6}
        assert build(home).rejected == ()

    def test_an_index_is_not_made_anew_without_the_articles_of_a_root_that_is_gone(
        self, home: Path, press: Path, folder_above: Path
    ) -> None:
        write_stories(folder_above / "revues", [20])
        build(home, [press, folder_above / "revues"])
        before = state(home)
        (folder_above / "revues").rename(folder_above / "démonté")

        with raises(IndexFailure, "index.root_gone", "mend.rebuild_without"):
            build(home, rebuild=True)
        assert state(home) == before

        layout.seal(layout.generation(home, 1)).write_bytes(b"")
        with raises(IndexFailure, "index.root_gone", "mend.rebuild_without"):
            build(home)
        assert state(home) == before

    def test_the_whole_folder_can_move_with_its_index(
        self, home: Path, press: Path, folder_above: Path
    ) -> None:
        build(home, [press])
        moved = folder_above.parent / "emporté"
        folder_above.rename(moved)

        assert counts(build(moved / ".manchette")) == {"articles": 6, "unchanged": 6}
        moved.rename(folder_above)

    def test_the_first_build_needs_a_root(self, home: Path) -> None:
        with raises(IndexNotFound, "index.nothing_to_index", "mend.index_folder"):
            build(home)
