"""The vectors that came since the file of the vectors was written: `vectors.since`, beside it, while they are few.

To write the file of 100,000 articles, and to verify it before and after, takes .2 s of CPU for one article.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.records import record
from index.layout import durable
from index.vectors.file import SINCE_HEADER, SINCE_MAGIC, read_since_layout

Keys = NDArray[np.uint64]
Halves = NDArray[np.float16]

_MAX_CHANGES = 2_000
"""The most keys of such a file: it is then read and written as a small one, of 656 kB."""

_MAX_CHANGED_SHARE = 0.02
"""The most keys of such a file as a share of the articles of the other one."""


@record
class Since:
    """The sorted keys of articles with another vector than the file has, or with none there; a row for each of them.

    `gone` are the sorted keys of the articles of the file whose vectors there do not count.
    """

    keys: Keys
    gone: Keys
    rows: Halves

    @classmethod
    def nothing(cls, size: int) -> "Since":
        """Return what no change leaves; a vector has `size` numbers."""
        none = np.zeros(0, np.uint64)
        return cls(none, none, np.zeros((0, size), np.float16))

    @classmethod
    def read(cls, path: Path, articles: int, size: int) -> "Since":
        """Return the content of the file beside one of some articles; nothing if there is none.  A vector has `size` numbers.

        Raises:
            ValueError, struct.error: it is not a whole file of this kind.
        """
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return cls.nothing(size)
        found = read_since_layout(content, articles, size)
        keys, gone, _ = found.ends
        return cls(
            np.frombuffer(content, np.uint64, found.articles, SINCE_HEADER.size),
            np.frombuffer(content, np.uint64, found.gone, keys),
            np.frombuffer(content, np.float16, found.articles * size, gone).reshape(-1, size),
        )

    def write(self, path: Path, articles: int) -> None:
        """Replace the file beside that of the vectors of some articles."""
        size = self.rows.shape[1]
        with durable.replaced(path) as file:
            file.write(SINCE_HEADER.pack(SINCE_MAGIC, len(self.keys), len(self.gone), size, articles))
            for stretch in (self.keys, self.gone, self.rows):
                file.write(np.ascontiguousarray(stretch).data)

    @property
    def changes(self) -> int:
        """The number of keys."""
        return len(self.keys) + len(self.gone)

    def known(self, in_file: Keys) -> Keys:
        """Return the keys of all articles with a vector, sorted, where the file has some."""
        return np.sort(np.concatenate((in_file[~among(in_file, self.gone)], self.keys)))

    def without(self, keys: Keys, in_file: Keys) -> "Since":
        """Return this without the vectors of some sorted keys, of which the file has some too."""
        stays = ~among(self.keys, keys)
        gone = keys[among(keys, in_file) & ~among(keys, self.gone)]
        return Since(self.keys[stays], np.sort(np.concatenate((self.gone, gone))), self.rows[stays])

    def including(self, keys: Keys, rows: Halves) -> "Since":
        """Return this with the vectors of other articles, by their keys."""
        every = np.concatenate((self.keys, keys))
        order = np.argsort(every)
        return Since(every[order], self.gone, np.concatenate((self.rows, rows))[order])


def most_changes(articles: int) -> int:
    """Return the most keys that stand beside the file of the vectors of some articles.

    >>> most_changes(36_016), most_changes(1_000_000)
    (720, 2000)
    """
    return min(_MAX_CHANGES, round(_MAX_CHANGED_SHARE * articles))


def among(keys: Keys, others: Keys) -> NDArray[np.bool_]:
    """Return which keys are among others, which are sorted."""
    if not len(others):
        return np.zeros(len(keys), np.bool_)
    found: NDArray[np.bool_] = others[np.minimum(np.searchsorted(others, keys), len(others) - 1)] == keys
    return found
