"""Processes that work beside the process of a build: each is given a piece of work, and returns the result.

A thread for each process sends the work and waits for the result.  The executor of the standard library waits for ever
for a process that is killed while it writes its result, because it keeps the pipe open itself (Python 3.11: a build
hung so in one of some twenty runs of the tests).  Here the pipe of a process ends with the process.
"""

import gc
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Generic, TypeVar

Work = TypeVar("Work")
Made = TypeVar("Made")

_GARBAGE_THRESHOLDS = 50_000, 20, 1000
"""Thresholds of the garbage collector.  With those of Python it takes a twentieth of a build, looking through memos."""


class ProcessEnded(Exception):  # noqa: N818 - a class is named after the fact
    """A process ended before its work was done."""


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process, and our end of the pipe to it."""

    process: SpawnProcess
    connection: Connection


class Workers(Generic[Work, Made]):
    """A number of processes that apply a function; `close` ends them, whatever they are doing."""

    def __init__(self, function: Callable[[Work], Made], jobs: int) -> None:
        with _undisturbed():
            self._workers = [_start(function) for _ in range(jobs)]
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()  # None: there are no more
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(jobs)

    def submit(self, work: Work) -> Future[Made]:
        """Give a piece of work to the next process that is idle, and return its result to come.

        The future raises ProcessEnded where the process ends, and whatever the function raises.
        """
        return self._threads.submit(self._exchange, work)

    def _exchange(self, work: Work) -> Made:
        worker = self._idle.get()
        if worker is None:
            raise ProcessEnded
        try:
            worker.connection.send(work)
            made, error = worker.connection.recv()
        except (EOFError, OSError) as ended:
            raise ProcessEnded from ended
        finally:
            self._idle.put(worker)
        if error is not None:
            raise error
        result: Made = made
        return result

    def close(self) -> None:
        """End the processes: an idle one ends when its pipe does, another one is stopped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        busy = list(self._workers)
        while not self._idle.empty() and (worker := self._idle.get()):
            worker.connection.close()
            busy.remove(worker)
        for _ in self._workers:
            self._idle.put(None)
        for worker in busy:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._threads.shutdown()
        for worker in busy:
            worker.connection.close()


def _start(function: Callable[[Work], Made]) -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, function), daemon=True)
    process.start()
    theirs.close()  # the process alone holds its end, so that the pipe ends with it
    return _Worker(process, ours)


def _serve(connection: Connection, function: Callable[[Work], Made]) -> None:
    """Apply the function to what comes through the pipe, until the pipe ends: with the build, were that killed."""
    gc.set_threshold(*_GARBAGE_THRESHOLDS)
    with suppress(EOFError, OSError):
        while True:
            work = connection.recv()
            outcome: tuple[Made | None, Exception | None]
            try:
                outcome = function(work), None
            except Exception as error:  # noqa: BLE001 - raised again in the process of the build
                outcome = None, error
            connection.send(outcome)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes within this block that Ctrl-C does not reach: only the first process interrupts the build."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    resource_tracker.ensure_running()  # it would unblock the signal when it starts with the first process
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
