"""A corpus of any size, grown from real articles: the first ones are these, the others are mixed of their paragraphs.

A grown article has a headline that begins as one and ends as another, an abstract, and a paragraph of each of seven articles
of one section; persons, organisations and places are those of its paragraphs, but that some persons became others, who
may be new: so the vocabulary goes on to grow as it does in the real articles (`tests.benchmarks.cast`).  Its day is one
of fifteen years, its newspaper one of forty, a few of which print the most.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from tests.benchmarks.articles import Record, text_of
from tests.benchmarks.cast import Cast, Name
from tests.benchmarks.donors import Donor, Passage
from tests.benchmarks.vocabulary import Vocabulary

SEED = 2025
DONORS = 7
LEAST, MOST = 10, 60
"""Words of a paragraph that is taken.

Of 20,000 grown articles 46 pairs are near-duplicates; with three donors, two paragraphs of each and up to 90 words in one
they were 1,310, for those that share a donor share too much.
"""

REDRAWN = 0.7
"""Share of the persons of a grown article who become others: fewer would not carry the growth of the vocabulary."""

FIRST_DAY = date(2011, 1, 1)
DAYS = 15 * 365

SOURCES = tuple(
    f"{title} {place}"
    for place in ("de Paris", "du Nord", "de l’Ouest", "du Midi", "des Alpes", "de Bruxelles", "du Léman", "de Dakar")
    for title in ("Le Courrier", "La Gazette", "Le Journal", "L’Écho", "La Tribune")
)  # fmt: skip


def corpus(donors: Sequence[Donor], size: int, seed: int = SEED) -> Iterator[Record]:
    """Yield so many articles: the real ones first; those of a smaller corpus are the first of a larger one."""
    for donor in donors[:size]:
        yield donor.record
    if size > len(donors):
        press = Press(donors, seed)
        for number in range(len(donors) + 1, size + 1):
            yield press.article(number)


class Press:
    """Makes articles of the paragraphs of others."""

    def __init__(self, donors: Sequence[Donor], seed: int = SEED) -> None:
        self._chance = random.Random(seed)
        self._sections: defaultdict[str, list[tuple[Donor, list[Passage]]]] = defaultdict(list)
        vocabulary = Vocabulary()
        for donor in donors:
            vocabulary.add(text_of(donor.record))
            if body := [passage for passage in donor.body if LEAST <= passage.words <= MOST]:
                self._sections[donor.record.get("category") or ""].append((donor, body))
        self._names = list(self._sections)
        self._sizes = list(accumulate(map(len, self._sections.values())))
        people = (name for donor in donors for name in donor.record["person"])
        self._cast = Cast(people, vocabulary.counts, vocabulary.heaps(), vocabulary.words, self._chance)

    def article(self, number: int) -> Record:
        """Return a new article, whose id has the number."""
        chance = self._chance
        [section] = chance.choices(self._names, cum_weights=self._sizes)
        chosen = chance.choices(self._sections[section], k=DONORS)
        body = [chance.choice(body) for _, body in chosen]
        (first, _), *_, (last, _) = chosen
        passages = [first.heading, *body]
        self._cast.read(sum(passage.words for passage in passages))
        cast = self._recast(passages)
        source = SOURCES[int(len(SOURCES) ** chance.random()) - 1]  # as many of rank 1 as of ranks 2 and 3
        return {
            "id": f"grown-{number}",
            "title": _headline(first.record["title"], last.record["title"]),
            "date": (FIRST_DAY + timedelta(chance.randrange(DAYS))).isoformat(),
            "source": source,
            "category": section,
            "author": first.record.get("author"),
            "heading": _recast_text(first.heading, cast),
            "text": "\n\n".join(_recast_text(passage, cast) for passage in body),
            "person": _distinct(str(cast.get(name, name)) for part in passages for name in part.bearers),
            "org": _distinct(name for part in passages for name in part.org),
            "place": _distinct(name for part in passages for name in part.place),
        }

    def _recast(self, passages: Iterable[Passage]) -> dict[str, Name]:
        """Return who takes the place of whom."""
        persons = dict.fromkeys(name for passage in passages for name in passage.bearers)
        return {person: self._cast.draw() for person in persons if self._chance.random() < REDRAWN}


def _recast_text(passage: Passage, cast: dict[str, Name]) -> str:
    pieces = list(passage.pieces)
    for at, bearer in enumerate(passage.bearers):
        if name := cast.get(bearer):
            pieces[2 * at + 1] = str(name) if " " in pieces[2 * at + 1] else name.last
    return "".join(pieces)


def _headline(first: str, second: str) -> str:
    begin, end = first.split(), second.split()
    return " ".join((*begin[: (len(begin) + 1) // 2], *end[len(end) // 2 :]))


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
