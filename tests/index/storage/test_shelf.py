"""The shelf of an index has what the catalog of its generation has."""

from contextlib import closing
from pathlib import Path

import pytest

from index import layout
from index.build import build
from index.errors import Damaged
from index.names.aliases import NameKey
from index.opening import open_catalog, open_shelf
from index.storage import shelf
from tests.support.press import story, write_lines, write_stories


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_stories(tmp_path / "presse", range(3))
    people = ["Awa Sarr", "AWA SARR", "Awa Sarr"]
    records: list[dict[str, object]] = [
        {"id": f"named-{number}", "text": story(number), "person": name} for number, name in enumerate(people)
    ]
    write_lines(tmp_path / "presse" / "named.jsonl", [*records, {"id": "empty", "text": ""}])
    build(tmp_path / ".manchette", [tmp_path / "presse"], entities="none")
    return tmp_path / ".manchette"


def test_a_reader_finds_the_names_and_the_texts_of_the_articles(home: Path) -> None:
    key, unknown = NameKey("person", "=awa_sarr"), NameKey("org", "=awa_sarr")
    with closing(open_shelf(home)) as opened:
        awa, nobody = opened.counts([key, unknown])
        assert (awa.forms, nobody.forms) == ({"Awa Sarr": 2, "AWA SARR": 1}, {})
        assert list(opened.having("person", ["sarr"])) == ["=awa_sarr"]
        assert [mention.name for mention in opened.mentions("named-1")] == ["AWA SARR"]
        assert '"named-1"' in (opened.raw("named-1") or "")
        assert (opened.mentions("nobody"), opened.raw("nobody")) == ((), None)


def test_a_reader_finds_what_a_build_noted(home: Path) -> None:
    with closing(open_shelf(home)) as opened, closing(open_catalog(home)) as catalog:
        assert opened.rejected() == catalog.rejected() != []
        assert opened.losses() == catalog.losses()
        assert (opened.left_out(), opened.examples()) == (catalog.lines.left_out(), catalog.lines.examples())


def test_a_generation_without_a_catalog_is_damaged(home: Path) -> None:
    layout.catalog(layout.generation(home, 1)).unlink()
    with pytest.raises(Damaged):
        shelf.open_shelf(layout.generation(home, 1))
