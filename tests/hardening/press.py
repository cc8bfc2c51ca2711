"""The articles that the trials are about: real ones where they are at hand, else made ones."""

import json
import lzma
import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.benchmarks.articles import Record
from tests.support.press import story

_REAL = Path("corpora/orange.jsonl.xz")
_MAX_WORDS = 50_000
_FILE_ARTICLES = 1_000


def records(count: int) -> Iterator[Record]:
    """Yield so many articles: the first of Orange Actu from the folder that MANCHETTE_SHARED names, or made ones without it."""
    real = Path(os.environ.get("MANCHETTE_SHARED", "")) / _REAL
    if real.is_file():
        with lzma.open(real, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, islice(lines, count))
        return
    for number in range(count):
        day, title, text = story(number).split("\n\n", 2)
        source = f"Le Phare {number % 7}"
        yield {
            "id": f"made-{number}",
            "title": title,
            "text": text,
            "date": day.removeprefix("date "),
            "source": source,
        }


def write(folder: Path, count: int) -> list[str]:
    """Write so many articles into files of a folder, and return words of them, the same in each run."""
    folder.mkdir(parents=True)
    words: dict[str, None] = {}
    articles = records(count)
    number = 0
    while some := list(islice(articles, _FILE_ARTICLES)):
        lines = [json.dumps(record, ensure_ascii=False) for record in some]
        (folder / f"{number:05}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        for record in some:
            if len(words) < _MAX_WORDS:
                words.update(dict.fromkeys(re.findall(r"\w+", f"{record['title']} {record['text']}")))
        number += 1
    return list(words)
