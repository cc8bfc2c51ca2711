"""Several questions at once: tantivy lets go of Python while it counts."""

from collections.abc import Callable, Sequence
from threading import Thread
from typing import TypeVar

Told = TypeVar("Told")


def together(calls: Sequence[Callable[[], Told]]) -> list[Told]:
    """Return what each call returns; the first runs here, each of the others in a thread of its own.

    What one of them raises is raised here, when all have ended.

    >>> together([lambda: 1, lambda: 2])
    [1, 2]
    """
    told: dict[int, Told] = {}
    errors: list[BaseException] = []

    def run(place: int) -> None:
        try:
            told[place] = calls[place]()
        except BaseException as error:  # noqa: BLE001 - a panic of Rust is no Exception; raised below
            errors.append(error)

    threads = [Thread(target=run, args=(place,)) for place in range(1, len(calls))]
    for thread in threads:
        thread.start()
    if calls:
        run(0)
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [told[place] for place in range(len(calls))]
