"""A format that is named for files of an index: these files alone are read again, whatever happens meanwhile."""

from pathlib import Path

import pytest

from index.build import build
from index.building.update import Update
from index.check import check
from index.storage import manifest
from tests.support.state import counts, state

TABLE = "titre,texte,rubrique\nPort de Dakar,Le port de Dakar rouvre lundi.,Mer\nMarché de Thiès,Le marché rouvre mardi.,Ville\n"


@pytest.fixture
def notes(press: Path) -> Path:
    file = press / "notes.txt"
    file.write_text(TABLE, "utf-8")
    return file


def test_the_articles_of_these_files_alone_are_counted(home: Path, press: Path, notes: Path) -> None:
    build(home, [press])
    before = manifest.read(home)

    named = build(home, [notes], forced="text")
    assert counts(named) == {"articles": 7, "changed": 1, "removed": 1, "unchanged": 6}
    assert manifest.read(home).generation == before.generation

    taken_back = build(home, [notes], forced="auto")
    assert counts(taken_back) == {"articles": 8, "added": 1, "changed": 1, "unchanged": 6}
    assert counts(build(home)) == {"articles": 8, "unchanged": 8}


def test_the_index_is_the_one_that_is_made_anew(home: Path, press: Path, notes: Path) -> None:
    build(home, [press])
    build(home, [notes], forced="text")
    updated = state(home)
    build(home, rebuild=True)
    assert state(home) == updated


def test_a_file_of_the_same_text_in_both_formats_is_read_by_the_new_one(home: Path, press: Path) -> None:
    page = press / "a.md"
    page.write_text("Le port de **Dakar** rouvre lundi, après un an de travaux.\n", "utf-8")
    build(home, [press])
    moved = page.rename(press / "a.txt")
    build(home, [moved], forced="text")
    assert counts(build(home, [moved], forced="CSV"))["articles"] == 6
    assert counts(build(home, [moved], forced="auto")) == {"articles": 7, "added": 1, "unchanged": 6}


@pytest.mark.parametrize("stage", ["before", "after"])
def test_a_build_that_stops_when_the_format_is_noted_loses_nothing(
    home: Path, press: Path, notes: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    owner, step, articles = {"before": (manifest, "save", 8), "after": (Update, "run", 7)}[stage]
    build(home, [press])
    with monkeypatch.context() as patched:
        patched.setattr(owner, step, stop)
        with pytest.raises(KeyboardInterrupt):
            build(home, [notes], forced="text")
    assert not [*check(home)]
    build(home)
    mended = state(home)
    build(home, rebuild=True)
    assert state(home) == mended
    assert len(mended.articles) == articles
