"""What a build does with files that are new, changed, moved, touched, removed, or that cannot be read."""

import multiprocessing
import os
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random

import pytest

import index
from corpus import CorpusError
from corpus.message import message
from index.build import build
from index.engine import Ask
from index.errors import IndexBusy
from index.query import Term
from index.report import Progress
from tests.index.press import story, write_lines, write_stories
from tests.index.state import counts, ids, state, titled

ISOLATED = multiprocessing.get_context("forkserver")


def test_a_first_build_adds_every_article(place: Path, press: Path) -> None:
    report = build(place, [press])

    assert counts(report) == {"articles": 6, "added": 6}
    assert (report.engine, report.rejected) == ("whoosh", ())
    assert titled(place, "ziguinchor") == ["presse/0001.txt", "presse/0006.txt"][:1]


def test_a_build_without_changes_counts_every_article_as_unchanged(place: Path, press: Path) -> None:
    build(place, [press])

    assert counts(build(place)) == {"articles": 6, "unchanged": 6}


def test_a_build_without_changes_writes_no_file_of_the_index(place: Path, press: Path) -> None:
    build(place, [press])
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*") if path.is_file()}

    build(place)

    after = {path: path.stat().st_mtime_ns for path in place.rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before.get(path)} <= {
        place / "lock",
        place / ".gitignore",
    }


def test_files_that_are_new_changed_and_removed_are_counted_apart(place: Path, press: Path) -> None:
    build(place, [press])
    write_stories(press, [6, 7])
    (press / "0000.txt").write_text(story(100), "utf-8")
    (press / "0003.txt").unlink()

    report = build(place)

    assert counts(report) == {"articles": 7, "added": 2, "changed": 1, "removed": 1, "unchanged": 4}
    assert titled(place, "100") == ["presse/0000.txt"]
    assert len(ids(place)) == 7


def test_an_updated_index_is_the_one_that_a_rebuild_makes(place: Path, press: Path) -> None:
    build(place, [press])
    write_stories(press, range(4, 12))
    (press / "0000.txt").write_text(story(100), "utf-8")
    (press / "0003.txt").unlink()
    (press / "0001.txt").rename(press / "un.txt")
    build(place)
    updated = state(place)

    report = build(place, rebuild=True)

    assert counts(report) == {"articles": 11, "added": 11}
    assert state(place) == updated


def test_a_file_whose_time_alone_changed_is_unchanged(place: Path, press: Path) -> None:
    build(place, [press])
    os.utime(press / "0002.txt", (1, 1))

    assert counts(build(place)) == {"articles": 6, "unchanged": 6}


def test_a_renamed_file_is_moved_keeps_its_id_and_shows_its_new_path(place: Path, press: Path) -> None:
    build(place, [press])
    before = ids(place)
    (press / "0001.txt").rename(press / "ziguinchor.txt")

    report = build(place)

    assert counts(report) == {"articles": 6, "moved": 1, "unchanged": 5}
    assert ids(place) == before
    assert titled(place, "ziguinchor") == ["presse/ziguinchor.txt"]


def test_a_renamed_folder_moves_all_its_articles(place: Path, press: Path) -> None:
    build(place, [press.parent])
    press.rename(press.parent / "archives")

    assert counts(build(place)) == {"articles": 6, "moved": 6}


def test_a_renamed_folder_moves_articles_of_the_same_text_as_well(place: Path, press: Path) -> None:
    (press / "copie.txt").write_text(story(0), "utf-8")
    build(place, [press.parent])
    before = ids(place)
    press.rename(press.parent / "archives")

    assert counts(build(place)) == {"articles": 7, "moved": 7}
    assert ids(place) == before


def test_two_files_of_the_same_text_are_two_articles(place: Path, press: Path) -> None:
    (press / "copie.txt").write_text(story(1), "utf-8")

    assert counts(build(place, [press])) == {"articles": 7, "added": 7}
    assert titled(place, "ziguinchor") == ["presse/0001.txt", "presse/copie.txt"]


def test_of_two_files_of_the_same_text_one_can_go(place: Path, press: Path) -> None:
    (press / "copie.txt").write_text(story(1), "utf-8")
    build(place, [press])
    (press / "0001.txt").unlink()

    assert counts(build(place)) == {"articles": 6, "removed": 1, "unchanged": 6}
    assert titled(place, "ziguinchor") == ["presse/copie.txt"]
    assert len(ids(place)) == 6


def test_two_files_that_exchange_their_names_are_both_kept(place: Path, press: Path) -> None:
    build(place, [press])
    (press / "0001.txt").rename(press / "x")
    (press / "0002.txt").rename(press / "0001.txt")
    (press / "x").rename(press / "0002.txt")

    build(place)

    assert titled(place, "ziguinchor") == ["presse/0002.txt"]
    assert len(ids(place)) == 6


