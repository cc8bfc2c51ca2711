"""The count of what articles hold: their fields, where each was found, what was repaired, what is doubtful."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus import Article, Found, PrintDate
from corpus.message import Message
from corpus.records import record

FIELDS = (
    "heading", "section", "authors", "url", "page", "edition", "language", "reference", "also_in", "person", "org", "place",
)  # fmt: skip
"""The fields of an article that are counted alone: an article does not say where they were found."""


@record
class Noted:
    """A repair or a doubt: the number of articles that have it, and the file of the first."""

    note: Message
    articles: int
    path: str


@dataclass(slots=True)
class Tally:
    """What some articles hold.

    `titles`, `dates` and `ids` say of how many articles each was found where; `fields` count the articles that have the
    others, `sources` those of each source.  `notes` has the repairs and doubts, by their code.
    """

    articles: int = 0
    titles: Counter[Found] = field(default_factory=Counter)
    dates: Counter[Found] = field(default_factory=Counter)
    ids: Counter[Found] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    first: PrintDate | None = None
    last: PrintDate | None = None
    notes: dict[str, Noted] = field(default_factory=dict)

    @property
    def undated(self) -> int:
        """The number of articles without a date."""
        return self.dates[Found.NOWHERE]

    def add(self, article: Article, notes: Iterable[Message]) -> None:
        """Count an article, with what was repaired in it and what is doubtful."""
        self.articles += 1
        self.titles[article.title_found] += 1
        self.dates[article.date_found] += 1
        self.ids[article.id_found] += 1
        if article.source:
            self.sources[article.source] += 1
        for name in FIELDS:
            if getattr(article, name):
                self.fields[name] += 1
        self._span(article.date, article.date)
        for note in notes:
            self._note(Noted(note, 1, article.path))

    def include(self, other: "Tally") -> None:
        """Count the articles of another tally as well."""
        self.articles += other.articles
        self.titles += other.titles
        self.dates += other.dates
        self.ids += other.ids
        self.sources += other.sources
        self.fields += other.fields
        self._span(other.first, other.last)
        for noted in other.notes.values():
            self._note(noted)

    def _span(self, first: PrintDate | None, last: PrintDate | None) -> None:
        if first and last:
            self.first = min(self.first or first, first)
            self.last = max(self.last or last, last)

    def _note(self, noted: Noted) -> None:
        before = self.notes.get(noted.note.code)
        self.notes[noted.note.code] = (
            Noted(before.note, before.articles + noted.articles, before.path) if before else noted
        )


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of some tallies."""
    together = Tally()
    for tally in tallies:
        together.include(tally)
    return together
