"""Prints how well saved pages are read, trafilatura alone beside us: `python -m tests.formats.pages SHARED`.

The gold of the 400 pages of Orange Actu is the data set made of them: its title and date, and its abstract and text for the
body, by the F1 of words (macro mean).  It is partly cut from the pages themselves, and all have one layout: it ranks readers on
one site.  The segments are sentences that must and must not be in the text of French pages of several sites.
"""

import argparse
import json
import lzma
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from statistics import fmean
from time import process_time
from typing import NamedTuple, TypeAlias

from corpus.errors import Unreadable
from corpus.readers.pages.page import record_of_page
from corpus.readers.record import compose
from corpus.typography import PLAIN_APOSTROPHES

_WORD = re.compile(r"\w+")
_BYLINE = re.compile(
    r"publié le (?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che) \d\d? \w{3,9} \d{4} à \d\dh\d\d"
)
"""The line above every text of these pages, without the name in front."""


class Read(NamedTuple):
    """What a system reads of a page."""

    title: str = ""
    date: str = ""
    text: str = ""


System: TypeAlias = Callable[[bytes], Read]


def ours(page: bytes) -> Read:
    """Return what Manchette reads of a page, cleaned as for an index; empty if it refuses the page."""
    try:
        article = compose(record_of_page(page), path="")
    except Unreadable:
        return Read()
    return Read(article.title, article.date.isoformat() if article.date else "", article.text)


def trafilatura_alone(page: bytes) -> Read:
    """Return what trafilatura reads of a page, in its fast mode, with its own metadata."""
    from trafilatura import bare_extraction

    found = bare_extraction(page, fast=True, include_comments=False, with_metadata=True)
    return Read(found.title or "", found.date or "", found.text or "") if found else Read()


SYSTEMS: Mapping[str, System] = {"Manchette": ours, "trafilatura fast": trafilatura_alone}


@dataclass(slots=True)
class Scores:
    """What a system is worth on pages: right titles and dates, and of each page the precision, recall and F1 of its words."""

    seconds: float = 0.0
    pages: int = 0
    bylines: int = 0
    titles: list[bool] = field(default_factory=list)
    dates: list[bool] = field(default_factory=list)
    bodies: list[tuple[float, float, float]] = field(default_factory=list)

    def add(self, page: bytes, system: System, gold: Mapping[str, str] | None) -> None:
        """Score what a system reads of a page."""
        start = process_time()
        read = system(page)
        self.seconds += process_time() - start
        self.pages += 1
        self.bylines += _BYLINE.search(read.text) is not None
        if gold:
            self.titles.append(_plain(read.title) == _plain(gold["title"]))
            self.dates.append(read.date == gold["date"])
            self.bodies.append(of_words(read.text, f"{gold['heading']}\n{gold['text']}"))

    @property
    def pages_per_second(self) -> float:
        """Pages read in a second of processor time."""
        return self.pages / self.seconds

    @property
    def body(self) -> tuple[float, float, float]:
        """The means of precision, recall and F1."""
        precision, recall, f1 = (fmean(body[part] for body in self.bodies) for part in range(3))
        return precision, recall, f1


def of_words(text: str, gold: str) -> tuple[float, float, float]:
    """Return the precision, the recall and the F1 of the words of a text.

    >>> of_words("Le port", "Le port rouvre enfin")
    (1.0, 0.5, 0.6666666666666666)
    """
    found, right = (Counter(_WORD.findall(words.lower())) for words in (text, gold))
    return _f1((found & right).total(), found.total(), right.total())


def _f1(common: int, found: int, right: int) -> tuple[float, float, float]:
    if not common:
        return 0.0, 0.0, 0.0
    precision, recall = common / found, common / right
    return precision, recall, 2 * precision * recall / (precision + recall)


def orange(shared: Path, systems: Mapping[str, System]) -> dict[str, Scores]:
    """Return what systems are worth on the pages of Orange Actu; they read each page in turn, so that their speeds compare."""
    gold = _gold(shared)
    scores = {name: Scores() for name in systems}
    for number, page in _pages(shared):
        for name, system in systems.items():
            scores[name].add(page, system, gold.get(number))
    return scores


def segments(shared: Path, system: System) -> tuple[float, float, float]:
    """Return the precision, the recall and the F1 of the sentences of several French sites."""
    folder = shared / "corpora" / "formats" / "html"
    kept = unwanted = wanted = 0
    for name, page in json.loads((folder / "segments.json").read_text("utf-8")).items():
        text = system((folder / name).read_bytes()).text
        kept += sum(sentence in text for sentence in page["with"])
        wanted += len(page["with"])
        unwanted += sum(sentence in text for sentence in page["without"])
    return _f1(kept, kept + unwanted, wanted)


def _gold(shared: Path) -> dict[str, dict[str, str]]:
    """Return the articles of the data set by the names of their pages."""
    with lzma.open(shared / "corpora" / "orange.jsonl.xz", "rt", encoding="utf-8") as lines:
        return {article["id"].removeprefix("orange-"): article for article in map(json.loads, lines)}


def _pages(shared: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(shared / "corpora" / "orange_html.tar.xz") as archive:
        for member in archive:
            if file := archive.extractfile(member):
                yield PurePath(member.name).stem, file.read()


def _plain(title: str) -> str:
    return " ".join(title.translate(PLAIN_APOSTROPHES).split())


def main() -> None:
    """Print a line for each system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    shared = parser.parse_args().shared
    columns = ("titles", "dates", "P", "R", "F1", "bylines", "pages/s", "segments P", "R", "F1")
    sys.stdout.write(f"{'':18}{''.join(f'{column:>11}' for column in columns)}\n")
    for system in SYSTEMS.values():
        system(b"<html><body><p>Le port rouvre.")  # what is imported for the first page is not counted
    for name, scores in orange(shared, SYSTEMS).items():
        rates = [100 * fmean(scores.titles), 100 * fmean(scores.dates)]
        figures = [f"{rate:.1f}" for rate in rates] + [f"{figure:.4f}" for figure in scores.body]
        figures += [str(scores.bylines), f"{scores.pages_per_second:.1f}"]
        figures += [f"{figure:.3f}" for figure in segments(shared, SYSTEMS[name])]
        sys.stdout.write(f"{name:18}{''.join(f'{figure:>11}' for figure in figures)}\n")


if __name__ == "__main__":
    main()
