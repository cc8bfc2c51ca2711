"""Processes that work beside the process of a build: each is given a list of items, and returns what it made of each.

A thread for each process sends the items and waits for the results.  The executor of the standard library waits for ever
for a process that is killed while it writes its result, because it keeps the pipe open itself (Python 3.11: a build
hung so in one of some twenty runs of the tests).  Here the pipe of a process ends with the process.

An item may end its process: a file that crashes its parser, or keeps it busy.  The function says at which item it is
before it begins with one of those; what was asked for is then asked again, in a new process, with another item in its
stead.  The items before it are worked on twice, and those after it once.
"""

import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from corpus.records import record

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Item = TypeVar("Item")
Made = TypeVar("Made")

PATIENCE_SECONDS = 200
"""Seconds after which a process that is still at one item is ended: twenty times what the item may take of the processor.

It is for an item that waits and does not work, and for systems that do not limit a process (Windows).
"""

_GARBAGE_THRESHOLDS = 50_000, 20, 1000
"""Thresholds of the garbage collector.  With those of Python it takes a twentieth of a build, looking through memos."""


@record
class Step:
    """How far a process is: at the item of this `number`, of which it has `made` so much."""

    number: int
    made: int = 0


Say: TypeAlias = Callable[[Step | None], None]
"""Says at which item that may end the process it is now, None for no such item."""


@record
class End:
    """How a process ended: the `step` that it was at, None if no item is to blame, and the `signal` that ended it.

    `signal` is 0 for a process that left by itself; one that was `late` had the patience of this process.
    """

    step: Step | None
    signal: int = 0
    late: bool = False


class ProcessEnded(Exception):  # noqa: N818 - a class is named after the fact
    """A process ended before its work was done; `end` says how."""

    def __init__(self, end: End | None = None) -> None:
        super().__init__(end)
        self.end = end or End(None)


@record
class _Worker:
    """A process, and our end of the pipe to it."""

    process: "SpawnProcess"
    connection: "Connection"


@record
class _Outcome(Generic[Made]):
    """What a process made of its items, or what the function raised."""

    made: list[Made]
    error: Exception | None = None


class Workers(Generic[Item, Made]):
    """A number of processes that apply a function, each started when it is needed; `close` ends them all.

    `function` makes one thing of each item of a list, in order, and says where it is.  `instead` returns the item that
    takes the place of one that ended its process.
    """

    def __init__(
        self,
        function: Callable[[Sequence[Item], Say], list[Made]],
        jobs: int,
        instead: Callable[[Item, End], Item],
    ) -> None:
        self._function = function
        self._instead = instead
        self._workers: list[_Worker] = []
        self._starting = Lock()
        self._is_closed = False
        self._jobs = jobs
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()  # None: a process that is still to be started
        for _ in range(jobs):
            self._idle.put(None)
        self._threads = ThreadPoolExecutor(jobs)

    def submit(self, items: Sequence[Item]) -> Future[list[Made]]:
        """Give a list of items to the next process that is idle, and return its results to come.

        The future raises ProcessEnded where the process ends and no item is to blame, and whatever the function raises.
        """
        return self._threads.submit(self._work, items)

    def _work(self, items: Sequence[Item]) -> list[Made]:
        try:
            return self._exchange(items)
        except ProcessEnded as ended:
            if (step := ended.end.step) is None:
                raise
            other = self._instead(items[step.number], ended.end)
        parts = items[: step.number], [other], items[step.number + 1 :]
        return [made for part in parts if part for made in self._work(part)]

    def _exchange(self, items: Sequence[Item]) -> list[Made]:
        worker = self._idle.get()
        step, late = None, False
        try:
            worker = worker or self._start()
            worker.connection.send(items)
            while not isinstance(answer := worker.connection.recv(), _Outcome):
                step = answer
                if step and not worker.connection.poll(PATIENCE_SECONDS):
                    late = True
                    worker.process.kill()
        except (EOFError, OSError) as ended:
            if worker is None or step is None:
                # A dead worker stays: work that is submitted next ends at once.
                raise ProcessEnded from ended
            code = self._bury(worker)
            worker = None
            raise ProcessEnded(End(step, max(0, -code), late)) from ended
        finally:
            self._idle.put(worker)
        if answer.error is not None:
            raise answer.error
        made: list[Made] = answer.made
        return made

    def _start(self) -> _Worker:
        with self._starting:
            if self._is_closed:
                raise ProcessEnded
            with _undisturbed():
                worker = _start(self._function)
            self._workers.append(worker)
            return worker

    def _bury(self, worker: _Worker) -> int:
        """Forget a process that has ended, and return its exit code."""
        worker.process.join()
        with self._starting:
            if not self._is_closed:  # else `close` looks after it
                self._workers.remove(worker)
                worker.connection.close()
        return worker.process.exitcode or 0

    def close(self) -> None:
        """End the processes: an idle one ends when its pipe does, another one is stopped."""
        with self._starting:
            self._is_closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        busy = list(self._workers)
        while not self._idle.empty():
            if worker := self._idle.get():
                worker.connection.close()
                busy.remove(worker)
        for _ in range(self._jobs):
            self._idle.put(None)
        for worker in busy:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._threads.shutdown()
        for worker in busy:
            worker.connection.close()


def _start(function: Callable[[Sequence[Item], Say], list[Made]]) -> _Worker:
    from multiprocessing import get_context  # 18 ms, and a build of one article starts no process

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, function), daemon=True)
    process.start()
    theirs.close()  # the process alone holds its end, so that the pipe ends with it
    return _Worker(process, ours)


def _serve(connection: "Connection", function: Callable[[Sequence[Item], Say], list[Made]]) -> None:
    """Apply the function to what comes through the pipe, until the pipe ends: with the build, were that killed."""
    gc.set_threshold(*_GARBAGE_THRESHOLDS)
    with suppress(EOFError, OSError):
        while True:
            items = connection.recv()
            outcome: _Outcome[Made]
            try:
                outcome = _Outcome(function(items, connection.send))
            except Exception as error:  # noqa: BLE001 - raised again in the process of the build
                outcome = _Outcome([], error)
            connection.send(outcome)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes within this block that Ctrl-C does not reach: only the first process interrupts the build."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # it would unblock the signal when it starts with the first process
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
