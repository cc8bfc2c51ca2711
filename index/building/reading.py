"""Pieces of files, each read within limits, in a process that may end: one bad piece is one line of the report.

Text, CSV, JSON, CSL-JSON and RIS are read by our own code, in the process that works on the articles; a ZIP is opened
there, and each member is read as its own format.  Every other format has a parser that a file may crash, keep busy, or
have fill the memory; its pieces are `guarded`.  Such a piece is read in a process beside that of the build, which the
system ends where the piece takes too long, whatever language its parser is written in.  The process is replaced, and
the piece is a Rejected.

Where the line is drawn: `corpus` lets through whatever a parser raises, so that a test which reads a file sees our
faults.  Here, and nowhere else, an exception of a guarded piece becomes its reason.  KeyboardInterrupt passes.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from functools import partial
from itertools import chain, count, islice
from pathlib import Path
from typing import TypeAlias

from corpus import Article, Piece, Rejected
from corpus.clipping import Bundle, Clipping
from corpus.errors import Unreadable
from corpus.formats import Opened, opened
from corpus.message import Message, message
from corpus.records import replace
from corpus.source import Source
from index.building.workers import PATIENCE_SECONDS, End, ProcessEnded, Say, Step, Workers
from index.errors import IndexFailure

CPU_SECONDS = 10
"""Seconds of the processor that a piece may take; each article of a Bundle has as many, from the one before it."""

MEMORY_BYTES = 1 << 30
"""What a piece may take beside the memory that its process has when it begins (Linux)."""

_MAX_CAUSE_CHARACTERS = 200
"""Characters of what an exception says: some hold the whole text that they complain of."""

_BATCH_PIECES = 64
"""Pieces that are given to the process at a time."""

if sys.platform != "win32":
    import resource


def until_it_fails(pieces: Iterable[Piece], name: str) -> Iterator[Piece]:
    """Yield the pieces of a file of this name; where its cutting fails, a Rejected stands for what is left of it."""
    try:
        yield from pieces
    except Exception as error:  # noqa: BLE001 - see above: a file that cannot be cut is one line
        yield Rejected(name, reason(error))


def cut_file(source: Source, columns: Mapping[str, str], forced: str = "") -> Opened:
    """Return what a file is recognised as, and its pieces; where that fails, a Rejected stands for the file, or for its rest."""
    try:
        file = opened(source, columns, forced)
    except Exception as error:  # noqa: BLE001 - as in `until_it_fails`
        return Opened(None, iter([Rejected(source.name, reason(error))]))
    return file._replace(pieces=until_it_fails(file.pieces, source.name))


def is_guarded(piece: Piece | None) -> bool:
    """Return whether a piece is read in a process that may end."""
    return isinstance(piece, Bundle) or (isinstance(piece, Clipping) and piece.guarded)


Reader: TypeAlias = Workers[Piece, list[Article | Rejected]]
"""A process that reads pieces; close it in the end."""


def reader() -> Reader:
    """Return a process that reads pieces, which is started when a guarded one comes, and again when it has ended."""
    return Workers(read, 1, instead)


def read_guarded(pieces: Iterable[Piece], reader: Reader) -> Iterator[Article | Rejected]:
    """Yield every article of some pieces, in order; no more than `_BATCH_PIECES` are read ahead.

    Raises:
        IndexFailure: somebody ended the process.
    """
    waiting = iter(pieces)
    while batch := list(islice(waiting, _BATCH_PIECES)):
        try:
            found = reader.submit(batch).result() if any(map(is_guarded, batch)) else read(batch)
        except ProcessEnded as error:
            raise IndexFailure("index.process_ended") from error
        yield from chain.from_iterable(found)


def silent(_: Step | None) -> None:
    """Say nothing: no piece is guarded."""


def read(pieces: Sequence[Piece | None], say: Say = silent) -> list[list[Article | Rejected]]:
    """Return what each piece gives; guarded ones are read within limits, and `say` has each before it is begun."""
    if not any(map(is_guarded, pieces)):
        return [list(_read(number, piece, say)) for number, piece in enumerate(pieces)]
    with _without_output():
        found = [list(_read(number, piece, say)) for number, piece in enumerate(pieces)]
    say(None)
    return found


def _read(number: int, piece: Piece | None, say: Say) -> Iterator[Article | Rejected]:
    match piece:
        case Article() | Rejected():
            yield piece
        case Clipping(guarded=True):
            with _limits() as begin:
                say(Step(number))
                begin()
                yield _within(piece)
        case Clipping():
            yield piece.read()
        case Bundle():
            with _limits() as begin:
                cut = _cut(piece)
                for made in count():
                    say(Step(number, made))
                    begin()
                    if (found := next(cut, None)) is None:
                        break
                    yield found


def _within(piece: Clipping) -> Article | Rejected:
    """Return what a guarded piece gives; whatever its parser raises is the reason why it gives nothing."""
    try:
        return piece.read()
    except Exception as error:  # noqa: BLE001 - see above
        return Rejected(piece.name, reason(error), piece.where)


def _cut(bundle: Bundle) -> Iterator[Article | Rejected]:
    """Yield one thing for each piece of a Bundle, and a Rejected for what is left where its cutting fails."""
    try:
        for piece in bundle.cut():
            yield _within(piece) if isinstance(piece, Clipping) else piece
    except Exception as error:  # noqa: BLE001 - see above
        yield Rejected(bundle.name, reason(error))


def instead(piece: Piece, end: End) -> Piece:
    """Return what is read in the place of a piece that ended its process: what it gave before that, and a Rejected."""
    rejected = Rejected(piece.path if isinstance(piece, Article | Rejected) else piece.name, _cause(end))
    match piece:
        case Bundle(name, cut) if end.step and end.step.made:
            return Bundle(name, partial(_first, cut, end.step.made, rejected))
        case Clipping():
            return replace(rejected, where=piece.where)
    return rejected


def _cause(end: End) -> Message:
    if end.late:
        return message("reading.took_too_long", seconds=PATIENCE_SECONDS)
    if end.signal == getattr(signal, "SIGXCPU", None):
        return message("reading.took_too_long", seconds=CPU_SECONDS)
    return message("reading.crashed")


def _first(
    cut: Callable[[], Iterable[Clipping | Article | Rejected]], count: int, rejected: Rejected
) -> Iterable[Clipping | Article | Rejected]:
    """Return the pieces of a Bundle that were read before it ended its process, and why there are no others."""
    return chain(islice(cut(), count), [rejected])


def reason(error: Exception) -> Message:
    """Return why a piece cannot be read, of what its parser raised."""
    if isinstance(error, Unreadable):
        return error.message
    if isinstance(error, MemoryError):
        return message("reading.too_much_memory", megabytes=MEMORY_BYTES >> 20)
    if isinstance(error, RecursionError):
        return message("reading.nested_too_deep")
    said = " ".join(str(error)[:_MAX_CAUSE_CHARACTERS].split())
    return message("reading.parser_failed", cause=f"{type(error).__name__}: {said}".rstrip(": "))


@contextmanager
def _limits() -> Iterator[Callable[[], None]]:
    """Give a function that gives this process `CPU_SECONDS` more from now on, until the block ends.

    The kernel ends the process (SIGXCPU), also where a parser in C never returns; what asks for more memory than
    `MEMORY_BYTES` is refused it: MemoryError, or the end of a parser in C++.  The limit counts private memory
    (RLIMIT_DATA); that of addresses (RLIMIT_AS) would count what arrow reserves and never uses.
    """
    if sys.platform == "win32":
        yield lambda: None
        return
    limits = resource.RLIMIT_CPU, resource.RLIMIT_DATA, resource.RLIMIT_CORE
    before = {limit: resource.getrlimit(limit) for limit in limits}

    def set_(limit: int, value: int) -> None:
        soft, hard = before[limit]
        bounds = [bound for bound in (value, soft, hard) if bound != resource.RLIM_INFINITY]
        resource.setrlimit(limit, (min(bounds), hard))

    def begin() -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        set_(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + CPU_SECONDS)

    set_(resource.RLIMIT_CORE, 0)  # what the process held is of no use to anybody
    # Without /proc, a system does not say what a process has, nor does it hold to the limit.
    with suppress(OSError):
        pages = int(Path("/proc/self/statm").read_bytes().split()[5])
        set_(resource.RLIMIT_DATA, pages * resource.getpagesize() + MEMORY_BYTES)
    try:
        yield begin
    finally:
        for limit, bounds in before.items():
            resource.setrlimit(limit, bounds)


@contextmanager
def _without_output() -> Iterator[None]:
    """Have what parsers print go nowhere: they quote the file, and a terminal would obey it."""
    with ExitStack() as stack:
        nowhere = stack.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
        stack.enter_context(redirect_stdout(nowhere))
        stack.enter_context(redirect_stderr(nowhere))
        for number in (1, 2):
            with suppress(OSError):  # whoever started the build has closed it
                kept = os.dup(number)
                stack.callback(os.close, kept)
                stack.callback(os.dup2, kept, number)
                os.dup2(nowhere.fileno(), number)
        yield