def test_names_that_are_not_unicode_are_different_files(place: Path, home: Path) -> None:
    folder = home / "presse"
    folder.mkdir()
    for number, name in enumerate((b"march\xe9.txt", b"march\xe8.txt")):
        (folder / os.fsdecode(name)).write_text(story(number), "utf-8")

    assert counts(build(place, [folder])) == {"articles": 2, "added": 2}
    assert len(ids(place)) == 2
    assert counts(build(place)) == {"articles": 2, "unchanged": 2}


class TestJsonLines:
    """Several articles in one file."""

    @pytest.fixture
    def path(self, home: Path) -> Path:
        return home / "depeches.jsonl"

    def records(self, *numbers: int, own: bool) -> list[dict[str, object]]:
        return [
            {"id": f"map-{number}" if own else "", "titre": f"Dépêche {number}", "texte": story(number)}
            for number in numbers
        ]

    def test_ids_of_the_records_are_the_ids_of_the_articles(self, place: Path, path: Path) -> None:
        write_lines(path, self.records(1, 2, 3, own=True))
        build(place, [path])

        assert ids(place) == {"map-1", "map-2", "map-3"}

    def test_records_are_counted_one_by_one(self, place: Path, path: Path) -> None:
        write_lines(path, self.records(1, 2, 3, own=True))
        build(place, [path])
        rewritten: dict[str, object] = {"id": "map-3", "titre": "Rectificatif", "texte": "Autre texte."}
        write_lines(path, [*self.records(4, 1, own=True), rewritten])

        assert counts(build(place)) == {"articles": 3, "added": 1, "changed": 1, "removed": 1, "unchanged": 1}
        assert titled(place, "rectificatif") == ["depeches.jsonl"]

    def test_a_record_added_at_the_top_leaves_those_without_ids_unchanged(
        self, place: Path, path: Path
    ) -> None:
        write_lines(path, self.records(1, 2, 3, own=False))
        build(place, [path])
        before = ids(place)
        write_lines(path, self.records(9, 1, 2, 3, own=False))

        assert counts(build(place)) == {"articles": 4, "added": 1, "unchanged": 3}
        assert before < ids(place)

    def test_a_rewritten_record_without_id_is_changed(self, place: Path, path: Path) -> None:
        write_lines(path, self.records(1, 2, 3, own=False))
        build(place, [path])
        write_lines(path, self.records(1, 9, 3, own=False))

        assert counts(build(place)) == {"articles": 3, "changed": 1, "unchanged": 2}

    def test_a_record_repeated_in_its_file_is_two_articles(self, place: Path, path: Path) -> None:
        write_lines(path, self.records(1, 1, own=True))
        build(place, [path])

        assert ids(place) == {"map-1", "map-1-2"}
        assert counts(build(place, rebuild=True)) == {"articles": 2, "added": 2}
        assert ids(place) == {"map-1", "map-1-2"}

    @pytest.mark.parametrize(("leaves", "enters"), [("a.jsonl", "b.jsonl"), ("b.jsonl", "a.jsonl")])
    def test_a_record_that_passes_to_another_file_keeps_its_id(
        self, place: Path, home: Path, leaves: str, enters: str
    ) -> None:
        folder = home / "exports"
        folder.mkdir()
        write_lines(folder / leaves, self.records(1, 2, own=True))
        write_lines(folder / enters, self.records(3, own=True))
        build(place, [folder])
        write_lines(folder / leaves, self.records(1, own=True))
        write_lines(folder / enters, self.records(3, 2, own=True))

        build(place)

        assert ids(place) == {"map-1", "map-2", "map-3"}

    def test_a_line_that_is_no_record_is_rejected_and_the_rest_goes_on(self, place: Path, path: Path) -> None:
        write_lines(path, self.records(1, 2, own=True))
        with path.open("a", encoding="utf-8") as file:
            file.write('{"titre": "coupé au mil\n')

        report = build(place, [path])

        assert counts(report) == {"articles": 2, "added": 2}
        assert [(rejected.path, rejected.where) for rejected in report.rejected] == [
            ("depeches.jsonl", message("reading.line", line=3))
        ]
        assert build(place).rejected == report.rejected, "it stays known while the file is as it was"

    def test_a_line_that_was_mended_is_no_longer_rejected(self, place: Path, path: Path) -> None:
        path.write_text('{"titre": "coupé au mil\n', "utf-8")
        build(place, [path])
        write_lines(path, self.records(1, own=True))

        assert build(place).rejected == ()

    def test_half_characters_of_a_broken_export_are_indexed(self, place: Path, path: Path) -> None:
        path.write_text('{"id": "un", "titre": "Le \\ud83d port", "texte": "Il rouvre \\udc00 demain.", '
                        '"auteur": "A\\ud800B", "url": "http://x/\\ud800", "personnes": ["N\\ud800"]}\n', "utf-8")  # fmt: skip

        assert counts(build(place, [path])) == {"articles": 1, "added": 1}
        assert titled(place, "rouvre") == ["depeches.jsonl"]


