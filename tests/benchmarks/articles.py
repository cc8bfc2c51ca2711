"""Articles as lines of JSON."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]
"""An article: its id, title, heading, text, date, source, category and author, and lists of person, org and place."""


def read(file: Path) -> Iterator[Record]:
    """Yield the articles of a file."""
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def write(file: Path, records: Iterable[Record]) -> None:
    """Make a file of articles, which is there when it is whole."""
    unfinished = file.with_suffix(".unfinished")
    with unfinished.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    unfinished.replace(file)


def text_of(record: Record) -> str:
    """Return all that is printed of an article as one text."""
    return "\n".join(filter(None, (record["title"], record.get("heading"), record["text"])))
