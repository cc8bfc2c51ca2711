"""The inspection of files: each is read as a build would read it, and nothing is kept of it but counts."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice, zip_longest
from pathlib import Path

from corpus import Article, Rejected, walk
from corpus.formats import By, Recognition
from corpus.formats.format import Format
from corpus.lines import Recurring
from corpus.records import record, replace
from corpus.source import Source
from index.building.reading import Reader, cut_file, read_guarded, reader
from index.building.report import Progress
from index.building.scan import name
from search.inspection import encodings
from search.inspection.doubts import doubts
from search.inspection.tally import Tally, total

_MAX_SAME_IDS = 2
"""Articles with the id of another one that are named."""
_MAX_LEARNT_ARTICLES = 20_000
"""Articles from which lines that recur are learnt: their texts are in memory until all are read, 4 kB each."""


@dataclass(slots=True)
class FileRead:
    """What one file holds, and how many `rejected` pieces it has.

    `recognition` is None where no reader reads the file, `encoding` is "" where it is not text.
    """

    path: str
    recognition: Recognition | None
    encoding: str
    tally: Tally = field(default_factory=Tally)
    rejected: int = 0

    @property
    def format(self) -> str:
        """The name of the format; "" where no reader reads the file."""
        return self.recognition.format.name if self.recognition else ""

    @property
    def by(self) -> By | None:
        """How the format was recognised."""
        return self.recognition.by if self.recognition else None


@record
class FormatFound:
    """The files of one format, and what they hold together."""

    format: str
    files: tuple[FileRead, ...]
    tally: Tally


@record
class Inspection:
    """What would be read of some files.

    `rejected` could not be read; `losses` are of articles that would be kept, without some bytes.  `same_ids` counts
    the articles whose id an article before has: an index numbers them; `same_id_examples` are the first of these articles,
    each as its file and its id.  `samples` are some articles, of every format in turn.  `recurring` are the lines that an
    index of these articles would leave out, those of the most articles first.
    """

    files: tuple[FileRead, ...]
    rejected: tuple[Rejected, ...]
    losses: tuple[Rejected, ...]
    same_ids: int
    samples: tuple[Article, ...]
    recurring: tuple[Recurring, ...] = ()
    same_id_examples: tuple[tuple[str, str], ...] = ()

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
    same_ids: list[tuple[str, str]] = field(default_factory=list)
    samples: dict[str, list[Article]] = field(default_factory=dict)
    learnt_from: list[Article] = field(default_factory=list)

    def read(self, source: Source, forced: str, reader: Reader) -> int:
        """Read a file, what is guarded of it in a process, and return the number of its articles."""
        opening = cut_file(source, {}, forced)
        encoding = encodings.name(source) if opening.recognition else ""
        file = FileRead(source.name, opening.recognition, encoding)
        self.files.append(file)
        for found in read_guarded(opening.pieces, reader):
            if isinstance(found, Rejected):
                self.rejected.append(found)
                file.rejected += 1
            elif file.recognition:
                self._count(found, file.recognition.format, file.tally)
        return file.tally.articles

    def _count(self, article: Article, format_: Format, tally: Tally) -> None:
        tally.add(article, [*article.notes, *doubts(article, format_, self.today)])
        if article.loss:
            self.losses.append(article.loss)
        if article.id in self.ids and len(self.same_ids) < _MAX_SAME_IDS:
            self.same_ids.append((article.path, article.id))
        self.ids.add(article.id)
        if len(self.learnt_from) < _MAX_LEARNT_ARTICLES:
            self.learnt_from.append(replace(article, raw=""))
        samples = self.samples.setdefault(format_.name, [])
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
    `max_samples` articles are kept, to be shown.  A date after `today` is a doubt.

    Raises:
        PathNotFound: one of the paths does not exist.
    """
    from corpus.recurring import recurring_lines

    found = _Findings(today, max_samples)
    listed = list(walk(paths))
    files = [path for path in listed if isinstance(path, Path)]
    found.rejected += [
        Rejected(name(Path(folder.path), base), folder.reason)
        for folder in listed
        if isinstance(folder, Rejected)
    ]
    size, done, articles = sum(map(_size, files)), 0, 0
    with closing(reader()) as process:
        for path in files:
            articles += found.read(Source(path, name(path, base)), forced, process)
            done += _size(path)
            progress(Progress(articles, done, size))
    return Inspection(
        files=tuple(found.files),
        rejected=tuple(found.rejected),
        losses=tuple(found.losses),
        same_ids=articles - len(found.ids),
        samples=tuple(islice(found.in_turn(), max_samples)),
        recurring=tuple(recurring_lines(found.learnt_from)),
        same_id_examples=tuple(found.same_ids),
    )


def _size(path: Path) -> int:
    """Return the bytes of a file, 0 for one that is gone."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
