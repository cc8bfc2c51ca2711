"""The results of a function, remembered: a dict that computes what it does not have.

A key that is known costs one look in a dict, done in C: no call of a Python function, which `functools.cache` spares
as well, and `map(memo.__getitem__, keys)` looks up many keys at the same price.
"""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Result = TypeVar("Result")


def _always(_: object) -> bool:
    return True


class Memo(dict[Key, Result]):
    """The results of `compute`, by its argument.

    It forgets all of them and starts again when it has `max_results`; a key that is not `is_kept` is computed each time.

    >>> lengths = Memo(len, max_results=2)
    >>> lengths["port"], lengths["ville"], len(lengths), lengths["mer"], len(lengths)
    (4, 5, 2, 3, 1)
    """

    def __init__(
        self,
        compute: Callable[[Key], Result],
        max_results: float = float("inf"),
        is_kept: Callable[[Key], bool] = _always,
    ) -> None:
        super().__init__()
        self._compute = compute
        self._max_results = max_results
        self._is_kept = is_kept

    def __missing__(self, key: Key) -> Result:
        result = self._compute(key)
        if self._is_kept(key):
            if len(self) >= self._max_results:
                self.clear()
            self[key] = result
        return result
