"""From our queries to those of tantivy."""

import math
import re
from itertools import combinations, product
from typing import assert_never

import tantivy
from tantivy import Occur

from corpus.message import message
from index.document import exact_terms
from index.engines.tantivy.matches import Matches
from index.engines.tantivy.schema import DAY, NEWEST, kept, newest_id
from index.errors import Unsupported
from index.fields import ID, SCORED_LISTS
from index.memo import Memo
from index.phrase import stands
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
    day_ranges,
    unscored,
)
from index.spelling.breadth import Meter, phrases, too_frequent

MAX_LAYOUTS = 2000
"""The most layouts of a loose phrase that are searched one by one; where it has more, the articles are read instead."""

_ONCE_MICROSECONDS, _REPEATED_MICROSECONDS, _ARTICLE_MICROSECONDS = 0.7, 1.5, 500
"""What it costs that a layout looks at an article, for a page with its facets, and to read an article.

Of 36,016 articles `"le de la"~2`, whose layouts look at 690,000, takes .5 s, `"de de"~20`, with 1.5 million, 1.1 s;
`"le de la"~17`, with 33 million, took five minutes.
"""

_MAX_REPEATED_WORK = 100_000
"""The most work for layouts that a page and its facets may look for eleven times; beyond, their articles are kept."""

_LAYOUT_ARTICLES = 900
"""The articles that a layout costs whatever its words."""

_MAX_ARTICLES_KEPT = 40_000
"""The most articles of layouts that are kept: 36,000 take .04 s each time that tantivy looks them up."""

_MAX_KEPT_PHRASES = 20

_MAX_EDITS = 2
"""The most edits for which tantivy has automata."""