def test_another_mapping_of_columns_makes_the_index_anew(place: Path, home: Path) -> None:
    path = home / "export.csv"
    path.write_text("Corps;Chapeau;Signature\nLe port rouvre.;Un texte.;Awa Sarr\n", "utf-8")
    build(place, [path], columns={"text": "Corps"})

    report = build(place, columns={"text": "Corps", "source": "Signature"})

    assert counts(report) == {"articles": 1, "added": 1}
    assert {article.source for article in state(place).articles.values()} == {"Awa Sarr"}
    assert counts(build(place)) == {"articles": 1, "unchanged": 1}, "the mapping is remembered"


def test_an_index_of_another_analysis_is_made_anew(
    place: Path, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(place, [press])
    monkeypatch.setattr("index.analysis.french.VERSION", "french-0")

    assert counts(build(place)) == {"articles": 6, "added": 6}
    assert counts(build(place)) == {"articles": 6, "unchanged": 6}


@pytest.mark.parametrize(("model", "anew"), [("modern", True), ("none", False)])
def test_an_index_of_another_extractor_is_made_anew_if_a_model_found_its_entities(
    place: Path, press: Path, monkeypatch: pytest.MonkeyPatch, model: str, *, anew: bool
) -> None:
    build(place, [press], entities=model)
    monkeypatch.setattr("index.build.VERSION", 0)

    assert counts(build(place)) == {"articles": 6, "added" if anew else "unchanged": 6}
    assert counts(build(place)) == {"articles": 6, "unchanged": 6}


def test_progress_tells_how_many_articles_and_bytes_are_read(place: Path, press: Path) -> None:
    told: list[Progress] = []
    build(place, [press], progress=told.append)

    assert [progress.articles for progress in told] == [1, 2, 3, 4, 5, 6]
    assert {progress.of for progress in told} == {sum(file.stat().st_size for file in press.iterdir())}
    assert sorted(progress.read for progress in told) == [progress.read for progress in told]
    assert told[-1].read == told[-1].of


def test_a_reader_opened_before_a_build_answers_as_it_did(place: Path, press: Path) -> None:
    build(place, [press])
    reader = index.open_engine(place)
    before = reader.ids()
    (press / "0001.txt").unlink()
    write_stories(press, range(6, 40))

    build(place)
    build(place, rebuild=True)

    assert reader.ids() == before
    hits = reader.search(Term("exact", "ziguinchor"), Ask())
    assert [hit.article.path for hit in hits.hits] == ["presse/0001.txt"]
    reader.close()


def hold(place: Path, root: Path, started: Event, end: Event) -> None:
    def wait(_: Progress) -> None:
        started.set()
        end.wait(30)

    build(place, [root], progress=wait)


def test_a_second_build_at_once_is_refused(place: Path, press: Path) -> None:
    started, end = ISOLATED.Event(), ISOLATED.Event()
    first = ISOLATED.Process(target=hold, args=(place, press, started, end))
    first.start()
    try:
        assert started.wait(30)
        with pytest.raises(IndexBusy, match="another build"):
            build(place, [press])
    finally:
        end.set()
        first.join(30)

    assert first.exitcode == 0
    assert counts(build(place)) == {"articles": 6, "unchanged": 6}


def test_a_build_that_failed_lets_the_next_one_build(place: Path, press: Path, home: Path) -> None:
    with pytest.raises(CorpusError) as kept:
        build(place, [home / "revues"])

    assert counts(build(place, [press])) == {"articles": 6, "added": 6}
    assert kept.value


def test_the_catalog_can_be_read_while_a_large_update_is_under_way(place: Path, press: Path) -> None:
    build(place, [press])
    known = min(ids(place))
    for number in range(70):
        (press / f"long-{number}.txt").write_text(Random(number).randbytes(40_000).hex(), "utf-8")
    raws: list[str | None] = []

    def look(progress: Progress) -> None:
        if progress.articles == 70:
            catalog = index.open_catalog(place)
            raws.append(catalog.raw(known))
            catalog.close()

    build(place, progress=look)

    assert raws
    assert raws[0]


def test_a_text_without_blanks_is_indexed(place: Path, home: Path) -> None:
    (home / "bloc.txt").write_text("Annonce\n\n" + "z" * 1_000_000 + "\n\nLe port rouvre.", "utf-8")

    assert counts(build(place, [home / "bloc.txt"])) == {"articles": 1, "added": 1}
    assert titled(place, "rouvre") == ["bloc.txt"]
