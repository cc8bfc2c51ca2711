"""The index changes or fails while the shell is open."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import Damaged, IndexNotFound
from index.names.aliases import parse, save
from search.counts.facets import Bucket
from search.entities.curator import Curator
from search.errors import SearchError
from search.results import Results
from search.searcher import Page, Searcher
from search.shell.current import Current
from tests.search.render.answers import PAGE
from tests.support.failures import raises

Opener = Callable[[], Searcher]


class Scripted(Searcher):
    """A searcher that does what the test wants, instead of asking an engine."""

    def __init__(self, failure: Exception | None = None) -> None:
        self._failure = failure
        self.closed = 0

    def close(self) -> None:
        self.closed += 1

    def search(self, line: str, page: Page = Page()) -> Results:  # noqa: ARG002 - the searcher's form
        if self._failure:
            raise self._failure
        return PAGE

    def values(self, facet: str) -> tuple[Bucket, ...]:
        return (Bucket(facet, 1),)


def each(*searchers: Searcher | Exception) -> Opener:
    """Return an opener that opens one after the other, or fails to."""
    left = iter(searchers)

    def opener() -> Searcher:
        opened = next(left)
        if isinstance(opened, Exception):
            raise opened
        return opened

    return opener


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "manifest.json").write_text("{}")
    return tmp_path


def test_an_index_that_stays_as_it_was_is_opened_once(folder: Path) -> None:
    current = Current(each(Scripted()), folder)
    assert current.search("securite") == current.search("securite") == PAGE
    assert current.values("place") == (Bucket("place", 1),)
    assert current.openings == 1


def test_an_index_that_changed_is_opened_again(folder: Path) -> None:
    current = Current(each(Scripted(RuntimeError("not this one")), Scripted()), folder)
    os.utime(folder / "manifest.json", ns=(1, 1))
    assert current.search("securite") == PAGE
    assert current.openings == 2


def test_an_index_that_another_machine_builds_is_opened_again_when_a_build_of_it_ended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, builds, asked = 6_000.0, 1, 0

    def elsewhere(_: Path) -> int:
        nonlocal asked
        asked += 1
        return builds

    monkeypatch.setattr("search.shell.current.monotonic", lambda: now)
    monkeypatch.setattr("index.engines.builds_elsewhere", elsewhere)
    current = Current(each(Scripted(), Scripted()), folder)
    seen = []
    for now, builds in ((6_001.0, 1), (6_004.0, 2), (6_005.0, 2), (6_009.0, 2)):  # noqa: B007 - the clock
        current.search("a")
        seen.append((current.openings, asked))
    assert seen == [(1, 1), (1, 1), (2, 2), (2, 2)]


def test_aliases_that_were_edited_are_followed_at_the_next_line(folder: Path) -> None:
    current = Current(each(Scripted(RuntimeError("not this one")), Scripted(), Scripted()), folder)
    save(folder, parse("!Lire"))
    assert current.search("securite") == PAGE
    assert current.openings == 2
    save(folder, parse("!Lire"))
    os.utime(folder / "aliases.txt", ns=(1, 1))
    assert current.search("securite") == PAGE
    assert current.openings == 3


def test_an_edit_of_one_s_own_is_followed_at_once(folder: Path) -> None:
    current = Current(each(Scripted(), Scripted()), folder)

    def edit(curator: Curator) -> str:
        save(curator.home, parse("!Lire"))
        return "done"

    assert current.curated(edit) == "done"
    assert current.openings == 2


@pytest.mark.parametrize(
    "failure", [OSError("gone"), ValueError("torn"), Damaged("index.damaged_text", cause="torn")]
)
def test_an_index_that_fails_is_opened_once_more(folder: Path, failure: Exception) -> None:
    assert Current(each(Scripted(failure), Scripted()), folder).search("securite") == PAGE


def test_an_index_that_fails_again_is_a_failure_that_says_what_to_type(folder: Path) -> None:
    current = Current(each(*[Scripted(OSError("gone"))] * 2), folder)
    with raises(Damaged, "index.no_answer", "mend.check"):
        current.search("securite")


def test_an_index_that_cannot_be_opened_again_says_why(folder: Path) -> None:
    current = Current(
        each(Scripted(OSError("gone")), IndexNotFound("index.not_found", home="presse")), folder
    )
    with pytest.raises(IndexNotFound, match=r"index\.not_found"):
        current.search("securite")


def test_what_the_person_can_mend_is_not_a_failure(folder: Path) -> None:
    current = Current(each(Scripted(SearchError("there is no facet"))), folder)
    with pytest.raises(SearchError):
        current.search("securite")
    assert current.openings == 1


def test_an_index_that_is_gone_is_reported_at_every_line(folder: Path) -> None:
    gone = IndexNotFound("index.not_found", home="presse")
    current = Current(each(Scripted(), gone, gone, gone, gone), folder)
    (folder / "manifest.json").unlink()
    for _ in range(2):
        with pytest.raises(IndexNotFound):
            current.search("securite")


def test_a_searcher_is_closed_when_a_newer_one_is_opened(folder: Path) -> None:
    """The shell opened the index again at every build, and kept the files of each one before open."""
    first, second = Scripted(), Scripted()
    current = Current(each(first, second), folder)
    os.utime(folder / "manifest.json", ns=(1, 1))
    current.search("securite")
    assert (first.closed, second.closed) == (1, 0)
    current.close()
    assert (first.closed, second.closed) == (1, 1)


def test_a_searcher_stays_open_where_the_newer_one_cannot_be_opened(folder: Path) -> None:
    first = Scripted()
    current = Current(each(first, *[IndexNotFound("index.not_found", home=".")] * 2), folder)
    os.utime(folder / "manifest.json", ns=(1, 1))
    with pytest.raises(IndexNotFound):
        current.search("securite")
    assert first.closed == 0
