"""What a build does with files that are new, changed, moved, touched, removed, or that cannot be read."""

import os
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random

import pytest

from corpus import CorpusError
from corpus.message import message
from index import opening
from index.build import build
from index.building.report import Progress
from index.engine import Ask
from index.errors import IndexBusy
from index.query import Term
from tests.support.failures import raises
from tests.support.killed import ISOLATED
from tests.support.press import story, write_lines, write_stories
from tests.support.state import counts, ids, state, titled


def test_a_first_build_adds_every_article(home: Path, press: Path) -> None:
    report = build(home, [press])

    assert counts(report) == {"articles": 6, "added": 6}
    assert (report.engine, report.rejected) == ("whoosh", ())
    assert titled(home, "ziguinchor") == ["presse/0001.txt", "presse/0006.txt"][:1]


def test_a_build_without_changes_counts_every_article_as_unchanged(home: Path, press: Path) -> None:
    build(home, [press])

    assert counts(build(home)) == {"articles": 6, "unchanged": 6}


def test_a_build_without_changes_writes_no_file_of_the_index(home: Path, press: Path) -> None:
    build(home, [press])
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}

    build(home)

    after = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before.get(path)} <= {
        home / "lock",
        home / ".gitignore",
    }


def test_files_that_are_new_changed_and_removed_are_counted_apart(home: Path, press: Path) -> None:
    build(home, [press])
    write_stories(press, [6, 7])
    (press / "0000.txt").write_text(story(100), "utf-8")
    (press / "0003.txt").unlink()

    report = build(home)

    assert counts(report) == {"articles": 7, "added": 2, "changed": 1, "removed": 1, "unchanged": 4}
    assert titled(home, "100") == ["presse/0000.txt"]
    assert len(ids(home)) == 7


def test_an_updated_index_is_the_one_that_a_rebuild_makes(home: Path, press: Path) -> None:
    build(home, [press])
    write_stories(press, range(4, 12))
    (press / "0000.txt").write_text(story(100), "utf-8")
    (press / "0003.txt").unlink()
    (press / "0001.txt").rename(press / "un.txt")
    build(home)
    updated = state(home)

    report = build(home, rebuild=True)

    assert counts(report) == {"articles": 11, "added": 11}
    assert state(home) == updated


def test_a_file_whose_time_alone_changed_is_unchanged(home: Path, press: Path) -> None:
    build(home, [press])
    os.utime(press / "0002.txt", (1, 1))

    assert counts(build(home)) == {"articles": 6, "unchanged": 6}


def test_a_renamed_file_is_moved_keeps_its_id_and_shows_its_new_path(home: Path, press: Path) -> None:
    build(home, [press])
    before = ids(home)
    (press / "0001.txt").rename(press / "ziguinchor.txt")

    report = build(home)

    assert counts(report) == {"articles": 6, "moved": 1, "unchanged": 5}
    assert ids(home) == before
    assert titled(home, "ziguinchor") == ["presse/ziguinchor.txt"]


def test_a_renamed_folder_moves_all_its_articles(home: Path, press: Path) -> None:
    build(home, [press.parent])
    press.rename(press.parent / "archives")

    assert counts(build(home)) == {"articles": 6, "moved": 6}


def test_a_renamed_folder_moves_articles_of_the_same_text_as_well(home: Path, press: Path) -> None:
    (press / "copie.txt").write_text(story(0), "utf-8")
    build(home, [press.parent])
    before = ids(home)
    press.rename(press.parent / "archives")

    assert counts(build(home)) == {"articles": 7, "moved": 7}
    assert ids(home) == before


def test_two_files_of_the_same_text_are_two_articles(home: Path, press: Path) -> None:
    (press / "copie.txt").write_text(story(1), "utf-8")

    assert counts(build(home, [press])) == {"articles": 7, "added": 7}
    assert titled(home, "ziguinchor") == ["presse/0001.txt", "presse/copie.txt"]


def test_of_two_files_of_the_same_text_one_can_go(home: Path, press: Path) -> None:
    (press / "copie.txt").write_text(story(1), "utf-8")
    build(home, [press])
    (press / "0001.txt").unlink()

    assert counts(build(home)) == {"articles": 6, "removed": 1, "unchanged": 6}
    assert titled(home, "ziguinchor") == ["presse/copie.txt"]
    assert len(ids(home)) == 6


def test_two_files_that_exchange_their_names_are_both_kept(home: Path, press: Path) -> None:
    build(home, [press])
    (press / "0001.txt").rename(press / "x")
    (press / "0002.txt").rename(press / "0001.txt")
    (press / "x").rename(press / "0002.txt")

    build(home)

    assert titled(home, "ziguinchor") == ["presse/0002.txt"]
    assert len(ids(home)) == 6


