"""Members of a ZIP, in place and within limits."""

import zipfile
from pathlib import Path

import pytest

from corpus.errors import Unreadable
from corpus.source import Source


def archive(path: Path, members: dict[str, bytes]) -> Source:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return Source(path, path.name)


def test_a_member_is_opened_in_place(tmp_path: Path) -> None:
    source = archive(tmp_path / "lot.zip", {"presse/": b"", "presse/a.txt": "Le port".encode("utf-16")})
    assert source.members() == ["presse/a.txt"]
    inside = source.member("presse/a.txt")
    assert (inside.name, inside.suffix) == ("lot.zip/presse/a.txt", ".txt")
    with inside.open_text() as stream:
        assert stream.read(100) == "Le port"


def test_a_member_of_a_zip_in_a_zip_is_opened(tmp_path: Path) -> None:
    inner = archive(tmp_path / "inner.zip", {"a.txt": b"Le port"})
    outer = archive(tmp_path / "outer.zip", {"inner.zip": inner.content()})
    assert outer.member("inner.zip").member("a.txt").content() == b"Le port"


def test_what_unpacks_too_far_is_refused_before_it_is_held(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "bomb.zip", {"a.txt": b"\0" * 50_000_000})
    with pytest.raises(Unreadable, match="unpacks_too_far"):
        bomb.member("a.txt").content()


def test_a_member_that_is_missing_or_a_zip_that_is_damaged_is_reported(tmp_path: Path) -> None:
    source = archive(tmp_path / "lot.zip", {"a.txt": b"Le port rouvre." * 9})
    with pytest.raises(Unreadable, match="no_member"):
        source.member("b.txt").content()
    data = source.path.read_bytes()
    source.path.write_bytes(data[:40])
    with pytest.raises(Unreadable, match="damaged"):
        source.members()
    source.path.write_bytes(data.replace(data[38:44], b"\xff" * 6, 1))
    with pytest.raises(Unreadable, match="damaged"):
        source.member("a.txt").content()


def test_more_members_than_a_folder_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.packed.MAX_MEMBERS", 2)
    with pytest.raises(Unreadable, match="too_many_members"):
        archive(tmp_path / "lot.zip", dict.fromkeys("abc", b"x")).members()


def test_an_encrypted_member_is_reported(tmp_path: Path) -> None:
    source = archive(tmp_path / "lot.zip", {"a.txt": b"Le port"})
    data = bytearray(source.path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag of the central directory
    source.path.write_bytes(data)
    with pytest.raises(Unreadable, match="encrypted"):
        source.member("a.txt").content()
