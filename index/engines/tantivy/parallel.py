"""Several questions at once: tantivy lets go of Python while it counts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Thread
from typing import Generic, TypeVar

Key = TypeVar("Key")
Told = TypeVar("Told")


class BackgroundCall(Generic[Told]):
    """A call that runs in a thread of its own, beside whoever made it.

    >>> BackgroundCall(lambda: 1).told()
    1
    """

    def __init__(self, call: Callable[[], Told]) -> None:
        self._told: list[Told] = []
        self._errors: list[BaseException] = []
        self._thread = Thread(target=self._run, args=(call,))
        self._thread.start()

    def _run(self, call: Callable[[], Told]) -> None:
        try:
            self._told.append(call())
        except BaseException as error:  # noqa: BLE001 - a panic of Rust is no Exception; raised where it is told
            self._errors.append(error)

    @property
    def runs(self) -> bool:
        """Whether the call has not ended yet."""
        return self._thread.is_alive()

    def end(self) -> None:
        """Wait until the call has ended."""
        self._thread.join()

    def told(self) -> Told:
        """Return what the call returns, or raise what it raised, when it has ended."""
        self.end()
        if self._errors:
            raise self._errors[0]
        return self._told[0]


class LazyMapping(Mapping[Key, Told]):
    """A mapping that is made beside; the first look at it waits, and raises what its making raised.

    >>> dict(LazyMapping(BackgroundCall(lambda: {"place": 1})))
    {'place': 1}
    """

    def __init__(self, made: BackgroundCall[Mapping[Key, Told]]) -> None:
        self._made = made

    def __getitem__(self, key: Key) -> Told:
        return self._made.told()[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._made.told())

    def __len__(self) -> int:
        return len(self._made.told())


def run_in_parallel(calls: Sequence[Callable[[], Told]]) -> list[Told]:
    """Return what each call returns; this thread and one beside it take them up one by one, in their order.

    What one of them raises is raised here, when both threads have ended.

    >>> run_in_parallel([lambda: 1, lambda: 2, lambda: 3])
    [1, 2, 3]
    """
    waiting = iter(enumerate(calls))
    told: dict[int, Told] = {}

    def work() -> None:
        for place, call in waiting:
            told[place] = call()

    if len(calls) < 2:
        work()
    else:
        other = BackgroundCall(work)
        try:
            work()
        finally:
            other.end()
        other.told()
    return [told[place] for place in range(len(calls))]
