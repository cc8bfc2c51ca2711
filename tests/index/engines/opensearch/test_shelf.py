"""A reader on another machine finds what the machine of the builder has beside the engine."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index import layout
from index.analysis.french import analyse
from index.engines import opensearch
from index.engines.opensearch import beside
from index.names.aliases import NameKey
from index.opening import open_catalog, open_engine, open_names, open_shelf, open_stories
from index.storage import manifest
from index.storage.shelf import CatalogShelf, Shelf
from index.storage.stories import StoryFile
from index.vectors.file import key
from index.vectors.reader import open_vectors
from tests.index.engines.opensearch.archives import build_archive, visited, write_press
from tests.support.opensearch.cluster import Cluster
from tests.support.opensearch.fixtures import delete_archives
from tests.support.press import story

pytestmark = pytest.mark.opensearch


@pytest.fixture(scope="module")
def homes(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """Return the home that builds an archive, and that of a reader."""
    folder = tmp_path_factory.mktemp("archive")
    write_press(folder / "presse")
    home = build_archive(folder, entities="modern")
    yield home, visited(home, folder / "data")
    delete_archives(cluster, folder)


@pytest.fixture
def shelves(homes: tuple[Path, Path]) -> Iterator[tuple[Shelf, Shelf]]:
    here, there = map(open_shelf, homes)
    assert isinstance(here, CatalogShelf)
    assert not isinstance(there, CatalogShelf)
    with closing(here), closing(there):
        yield here, there


def ids(home: Path) -> list[str]:
    with closing(open_catalog(home)) as catalog:
        return sorted(catalog.ids())


def test_the_names_are_counted_spelt_and_merged_alike(
    homes: tuple[Path, Path], shelves: tuple[Shelf, Shelf]
) -> None:
    here, there = shelves
    with closing(open_catalog(homes[0])) as catalog:
        every = {NameKey(str(field), str(term)) for field, term, *_ in catalog.register.rows()}
    keys = [
        *sorted(name for name in every if name.field in ("person", "org", "place", "source")),
        NameKey("org", "="),
    ]
    assert len(keys) > 10
    assert list(there.counts(keys)) == list(here.counts(keys))
    assert dict(next(iter(there.counts([NameKey("person", "=awa_sarr")]))).forms) == {
        "Awa Sarr": 2,
        "AWA SARR": 1,
    }
    assert list(there.counts([])) == []
    generations = (layout.generation(home, manifest.load(home).generation) for home in homes)
    mine, others = (map(dict, opensearch.open_names(folder)) for folder in generations)
    assert list(others) == (found := list(mine))
    assert all(found)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("person", ["sarr"]),
        ("person", ["sarr", "awa"]),
        ("person", ["awa", "diop"]),
        ("person", ["sar"]),
        ("source", ["le"]),
        ("place", ["louga"]),
    ],
)
def test_the_names_with_some_words_are_the_same(
    shelves: tuple[Shelf, Shelf], field: str, words: list[str]
) -> None:
    here, there = shelves
    assert sorted(there.having(field, words)) == sorted(here.having(field, words))


def test_each_article_has_its_text_and_its_names(
    homes: tuple[Path, Path], shelves: tuple[Shelf, Shelf]
) -> None:
    here, there = shelves
    known = ids(homes[0])
    assert [there.raw(one) for one in known] == [here.raw(one) for one in known]
    assert [tuple(there.mentions(one)) for one in known] == [tuple(here.mentions(one)) for one in known]
    assert (there.raw("nobody"), there.mentions("nobody")) == (None, ())


def test_what_could_not_be_read_is_said(shelves: tuple[Shelf, Shelf]) -> None:
    here, there = shelves
    assert there.rejected() == here.rejected() != []
    assert (there.losses(), there.left_out(), there.examples()) == (
        here.losses(),
        here.left_out(),
        here.examples(),
    )


def test_the_stories_are_the_same(homes: tuple[Path, Path]) -> None:
    keys = [*map(key, ids(homes[0])), 0]
    here, there = map(open_stories, homes)
    assert isinstance(here, StoryFile)
    with closing(here), closing(there):
        printed = list(here.printings(keys))
        assert any(printed)
        assert list(there.printings(keys)) == printed
        alike: defaultdict[int | None, set[int | None]] = defaultdict(set)
        for one, other in zip(here.numbers(keys), there.numbers(keys), strict=True):
            alike[one].add(other)
    assert alike.pop(None) == {None}
    assert len(alike) == len({frozenset(numbers) for numbers in alike.values()})
    assert all(len(numbers) == 1 for numbers in alike.values())


def test_articles_are_as_close_to_a_query(homes: tuple[Path, Path]) -> None:
    keys = [*map(key, ids(homes[0])), 0]
    here = open_vectors(layout.generation(homes[0], 1))
    there = open_engine(homes[1])
    assert here
    with closing(here), closing(there):
        vectors = there._vectors  # type: ignore[attr-defined] # an engine hands them out to nobody
        for text in (story(1), f"qwertz {story(4)}"):
            stems = analyse(text).stem
            near, other = here.near(stems), vectors.near(stems)
            assert near
            assert other
            assert list(other(keys)) == list(near(keys))
        assert here.near(["qwertz"]) is vectors.near(["qwertz"]) is None


def test_the_names_are_kept_until_a_build_changes_them(
    homes: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, reader = homes
    merged = open_names(reader).targets
    [file] = layout.engine(layout.generation(reader, 1)).glob("names-*")
    whole = file.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(beside.Beside, "_joined", None)
        assert open_names(reader).targets == merged
    file.write_bytes(whole[:-1])
    assert open_names(reader).targets == merged
    assert file.read_bytes() == whole


def test_a_reader_forgets_what_it_has_read_when_it_is_much(
    homes: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = list(map(key, ids(homes[0])))
    with closing(open_stories(homes[1])) as stories:
        whole = list(stories.printings(keys))
    monkeypatch.setattr(beside, "_MAX_REMEMBERED", 3)
    monkeypatch.setattr(beside, "_KEYS_AT_ONCE", 2)
    with closing(open_stories(homes[1])) as stories:
        assert list(stories.printings([*keys, *keys])) == whole * 2