class Translator:
    """Translates the queries to one index; for a loose phrase it may have to read articles."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher) -> None:
        self._schema = schema
        self._searcher = searcher
        self._standing = Memo(self._standing_of, _MAX_KEPT_PHRASES)
        self._doubtful_counts = Memo(self._doubtful_count, _MAX_KEPT_PHRASES)

    def check(self, meter: Meter, *queries: Query) -> None:
        """Add up what the loose phrases of some queries cost.

        Raises:
            Unsupported: they cost too much.
        """
        asked = dict.fromkeys(
            phrase
            for query in queries
            for phrase in phrases(query)
            if not _is_theirs(phrase.terms, phrase.slop)
        )
        for phrase in asked:
            meter.add(self._least_cost(*_asked(phrase)), too_frequent(phrase))

    def translate(self, query: Query) -> tantivy.Query:
        """Return the query of tantivy that finds the same articles.

        Raises:
            Unsupported: tantivy cannot answer it.
        """
        match query:
            case Term(field, term):
                return self._term(field, term)
            case Phrase(field, terms, slop):
                return self._phrase(field, terms, slop)
            case Glob(field, pattern):
                return self._glob(field, pattern)
            case Fuzzy(field, term, edits):
                if edits > _MAX_EDITS:
                    raise Unsupported(
                        "index.too_many_edits",
                        edits=edits,
                        mend=message("mend.fewer_edits", most=_MAX_EDITS),
                    )
                return tantivy.Query.fuzzy_term_query(self._schema, field, term, edits)
            case Dated(first, last):
                return _filter(self._dated(first, last))
            case Among(ids):
                return _filter(tantivy.Query.term_set_query(self._schema, ID, sorted(ids)))
            case Everything():
                return _filter(tantivy.Query.all_query())
            case And(clauses):
                return self._and(clauses)
            case Or(clauses):
                return self._or(list(map(self.translate, clauses)))
            case AtLeast(clauses, weights, least):
                return self._at_least(clauses, weights, least)
            case Not():
                return self._and((query,))
            case Prefer(must, should):
                return tantivy.Query.boolean_query(
                    [(Occur.Must, self.translate(must)), (Occur.Should, self.translate(should))]
                )
            case Boost(clause, weight):
                boosted = self.translate(clause)
                return tantivy.Query.boost_query(boosted, weight) if weight else _filter(boosted)
            case _:
                assert_never(query)

    def _term(self, field: str, term: str) -> tantivy.Query:
        if field in SCORED_LISTS:
            return tantivy.Query.term_query(self._schema, field, term, "freq")
        return tantivy.Query.const_score_query(
            tantivy.Query.term_query(self._schema, field, term, "basic"), 1.0
        )

    def _or(self, clauses: list[tantivy.Query], least: int = 1) -> tantivy.Query:
        if not clauses:
            return tantivy.Query.empty_query()
        return tantivy.Query.boolean_query([(Occur.Should, clause) for clause in clauses], least)

    def _at_least(self, clauses: tuple[Query, ...], weights: tuple[int, ...], least: int) -> tantivy.Query:
        """Return the query of clauses with weights: tantivy counts clauses, so a clause stands as often as it weighs.

        What stands again scores 0.  Ten words of 36,016 articles take 1.7 ms, 1.4 where each has the weight 1.
        """
        asked = list(map(self.translate, clauses))
        for clause, weight in zip(clauses, weights, strict=True):
            if weight > 1:
                asked += [_filter(self.translate(unscored(clause)))] * (weight - 1)
        return self._or(asked, least)

    def _and(self, clauses: tuple[Query, ...]) -> tantivy.Query:
        """Return the query that all clauses match; if each is a `Not`, it is the rest of all articles."""
        parts = [
            (Occur.MustNot, self.translate(clause.clause))
            if isinstance(clause, Not)
            else (Occur.Must, self.translate(clause))
            for clause in clauses
        ]
        if all(occur == Occur.MustNot for occur, _ in parts):
            parts.append((Occur.Must, _filter(tantivy.Query.all_query())))
        return tantivy.Query.boolean_query(parts)

    def _dated(self, first: int, last: int) -> tantivy.Query:
        kind = tantivy.FieldType.Unsigned
        if first > last:
            return tantivy.Query.empty_query()
        ranges = [
            tantivy.Query.range_query(self._schema, DAY, kind, *bounds) for bounds in day_ranges(first, last)
        ]
        if len(ranges) == 1:
            return ranges[0]
        return tantivy.Query.boolean_query([(Occur.Should, one) for one in ranges])

    def _glob(self, field: str, pattern: str) -> tantivy.Query:
        """Return the query of the terms that fit the pattern; an automaton of tantivy has 1,000 states at most."""
        letters = {"*": ".*", "?": "."}
        regex = "".join(letters.get(letter) or re.escape(letter) for letter in re.sub(r"\*+", "*", pattern))
        try:
            return tantivy.Query.regex_query(self._schema, field, regex)
        except ValueError as error:
            raise Unsupported(
                "index.pattern_too_long", pattern=pattern, mend=message("mend.fewer_wildcards")
            ) from error

    def _phrase(self, field: str, terms: tuple[str, ...], slop: int) -> tantivy.Query:
        """Return the query of a phrase: that of tantivy where it has our rule."""
        if len(terms) == 1:
            return self._term(field, terms[0])
        if _is_theirs(terms, slop):
            return self._words(field, tuple(enumerate(terms)), slop)
        standing = self._standing[field, terms, slop]
        scored = [(Occur.Should, self._term(field, term)) for term in terms]
        return tantivy.Query.boolean_query([(Occur.Must, _filter(standing)), *scored])

    def _standing_of(self, asked: tuple[str, tuple[str, ...], int]) -> tantivy.Query:
        """Return the query of the articles where a loose phrase stands, one layout beside the other or by their ids."""
        field, terms, slop = asked
        if self._least_cost(field, terms, slop) < self._layout_cost(field, terms, slop):
            return self._read(field, terms, slop)
        parts = [(Occur.Should, self._words(field, layout)) for layout in layouts(terms, slop)]
        standing = tantivy.Query.boolean_query(parts)
        if self._layout_work(field, terms, slop) <= _MAX_REPEATED_WORK:
            return standing
        return self._kept(standing, Phrase(field, terms, slop))

    def _kept(self, standing: tantivy.Query, phrase: Phrase) -> tantivy.Query:
        """Return the query of the articles of another one, by their ids."""
        hits = self._searcher.search(
            _filter(standing),
            _MAX_ARTICLES_KEPT + 1,
            count=False,
            order_by_field=NEWEST,
            order=tantivy.Order.Asc,
        ).hits
        if len(hits) > _MAX_ARTICLES_KEPT:
            raise too_frequent(phrase)
        return tantivy.Query.term_set_query(self._schema, ID, [newest_id(str(key)) for key, _ in hits])

    def _least_cost(self, field: str, terms: tuple[str, ...], slop: int) -> float:
        """Return what the layouts of a loose phrase cost, or to read its doubtful articles if that costs less."""
        layouts_cost = self._layout_cost(field, terms, slop)
        if self._layout_work(field, terms, slop) <= _MAX_REPEATED_WORK:
            return layouts_cost
        return min(layouts_cost, self._doubtful_counts[field, terms, slop] * _ARTICLE_MICROSECONDS)

    def _layout_cost(self, field: str, terms: tuple[str, ...], slop: int) -> float:
        """Return what the layouts of a loose phrase cost, in microseconds."""
        work = self._layout_work(field, terms, slop)
        return work * (_REPEATED_MICROSECONDS if work <= _MAX_REPEATED_WORK else _ONCE_MICROSECONDS)

    def _layout_work(self, field: str, terms: tuple[str, ...], slop: int) -> float:
        """Return the articles at which all layouts look: a word of more articles also stands more often in each of them."""
        count = _layout_count(terms, slop)
        if count > MAX_LAYOUTS:
            return math.inf
        rarest = min(self._searcher.doc_freq(field, term) for term in terms)
        of_one = rarest * rarest / max(1, self._searcher.num_docs) + _LAYOUT_ARTICLES
        return of_one * count

    def _words(self, field: str, words: tuple[tuple[int, str], ...], slop: int = 0) -> tantivy.Query:
        return tantivy.Query.phrase_query(self._schema, field, list(words), slop)

    def _doubtful_count(self, asked: tuple[str, tuple[str, ...], int]) -> int:
        return Matches(self._searcher, self._doubtful(*asked)).number()

    def _doubtful(self, field: str, terms: tuple[str, ...], slop: int) -> tantivy.Query:
        """Return the query of the articles where each pair of the words stands, but not the phrase word by word.

        Of 36,016 articles `"président de la république"~10` has 2,239 with each pair: 2,163 have the phrase itself, and 76
        are to be read.
        """
        pairs = [
            (Occur.Must, self._words(field, ((0, terms[i]), (j - i, terms[j])), slop))
            for i, j in combinations(range(len(terms)), 2)
            if terms[i] != terms[j]
        ]
        words = [(Occur.Must, self._term(field, term)) for term in dict.fromkeys(terms)]
        return _filter(
            tantivy.Query.boolean_query([*pairs, *words, (Occur.MustNot, self._strict(field, terms))])
        )

    def _strict(self, field: str, terms: tuple[str, ...]) -> tantivy.Query:
        return self._words(field, tuple(enumerate(terms)))

    def _read(self, field: str, terms: tuple[str, ...], slop: int) -> tantivy.Query:
        """Return the query of the articles where a loose phrase stands: word by word, or so that reading shows it."""
        doubtful, count = self._doubtful(field, terms, slop), self._doubtful_counts[field, terms, slop]
        hits = self._searcher.search(doubtful, max(1, count), count=False).hits
        articles = (kept(self._searcher, address) for _, address in hits)
        ids = [article.id for article in articles if stands(exact_terms(article, field), terms, slop)]
        these = tantivy.Query.term_set_query(self._schema, ID, ids)
        return tantivy.Query.boolean_query(
            [(Occur.Should, self._strict(field, terms)), (Occur.Should, these)]
        )


def _is_theirs(terms: tuple[str, ...], slop: int) -> bool:
    """Return whether tantivy has our rule for a phrase, which it has not for a loose one of three words."""
    return not slop or len(terms) == 1 or (len(terms) == 2 and terms[0] != terms[1])


def _layout_count(terms: tuple[str, ...], slop: int) -> int:
    return int((slop + 1) ** len(terms) - slop ** len(terms))


def _asked(phrase: Phrase) -> tuple[str, tuple[str, ...], int]:
    return phrase.field, phrase.terms, phrase.slop


def _filter(query: tantivy.Query) -> tantivy.Query:
    """Return the query with a score of 0."""
    return tantivy.Query.const_score_query(query, 0.0)


def layouts(terms: tuple[str, ...], slop: int) -> set[tuple[tuple[int, str], ...]]:
    """Return every layout of a loose phrase: the positions of its terms, from 0 on.

    >>> sorted(layouts(("le", "port"), 1))
    [((0, 'le'), (1, 'port')), ((0, 'le'), (2, 'port'))]
    """
    every_layout = set()
    for offsets in product(range(slop + 1), repeat=len(terms)):
        positions = [rank + offset for rank, offset in enumerate(offsets)]
        if min(offsets) == 0 and len(set(positions)) == len(positions):
            start = min(positions)
            layout = [(position - start, term) for position, term in zip(positions, terms, strict=True)]
            every_layout.add(tuple(sorted(layout)))
    return every_layout