def test_names_that_are_not_unicode_are_different_files(home: Path, folder_above: Path) -> None:
    folder = folder_above / "presse"
    folder.mkdir()
    for number, name in enumerate((b"march\xe9.txt", b"march\xe8.txt")):
        (folder / os.fsdecode(name)).write_text(story(number), "utf-8")

    assert counts(build(home, [folder])) == {"articles": 2, "added": 2}
    assert len(ids(home)) == 2
    assert counts(build(home)) == {"articles": 2, "unchanged": 2}


class TestJsonLines:
    """Several articles in one file."""

    @pytest.fixture
    def path(self, folder_above: Path) -> Path:
        return folder_above / "depeches.jsonl"

    def records(self, *numbers: int, own: bool) -> list[dict[str, object]]:
        return [
            {"id": f"map-{number}" if own else "", "titre": f"Dépêche {number}", "texte": story(number)}
            for number in numbers
        ]

    def test_ids_of_the_records_are_the_ids_of_the_articles(self, home: Path, path: Path) -> None:
        write_lines(path, self.records(1, 2, 3, own=True))
        build(home, [path])

        assert ids(home) == {"map-1", "map-2", "map-3"}

    def test_records_are_counted_one_by_one(self, home: Path, path: Path) -> None:
        write_lines(path, self.records(1, 2, 3, own=True))
        build(home, [path])
        rewritten: dict[str, object] = {"id": "map-3", "titre": "Rectificatif", "texte": "Autre texte."}
        write_lines(path, [*self.records(4, 1, own=True), rewritten])

        assert counts(build(home)) == {"articles": 3, "added": 1, "changed": 1, "removed": 1, "unchanged": 1}
        assert titled(home, "rectificatif") == ["depeches.jsonl"]

    def test_a_record_added_at_the_top_leaves_those_without_ids_unchanged(
        self, home: Path, path: Path
    ) -> None:
        write_lines(path, self.records(1, 2, 3, own=False))
        build(home, [path])
        before = ids(home)
        write_lines(path, self.records(9, 1, 2, 3, own=False))

        assert counts(build(home)) == {"articles": 4, "added": 1, "unchanged": 3}
        assert before < ids(home)

    def test_a_rewritten_record_without_id_is_changed(self, home: Path, path: Path) -> None:
        write_lines(path, self.records(1, 2, 3, own=False))
        build(home, [path])
        write_lines(path, self.records(1, 9, 3, own=False))

        assert counts(build(home)) == {"articles": 3, "changed": 1, "unchanged": 2}

    def test_a_record_repeated_in_its_file_is_two_articles(self, home: Path, path: Path) -> None:
        write_lines(path, self.records(1, 1, own=True))
        build(home, [path])

        assert ids(home) == {"map-1", "map-1-2"}
        assert counts(build(home, rebuild=True)) == {"articles": 2, "added": 2}
        assert ids(home) == {"map-1", "map-1-2"}

    @pytest.mark.parametrize(("leaves", "enters"), [("a.jsonl", "b.jsonl"), ("b.jsonl", "a.jsonl")])
    def test_a_record_that_passes_to_another_file_keeps_its_id(
        self, home: Path, folder_above: Path, leaves: str, enters: str
    ) -> None:
        folder = folder_above / "exports"
        folder.mkdir()
        write_lines(folder / leaves, self.records(1, 2, own=True))
        write_lines(folder / enters, self.records(3, own=True))
        build(home, [folder])
        write_lines(folder / leaves, self.records(1, own=True))
        write_lines(folder / enters, self.records(3, 2, own=True))

        build(home)

        assert ids(home) == {"map-1", "map-2", "map-3"}

    def test_a_line_that_is_no_record_is_rejected_and_the_rest_goes_on(self, home: Path, path: Path) -> None:
        write_lines(path, self.records(1, 2, own=True))
        with path.open("a", encoding="utf-8") as file:
            file.write('{"titre": "coupé au mil\n')

        report = build(home, [path])

        assert counts(report) == {"articles": 2, "added": 2}
        assert [(rejected.path, rejected.where) for rejected in report.rejected] == [
            ("depeches.jsonl", message("reading.line", line=3))
        ]
        assert build(home).rejected == report.rejected, "it stays known while the file is as it was"

    def test_a_line_that_was_mended_is_no_longer_rejected(self, home: Path, path: Path) -> None:
        path.write_text('{"titre": "coupé au mil\n', "utf-8")
        build(home, [path])
        write_lines(path, self.records(1, own=True))

        assert build(home).rejected == ()

    def test_half_characters_of_a_broken_export_are_indexed(self, home: Path, path: Path) -> None:
        path.write_text('{"id": "un", "titre": "Le \\ud83d port", "texte": "Il rouvre \\udc00 demain.", '
                        '"auteur": "A\\ud800B", "url": "http://x/\\ud800", "personnes": ["N\\ud800"]}\n', "utf-8")  # fmt: skip

        assert counts(build(home, [path])) == {"articles": 1, "added": 1}
        assert titled(home, "rouvre") == ["depeches.jsonl"]


