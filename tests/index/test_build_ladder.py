"""Which engine an index is made with, when nobody names one and when somebody does; and whether with vectors."""

from pathlib import Path

import pytest

from corpus.message import message
from corpus.records import replace
from index import engines, layout
from index.build import build
from index.errors import Unsupported
from index.storage import manifest
from index.vectors import renewal
from tests.support.failures import raises
from tests.support.press import write_stories
from tests.support.state import counts, ids, state


class TestLadder:
    """Which engine an index is made with, when nobody names one and when somebody does."""

    @pytest.fixture(autouse=True)
    def few(self, monkeypatch: pytest.MonkeyPatch) -> None:
        small, *others = engines.BACKENDS
        monkeypatch.setattr(engines, "BACKENDS", (replace(small, max_articles=6), *others))

    def made(self, home: Path) -> tuple[str, bool, int]:
        found = manifest.load(home)
        assert len(ids(home)) == len(state(home).articles)
        return found.engine, found.pinned, found.generation

    def test_up_to_so_many_articles_it_is_whoosh(self, home: Path, press: Path) -> None:
        assert build(home, [press]).engine == "whoosh"
        assert self.made(home) == ("whoosh", False, 1)

    def test_one_more_and_it_is_tantivy_from_the_start(self, home: Path, press: Path) -> None:
        write_stories(press, [6])

        assert build(home, [press]).engine == "tantivy"
        assert self.made(home) == ("tantivy", False, 1)
        assert counts(build(home)) == {"articles": 7, "unchanged": 7}

    def test_an_index_that_outgrows_whoosh_moves_up(self, home: Path, press: Path) -> None:
        build(home, [press])
        write_stories(press, [6])
        (press / "0000.txt").unlink()
        assert build(home).engine == "whoosh"
        write_stories(press, [0])

        report = build(home)

        assert (report.engine, counts(report)) == ("tantivy", {"articles": 7, "added": 7})
        assert self.made(home) == ("tantivy", False, 2)
        assert [folder.name for folder in (home / "generations").iterdir()] == ["2"]

    def test_one_that_outgrows_it_by_far_does_so_before_it_has_read_all(
        self, home: Path, press: Path
    ) -> None:
        build(home, [press])
        write_stories(press, range(6, 40))

        assert build(home).engine == "tantivy"
        assert self.made(home) == ("tantivy", False, 2)

    def test_it_never_moves_down(self, home: Path, press: Path) -> None:
        write_stories(press, [6])
        build(home, [press])
        (press / "0000.txt").unlink()

        assert build(home).engine == "tantivy"
        assert build(home, rebuild=True).engine == "tantivy"

    def test_an_engine_that_is_named_stays(self, home: Path, press: Path) -> None:
        write_stories(press, [6])
        build(home, [press], engine="whoosh")
        write_stories(press, [7])

        assert build(home).engine == "whoosh"
        assert build(home, rebuild=True).engine == "whoosh"
        assert self.made(home) == ("whoosh", True, 2)

    def test_another_name_makes_it_anew(self, home: Path, press: Path) -> None:
        build(home, [press])
        before = state(home)

        assert build(home, engine="tantivy").engine == "tantivy"
        assert self.made(home) == ("tantivy", True, 2)
        assert state(home) == before

    @pytest.mark.parametrize("max_articles", [None, 20])
    def test_a_third_engine_leaves_the_choice_by_size_as_it_was(
        self, home: Path, press: Path, monkeypatch: pytest.MonkeyPatch, max_articles: int | None
    ) -> None:
        """A third name crashed the first build above the size of the first engine."""
        remote = engines.Backend(
            "remote", "index.engines.remote", max_articles, disk_share=1.0, pointer="remote.json"
        )
        monkeypatch.setattr(engines, "BACKENDS", (*engines.BACKENDS, remote))
        write_stories(press, [6])

        assert build(home, [press]).engine == "tantivy"
        assert self.made(home) == ("tantivy", False, 1)

    def test_an_index_that_came_back_is_built_without_the_cluster_that_it_left(
        self, home: Path, press: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("MANCHETTE_OPENSEARCH_URL", raising=False)
        build(home, [press])
        left = layout.generation(home, 9)
        layout.engine(left).mkdir(parents=True)
        (layout.engine(left) / "opensearch.json").write_text(
            '{"archive": "presse-3f2a9c", "generation": 9, "shards": 1}'
        )

        assert build(home).unchanged
        assert left.exists()  # the next build tries again

    def test_an_engine_that_nobody_knows_is_refused(self, home: Path, press: Path) -> None:
        with raises(Unsupported, "index.no_such_engine", "mend.engine") as raised:
            build(home, [press], engine="lucene")
        assert raised.value.mend == message("mend.engine", engines="auto|whoosh|tantivy|opensearch")


def test_there_are_vectors_unless_the_person_wants_none_which_is_kept(
    home: Path, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "_MIN_ARTICLES", 6)

    def there() -> bool:
        return any(home.glob("generations/*/vectors"))

    build(home, [press])
    assert there()
    build(home, vectors=False)
    assert not there()
    build(home, rebuild=True)
    assert not there()
    build(home, vectors=True)
    assert there()
