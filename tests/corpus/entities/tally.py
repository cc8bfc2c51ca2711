"""What was found right, wrong and not at all, by kind of entity."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.entities import Kind

KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORG, "LOC": Kind.PLACE}
"""The kinds that are scored, by their name in the annotated sets; works and events (MISC) are not."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, wrong and missed.

    >>> tally = Tally(right=6, wrong=2, missed=4)
    >>> tally.precision, tally.recall, round(tally.f1, 3)
    (0.75, 0.6, 0.667)
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass(slots=True)
class Score:
    """A tally for each kind, one for all (`strict`), one where the kind does not matter (`free`)."""

    kinds: dict[Kind, Tally] = field(default_factory=lambda: dict.fromkeys(KINDS.values(), Tally()))
    free: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        kinds = {kind: tally + other.kinds[kind] for kind, tally in self.kinds.items()}
        return Score(kinds, self.free + other.free, [*self.errors, *other.errors])

    @property
    def strict(self) -> Tally:
        return sum(self.kinds.values(), Tally())


def total(scores: Iterable[Score]) -> Score:
    """Return the score of all documents together: every entity weighs the same."""
    return sum(scores, Score())
