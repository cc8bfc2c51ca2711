"""The articles that each saved search has seen, kept apart from the text that a person edits: `.manchette/seen.json`.

A look notes the articles that no look before it has noted.  A search has seen the articles of the first looks; what is
new for it are the articles of the index that are in none of these.  So an id is new once, whatever the day of its article,
and is not new again when the index is made anew or the query of the search is edited.  A text that changes is new again
where its id is made of its text.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, pairwise
from pathlib import Path
from struct import error as StructError  # noqa: N812 - an error like the others
from struct import iter_unpack, pack
from typing import Any

from corpus.message import message
from corpus.records import field, record
from index import layout
from index.errors import IndexFailure
from index.layout import durable
from index.vectors.file import key

_VERSION = 1
_KEY = ">Q"
"""A number of 64 bits for an article: 11 bytes of the file, 400 kB for 36,016 articles."""


@record
class Seen:
    """The numbers of the articles of each look, and for each search, by the key of its name, how many looks it has seen."""

    looks: tuple[frozenset[int], ...] = ()
    searches: Mapping[str, int] = field(default_factory=dict)

    def new(self, search: str, ids: Iterable[str]) -> frozenset[str]:
        """Return those of the ids that a search has not seen; none for a search that has not looked yet."""
        if search not in self.searches:
            return frozenset()
        known = frozenset().union(*self.looks[: self.searches[search]])
        return frozenset(one for one in ids if key(one) not in known)

    def looked(self, searches: Iterable[str], ids: Iterable[str], kept: Collection[str]) -> "Seen":
        """Return the state after some searches have seen the articles of the index; of the others, only those `kept` stay."""
        known = frozenset().union(*self.looks)
        fresh = frozenset(map(key, ids)) - known
        looks = (*self.looks, fresh) if fresh else self.looks
        counts = {search: count for search, count in self.searches.items() if search in kept}
        return _joined(Seen(looks, {**counts, **dict.fromkeys(searches, len(looks))}))


def _joined(seen: Seen) -> Seen:
    """Return the state with the looks between which no search distinguishes as one look.

    >>> _joined(Seen((frozenset([1]), frozenset([2]), frozenset([3])), {"a": 2, "b": 3}))
    Seen(looks=(frozenset({1, 2}), frozenset({3})), searches={'a': 1, 'b': 2})
    """
    borders = sorted({0, len(seen.looks), *seen.searches.values()})
    looks = tuple(frozenset(chain(*seen.looks[start:end])) for start, end in pairwise(borders))
    return Seen(looks, {search: borders.index(count) for search, count in seen.searches.items()})


def read(home: Path) -> Seen:
    """Return what the searches have seen; nothing if there is no file.

    Raises:
        IndexFailure: the file is damaged.
    """
    file = layout.seen(home)
    try:
        return _seen(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return Seen()
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        ArithmeticError,
        RecursionError,
        StructError,
    ) as error:
        raise IndexFailure(
            "notebook.unfit_seen", path=str(file), mend=message("notebook.remove_seen")
        ) from error


def _seen(written: Any) -> Seen:  # noqa: ANN401 - whatever JSON the file has
    """Return the state that a file has.

    Raises:
        ValueError, or another error of a file that has another form.
    """
    if written["version"] != _VERSION:
        raise ValueError(written["version"])
    looks = tuple(
        frozenset(number for (number,) in iter_unpack(_KEY, b64decode(look))) for look in written["looks"]
    )
    return Seen(looks, {name: min(int(count), len(looks)) for name, count in written["searches"].items()})


def save(home: Path, seen: Seen) -> None:
    """Replace the file by one rename."""
    looks = [
        b64encode(b"".join(pack(_KEY, number) for number in sorted(look))).decode() for look in seen.looks
    ]
    written = json.dumps({"version": _VERSION, "looks": looks, "searches": dict(seen.searches)}, indent=1)
    durable.write(layout.seen(home), f"{written}\n".encode())
