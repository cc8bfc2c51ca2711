"""Requests to a cluster beside those of their caller, in a thread that keeps no program alive: Ctrl-C waits for no answer."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Background(Thread, Generic[Result]):
    """A call in a thread of its own, from `start` on.

    A thread of `concurrent.futures` would be waited for where a program ends.
    """

    def __init__(self, name: str, call: Callable[[], Result]) -> None:
        super().__init__(name=name, daemon=True)
        self._call = call
        self._results: list[Result] = []
        self._failure: BaseException | None = None

    def run(self) -> None:
        """Make the call, in the thread; `start` has it made."""
        try:
            self._results.append(self._call())
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is waited for
            self._failure = error

    def result(self) -> Result:
        """Wait until the call has ended; then return what it returned, or raise what it raised."""
        self.join()
        if self._failure:
            raise self._failure
        return self._results[0]
