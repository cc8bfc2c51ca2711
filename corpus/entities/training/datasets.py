"""The annotated texts that the extractor learns from and is measured on: their sources, licences and splits.

None of them is part of Manchette.  They lie in the folder that every function takes as `shared`, with its
`corpora/` and `testsets/`.
"""

import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Literal

from corpus.errors import CorpusError
from corpus.records import record
from corpus.spans import outermost

Span = tuple[int, int, str]
"""Half-open character offsets and PER, ORG, LOC or MISC."""

Split = Literal["train", "dev", "test"]

_TYPES = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Event": "MISC", "Product": "MISC"}
_TEST = {"2016_11", "2017_03", "2018_02", "2018_03", "2018_10", "2018_11"}
_DEV = {"2016_09", "2017_04", "2018_04", "2018_05", "2018_06", "2018_07", "2018_08", "2018_09"}

_PIECE = 400
_STOP = re.compile(r"[a-zà-ÿ]{3}\.(?= )")


class DatasetNotFound(CorpusError):  # noqa: N818 - a class is named after the fact; the root says it is an error
    """An annotated set that is not in the folder given: the caller names the folder that has it."""


@record
class Annotated:
    """A text with its named entities: the outermost ones alone, sorted; no two overlap."""

    id: str
    text: str
    spans: tuple[Span, ...]


def winer(shared: Path, split: Split) -> list[Annotated]:
    """Return a part of WiNER-fr 0.2: 1,191 French Wikinews articles of 2016 to 2018, annotated by hand.

    Source: github.com/YoannDupont/WiNER-fr; licence: CC BY 4.0, the texts CC BY 2.5.  The parts are whole
    months, so that no event is in two of them.  Training leaves out the chronicle of December 2018, which
    follows one movement road by road.
    """
    return [document for document in _wikinews(shared) if _split(document) == split]


def newseye(shared: Path) -> list[Annotated]:
    """Return NewsEye French, dev and dev2: 70 OCR texts of the press of 1854 to 1946, annotated by hand.

    Source: HIPE-2022 data v2.1, github.com/hipe-eval/HIPE-2022-data; licence: CC BY 4.0.
    """
    return [
        document
        for name in ("dev", "dev2")
        for document in _test_set(shared, f"hipe-2022-v2.1-newseye-{name}-fr")
    ]


def europeana(shared: Path, half: int) -> list[Annotated]:
    """Return half 0 (to train) or 1 (to test) of twelve pages of L'Ouest-Éclair, 1906, very noisy OCR.

    Source: Europeana Newspapers, github.com/EuropeanaNewspapers/ner-corpora; licence: CC0.  A half is six
    whole pages, in pieces of 400 words and what is left of their last sentence.
    """
    pages = list(_test_set(shared, "europeana_enp_fr_bnf"))
    middle = len(pages) // 2
    return [piece for page in (pages[middle:] if half else pages[:middle]) for piece in _pieces(page)]


def sequoia(shared: Path) -> list[Annotated]:
    """Return the sentences of L'Est Républicain that Sequoia annotates by hand: to test, never to train.

    Source: deep-sequoia.inria.fr; licence: LGPL-LR.
    """
    return list(_test_set(shared, "sequoia_est_republicain"))


def _wikinews(shared: Path) -> Iterator[Annotated]:
    """Yield the articles of WiNER-fr by date: of each day's, the text and the brat annotations beside it."""
    path = shared / "corpora" / "winer-fr.tar.xz"
    if not path.is_file():
        raise DatasetNotFound("reading.no_dataset", path=str(path))
    files: dict[PurePosixPath, str] = {}
    with tarfile.open(path, "r|xz") as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content is not None:
                files[PurePosixPath(member.name)] = content.read().decode("utf-8")
    for member_path in sorted(files):
        annotations = files.get(member_path.with_suffix(".ann"))
        if member_path.suffix == ".txt" and annotations is not None:
            yield Annotated(member_path.stem, files[member_path], outermost(_brat(annotations)))


def _brat(annotations: str) -> Iterator[Span]:
    r"""Yield the names that the lines of brat annotate; dates, hours and names in several parts are left out.

    >>> list(_brat("T1\tLocation 19 26\tValence\nT2\tHour 54 59\t14h30\nT3\tPerson 0 3;8 9\tLui x\n"))
    [(19, 26, 'LOC')]
    """
    for line in annotations.splitlines():
        if not line.startswith("T") or ";" in line.split("\t")[1]:
            continue
        kind, start, end = line.split("\t")[1].split()
        if kind in _TYPES:
            yield int(start), int(end), _TYPES[kind]


def _split(document: Annotated) -> Split | None:
    month = document.id[:7]
    if month in _TEST:
        return "test"
    if month in _DEV:
        return "dev"
    return None if month == "2018_12" and document.text.count("ilets jaunes") > 2 else "train"


def _test_set(shared: Path, name: str) -> Iterator[Annotated]:
    path = shared / "testsets" / "entities" / f"{name}.jsonl"
    if not path.is_file():
        raise DatasetNotFound("reading.no_dataset", path=str(path))
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        spans = ((entity["start"], entity["end"], entity["type"]) for entity in record["entities"])
        yield Annotated(record["id"], record["text"], outermost(spans))


def _pieces(page: Annotated) -> Iterator[Annotated]:
    """Cut a page after the first full stop that follows each 400 words, not inside a name."""
    text, begin, number = page.text, 0, 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        inside = any(start < end < finish for start, finish, _ in page.spans)
        if not inside and text.count(" ", begin, end) >= _PIECE:
            yield _piece(page, begin, end, number)
            begin, number = end + 1, number + 1
    if text[begin:].strip():
        yield _piece(page, begin, len(text), number)


def _piece(page: Annotated, begin: int, end: int, number: int) -> Annotated:
    spans = (
        (start - begin, finish - begin, kind)
        for start, finish, kind in page.spans
        if begin <= start and finish <= end
    )
    return Annotated(f"{page.id}-{number:02}", page.text[begin:end], tuple(spans))
