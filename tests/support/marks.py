"""What a query matches in a text, computed in the plainest way there is: `search.snippet` must find the same.

It looks at every word of the text, for each leaf of the query; nothing is kept from one text to the next.
"""

from collections.abc import Iterator
from itertools import pairwise

from index.analysis.french import Occurrence, compounds, words
from index.fields import FORM, TEXT, TITLE
from index.phrase import windows
from index.query import Fuzzy, Glob, Phrase, Query, Term, leaves
from index.spelling.words import close, pattern
from search.snippet import Mark


def marks(query: Query, text: str, *, headline: bool = False) -> list[Mark]:
    """Return what a query matches in a text, in order."""
    lists = {TEXT.exact: "exact", TEXT.stem: "stem", FORM: "form"}
    if headline:
        lists |= {TITLE.exact: "exact", TITLE.stem: "stem"}
    found, beside = words(text), compounds(text)
    matched = [
        mark
        for number, leaf in enumerate(dict.fromkeys(leaves(query)))
        if leaf.field in lists
        for mark in _matches(leaf, number, found, beside, lists[leaf.field])
    ]
    return sorted(matched, key=lambda mark: (mark.start, mark.end, mark.leaf))


def _matches(
    leaf: Term | Phrase | Glob | Fuzzy,
    number: int,
    found: list[Occurrence],
    beside: list[Occurrence],
    name: str,
) -> Iterator[Mark]:
    if isinstance(leaf, Phrase):
        yield from _phrases(leaf, number, found)
        return
    for word in (*found, *beside):
        if any(_fits(leaf, term) for term in word.terms(name)):
            yield Mark(word.start, word.end, number)


def _fits(leaf: Term | Glob | Fuzzy, term: str) -> bool:
    match leaf:
        case Term(_, wanted):
            return term == wanted
        case Glob(_, glob):
            return pattern(glob).match(term) is not None
        case Fuzzy(_, wanted, edits):
            return list(close(wanted, edits, [term])) == [term]


def _phrases(phrase: Phrase, number: int, found: list[Occurrence]) -> Iterator[Mark]:
    positions = [[word.position for word in found if word.token.term == term] for term in phrase.terms]
    for window in windows(positions, phrase.slop):
        if any(after - before != 1 for before, after in pairwise(window)):
            yield from (Mark(found[position].start, found[position].end, number) for position in window)
        else:
            yield Mark(found[window[0]].start, found[window[-1]].end, number)
