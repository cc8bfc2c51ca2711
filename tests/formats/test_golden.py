"""Files of every format, as they are read: each has its articles in `golden/`, and none of its other shapes fails.

The files are ours: invented papers and persons.  `MANCHETTE_GOLDEN=write python -m pytest tests/formats` writes what is
read now; look at every field before you keep it.
"""

import json
import os
from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.dates.print_date import PrintDate
from corpus.formats import opened
from corpus.formats.table import FORMATS
from corpus.records import as_dict
from corpus.source import Source

HERE = Path(__file__).parent
FILES = sorted(path for path in (HERE / "files").rglob("*") if path.is_file())
NAMES = [str(path.relative_to(HERE / "files")) for path in FILES]
_CUTS = (0, 1, 7, 64, 333, 1021)
"""Bytes after which a file is cut short; the halves come beside."""


def shown(piece: Article | Rejected) -> dict[str, object]:
    """Return what a golden file says of a piece: every field that says something, but the raw text."""
    if isinstance(piece, Rejected):
        return {"rejected": str(piece.reason), "where": str(piece.where or "")}
    fields = {
        name: value for name, value in as_dict(piece).items() if name not in ("raw", "path", "loss", "notes")
    }
    fields["date"] = piece.date.isoformat() if isinstance(piece.date, PrintDate) else ""
    return {name: value for name, value in fields.items() if value}


def pieces(path: Path, name: str | None = None) -> list[dict[str, object]]:
    """Return what is read of a file, as JSON has it."""
    found = [shown(piece) for piece in read(path, name=name or path.name, columns={})]
    return list(json.loads(json.dumps(found, ensure_ascii=False)))


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_is_read_as_it_should_be(path: Path) -> None:
    golden = HERE / "golden" / f"{path.relative_to(HERE / 'files')}.json"
    found = pieces(path)
    if os.environ.get("MANCHETTE_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert found == json.loads(golden.read_text("utf-8"))


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_table_of_formats_has_every_field_that_a_file_gives(path: Path) -> None:
    known = next(row for row in FORMATS if row.name == opened(Source(path, path.name), {}).format)
    given = {"author" if name == "authors" else name for article in pieces(path) for name in article}
    every = {field for row in FORMATS for field in row.fields if field != "title"}  # any text has a headline
    assert given & every <= {*known.fields}


@pytest.mark.parametrize("suffix", [".txt", ".bin"])
@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_name_of_a_file_does_not_matter(path: Path, suffix: str, tmp_path: Path) -> None:
    renamed = tmp_path / f"{path.stem}{suffix}"
    renamed.write_bytes(path.read_bytes())
    assert pieces(renamed, path.name) == pieces(path)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_that_is_cut_short_gives_articles_or_reasons(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    for cut in {*_CUTS, len(data) // 2, len(data) - 1}:
        short = tmp_path / path.name
        short.write_bytes(data[:cut])
        assert pieces(short), f"nothing is said of the first {cut} bytes"
