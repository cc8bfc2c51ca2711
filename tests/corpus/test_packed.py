"""Members of a ZIP, in place and within limits."""

import os
import zipfile
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from corpus import packed
from corpus.errors import Unreadable
from corpus.source import Source


def archive(path: Path, members: dict[str, bytes]) -> Source:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
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


@pytest.mark.parametrize("page", ["utf-8", "cp850", "cp1252"])
def test_names_are_read_in_the_encoding_of_the_system_that_wrote_them(tmp_path: Path, page: str) -> None:
    names = ["été.txt", "À la criée.txt", "Noël à Sète.txt"]
    plain = [f"{number}{'_' * (len(name.encode(page)) - 5)}.txt" for number, name in enumerate(names)]
    data = archive(tmp_path / "lot.zip", {name: name.encode() for name in plain}).content()
    for name, written in zip(names, plain, strict=True):
        data = data.replace(written.encode(), name.encode(page))
    (tmp_path / "lot.zip").write_bytes(data)
    source = Source(tmp_path / "lot.zip", "lot.zip")
    assert source.members() == names
    assert [source.member(name).content().decode() for name in names] == plain


def test_names_that_say_that_they_are_utf8_stay(tmp_path: Path) -> None:
    assert archive(tmp_path / "lot.zip", {"été.txt": b"x", "a.txt": b"y"}).members() == ["été.txt", "a.txt"]


def test_the_names_of_members_are_read_once_and_again_when_the_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    real = ZipFile

    def counted(*given: Any, **named: Any) -> ZipFile:  # noqa: ANN401 - as ZipFile has them
        opened.append(given)
        return real(*given, **named)

    monkeypatch.setattr(packed, "ZipFile", counted)
    source = archive(tmp_path / "lot.zip", {"a.txt": b"Le port"})
    assert [source.member("a.txt").content() for _ in range(3)] == [b"Le port"] * 3
    assert len(opened) == 1
    archive(tmp_path / "lot.zip", {"b.txt": b"Le quai, enfin"})
    assert source.members() == ["b.txt"]


def test_a_process_that_was_forked_opens_a_zip_for_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = archive(tmp_path / "lot.zip", {"a.txt": b"Le port"})
    ours = source.archive()
    assert source.archive() is ours
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert source.archive() is not ours


def test_members_that_unpack_to_too_much_in_all_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.packed.MAX_TOTAL_BYTES", 10)
    with pytest.raises(Unreadable, match="unpacks_too_far"):
        archive(tmp_path / "lot.zip", dict.fromkeys("ab", b"x" * 8)).members()