def test_another_mapping_of_columns_makes_the_index_anew(home: Path, folder_above: Path) -> None:
    path = folder_above / "export.csv"
    path.write_text("Corps;Chapeau;Signature\nLe port rouvre.;Un texte.;Awa Sarr\n", "utf-8")
    build(home, [path], columns={"text": "Corps"})

    report = build(home, columns={"text": "Corps", "source": "Signature"})

    assert counts(report) == {"articles": 1, "added": 1}
    assert {article.source for article in state(home).articles.values()} == {"Awa Sarr"}
    assert counts(build(home)) == {"articles": 1, "unchanged": 1}, "the mapping is remembered"


def test_an_index_of_another_analysis_is_made_anew(
    home: Path, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(home, [press])
    monkeypatch.setattr("index.storage.manifest.ANALYSIS", "another")

    assert counts(build(home)) == {"articles": 6, "added": 6}
    assert counts(build(home)) == {"articles": 6, "unchanged": 6}


@pytest.mark.parametrize(("model", "anew"), [("modern", True), ("none", False)])
def test_an_index_of_another_extractor_is_made_anew_if_a_model_found_its_entities(
    home: Path, press: Path, monkeypatch: pytest.MonkeyPatch, model: str, *, anew: bool
) -> None:
    build(home, [press], entities=model)
    monkeypatch.setattr("index.build.VERSION", 0)

    assert counts(build(home)) == {"articles": 6, "added" if anew else "unchanged": 6}
    assert counts(build(home)) == {"articles": 6, "unchanged": 6}


def test_progress_shows_how_many_articles_and_bytes_are_read(home: Path, press: Path) -> None:
    reports: list[Progress] = []
    build(home, [press], progress=reports.append)

    assert [progress.articles for progress in reports] == [1, 2, 3, 4, 5, 6, 6]
    assert reports[-1].read == reports[-1].of
    assert {progress.of for progress in reports} == {sum(file.stat().st_size for file in press.iterdir())}
    assert sorted(progress.read for progress in reports) == [progress.read for progress in reports]
    assert reports[-1].read == reports[-1].of


def test_a_reader_opened_before_a_build_answers_as_it_did(home: Path, press: Path) -> None:
    build(home, [press])
    reader = opening.open_engine(home)
    before = reader.ids()
    (press / "0001.txt").unlink()
    write_stories(press, range(6, 40))

    build(home)
    build(home, rebuild=True)

    assert reader.ids() == before
    hits = reader.search(Term("exact", "ziguinchor"), Ask())
    assert [hit.article.path for hit in hits.hits] == ["presse/0001.txt"]
    reader.close()


def hold(home: Path, root: Path, started: Event, end: Event) -> None:
    def wait(_: Progress) -> None:
        started.set()
        end.wait(30)

    build(home, [root], progress=wait)


def test_a_second_build_at_once_is_refused(home: Path, press: Path) -> None:
    started, end = ISOLATED.Event(), ISOLATED.Event()
    first = ISOLATED.Process(target=hold, args=(home, press, started, end))
    first.start()
    try:
        assert started.wait(30)
        with raises(IndexBusy, "index.busy", "mend.wait"):
            build(home, [press])
    finally:
        end.set()
        first.join(30)

    assert first.exitcode == 0
    assert counts(build(home)) == {"articles": 6, "unchanged": 6}


def test_a_build_that_failed_lets_the_next_one_build(home: Path, press: Path, folder_above: Path) -> None:
    with pytest.raises(CorpusError) as kept:
        build(home, [folder_above / "revues"])

    assert counts(build(home, [press])) == {"articles": 6, "added": 6}
    assert kept.value


def test_the_catalog_can_be_read_while_a_large_update_is_under_way(home: Path, press: Path) -> None:
    build(home, [press])
    known = min(ids(home))
    for number in range(70):
        (press / f"long-{number}.txt").write_text(Random(number).randbytes(40_000).hex(), "utf-8")
    raws: list[str | None] = []

    def look(progress: Progress) -> None:
        if progress.articles == 70:
            catalog = opening.open_catalog(home)
            raws.append(catalog.raw(known))
            catalog.close()

    build(home, progress=look)

    assert raws
    assert raws[0]


def test_a_text_without_blanks_is_indexed(home: Path, folder_above: Path) -> None:
    (folder_above / "bloc.txt").write_text("Annonce\n\n" + "z" * 1_000_000 + "\n\nLe port rouvre.", "utf-8")

    assert counts(build(home, [folder_above / "bloc.txt"])) == {"articles": 1, "added": 1}
    assert titled(home, "rouvre") == ["bloc.txt"]
