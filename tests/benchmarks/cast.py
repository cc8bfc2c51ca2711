"""Persons that no real article names, for a press that grows goes on to name new ones."""

import random
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from tests.benchmarks.vocabulary import Heaps

ORDER = 3
"""Letters that the next one of a new surname depends on: names read as French press has them, and few come twice."""

LONGEST = 12
TRIES = 20
END = "$"

Picked = TypeVar("Picked")


@dataclass(frozen=True, slots=True)
class Name:
    """A first name and a surname."""

    first: str
    last: str

    def __str__(self) -> str:
        return f"{self.first} {self.last}"


class Cast:
    """Draws persons: a new one whenever the vocabulary is due to grow, else one as likely as it was drawn before.

    This is the process of Simon (1955), whose rate of new words is here the slope of the law of growth: what is drawn
    is as unequal as words are.  A new surname is made of letters in the order that those of `people` have, and is
    none of the words `known`.
    """

    def __init__(
        self, people: Iterable[str], known: Collection[str], heaps: Heaps, words: int, chance: random.Random
    ) -> None:
        names = [(name.split(" ", 1)[0], name.rsplit(" ", 1)[-1]) for name in people if " " in name]
        self._firsts = [first for first, _ in names]
        self._following: defaultdict[str, list[str]] = defaultdict(list)
        for last in dict.fromkeys(last.lower() for _, last in names if last.isalpha()):
            padded = f"{'':{ORDER}}{last}{END}"
            for at in range(ORDER, len(padded)):
                self._following[padded[at - ORDER : at]].append(padded[at])
        self._known = set(known)
        self._heaps = heaps
        self._words = float(words)
        self._due = 0.0
        self._chance = chance
        self._drawn: list[Name] = []

    def read(self, words: int) -> None:
        """Take note that the corpus has so many words more."""
        before = self._heaps.types(self._words)
        self._words += words
        self._due += self._heaps.types(self._words) - before

    def draw(self) -> Name:
        """Return a person."""
        if self._due >= 1 or not self._drawn:
            self._due -= 1
            name = Name(self._pick(self._firsts), self._surname())
        else:
            name = self._pick(self._drawn)
        self._drawn.append(name)
        return name

    def _surname(self) -> str:
        """Return a surname that is new; where few people teach few of them, one of two in a row."""
        surname = ""
        for _ in range(TRIES):
            surname = self._letters()
            if len(surname) > ORDER and surname not in self._known:
                break
        while surname in self._known or not surname:
            surname += self._letters()
        self._known.add(surname)
        return surname.capitalize()

    def _letters(self) -> str:
        letters = " " * ORDER
        while len(letters) < ORDER + LONGEST:
            letter = self._pick(self._following[letters[-ORDER:]])
            if letter == END:
                break
            letters += letter
        return letters[ORDER:]

    def _pick(self, choices: list[Picked]) -> Picked:
        return choices[int(self._chance.random() * len(choices))]
