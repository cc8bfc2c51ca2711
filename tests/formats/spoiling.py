"""Files of every format, spoiled: bits flipped, slices swapped, lengths that lie, what is nested without end."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

_DEEP = 100_000
_LONG_BYTES = 20_000_000

_INSERTED = (
    b"\x00", b"\x00" * 40, b"<", b">", b"</div>", b"</p></body></html>", b"<table><tr><td>", b"<p><b><i>" * 2_000, b"<![CDATA[", b"<!--", b"-->",
    b"<script>", b"<style>", b"&#0;", b"&#x110000;", b"&nbsp;&eacute", b"&x;", b"{", b"}", b"{\\*\\", b"\\bin99999999 ", b"\\u-99999?", b"[", b"]",
    b'"', b"'", b"\r", b"\n\n\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\x1b[31m", b"\x1b]0;title\x07", b"From x\n", b"--boundary\n",
    b"Content-Type: multipart/mixed; boundary=a\n\n", b"PK\x03\x04", b"%PDF-1.7", b"****\n", b"0 0 obj", b"stream\n", b"endstream",
    b"\xe2\x80\xae" * 99, b"9" * 5_000, b"a" * 70_000, b"( " * 9_000, b"31/02/2024", b"12 mars " * 2_000, b"<a href='http://" * 500,
)  # fmt: skip

_BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b'<!ENTITY x SYSTEM "file:///etc/passwd">]>'
)

_NESTED = (
    b"<div>",
    b"<b>",
    b"<table><tr><td>",
    b"<ul><li>",
    b"<a>",
    b"{",
    b"[",
    b'{"a":',
    b"((",
    b"> ",
    b"<p>",
    b"<!--",
)

_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "utf-8-sig", "cp850", "mac-roman", "cp037")

_DAY = (2025, 12, 1, 0, 0, 0)
"""When every member of a ZIP was changed: the clock would make two files of one seed differ."""


@dataclass(frozen=True, slots=True)
class Spoiled:
    """The bytes of a file, the sample that they were made of, and what was done to them."""

    data: bytes
    sample: Path
    done: str


class Spoiler:
    """Makes spoiled files of samples; the same seed makes the same files."""

    def __init__(self, samples: Sequence[Path], seed: int) -> None:
        self._samples = samples
        self._chance = Random(seed)

    def file(self) -> Spoiled:
        """Return the next file."""
        sample = self._chance.choice(self._samples)
        data = sample.read_bytes()
        done = []
        for _ in range(self._chance.choice((1, 1, 1, 2, 4))):
            inside = data.startswith(b"PK\x03\x04") and self._chance.random() < 0.5
            name, data = self._member(data) if inside else self._once(data)
            done.append(name)
        return Spoiled(data, sample, ", ".join(done))

    def _once(self, data: bytes) -> tuple[str, bytes]:
        ways: tuple[Callable[[bytes], bytes], ...] = (
            self._flipped, self._flipped, self._cut, self._without, self._doubled, self._swapped, self._inserted, self._inserted,
            self._encoded, self._lying, self._nested, self._bombed, self._replaced,
        )  # fmt: skip
        way = self._chance.choice(ways)
        return way.__name__.strip("_"), way(data) if data else b"\x00"

    def _slice(self, data: bytes) -> slice:
        start = self._chance.randrange(len(data))
        return slice(start, start + self._chance.choice((1, 4, 40, 400, 4_000, 40_000)))

    def _flipped(self, data: bytes) -> bytes:
        spoiled = bytearray(data)
        for _ in range(self._chance.choice((1, 1, 8, 200))):
            spoiled[self._chance.randrange(len(data))] ^= 1 << self._chance.randrange(8)
        return bytes(spoiled)

    def _cut(self, data: bytes) -> bytes:
        position = self._chance.randrange(len(data))
        return data[:position] if self._chance.random() < 0.8 else data[position:]

    def _without(self, data: bytes) -> bytes:
        taken = self._slice(data)
        return data[: taken.start] + data[taken.stop :]

    def _doubled(self, data: bytes) -> bytes:
        taken = self._slice(data)
        return data[: taken.start] + data[taken] * self._chance.choice((2, 3, 50)) + data[taken.stop :]

    def _swapped(self, data: bytes) -> bytes:
        one, other = sorted((self._slice(data), self._slice(data)), key=lambda taken: taken.start)
        stop = min(one.stop, other.start)
        return (
            data[: one.start]
            + data[other]
            + data[stop : other.start]
            + data[one.start : stop]
            + data[other.stop :]
        )

    def _inserted(self, data: bytes) -> bytes:
        spoiled = data
        for _ in range(self._chance.choice((1, 1, 5))):
            position = self._chance.randrange(len(spoiled) + 1)
            spoiled = spoiled[:position] + self._chance.choice(_INSERTED) + spoiled[position:]
        return spoiled

    def _encoded(self, data: bytes) -> bytes:
        text = data.decode(self._chance.choice(("utf-8", "latin-1")), "replace")
        return text.encode(self._chance.choice(_ENCODINGS), "replace")

    def _lying(self, data: bytes) -> bytes:
        """Change a length, a count or an offset in a header of a ZIP; elsewhere four bytes that may be one."""
        marks = [
            data.find(mark, self._chance.randrange(len(data)))
            for mark in (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")
        ]
        at = self._chance.choice([mark for mark in marks if mark >= 0] or [self._chance.randrange(len(data))])
        at += self._chance.choice((4, 6, 8, 10, 14, 18, 20, 22, 24, 26, 28, 30, 34, 42))
        lie = self._chance.choice(
            (b"\xff" * 4, b"\x00" * 4, b"\xff\xff\xff\x7f", b"\x01\x00\x00\x00", b"\x00\x00\x00\x80")
        )
        return data[:at] + lie + data[at + 4 :]

    def _nested(self, data: bytes) -> bytes:
        position = self._chance.randrange(len(data) + 1)
        return data[:position] + self._chance.choice(_NESTED) * _DEEP + data[position:]

    def _bombed(self, data: bytes) -> bytes:
        """Declare entities of 10 GB in all, and use them."""
        start = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
        position = self._chance.randrange(start, len(data) + 1) if start < len(data) else start
        return data[:start] + _BOMB + data[start:position] + b"&j;&x;" + data[position:]

    def _replaced(self, data: bytes) -> bytes:
        taken = self._slice(data)
        return data[: taken.start] + self._chance.randbytes(len(data[taken])) + data[taken.stop :]

    def _member(self, data: bytes) -> tuple[str, bytes]:
        """Spoil a file in a ZIP, its name, or its size."""
        packed = io.BytesIO()
        try:
            with (
                zipfile.ZipFile(io.BytesIO(data)) as before,
                zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
            ):
                names = before.namelist()
                chosen = self._chance.choice(names)
                done = ""
                for name in names:
                    content, new = before.read(name), name
                    if name == chosen:
                        match self._chance.randrange(8):
                            case 0:
                                done, new = (
                                    "name",
                                    self._chance.choice(
                                        ("../../a", "/etc/a", "a\x1b[31m", "é" * 9_000, "a\\b", "")
                                    ),
                                )
                            case 1:
                                done, content = (
                                    "long",
                                    (content or b"a") * (_LONG_BYTES // (len(content) or 1)),
                                )
                            case _:
                                done, content = self._once(content)
                    after.writestr(zipfile.ZipInfo(new or "a", _DAY), content, zipfile.ZIP_DEFLATED)
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            ValueError,
            OSError,
            RuntimeError,
            IndexError,
            EOFError,
        ):
            return self._once(data)
        except Exception as error:  # what an archive that was spoiled before raises: zlib.error, struct.error
            if type(error).__name__ != "error":
                raise
            return self._once(data)
        return f"{done} in {Path(chosen).suffix}", packed.getvalue()
