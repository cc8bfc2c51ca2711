"""The leaves of a query: a word in any form, a phrase, a pattern, a word with its accents, as queries of the index."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeGuard

from index import query
from index.analysis import compounds
from index.analysis.elision import elided, glued_name
from index.analysis.french import Terms, analyse, glued, normal, plain, stem
from index.analysis.ordinals import SECOND
from index.analysis.spellings import spelt
from index.analysis.tokenize import PLAIN_SIGNS
from index.fields import FORM, TEXT, TITLE, Field, Kind
from index.names.resolution import Names
from index.query import Query
from index.spelling.words import near
from index.spelling.words import pattern as fitting
from search.language import tree
from search.language.tree import Tree
from search.planning import filters

_EXACT_WEIGHT = 0.5
"""The weight of the exact word beside its stem: +.012 to +.018 of the mean of nine test sets, whatever the stemmer."""

_HEADLINE_WEIGHT = 0.15
"""The weight of the stem in the headline, beside that in the whole text.

With .1 and .2: names of one word +.041 and +.056 (250 of Orange), desk tags +.005 and +.004, abstracts +.002 and +.005 (600),
related articles +.002 (1,000), three words +.001 and +.002 (1,500), key phrases of three words or more -.003 and -.009 (273).  At
.4 three words lose .01.
"""

_READING_WEIGHT = 0.5
"""The weight of another reading of a compound, in an article where it does not stand as it is typed.  ARCHITECTURE.md has the gain.

