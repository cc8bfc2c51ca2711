"""Lines that a person might type, of every kind that the query language has, made of the words of real articles."""

import random
import re
from collections.abc import Callable, Mapping, Sequence

from tests.benchmarks.articles import Record

SEED = 14

_WORD = re.compile(r"[^\W\d_]{4,}")
_RUN = re.compile(r"[^\W\d_]+(?:[ ’'-][^\W\d_]+){1,4}")


def drawn(records: Sequence[Record], names: Mapping[str, Sequence[str]], number: int) -> list[str]:
    """Return so many lines, of each kind in its turn; `names` has names of each field that are in the index."""
    draw = _Draw(records, names, random.Random(SEED))
    kinds = list(KINDS.values())
    return [kinds[turn % len(kinds)](draw) for turn in range(number)]


class _Draw:
    """Words, runs of words, names and days at random."""

    def __init__(
        self, records: Sequence[Record], names: Mapping[str, Sequence[str]], chance: random.Random
    ) -> None:
        self._records = records
        self._names = {field: values for field, values in names.items() if values}
        self.chance = chance

    def record(self) -> Record:
        """Return an article."""
        return self.chance.choice(self._records)

    def words(self, number: int) -> list[str]:
        """Return words of one headline, or of one text where the headline has too few."""
        record = self.record()
        for key in ("title", "text"):
            known = sorted({word.lower() for word in _WORD.findall(record[key])})
            if len(known) >= number:
                return self.chance.sample(known, number)
        return ["presse"] * number

    def word(self, least: int = 4) -> str:
        """Return a word of at least so many letters."""
        while len(word := self.words(1)[0]) < least:
            pass
        return word

    def run(self) -> str:
        """Return two to five words as they stand in a text."""
        runs: list[str] = _RUN.findall(self.record()["text"])
        return self.chance.choice(runs or ["le monde"])

    def typing_error(self, edits: int) -> str:
        """Return a word with some of its letters replaced."""
        letters = list(self.word(6))
        for at in self.chance.sample(range(1, len(letters)), edits):
            letters[at] = self.chance.choice("aeinrst")
        return "".join(letters)

    def day(self) -> str:
        """Return the day of an article."""
        return str(self.record()["date"])

    def named(self) -> str:
        """Return a condition on a name."""
        field = self.chance.choice(sorted(self._names))
        return f'{field}:"{self.chance.choice(self._names[field])}"'

    def dated(self) -> str:
        """Return a condition on the day, the month or the year."""
        first, last = sorted((self.day(), self.day()))
        return f"date:{self.chance.choice([first, first[:7], first[:4], f'{first}..{last}', f'..{first}', f'>={last}'])}"


def _loose(draw: _Draw) -> str:
    words = draw.run().split()
    return f'"{words[0]} {words[-1]}"~{draw.chance.randint(1, 6)}'


def _nested(draw: _Draw) -> str:
    first, second, third, fourth = draw.words(4)
    return f'({first} OR "{draw.run()}" OR {draw.word(6)[:5]}*) ({second} OU {third}) -{fourth}'


KINDS: Mapping[str, Callable[[_Draw], str]] = {
    "one word": lambda draw: draw.word(),
    "two words": lambda draw: " ".join(draw.words(2)),
    "three words": lambda draw: " ".join(draw.words(3)),
    "any of three words": lambda draw: " OR ".join(draw.words(3)),
    "headline": lambda draw: re.sub(r"[^\w’' -]|\s-", " ", draw.record()["title"]),
    "many words": lambda draw: " ".join(draw.words(12)),
    "phrase": lambda draw: f'"{draw.run()}"',
    "loose phrase": _loose,
    "loose phrase of several words": lambda draw: f'"{draw.run()}"~{draw.chance.randint(1, 4)}',
    "form": lambda draw: f"={draw.word()} {draw.word()}",
    "beginning": lambda draw: f"{draw.word(6)[: draw.chance.randint(3, 5)]}*",
    "ending": lambda draw: f"*{draw.word(7)[-5:]}",
    "middle": lambda draw: f"*{draw.word(6)[1:5]}*",
    "one letter": lambda draw: re.sub(r"(?<=..).", "?", draw.word(5), count=1),
    "typing error": lambda draw: f"{draw.typing_error(1)}~",
    "two typing errors": lambda draw: f"{draw.typing_error(2)}~2",
    "day": lambda draw: draw.dated(),
    "word and day": lambda draw: f"{draw.word()} {draw.dated()}",
    "headline field": lambda draw: f"titre:{draw.word()} {draw.word()}",
    "name": lambda draw: draw.named(),
    "name and word": lambda draw: f"{draw.named()} {draw.word()}",
    "either name": lambda draw: f"{draw.named()} OR {draw.named()}",
    "without": lambda draw: f"{draw.word()} -{draw.word()}",
    "without a name": lambda draw: f"-{draw.named()} {draw.dated()}",
    "nested": _nested,
    "weights": lambda draw: f"{draw.word()}^3 OR {draw.word()}^0.5 OR {draw.word()}",
    "everything": lambda draw: f"* -{draw.word()}",
}
"""What makes a line of each kind."""
