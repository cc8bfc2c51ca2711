"""A file that cannot be read is reported, and its articles stay."""

from pathlib import Path

import pytest

from corpus import Rejected
from corpus.message import message
from index.build import build
from tests.support.press import story, write_stories
from tests.support.state import counts, titled


class TestUnreadable:
    """A file that cannot be read is reported, and its articles stay."""

    def test_a_new_file_that_cannot_be_opened_is_rejected_by_each_build(
        self, home: Path, press: Path
    ) -> None:
        (press / "perdu.txt").symlink_to("nulle-part.txt")

        first, second = build(home, [press]), build(home)

        assert counts(first) == {"articles": 6, "added": 6}
        assert [rejected.path for rejected in first.rejected] == ["presse/perdu.txt"]
        assert second.rejected == first.rejected

    def test_a_file_that_can_no_longer_be_opened_keeps_its_article(self, home: Path, press: Path) -> None:
        build(home, [press])
        (press / "0001.txt").unlink()
        (press / "0001.txt").symlink_to("nulle-part.txt")

        report = build(home)

        assert counts(report) == {"articles": 6, "unchanged": 6}
        assert [rejected.path for rejected in report.rejected] == ["presse/0001.txt"]
        assert titled(home, "ziguinchor") == ["presse/0001.txt"]

    def test_an_article_with_a_byte_that_cannot_be_read_is_indexed_and_reported_by_each_build(
        self, home: Path, press: Path
    ) -> None:
        rows = "id;titre;texte\nq1;Ziguinchor;Le port rouvre, cœur d’été.\n".encode()
        (press / "lignes.csv").write_bytes(rows + b"q2;Bravo \xf0\x9f\x98;Le phare.\n")

        first = build(home, [press])
        (press / "lignes.csv").write_bytes(rows + b"q2;Bravo \xf0\x9f\x98;Le phare.\nq3;Trois;Le quai.\n")
        second = build(home)

        reported = Rejected(
            "presse/lignes.csv", message("reading.lost_bytes", count=3), message("reading.line", line=3)
        )
        assert counts(first) == {"articles": 8, "added": 8}
        assert counts(second) == {"articles": 9, "added": 1, "unchanged": 8}
        assert first.losses == second.losses == (reported,)
        assert first.rejected == second.rejected == ()

    def test_a_file_that_can_be_opened_again_is_no_longer_rejected(self, home: Path, press: Path) -> None:
        build(home, [press])
        (press / "0001.txt").unlink()
        (press / "0001.txt").symlink_to("nulle-part.txt")
        build(home)
        (press / "0001.txt").unlink()
        (press / "0001.txt").write_text(story(1), "utf-8")

        report = build(home)

        assert (counts(report), report.rejected) == ({"articles": 6, "unchanged": 6}, ())

    def test_a_folder_that_can_no_longer_be_read_keeps_its_articles(
        self, home: Path, press: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_stories(press / "partage", range(10, 13))
        build(home, [press])
        listed = Path.iterdir

        def refused(folder: Path) -> object:
            if folder.name == "partage":
                raise PermissionError(13, "Permission denied")
            return listed(folder)

        monkeypatch.setattr(Path, "iterdir", refused)
        report = build(home)

        assert counts(report) == {"articles": 9, "unchanged": 9}
        assert [rejected.path for rejected in report.rejected] == ["presse/partage"]

    def test_files_without_text_and_of_unknown_formats_are_listed_with_their_reason(
        self, home: Path, press: Path
    ) -> None:
        (press / "vide.txt").write_text("", "utf-8")
        (press / "image.png").write_bytes(b"\x89PNG")
        (press / "notes.film").write_text("Le port rouvre.", "utf-8")

        report = build(home, [press])

        assert counts(report) == {"articles": 6, "added": 6}
        reasons = {rejected.path: rejected.reason for rejected in report.rejected}
        assert reasons == {
            "presse/vide.txt": message("reading.empty"),
            "presse/image.png": message("reading.resources", count=1),
            "presse/notes.film": message("reading.unknown_format", suffix=".film"),
        }
