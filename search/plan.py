"""From what was typed to what the index is asked: words become terms, days become numbers.

>>> from datetime import date
>>> from search.language import parse
>>> plan(parse("l'Élection date:2025"), date(2025, 12, 1))
And(clauses=(Prefer(must=Term(field='stem', term='election'),
                    should=Boost(clause=Term(field='exact', term='election'), weight=0.5)),
             Dated(first=20250101, last=20251231)))
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import assert_never

from index import query
from index.analysis.elision import elided
from index.analysis.french import analyse, normal, stem, stop_words
from index.analysis.numbers import ordinal_word
from index.analysis.tokenize import PLAIN_SIGNS
from index.fields import BY_NAME, FORM, TEXT, Field, Kind
from index.names.resolution import Names
from index.query import Query
from search import filters
from search.errors import SearchError
from search.language import days, tree
from search.language.tree import Tree

EXACT_WEIGHT = 0.5
"""Of the exact word beside its stem: +.012 to +.018 of the mean of nine test sets, whatever the stemmer."""

SHORT = 2
"""A query of up to this many words means all of them; with 3 the mean of nine test sets is .0038 lower."""

ENOUGH = 100
"""Of a longer query, an article must have as many words as leave this many articles.

Chosen on the odd queries of nine test sets, mean of their first measures on the even ones: half of the words .5159,
20 articles .5268, 50 .5299, 100 .5316, 200 .5317, 500 .5328, any word .5351.  All of the words would lose 77 % of
the right articles of a pasted headline.
"""


MAX_PATTERNS = 20
"""Words with `*`, `?` or `~` of a query: each is compared with the whole vocabulary, in .01 to .14 s for 126,000 words."""

MAX_LOOSE_WORDS = 20
"""Words of a phrase with `~`: the work grows with their square."""


class Matching(StrEnum):
    """How many of the words side by side an article must have."""

    MOST = "most"
    """All of a few; of more, as many as leave `ENOUGH` articles."""
    ALL = "all"
    ANY = "any"


Quorum = Callable[[Sequence[Query], int], int]
"""From clauses and a number of articles to how many of the clauses so many articles match."""


def plan(
    typed: Tree,
    today: date,
    matching: Matching = Matching.ALL,
    names: Names | None = None,
    quorum: Quorum = lambda words, _: len(words),
) -> Query:
    """Return the query of a tree; days that are told from today are counted back from `today`.

    `names` tells which names of the index are one entity, and `quorum`, that of the engine, how many of the words
    side by side most of them are: whatever else is asked for, so that a filter only ever narrows an answer.

    Raises:
        SearchError: a range of days ends before it begins, or the query is too much work.
    """
    known_names = names or Names()

    def ask(node: Tree) -> Query:
        match node:
            case tree.Word(text, field):
                return _word(text, _field(field), known_names)
            case tree.Phrase(text, slop, field):
                return _phrase(text, slop, _field(field), known_names)
            case tree.Wildcard(pattern, field):
                return _wildcard(pattern, _field(field))
            case tree.Fuzzy(text, edits, field):
                return _fuzzy(text, edits, _field(field))
            case tree.Form(text):
                return _form(text)
            case tree.Dates(expression):
                return query.Dated(*days.period(expression, today))
            case tree.Everything():
                return query.Everything()
            case tree.Words(clauses):
                return _side_by_side(clauses)
            case tree.And(clauses):
                return query.And(tuple(map(ask, clauses)))
            case tree.Or(clauses):
                return query.Or(tuple(map(ask, clauses)))
            case tree.Not(clause):
                return query.Not(ask(clause))
            case tree.Boost(clause, weight):
                return query.Boost(ask(clause), weight)
            case _:
                assert_never(node)

    def _side_by_side(clauses: tuple[Tree, ...]) -> Query:
        words = [clause for clause in clauses if is_word(clause)]
        telling = list(dict.fromkeys(word for word in words if not _is_stop_word(word))) or words
        held = [ask(clause) for clause in clauses if not is_word(clause)]
        asked = [ask(word) for word in telling]
        least = _least(asked, matching, quorum)
        if least == len(asked):
            return _and([*asked, *held])
        return _and([query.Or(tuple(asked), least), *held])

    _refuse_too_much(typed)
    return ask(typed)


def _refuse_too_much(typed: Tree) -> None:
    leaves = list(tree.leaves(typed))
    patterns = sum(isinstance(leaf, tree.Wildcard | tree.Fuzzy) for leaf in leaves)
    if patterns > MAX_PATTERNS:
        raise SearchError(f"{patterns} words with *, ? or ~ are too many: type {MAX_PATTERNS} at most")
    for leaf in leaves:
        if isinstance(leaf, tree.Phrase) and leaf.slop and len(_terms(leaf.text)) > MAX_LOOSE_WORDS:
            raise SearchError(f"a phrase with ~{leaf.slop} has {MAX_LOOSE_WORDS} words at most: leave ~ out")


def is_word(clause: Tree) -> bool:
    """Return whether the clause is one of the words of a query, and not a condition that always holds."""
    match clause:
        case (
            tree.Word(_, field) | tree.Phrase(_, _, field) | tree.Wildcard(_, field) | tree.Fuzzy(_, _, field)
        ):
            return not field or field == TEXT.name
        case tree.Boost(inner):
            return is_word(inner)
        case tree.Form():
            return True
        case _:
            return False


def _least(words: Sequence[Query], matching: Matching, quorum: Quorum) -> int:
    match matching:
        case Matching.ALL:
            return len(words)
        case Matching.ANY:
            return min(1, len(words))
        case Matching.MOST:
            return len(words) if len(words) <= SHORT else quorum(words, ENOUGH)


def _is_stop_word(clause: Tree) -> bool:
    match clause:
        case tree.Word(text):
            return all(term in stop_words() for term in _terms(text))
        case tree.Boost(inner):
            return _is_stop_word(inner)
        case _:
            return False


def _field(name: str) -> Field:
    return BY_NAME[name] if name else TEXT


def _terms(text: str) -> list[str]:
    return analyse(text).exact


def _and(clauses: Sequence[Query]) -> Query:
    """Return the clauses together; none of them is nothing, as a word that is analysed to nothing is."""
    if not clauses:
        return query.Or(())
    return clauses[0] if len(clauses) == 1 else query.And(tuple(clauses))


def _or(clauses: Sequence[Query]) -> Query:
    return clauses[0] if len(clauses) == 1 else query.Or(tuple(clauses))


def _filter(field: Field, clauses: Sequence[Query]) -> Query:
    """Return the clauses of a field of names, which match without a score."""
    return query.Boost(_and(clauses), field.weight)


def _word(text: str, field: Field, names: Names) -> Query:
    """Return a word in any form: the stem, and more for the same word.

    A word of several terms is a phrase of them, or their letters in one piece (+.03 to +.075 where a person
    glues what the press hyphens); `2e` is also `deuxième`.
    """
    terms = _terms(text)
    if field.kind is Kind.VALUE:
        return filters.words(field, terms, names)
    others = analyse(text).joined
    if len(terms) > 1:
        others.append("".join(terms))
    if ordinal := ordinal_word(text):
        others += _terms(ordinal)
    readings = [_any_form(terms[0], field)] if len(terms) == 1 else []
    readings += [query.Phrase(field.exact, tuple(terms))] if len(terms) > 1 else []
    return _or([*readings, *(_any_form(term, field) for term in others)])


def _any_form(term: str, field: Field) -> Query:
    exact = query.Boost(query.Term(field.exact, term), EXACT_WEIGHT)
    return query.Prefer(query.Term(field.stem, stem(term)), exact)


def _phrase(text: str, slop: int, field: Field, names: Names) -> Query:
    if field.kind is Kind.VALUE:
        return filters.whole_name(field, text, names) if _terms(text) else query.Or(())
    terms = tuple(_terms(text))
    if not terms:
        return query.Or(())
    return query.Term(field.exact, terms[0]) if len(terms) == 1 else query.Phrase(field.exact, terms, slop)


def _wildcard(pattern: str, field: Field) -> Query:
    """Return the words that fit the pattern; `vice-prés*` is both a word and a pattern."""
    name = field.name if field.kind is Kind.VALUE else field.exact
    parts = [
        query.Glob(name, part) if "*" in part or "?" in part else query.Term(name, part)
        for part in _pattern_parts(pattern)
    ]
    return _filter(field, parts) if field.kind is Kind.VALUE else _and(parts)


def _pattern_parts(pattern: str) -> Iterator[str]:
    """Yield the words of a pattern; a wildcard that stands alone after the cut, as in `l'*`, says nothing."""
    for piece in pattern.translate(PLAIN_SIGNS).split("-"):
        for part in re.split(r"[^\w*?]+", piece[elided(piece) :]):
            if any(map(str.isalnum, part)):
                yield normal(part)


def _fuzzy(text: str, edits: int, field: Field) -> Query:
    name = field.name if field.kind is Kind.VALUE else field.exact
    close = [query.Fuzzy(name, term, edits) for term in _terms(text)]
    return _filter(field, close) if field.kind is Kind.VALUE else _and(close)


def _form(text: str) -> Query:
    """Return the word with its accents and capitals; of a word of several parts, each so, and together."""
    words = analyse(text)
    forms: list[Query] = [query.Term(FORM, form) for form in words.form]
    if len(forms) > 1:
        forms.append(query.Phrase(TEXT.exact, tuple(words.exact)))
    return _and(forms)
