"""What a build sends beside the articles is what differs from what it sent before, and a killed one loses nothing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import layout
from index.analysis.french import analyse
from index.engines.opensearch import publication
from index.engines.opensearch.beside import Fields
from index.engines.opensearch.publication import changes
from index.engines.opensearch.shelf import open_vectors
from index.opening import open_catalog, open_names, open_shelf, open_stories
from index.storage import manifest
from index.vectors.file import key
from tests.index.engines.opensearch.archives import build_archive, visited, write_press
from tests.index.engines.stores import AT_RANDOM
from tests.support.opensearch.cluster import Cluster
from tests.support.opensearch.fixtures import delete_archives
from tests.support.press import story, write_lines, write_stories

States = st.dictionaries(st.integers(0, 20), st.integers(0, 2))


@AT_RANDOM
@given(States, States)
def test_changes_make_one_state_of_the_other(before: dict[int, int], after: dict[int, int]) -> None:
    changed = dict(changes(sorted(before.items()), sorted(after.items())))
    assert changed.keys() == {
        number for number in before.keys() | after.keys() if before.get(number) != after.get(number)
    }
    assert all(after.get(number) == value for number, value in changed.items())


@pytest.fixture
def folder(cluster: Cluster, tmp_path: Path) -> Iterator[Path]:
    write_press(tmp_path / "presse")
    yield tmp_path
    delete_archives(cluster, tmp_path)


def agree(home: Path, reader: Path) -> None:
    """Hold that a reader has what the machine of the builder has."""
    with closing(open_catalog(home)) as catalog:
        ids = sorted(catalog.ids())
    for one in ("named-0", "gone", *ids):
        with closing(open_shelf(home)) as here, closing(open_shelf(reader)) as there:
            assert (there.raw(one), tuple(there.mentions(one))) == (here.raw(one), tuple(here.mentions(one)))
    keys = [key(one) for one in ("named-0", "gone", *ids)]
    with closing(open_stories(home)) as printed, closing(open_stories(reader)) as others:
        assert list(others.printings(keys)) == list(printed.printings(keys))
    with closing(open_shelf(home)) as here, closing(open_shelf(reader)) as there:
        assert (there.rejected(), there.left_out()) == (here.rejected(), here.left_out())
    assert open_names(reader).targets == open_names(home).targets
    stems = analyse(story(1)).stem
    close = []
    for opened in (home, reader):
        vectors = open_vectors(layout.generation(opened, manifest.load(opened).generation))
        assert vectors
        with closing(vectors):
            near = vectors.near(stems)
            assert near
            close.append(list(near(keys)))
    assert close[0] == close[1]
    assert any(close[0])


def test_each_build_sends_what_changed_and_a_reader_has_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    line = publication._line

    def noted(name: str, fields: Fields | None) -> bytes:
        sent.append(name)
        return line(name, fields)

    monkeypatch.setattr(publication, "_line", noted)

    home = build_archive(folder)
    reader = visited(home, folder / "data")
    agree(home, reader)
    assert {name[:2] for name in sent} == {"t:", "v:", "s:", "y:", "b:", "na", "st"}

    sent.clear()
    build_archive(folder)
    assert sent == []

    write_stories(folder / "presse", [30])
    build_archive(folder)
    agree(home, reader)
    assert sorted(name[:2] for name in sent if name[:2] != "b:") == ["t:", "v:"]

    sent.clear()
    record: dict[str, object] = {"id": "named-0", "text": "Un autre texte.", "person": "Moussa Ba"}
    write_lines(folder / "presse" / "named.jsonl", [record, {"id": "vide", "text": ""}])
    build_archive(folder)
    agree(home, reader)
    assert {f"t:named-{number}" for number in range(4)} <= set(sent)
    assert {"names", "status"} <= set(sent)


def test_a_build_that_is_killed_while_it_sends_is_made_up_for_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = build_archive(folder)
    reader = visited(home, folder / "data")
    write_stories(folder / "presse", [31])
    (folder / "presse" / "0002.txt").unlink()

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    for step in ("_send", "_note_sent"):
        with monkeypatch.context() as patched:
            patched.setattr(publication, step, killed)
            with pytest.raises(KeyboardInterrupt):
                build_archive(folder)
    build_archive(folder)
    agree(home, reader)


def test_without_hard_links_what_was_sent_is_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refused)
    home = build_archive(folder)
    write_stories(folder / "presse", [32])
    build_archive(folder)
    agree(home, visited(home, folder / "data"))


@pytest.mark.parametrize("content", [None, b"", b"{"])
def test_where_it_is_not_known_what_was_sent_all_of_it_is_sent(folder: Path, content: bytes | None) -> None:
    home = build_archive(folder)
    [noted] = home.rglob("sent.json")
    if content is None:
        noted.unlink()
    else:
        noted.write_bytes(content)
    build_archive(folder)
    agree(home, visited(home, folder / "data"))