At .35 a quarter of the gain on headlines is lost; at .7 two words lose .001 of one newspaper.  Where the readings are added to
the compound itself, two words lose .012 of five newspapers.
"""

_VERB_WEIGHT = 0.35
"""The weight of a verb without the pronoun of a question: +.01 on questions; at .5 they lose .002, at 1 .02."""


@lru_cache(1024)
def _analysed(text: str) -> Terms:
    """Return the terms of a typed text; a word of a long query is asked for five times, a seventh of the time of its ranking."""
    return analyse(text)


def terms(text: str) -> list[str]:
    """Return the folded words of a text."""
    return _analysed(text).exact


def is_bare(clause: Tree) -> TypeGuard[tree.Word]:
    """Return whether a clause is a word without a field, or with that of the whole text."""
    return isinstance(clause, tree.Word) and clause.field in ("", TEXT.name)


def every(clauses: Sequence[Query]) -> Query:
    """Return the clauses together; without a clause nothing matches, as a word of punctuation matches nothing."""
    if not clauses:
        return query.Or(())
    return clauses[0] if len(clauses) == 1 else query.And(tuple(clauses))


def some(clauses: Sequence[Query]) -> Query:
    """Return any of the clauses."""
    return clauses[0] if len(clauses) == 1 else query.Or(tuple(clauses))


def _filter(field: Field, clauses: Sequence[Query]) -> Query:
    """Return the clauses of a field of names together; they match without a score."""
    return query.Boost(every(clauses), field.weight)


def word(text: str, field: Field, names: Names) -> Query:
    """Return a word in any form: its stem, and other ways to write it."""
    parts = terms(text)
    joined = _analysed(text).joined or terms(glued_name(text.translate(PLAIN_SIGNS)))
    if field.kind is Kind.VALUE:
        readings = [parts, joined] if joined else [parts]
        return some([filters.words(field, reading, names) for reading in readings])
    if len(parts) > 1:
        return _compound(parts, _analysed(text).otherwise, field)
    others = [
        query.Boost(query.Term(field.stem, stem(term)), 0) if term in SECOND else _any_form(term, field)
        for term in joined
    ]
    return some([*(_any_form(term, field) for term in parts), *others])


def _compound(parts: Sequence[str], joined: Sequence[str], field: Field) -> Query:
    """Return a word of several terms: a phrase of them, or their letters in one piece; else another of its readings.

    The phrase is asked with the `joined` terms too: `Rose-Ndour` for `Rose-N’Dour`.  People glue what the press
    hyphenates: one piece gains +.03 to +.075 there.  But the score `1-0` is no `10`.
    """
    phrases = [query.Phrase(field.exact, terms) for terms in dict.fromkeys(map(tuple, (parts, joined)))]
    glued_term = "".join(parts)
    in_one_piece = () if glued_term.isdigit() else (_in_one_piece(glued_term, field),)
    written = some([*phrases, *in_one_piece])
    if verb := compounds.verb(parts):
        otherwise: Query = query.Boost(_any_form(verb, field), _VERB_WEIGHT)
    elif readings := compounds.readings(parts):
        others = [query.Phrase(field.exact, *reading) for reading in readings]
        otherwise = query.Boost(some(others), _READING_WEIGHT)
    else:
        return written
    return query.Or((written, query.And((otherwise, query.Not(written)))))


def _in_one_piece(term: str, field: Field) -> Query:
    """Return a compound in one piece: its stem stands in articles that have its parts too, and must not score twice."""
    return query.Prefer(query.Boost(query.Term(field.stem, stem(term)), 0), query.Term(field.exact, term))


def _any_form(term: str, field: Field) -> Query:
    exact = query.Boost(query.Term(field.exact, term), _EXACT_WEIGHT)
    if field is not TEXT:
        return query.Prefer(query.Term(field.stem, stem(term)), exact)
    headline = query.Boost(query.Term(TITLE.stem, stem(term)), _HEADLINE_WEIGHT)
    return query.Prefer(query.Term(field.stem, stem(term)), query.Or((exact, headline)))


def names(others: Iterable[tuple[str, ...]]) -> Query:
    """Return any of the other names of an entity, of which the words stand in this order."""
    return some([_name(words) for words in others])


def _name(words: tuple[str, ...]) -> Query:
    headline = query.Boost(in_order(TITLE.exact, words), _HEADLINE_WEIGHT)
    return query.Prefer(in_order(TEXT.exact, words), headline)


def phrase(text: str, slop: int, field: Field, names: Names) -> Query:
    """Return words in their order, in each way to read them; in a field of names, the whole name."""
    if field.kind is Kind.VALUE:
        return filters.whole_name(field, text, names) if terms(text) else query.Or(())
    words = _analysed(text)
    if not words.exact:
        return query.Or(())
    readings = dict.fromkeys(map(tuple, (words.exact, words.otherwise, glued(text))))
    return some([in_order(field.exact, reading, slop) for reading in readings])


def in_order(name: str, terms: tuple[str, ...], slop: int = 0) -> Query:
    """Return the terms of a list in this order; one term is no phrase."""
    return query.Term(name, terms[0]) if len(terms) == 1 else query.Phrase(name, terms, slop)


def wildcard(pattern: str, field: Field) -> Query:
    """Return the words that fit a pattern; `vice-prés*` is a word and a pattern."""
    name = _word_list(field)
    parts = [
        _with_spellings(field, query.Glob(name, part), fitting(part).fullmatch)
        if "*" in part or "?" in part
        else _together(field, tuple(terms(part)))
        for part in pattern_parts(pattern)
    ]
    return _filter(field, parts) if field.kind is Kind.VALUE else every(parts)


def pattern_parts(pattern: str) -> Iterator[str]:
    """Yield the words of a pattern; a wildcard that stands alone after the cut, as in `l'*`, is left out."""
    for piece in pattern.translate(PLAIN_SIGNS).split("-"):
        for part in re.split(r"[^\w*?]+", piece[elided(piece) :]):
            if any(map(str.isalnum, part)):
                yield normal(part)


def fuzzy(text: str, edits: int, field: Field) -> Query:
    """Return the words that `edits` edits make of a word, or fewer."""
    name = _word_list(field)
    close = [
        _with_spellings(field, query.Fuzzy(name, word, edits), near(word, edits)) for word in plain(text)
    ]
    return _filter(field, close) if field.kind is Kind.VALUE else every(close)


def _with_spellings(field: Field, words: Query, fits: Callable[[str], object]) -> Query:
    """Return words as they are spelt, or the words of several spellings of which one fits: `premi*` is also `1er`."""
    return some([words, *(_together(field, terms) for terms in spelt(fits))])


def _together(field: Field, terms: tuple[str, ...]) -> Query:
    """Return the terms of one word: in their order in a text, anywhere in a name, whose list has no positions."""
    if field.kind is Kind.VALUE:
        return every([query.Term(field.name, term) for term in terms])
    return in_order(field.exact, terms)


def _word_list(field: Field) -> str:
    """Return the name of the list of the words of a field."""
    return field.name if field.kind is Kind.VALUE else field.exact


def form(text: str) -> Query:
    """Return a word with its accents and capitals; the parts of a compound each so, and side by side."""
    words = _analysed(text)
    forms: list[Query] = [query.Term(FORM, form) for form in dict.fromkeys(words.form)]
    if len(words.exact) > 1:
        forms.append(query.Phrase(TEXT.exact, tuple(words.exact)))
    return every(forms)
