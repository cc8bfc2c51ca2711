"""Several questions at once: tantivy releases the interpreter lock while it counts.

A thread for each call, not `concurrent.futures`: to import that takes 5.5 ms, of the 100 ms of a cold query, because
it imports `logging`; a call takes 33 µs here, 80 to 180 in a pool of its own, 11 in a pool that is kept and has to be
shut down.
"""

from collections.abc import Callable, Sequence
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")


class BackgroundCall(Generic[Result]):
    """A call that runs in a thread of its own, while its caller goes on.

    >>> BackgroundCall(lambda: 1).result()
    1
    """

    def __init__(self, call: Callable[[], Result]) -> None:
        self._results: list[Result] = []
        self._errors: list[BaseException] = []
        self._thread = Thread(target=self._run, args=(call,))
        self._thread.start()

    def _run(self, call: Callable[[], Result]) -> None:
        try:
            self._results.append(call())
        except BaseException as error:  # noqa: BLE001 - a panic of Rust is no Exception; `result` raises it
            self._errors.append(error)

    @property
    def is_running(self) -> bool:
        """Whether the call has not ended yet."""
        return self._thread.is_alive()

    def wait(self) -> None:
        """Wait until the call has ended."""
        self._thread.join()

    def result(self) -> Result:
        """Wait until the call has ended; then return what it returned, or raise what it raised."""
        self.wait()
        if self._errors:
            raise self._errors[0]
        return self._results[0]


def run_in_parallel(calls: Sequence[Callable[[], Result]]) -> list[Result]:
    """Return the results of several calls, which this thread and a second one take up one by one, in order.

    Where a call raises, its error is raised here as soon as both threads have ended.

    >>> run_in_parallel([lambda: 1, lambda: 2, lambda: 3])
    [1, 2, 3]
    """
    waiting = iter(enumerate(calls))
    results: dict[int, Result] = {}

    def work() -> None:
        for number, call in waiting:
            results[number] = call()

    if len(calls) < 2:
        work()
    else:
        other = BackgroundCall(work)
        try:
            work()
        finally:
            other.wait()
        other.result()
    return [results[number] for number in range(len(calls))]
