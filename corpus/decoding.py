"""The text of a file, decoded line by line: what is wrong with a line costs no more than this line."""

import re
from collections.abc import Callable
from io import BufferedReader

from corpus.encoding import CUT_LETTER, WIDE_ERRORS, Survey, decoded
from corpus.errors import Unreadable
from corpus.expression import expression

_MARK = "\ufeff"
_INNER_MARK = expression(rf"(?:^|(?<=[}}\]])(?={_MARK}[{{\[])){_MARK}", re.MULTILINE)
"""The mark of a file that was joined to another one: at the beginning of a line, or between two values of JSON."""
_PIECE_BYTES = 1 << 20
"""Bytes that are decoded at once, unless the line that they end in is longer."""
_LINE = expression(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


class DecodedText:
    r"""The text of an open file, read forwards; line ends (`\n`, `\r\n`, `\r`) are returned as they are.

    Every line is decoded by itself, in `encoding`; a line of more than `_PIECE_BYTES` in pieces.  The first line that is
    not UTF-8, or that has a NUL, asks for the `survey` of the whole file, which says the code page of such lines; a file
    that is UTF-8 is never surveyed.  NUL is left out of a text, and so are the marks of files that were joined.
    """

    def __init__(self, file: BufferedReader, encoding: str, survey: Callable[[], Survey]) -> None:
        self._file = file
        self._encoding = encoding
        self._survey = survey
        self._page = ""
        self._is_utf8 = True
        self._is_first = True
        self._rest = b""
        self._held = ""
        self._at = 0

    def readline(self, limit: int) -> str:
        """Return the next line, or the next `limit` characters of a longer one; "" at the end of the file.

        Raises:
            Unreadable: the file is binary.
        """
        parts: list[str] = []
        if self._has_more() and not self._at and len(self._held) <= limit and "\r" not in self._held:
            self._at = len(self._held)
            if self._held.endswith("\n"):  # what is held is one line, as in most files
                return self._held
            parts.append(self._held)
            limit -= len(self._held)
        while limit and self._has_more():
            found = _LINE.match(self._held, self._at)
            end = min(found.end() if found else len(self._held), self._at + limit)
            parts.append(self._held[self._at : end])
            self._at = end
            limit -= len(parts[-1])
            if parts[-1].endswith(("\n", "\r")):
                break
        return "".join(parts)

    def read(self, limit: int) -> str:
        """Return what is left of the file, `limit` characters at most.

        Raises:
            Unreadable: the file is binary.
        """
        parts: list[str] = []
        while limit and self._has_more(lines=_PIECE_BYTES):
            parts.append(self._held[self._at : self._at + limit])
            self._at += len(parts[-1])
            limit -= len(parts[-1])
        return "".join(parts)

    def _has_more(self, lines: int = 0) -> bool:
        """Hold the next line, or that number of bytes and the line they end in; return whether there was something."""
        while self._at >= len(self._held):
            data = self._next(lines) if self._encoding == "utf-8" else self._wide_line(_PIECE_BYTES)
            if not data:
                return False
            self._held, self._at = self._decode(data), 0
        return True

    def _next(self, size: int) -> bytes:
        data = self._rest + self._file.read(size)
        if not data.endswith(b"\n"):
            data += self._file.readline(_PIECE_BYTES)
        cut = CUT_LETTER.search(data[-3:]) if len(data) >= _PIECE_BYTES else None
        self._rest = cut[0] if cut else b""
        return data.removesuffix(self._rest)

    def _wide_line(self, limit: int) -> bytes:
        """Return the bytes of the next line, of two or four bytes a letter; its end is found where bytes are missing."""
        zeros = bytes(len(_MARK.encode(self._encoding)) - 1)
        is_little = self._encoding.endswith("le")
        line = bytearray()
        while len(line) < limit and (part := self._file.readline(limit - len(line))):
            line += part
            if is_little and part.endswith(b"\n"):
                line += self._file.read(len(zeros))
            if line.endswith(b"\n" + zeros if is_little else zeros + b"\n"):
                break
        return bytes(line)

    def _decode(self, data: bytes) -> str:
        """Return the text of whole lines, without the mark at the beginning of a file.

        Raises:
            Unreadable: the file is binary.
        """
        if self._is_first:
            self._is_first = False
            data = data.removeprefix(_MARK.encode(self._encoding))
        text = self._of_bytes(data) if self._encoding == "utf-8" else self._of_wide(data)
        return _INNER_MARK.sub("", text) if _MARK in text else text

    def _of_bytes(self, data: bytes) -> str:
        if b"\0" not in data:
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                pass
            else:
                if self._is_utf8 or text.isascii():
                    return text
        if not self._page:
            survey = self._survey()
            if survey.is_binary:
                raise Unreadable("reading.binary")
            self._page, self._is_utf8 = survey.page, survey.is_utf8
        lines = data.replace(b"\0", b"").splitlines(keepends=True)
        return "".join(decoded(line, self._page, is_utf8=self._is_utf8) for line in lines)

    def _of_wide(self, data: bytes) -> str:
        """Return the text of a line of two or four bytes a letter; where bytes are missing, its rest is shifted."""
        end = "\n".encode(self._encoding)
        missing = len(data) % len(end)
        if not missing:
            return data.decode(self._encoding, WIDE_ERRORS).replace("\0", "")
        line = data.removesuffix(end)
        is_whole = len(line) < len(data)
        line = line[: len(line) // len(end) * len(end)]
        return (
            line.decode(self._encoding, WIDE_ERRORS).replace("\0", "") + "\udcff" + ("\n" if is_whole else "")
        )
