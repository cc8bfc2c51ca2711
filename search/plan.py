"""From the tree of a query to the query of the index: words become terms, days become numbers.

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

from corpus.message import message
from index import query
from index.analysis.elision import elided
from index.analysis.french import analyse, glued, normal, plain, stem, stop_words
from index.analysis.ordinals import SECOND
from index.analysis.spellings import spelt
from index.analysis.tokenize import PLAIN_SIGNS
from index.fields import BY_NAME, FORM, TEXT, Field, Kind
from index.names.resolution import Names
from index.query import Query
from index.spelling.words import near
from index.spelling.words import pattern as fitting
from search import filters
from search.errors import SearchError
from search.language import tree
from search.language.tree import Tree

_EXACT_WEIGHT = 0.5
"""The weight of the exact word beside its stem: +.012 to +.018 of the mean of nine test sets, whatever the stemmer."""

SHORT_QUERY_WORDS = 2
"""A query of at most this many words requires all of them; with 3 the mean of nine test sets is .0038 lower."""

ENOUGH_ARTICLES = 100
"""A longer query requires the largest number of its words that this many articles have.

Chosen on the odd queries of nine test sets, mean of their first measures on the even ones: half of the words .5159,
20 articles .5268, 50 .5299, 100 .5316, 200 .5317, 500 .5328, any word .5351.  All of the words would lose 77 % of
the right articles of a pasted headline.
"""


_MAX_PATTERNS = 20
"""Words with `*`, `?` or `~` in a query: each is compared with the whole vocabulary (.01 to .14 s, 126,000 words)."""

_MAX_LOOSE_WORDS = 20
"""Words in a phrase with `~`: the work grows with their square."""


class Matching(StrEnum):
    """The number of words side by side that an article must have."""

    MOST = "most"
    """All words of a short query; of a longer one, the largest number that `ENOUGH_ARTICLES` have."""
    ALL = "all"
    ANY = "any"


Quorum = Callable[[Sequence[Query], int], int]
"""From clauses and a number of articles to the largest n such that at least this many articles match n clauses or more."""


def plan(
    typed: Tree,
    today: date,
    matching: Matching = Matching.ALL,
    names: Names | None = None,
    quorum: Quorum = lambda words, _: len(words),
) -> Query:
    """Return the query of a tree; distances in time count back from `today`.

    `names` knows which names of the index are one entity; without it each name is its own.  `quorum` is that of the
    engine.  The number of required words depends on the words alone, so that a filter only ever narrows an answer.

    Raises:
        SearchError: a range of days ends before it begins, or the query is too much work.
    """
    resolution = Names() if names is None else names

    def ask(node: Tree) -> Query:
        match node:
            case tree.Word(text, field):
                return _word(text, _field(field), resolution)
            case tree.Phrase(text, slop, field):
                return _phrase(text, slop, _field(field), resolution)
            case tree.Wildcard(pattern, field):
                return _wildcard(pattern, _field(field))
            case tree.Fuzzy(text, edits, field):
                return _fuzzy(text, edits, _field(field))
            case tree.Form(text):
                return _form(text)
            case tree.Dates(expression):
                from search.language import days  # 6 ms, and most queries have no date

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
        content_words = list(dict.fromkeys(word for word in words if not _is_stop_word(word)))
        content_words = content_words or list(dict.fromkeys(words))
        conditions = [ask(clause) for clause in clauses if not is_word(clause)]
        queries = [ask(word) for word in content_words]
        required = _required(queries, matching, quorum)
        if required == len(queries):
            return _and([*queries, *conditions])
        return _and([query.Or(tuple(queries), required), *conditions])

    _refuse_too_much(typed)
    return ask(typed)


def _refuse_too_much(typed: Tree) -> None:
    leaves = list(tree.leaves(typed))
    patterns = sum(map(_patterns, leaves))
    if patterns > _MAX_PATTERNS:
        raise SearchError(
            "query.too_many_patterns",
            patterns=patterns,
            mend=message("query.type_at_most", most=_MAX_PATTERNS),
        )
    for leaf in leaves:
        if isinstance(leaf, tree.Phrase) and leaf.slop and len(_terms(leaf.text)) > _MAX_LOOSE_WORDS:
            raise SearchError(
                "query.loose_phrase_too_long",
                slop=leaf.slop,
                most=_MAX_LOOSE_WORDS,
                mend=message("query.leave_tilde_out"),
            )


def _patterns(leaf: tree.Leaf) -> int:
    """Return how many words of a leaf are compared with the whole vocabulary: `a-b-c~` has three."""
    match leaf:
        case tree.Fuzzy(text):
            return len(_terms(text))
        case tree.Wildcard(pattern):
            return sum("*" in part or "?" in part for part in _pattern_parts(pattern))
        case _:
            return 0


def is_word(clause: Tree) -> bool:
    """Return whether a clause is a word of the query, and not a condition, which is always required."""
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


def _required(words: Sequence[Query], matching: Matching, quorum: Quorum) -> int:
    match matching:
        case Matching.ALL:
            return len(words)
        case Matching.ANY:
            return min(1, len(words))
        case Matching.MOST:
            return len(words) if len(words) <= SHORT_QUERY_WORDS else quorum(words, ENOUGH_ARTICLES)


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
    """Return the clauses together; without a clause nothing matches, as a word of punctuation matches nothing."""
    if not clauses:
        return query.Or(())
    return clauses[0] if len(clauses) == 1 else query.And(tuple(clauses))


def _or(clauses: Sequence[Query]) -> Query:
    return clauses[0] if len(clauses) == 1 else query.Or(tuple(clauses))


def _filter(field: Field, clauses: Sequence[Query]) -> Query:
    """Return the clauses of a field of names together; they match without a score."""
    return query.Boost(_and(clauses), field.weight)


def _word(text: str, field: Field, names: Names) -> Query:
    """Return a word in any form: its stem, and other ways to write it.

    A word of several terms is a phrase of them, or their letters in one piece (+.03 to +.075 where a person
    glues what the press hyphenates).
    """
    terms = _terms(text)
    if field.kind is Kind.VALUE:
        return filters.words(field, terms, names)
    if len(terms) > 1:
        parts, glued_term = query.Phrase(field.exact, tuple(terms)), "".join(terms)
        others = [
            _in_one_piece(glued_term, field),
            *(_any_form(term, field) for term in analyse(text).joined),
        ]
        return _or([parts, *others])
    others = [
        query.Boost(query.Term(field.stem, stem(term)), 0) if term in SECOND else _any_form(term, field)
        for term in analyse(text).joined
    ]
    return _or([*(_any_form(term, field) for term in terms), *others])


def _in_one_piece(term: str, field: Field) -> Query:
    """Return a compound in one piece: its stem stands in articles that have its parts too, and must not score twice."""
    return query.Prefer(query.Boost(query.Term(field.stem, stem(term)), 0), query.Term(field.exact, term))


def _any_form(term: str, field: Field) -> Query:
    exact = query.Boost(query.Term(field.exact, term), _EXACT_WEIGHT)
    return query.Prefer(query.Term(field.stem, stem(term)), exact)


def _phrase(text: str, slop: int, field: Field, names: Names) -> Query:
    if field.kind is Kind.VALUE:
        return filters.whole_name(field, text, names) if _terms(text) else query.Or(())
    words = analyse(text)
    if not words.exact:
        return query.Or(())
    readings = dict.fromkeys(map(tuple, (words.exact, words.otherwise, glued(text))))
    return _or([_in_order(field.exact, reading, slop) for reading in readings])


def _in_order(name: str, terms: tuple[str, ...], slop: int = 0) -> Query:
    return query.Term(name, terms[0]) if len(terms) == 1 else query.Phrase(name, terms, slop)


def _wildcard(pattern: str, field: Field) -> Query:
    """Return the words that fit a pattern; `vice-prés*` is a word and a pattern."""
    name = _word_list(field)
    parts = [
        _with_spellings(field, query.Glob(name, part), fitting(part).fullmatch)
        if "*" in part or "?" in part
        else _together(field, tuple(_terms(part)))
        for part in _pattern_parts(pattern)
    ]
    return _filter(field, parts) if field.kind is Kind.VALUE else _and(parts)


def _pattern_parts(pattern: str) -> Iterator[str]:
    """Yield the words of a pattern; a wildcard that stands alone after the cut, as in `l'*`, is left out."""
    for piece in pattern.translate(PLAIN_SIGNS).split("-"):
        for part in re.split(r"[^\w*?]+", piece[elided(piece) :]):
            if any(map(str.isalnum, part)):
                yield normal(part)


def _fuzzy(text: str, edits: int, field: Field) -> Query:
    name = _word_list(field)
    close = [
        _with_spellings(field, query.Fuzzy(name, word, edits), near(word, edits)) for word in plain(text)
    ]
    return _filter(field, close) if field.kind is Kind.VALUE else _and(close)


def _with_spellings(field: Field, words: Query, fits: Callable[[str], object]) -> Query:
    """Return words as they are spelt, or the words of several spellings of which one fits: `premi*` is also `1er`."""
    return _or([words, *(_together(field, terms) for terms in spelt(fits))])


def _together(field: Field, terms: tuple[str, ...]) -> Query:
    """Return the terms of one word: in their order in a text, anywhere in a name, whose list has no positions."""
    if field.kind is Kind.VALUE:
        return _and([query.Term(field.name, term) for term in terms])
    return _in_order(field.exact, terms)


def _word_list(field: Field) -> str:
    """Return the name of the list of the words of a field."""
    return field.name if field.kind is Kind.VALUE else field.exact


def _form(text: str) -> Query:
    """Return a word with its accents and capitals; the parts of a compound each so, and side by side."""
    words = analyse(text)
    forms: list[Query] = [query.Term(FORM, form) for form in dict.fromkeys(words.form)]
    if len(words.exact) > 1:
        forms.append(query.Phrase(TEXT.exact, tuple(words.exact)))
    return _and(forms)
