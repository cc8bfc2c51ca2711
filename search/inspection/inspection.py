"""The inspection of files: each is read as a build would read it, and nothing is kept of it but counts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice, zip_longest
from pathlib import Path

from corpus import Article, Clipping, Piece, Rejected, walk
from corpus.clipping import Bundle
from corpus.formats import By, Recognition, opened
from corpus.source import Source
from index.building.report import Progress
from index.building.scan import name
from search.inspection import encodings
from search.inspection.doubts import doubts
from search.inspection.tally import Tally, total


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file holds, and how many `rejected` pieces it has.

    `format` is "" and `by` None where no reader reads the file, `encoding` is "" where it is not text.
    """

    path: str
    format: str
    by: By | None
    encoding: str
    tally: Tally
    rejected: int


@dataclass(frozen=True, slots=True)
class FormatFound:
    """The files of one format, and what they hold together."""

    format: str
    files: tuple[FileRead, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Inspection:
    """What would be read of some files.

    `rejected` could not be read; `losses` are of articles that would be kept, without some bytes.  `same_ids` counts
    the articles whose id an article before has: an index numbers them.  `samples` are some articles, of every format in
    turn.
    """

    files: tuple[FileRead, ...]
    rejected: tuple[Rejected, ...]
    losses: tuple[Rejected, ...]
    same_ids: int
    samples: tuple[Article, ...]

    @property
    def articles(self) -> int:
        """The number of articles."""
        return sum(file.tally.articles for file in self.files)

    @property
    def formats(self) -> list[FormatFound]:
        """The formats of the files, the one with the most articles first."""
        by_format: dict[str, list[FileRead]] = {}
        for file in self.files:
            if file.format:
                by_format.setdefault(file.format, []).append(file)
        found = [
            FormatFound(format_, tuple(files), total(file.tally for file in files))
            for format_, files in by_format.items()
        ]
        return sorted(found, key=lambda one: (-one.tally.articles, one.format))


@dataclass(slots=True)
class _Findings:
    """What was found so far, with the first `max_samples` articles of each format."""

    today: date
    max_samples: int
    files: list[FileRead] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    losses: list[Rejected] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    same_ids: int = 0
    samples: dict[str, list[Article]] = field(default_factory=dict)

    def read(self, source: Source, forced: str) -> int:
        """Read a file, and return the number of its articles."""
        file = opened(source, {}, forced)
        before, tally = len(self.rejected), Tally()
        for piece in _pieces(file.pieces):
            if isinstance(piece, Rejected):
                self.rejected.append(piece)
            elif file.recognition:
                self._note(piece, file.recognition, tally)
        encoding = encodings.name(source) if file.recognition else ""
        by = file.recognition.by if file.recognition else None
        rejected = len(self.rejected) - before
        self.files.append(FileRead(source.name, file.format, by, encoding, tally, rejected))
        return tally.articles

    def _note(self, article: Article, known: Recognition, tally: Tally) -> None:
        tally.add(article, [*article.notes, *doubts(article, known.format, self.today)])
        if article.loss:
            self.losses.append(article.loss)
        self.same_ids += article.id in self.ids
        self.ids.add(article.id)
        samples = self.samples.setdefault(known.format.name, [])
        if len(samples) < self.max_samples:
            samples.append(article)

    def in_turn(self) -> Iterator[Article]:
        """Yield the samples, one of each format, then the next one of each."""
        turns = zip_longest(*self.samples.values())
        return filter(None, chain.from_iterable(turns))


def inspect(
    paths: Sequence[Path],
    *,
    base: Path,
    today: date,
    forced: str = "",
    max_samples: int = 0,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Inspection:
    """Return what would be read of some files and folders.

    Paths are shown relative to the folder `base`.  `forced` is the name of the format of the files, "" to recognise it.
    `max_samples` articles are kept, to be shown.  A date behind `today` is a doubt.

    Raises:
        PathNotFound: one of the paths does not exist.
    """
    found = _Findings(today, max_samples)
    listed = list(walk(paths))
    size, done, articles = sum(map(_size, listed)), 0, 0
    for path in listed:
        if isinstance(path, Rejected):
            found.rejected.append(Rejected(name(Path(path.path), base), path.reason))
            continue
        articles += found.read(Source(path, name(path, base)), forced)
        done += _size(path)
        progress(Progress(articles, done, size))
    return Inspection(
        files=tuple(found.files),
        rejected=tuple(found.rejected),
        losses=tuple(found.losses),
        same_ids=found.same_ids,
        samples=tuple(islice(found.in_turn(), max_samples)),
    )


def _pieces(pieces: Iterator[Piece]) -> Iterator[Article | Rejected]:
    """Yield the pieces of a file as they are read."""
    for piece in pieces:
        if isinstance(piece, Bundle):
            yield from piece.read()
        else:
            yield piece.read() if isinstance(piece, Clipping) else piece


def _size(path: Path | Rejected) -> int:
    """Return the bytes of a file, 0 for one that is gone."""
    try:
        return 0 if isinstance(path, Rejected) else path.stat().st_size
    except OSError:
        return 0
