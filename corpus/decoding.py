"""The text of a file, decoded line by line: what is wrong with a line costs no more than this line."""

import re
from collections import deque
from collections.abc import Callable
from io import BufferedReader

from corpus.encoding import WIDE_ERRORS, Survey, decoded
from corpus.errors import Unreadable

_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


class DecodedText:
    r"""The text of an open file, read forwards; line ends (`\n`, `\r\n`, `\r`) are returned as they are.

    Every line is decoded by itself, in `encoding`.  The first line that is not UTF-8, or that has a NUL, asks for the
    `survey` of the whole file, which says the code page of such lines; a file that is UTF-8 is never surveyed.  NUL is
    left out of a text.  A part of a long line ends between two letters, and is decoded as a line is.
    """

    def __init__(self, file: BufferedReader, encoding: str, survey: Callable[[], Survey]) -> None:
        self._file = file
        self._encoding = encoding
        self._survey = survey
        self._page = ""
        self._is_utf8 = True
        self._waiting: deque[str] = deque()
        self._held = b""
        self._is_first = True

    def readline(self, limit: int) -> str:
        """Return the next line, or a part of `limit` bytes of a longer one; "" at the end of the file.

        Raises:
            Unreadable: the file is binary.
        """
        if not self._waiting:
            text = self._decode(self._line(limit))
            if "\r" not in text or "\r" not in text.removesuffix("\n").removesuffix("\r"):
                return text
            self._waiting.extend(_LINE.findall(text))
        return self._waiting.popleft()

    def read(self, limit: int) -> str:
        """Return what is left of the file, or its next `limit` bytes and the rest of the line, at most as long again.

        Raises:
            Unreadable: the file is binary.
        """
        parts = [*self._waiting]
        self._waiting.clear()
        if self._encoding == "utf-8":
            data = self._held + self._file.read(limit)
            self._held = b""
            if data and not data.endswith(b"\n"):
                data += self._line(limit)
            return "".join([*parts, self._decode(data)])
        length = sum(map(len, parts))
        while length < limit and (line := self.readline(limit)):
            parts.append(line)
            length += len(line)
        return "".join(parts)

    def _line(self, limit: int) -> bytes:
        """Return the bytes of the next line, or a part of a longer one that ends between two letters."""
        held, self._held = self._held, b""
        rest = limit - len(held)
        read = self._file.readline(rest) if self._encoding == "utf-8" else self._wide_line(rest)
        line = held + read
        if len(read) == rest and (count := _unfinished(line, self._encoding)):
            line, self._held = line[:-count], line[-count:]
        return line

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
        return self._of_bytes(data) if self._encoding == "utf-8" else self._of_wide(data)

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
            return data.decode(self._encoding, WIDE_ERRORS)
        line = data.removesuffix(end)
        is_whole = len(line) < len(data)
        line = line[: len(line) // len(end) * len(end)]
        return line.decode(self._encoding, WIDE_ERRORS) + "\udcff" + ("\n" if is_whole else "")


def _unfinished(data: bytes, encoding: str) -> int:
    r"""Return how many bytes at the end of a text are the beginning of a letter that goes on.

    >>> _unfinished("é".encode()[:1], "utf-8"), _unfinished("é".encode(), "utf-8"), _unfinished(b"\x3d\xd8", "utf-16-le")
    (1, 0, 2)
    """
    if encoding == "utf-8":
        for count in range(1, min(3, len(data)) + 1):
            if data[-count] >= 0xC0:
                length = 2 + (data[-count] >= 0xE0) + (data[-count] >= 0xF0)
                return count if count < length else 0
            if data[-count] < 0x80:
                return 0
        return 0
    high = data[-1:] if encoding == "utf-16-le" else data[-2:-1]
    is_surrogate = encoding.startswith("utf-16") and high != b"" and high[0] & 0xFC == 0xD8
    return 2 if is_surrogate else 0
