"""A naive engine in memory: what every real engine is held to.

It asks each article, one by one, whether it matches, in the plainest way there is; nothing here is shared with
`index.engines.whoosh.evaluate`, `index.phrase` or `index.spelling.words`.  Every article that matches scores 1, so that its order by
relevance is that of ties: the newest first, then the least id.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import assert_never

from corpus.spelling import spelling_to_show
from index.document import FILLER, Document, whole
from index.engine import Ask, Hit, Hits, Ranked, Sort, Stories, Total
from index.fields import VALUES
from index.names.resolution import Names
from index.query import (
    Among,
    And,
    AtLeast,
    Boost,
    Dated,
    Everything,
    Fuzzy,
    Glob,
    Not,
    Or,
    Phrase,
    Prefer,
    Query,
    Term,
)
from index.stored import load
from index.vectors.file import key


class MemoryIndex:
    """The documents that were committed, by id: what a directory is to a real engine."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}

    def engine(self) -> "MemoryEngine":
        """Open it for questions, as it is now."""
        return MemoryEngine(dict(self.documents))

    def writer(self) -> "MemoryWriter":
        """Open it for changes."""
        return MemoryWriter(self)


class MemoryWriter:
    """Changes to a copy, which takes the place of the index at `commit`."""

    def __init__(self, index: MemoryIndex) -> None:
        self._index = index
        self._documents = dict(index.documents)

    def add(self, document: Document) -> None:
        """Add a document."""
        if document.id in self._documents:
            raise AssertionError(f"{document.id} is there already")
        self._documents[document.id] = document

    def remove(self, article_id: str) -> None:
        """Remove an article, if it is there."""
        self._documents.pop(article_id, None)

    def commit(self) -> None:
        """Make the changes seen."""
        self._index.documents = self._documents

    def cancel(self) -> None:
        """Forget the changes."""


class Entry:
    """A document, and the terms of each of its lists without their order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.terms = {field: frozenset(terms.split()) - {FILLER} for field, terms in document.terms.items()}


class MemoryEngine:
    """Documents, open for questions."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = {article_id: Entry(document) for article_id, document in documents.items()}

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        found = sorted((one for one in self._documents.values() if matches(query, one)), key=_order(ask.sort))
        facets = {facet: _facet(found, facet, ask) for facet in ask.facets}
        end = ask.offset + ask.limit
        shown = [one for place, one in enumerate(found) if not _is_folded(one, found[:place], ask.stories)]
        hits = tuple(_hit(one.document) for one in shown[ask.offset : end])
        stories = len(shown) if ask.stories and ask.limit and len(shown) <= end else None
        return Hits(Total(len(found)), hits, lambda: facets, stories)

    def each(self, query: Query, ask: Ask) -> Iterator[Hit]:
        """Yield the hits of `search`."""
        yield from self.search(query, ask).hits

    def ranked(self, query: Query, limit: int, _topic: Sequence[str] = ()) -> tuple[Ranked, ...]:
        """Return the first hits by relevance."""
        return tuple(Ranked(hit.article.id, hit.score) for hit in self.search(query, Ask(limit)).hits)

    def quorum(self, weights: Mapping[Query, int], articles: int) -> int:
        """Return the largest n such that at least `articles` articles match clauses that weigh n together; 1 if no n is larger."""
        for least in range(sum(weights.values()), 1, -1):
            query = AtLeast(tuple(weights), tuple(weights.values()), least)
            if self.search(query, Ask(0)).total.count >= articles:
                return least
        return 1

    def counts(self, queries: Sequence[Query]) -> Sequence[int]:
        """Return the number of articles that each of some queries matches."""
        return [self.search(query, Ask(0)).total.count for query in queries]

    def frequencies(self, field: str, terms: Sequence[str]) -> Sequence[int]:
        """Return the number of articles whose list has each term."""
        return [sum(term in one.terms[field] for one in self._documents.values()) for term in terms]

    def alike(self, field: str, term: str, edits: int) -> Sequence[tuple[str, int]]:
        """Return the other terms of a list with the same first letter within some edits, each with its articles."""
        terms = Counter(other for one in self._documents.values() for other in one.terms[field])
        found = {
            other for other in terms if other[0] == term[0] and other != term and within(term, other, edits)
        }
        return sorted(((other, terms[other]) for other in found), key=lambda one: (-one[1], one[0]))

    def ids(self) -> set[str]:
        """Return the id of every article."""
        return set(self._documents)

    def close(self) -> None:
        """Nothing is held."""


