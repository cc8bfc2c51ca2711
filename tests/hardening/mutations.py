"""Records as a press archive never has them: damaged bytes, wrong types, swapped signs, in files of a few records."""

import csv
import io
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.articles import Record

FORMATS = ("jsonl", "jsonl", "json", "indented.json", "csv", "semicolon.csv", "tsv", "txt")

_COLUMNS = ("id", "title", "date", "source", "text", "url")
_DELIMITERS = {"csv": ",", "semicolon.csv": ";", "tsv": "\t"}
_ODD_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 1e308, float("inf"), float("nan"), 10**400, "", " ", [], {}, [None], {"a": {"b": [1]}}, "\x00", "\ud800",
    "\udcff" * 5, "\ufffe", "\u202e", "é" * 3, "9" * 5000, "31/02/2024", "0000-00-00", "2024-02-30T25:61:61Z", 1e12, 1709294400000,
    "javascript:alert(1)", "=1+1", "<script>", "\\u00e9", "&eacute;", "a" * 70_000, "a\n" * 2_000, "-" * 9_000, "(" * 9_000,
    "mars " * 3_000, "1 " * 5_000, "A" * 9_000, "M. " * 3_000, "«" * 5_000, "12 mars " * 2_000, "http://" * 2_000, "\u0301" * 5_000,
)  # fmt: skip
_ODD_BYTES = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\xe2\x80", b"\x1b[31m", b"\r", b"\x85",
    b"\x1a", b"\xf4\x90\x80\x80", b'"', b"'", b",", b";", b"\t", b"{", b"}", b"[", b"\\", b"\\u", b"\\ud83d", b"\n", b"\x0b\x0c", b"|",
)  # fmt: skip
_DEPTHS = (10, 900, 50_000)


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file, its format, the marks of its records, and the mutation of one of them.

    The mark of a record is a word that stands in its text alone.
    """

    data: bytes
    format: str
    marks: tuple[str, ...]
    mutated: int
    mutation: str


class Mutator:
    """Makes files of a few records, of which one is mutated; the same seed makes the same files."""

    def __init__(self, records: Sequence[Record], seed: int) -> None:
        self._records = records
        self._chance = random.Random(seed)
        self._number = 0

    def file(self) -> Made:
        """Return the next file."""
        format_ = self._chance.choice(FORMATS)
        records = [self._record() for _ in range(1 if format_ == "txt" else self._chance.randint(2, 5))]
        marks = tuple(record["text"].split()[0] for record in records)
        mutated = self._chance.randrange(len(records))
        if self._chance.random() < 0.4 and format_ != "txt":
            mutation, records[mutated] = self._value(records[mutated])
            return Made(_written(records, format_, self._chance), format_, marks, mutated, mutation)
        parts = [_written([record], format_, random.Random(self._number)) for record in records]
        if format_ in _DELIMITERS:
            parts = [parts[0].split(b"\n", 1)[0] + b"\n", *(part.split(b"\n", 1)[1] for part in parts)]
        elif format_.endswith("json"):
            parts = [part.strip()[1:-1].strip() for part in parts]
        offset = 1 if format_ in _DELIMITERS else 0
        mutation, parts[mutated + offset] = self._bytes(parts[mutated + offset])
        data = b"[\n" + b",\n".join(parts) + b"\n]\n" if format_.endswith("json") else b"".join(parts)
        return Made(data, format_, marks, mutated, mutation)

    def _record(self) -> Record:
        self._number += 1
        taken = self._chance.choice(self._records)
        mark = f"marque{self._number:08}x"
        text = f"{mark} {taken['text'][: self._chance.choice((80, 300, 1500))]}"
        return {**{name: taken.get(name) or "" for name in _COLUMNS}, "id": f"n{self._number}", "text": text}

    def _value(self, record: Record) -> tuple[str, Record]:
        """Return a mutation of the values of a record, and the record after it."""
        name, odd = self._chance.choice(_COLUMNS), self._chance.choice(_ODD_VALUES)
        match self._chance.randrange(6):
            case 0 | 1:
                return "odd value", {**record, name: odd}
            case 2:
                return "missing key", {key: value for key, value in record.items() if key != name}
            case 3:
                odd_key = self._chance.choice(
                    ("", " ", "\x00", "\ud800", "Text", "texte", "a" * 70_000, "\x1b[31m", "TITLE", "1")
                )
                return "odd key", {**record, odd_key: odd}
            case 4:
                nested: Any = "fond"
                for _ in range(self._chance.choice((3, 50, 400))):
                    nested = [nested] if self._chance.random() < 0.5 else {"text": nested}
                return "nested value", {**record, name: nested}
            case _:
                return "odd value within", {**record, name: f"{record[name][:40]}{odd}{record[name][40:]}"}

    def _bytes(self, data: bytes) -> tuple[str, bytes]:
        """Return a mutation of the bytes of a record, and these bytes after it."""
        position = self._chance.randrange(len(data))
        match self._chance.randrange(8):
            case 0:
                flipped = data[position] ^ 1 << self._chance.randrange(8)
                return "bit flip", data[:position] + bytes([flipped]) + data[position + 1 :]
            case 1:
                flipped_data = bytearray(data)
                for _ in range(self._chance.randint(2, 20)):
                    flipped_data[self._chance.randrange(len(data))] ^= 1 << self._chance.randrange(8)
                return "bit flips", bytes(flipped_data)
            case 2:
                return "truncation", data[:position].rstrip(b"\n") + b"\n"
            case 3 | 4:
                odd = self._chance.choice(_ODD_BYTES)
                return f"odd byte {odd!r}", data[:position] + odd + data[position:]
            case 5:
                first, second = self._chance.sample(
                    (b",", b";", b"\t", b'"', b":", b"{", b"}", b"\n", b"'", b"\\"), 2
                )
                return "swapped signs", data.replace(first, b"\0").replace(second, first).replace(
                    b"\0", second
                )
            case 6:
                sign, depth = (
                    self._chance.choice((b"[", b'{"a":', b'"', b"(", b"<b>", b",")),
                    self._chance.choice(_DEPTHS),
                )
                return "deep nesting", data[:position] + sign * depth + data[position:]
            case _:
                end = min(len(data), position + self._chance.randint(1, 60))
                return "piece twice", data[:end] + data[position:]


def _written(records: Sequence[Record], format_: str, chance: random.Random) -> bytes:
    """Return the bytes of a file of some records."""
    if format_ == "txt":
        [record] = records
        return f"{record['title']}\n{record['date']}\n\n{record['text']}\n".encode("utf-8", "surrogatepass")
    if format_ in _DELIMITERS:
        written = io.StringIO()
        is_quoted = chance.random() < 0.3
        names = list(dict.fromkeys((*_COLUMNS, *(key for record in records for key in record))))
        writer = csv.DictWriter(
            written,
            names,
            delimiter=_DELIMITERS[format_],
            lineterminator="\n",
            quoting=csv.QUOTE_ALL if is_quoted else csv.QUOTE_MINIMAL,
        )
        writer.writeheader()
        writer.writerows({key: str(value) for key, value in record.items()} for record in records)
        return written.getvalue().encode("utf-8", "surrogatepass")
    escaped = chance.random() < 0.5
    if format_ == "jsonl":
        lines = (json.dumps(record, ensure_ascii=escaped) + "\n" for record in records)
        return "".join(lines).encode("utf-8", "surrogatepass")
    indent = 2 if format_ == "indented.json" else None
    return json.dumps(list(records), ensure_ascii=escaped, indent=indent).encode("utf-8", "surrogatepass")
