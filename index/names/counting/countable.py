"""The names of the articles of an answer, as an engine counts them: the most frequent ones of a field, or those in doubt."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from corpus.records import record


class FieldName(Protocol):
    """A name whatever its spelling, in the form in which an engine counts it; it can be the key of a dict."""

    @property
    def field(self) -> str:
        """The field that has the name."""
        ...


Name = TypeVar("Name", bound=FieldName)


@record
class Column(Generic[Name]):
    """The number of articles of each of the most frequent names of a field.

    A count may be too low, by at most its error; a count without an error is exact.  A name without a count has at most
    `beyond` articles.
    """

    counts: Mapping[Name, int]
    errors: Mapping[Name, int]
    beyond: int

    def exact(self, name: Name) -> int | None:
        """Return the number of articles of a name; None if it is in doubt."""
        return None if name in self.errors else self.counts.get(name)

    def highest(self, name: Name) -> int:
        """Return an upper bound of the articles of a name.

        >>> column = Column({"Rabat": 7, "Dakar": 4}, {"Dakar": 2}, beyond=6)  # a str has no field, and stands for a name
        >>> [column.highest(name) for name in ("Rabat", "Dakar", "Tunis")], column.exact("Dakar")
        ([7, 6, 6], None)
        """
        if name in self.counts:
            return self.counts[name] + self.errors.get(name, 0)
        return self.beyond


class CountableNames(Protocol[Name]):
    """The names of the articles of an answer; each method but the last two is one request to the engine."""

    def columns(self, fields: Sequence[str], size: int) -> Mapping[str, Column[Name]]:
        """Return the counts of the `size` most frequent names of each field."""
        ...

    def having(self, groups: Mapping[Name, Sequence[Name]]) -> Mapping[Name, int]:
        """Return, for each entity, the number of articles that have any of its names."""
        ...

    def spelt(self, field: str) -> Iterable[tuple[Name, str, int]]:
        """Yield every spelling of every name of a field, each with its articles."""
        ...

    def frequency(self, name: Name) -> int | None:
        """Return an upper bound of the articles of a name in the whole index; None if the engine knows none."""
        ...

    def are_apart(self, names: Sequence[Name]) -> bool:
        """Return whether it is known that no article has two of the names, so that their counts can be added up."""
        ...