def matches(query: Query, entry: Entry) -> bool:
    """Return whether the document is an answer to the query."""
    match query:
        case Term(field, term):
            return term in entry.terms[field]
        case Phrase(field, terms, slop):
            return set(terms) <= entry.terms[field] and stands(
                terms, slop, entry.document.terms[field].split()
            )
        case Glob(field, pattern):
            return any(fits(pattern, term) for term in entry.terms[field])
        case Fuzzy(field, term, edits):
            return any(within(term, other, edits) for other in entry.terms[field])
        case Dated(first, last):
            low, high = _days(entry.document.day)
            return first <= low and high <= last
        case Among(ids):
            return entry.document.id in ids
        case Everything():
            return True
        case And(clauses):
            return all(matches(clause, entry) for clause in clauses)
        case Or(clauses):
            return any(matches(clause, entry) for clause in clauses)
        case AtLeast(clauses, weights, least):
            matching = (
                weight for clause, weight in zip(clauses, weights, strict=True) if matches(clause, entry)
            )
            return sum(matching) >= least
        case Not(clause):
            return not matches(clause, entry)
        case Prefer(must, _):
            return matches(must, entry)
        case Boost(clause, _):
            return matches(clause, entry)
        case _:
            assert_never(query)


def _days(number: int) -> tuple[int, int]:
    """Return the first and the last day of the day, the month or the year of a number; 0 and 0 for the undated."""
    if number and not number % 10_000:
        return number + 101, number + 1231
    if number and not number % 100:
        return number + 1, number + monthrange(number // 10_000, number // 100 % 100)[1]
    return number, number


def stands(terms: Sequence[str], slop: int, text: Sequence[str]) -> bool:
    """Return whether each term has a position of its own in the text, so that the offsets differ by `slop` at most.

    The offset of a term is its position less its rank in the phrase.  Every choice of positions is tried that
    leaves each offset within `slop` of the first one.
    """

    def choose(chosen: tuple[int, ...]) -> bool:
        if len(chosen) == len(terms):
            offsets = [position - rank for rank, position in enumerate(chosen)]
            return max(offsets) - min(offsets) <= slop
        nearest = chosen[0] + len(chosen)
        around = range(max(0, nearest - slop), min(len(text), nearest + slop + 1))
        return any(
            choose((*chosen, position))
            for position in around
            if text[position] == terms[len(chosen)] and position not in chosen
        )

    return any(choose((position,)) for position, term in enumerate(text) if term == terms[0])


@lru_cache(200_000)
def fits(pattern: str, word: str) -> bool:
    """Return whether the word fits a pattern of letters, `*` and `?`."""
    if not pattern:
        return not word
    if pattern[0] == "*":
        return fits(pattern[1:], word) or bool(word and fits(pattern, word[1:]))
    return bool(word) and pattern[0] in ("?", word[0]) and fits(pattern[1:], word[1:])


@lru_cache(200_000)
def within(left: str, right: str, edits: int) -> bool:
    """Return whether one word becomes the other by adding, dropping, changing or swapping letters so many times.

    Each letter is edited once at most, as in the automata of Lucene and tantivy.
    """
    if edits < abs(len(left) - len(right)):
        return False
    if not left or not right:
        return True
    if left[0] == right[0] and within(left[1:], right[1:], edits):
        return True
    return edits > 0 and (
        within(left[1:], right, edits - 1)
        or within(left, right[1:], edits - 1)
        or within(left[1:], right[1:], edits - 1)
        or (left[:2] == right[1::-1] and len(left) > 1 and within(left[2:], right[2:], edits - 1))
    )


def _hit(document: Document) -> Hit:
    return Hit(load(document.kept), 1.0)


def _is_folded(entry: Entry, before: Sequence[Entry], stories: Stories | None) -> bool:
    """Return whether one of the documents before a document prints its story."""
    if stories is None:
        return False
    story, *others = stories.numbers(key(one.document.id) for one in (entry, *before))
    return story is not None and story in others


def _facet(found: Sequence[Entry], facet: str, ask: Ask) -> Mapping[str, int]:
    """Return how many of the documents have each value of a facet."""
    if facet in ("date", "month", "year"):
        left = {"date": 8, "month": 6, "year": 4}[facet]
        days = [str(entry.document.day) for entry in found]
        return Counter("0" if day == "0" else f"{day[:left]:0<8}" for day in days)
    spellings = [Counter(_names(entry, facet, ask.names)) for entry in found]
    every = sum(spellings, Counter[str]())
    counts: Counter[str] = Counter()
    for term in {whole(name) for name in every}:
        name = spelling_to_show({name: times for name, times in every.items() if whole(name) == term})
        counts[name] = sum(any(whole(name) == term for name in names) for names in spellings)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: ask.values])


def _names(entry: Entry, facet: str, names: Names) -> list[str]:
    """Return the entities of a field that the names of a document stand for."""
    entities = [
        names.value(field.name, name)
        for field in VALUES
        for name in entry.document.names[field.name].values()
    ]
    return [value.name for value in entities if value and value.field == facet]


def _order(sort: Sort) -> Callable[[Entry], tuple[float, str]]:
    """Return what sorts documents: by day in the direction asked for, the undated last, then by id."""

    def key(entry: Entry) -> tuple[float, str]:
        day, undated = entry.document.day, float("inf")
        return (day if sort is Sort.OLDEST else -day) or undated, entry.document.id

    return key
