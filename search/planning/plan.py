"""From the tree of a query to the query of the index: words become terms, days become numbers.

>>> from datetime import date
>>> from search.language import parse
>>> plan(parse("l'Élection date:2025"), date(2025, 12, 1))
And(clauses=(Prefer(must=Term(field='stem', term='election'),
                    should=Or(clauses=(Boost(clause=Term(field='exact', term='election'), weight=0.5),
                                       Boost(clause=Term(field='title_stem', term='election'), weight=0.15)))),
             Dated(first=20250101, last=20251231)))
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar, assert_never

from corpus.message import message
from index import query
from index.analysis.french import stop_words
from index.fields import BY_NAME, TEXT, Field
from index.names.resolution import Names
from index.query import Query
from search.errors import SearchError
from search.language import tree
from search.language.tree import Tree
from search.planning import kept, words
from search.planning.kept import NO_NOTES, Notes
from search.planning.likeness import Likeness, nothing_alike
from search.planning.other_names import OtherNames, names_among, no_other_names
from search.planning.words import every, some

SHORT_QUERY_WORDS = 2
"""A query of at most this many words requires all of them; with 3 the mean of nine test sets is .0038 lower."""

OTHER_NAME_WEIGHT = 1 / 16
"""The weight of the other names of a typed name: enough to find an article by them, and too little to move the others.

nDCG@10 without other names, with 1/16, 1/4 and 1, of the queries that have such a name: two desk tags (202) .3134,
.3583, .3592, .3453, and R@100 .5371, .5998, .6002, .6072; a tag and a noun (59) .6125, .6298, .6244, .5830; one name,
right where the headline has either: Orange (17) .8998, .9042, .8248, .7134, four other papers (37) .9347, .9380, .9089,
.8267; two words in the body: Orange (49) .3820, .3927, .4018, .3695, four other papers (41) .7127, .7043, .6973, .6598.
Acronyms and long forms, right where what is not indexed has either: Orange (318, abstracts) .4277, .4618, .4658, .4816,
R@100 .6371, .7352, .7471, .8041; four papers (113, headlines) .5431, .5837, .6131, .6364, R@100 .7487, .8543, .8666, .9175.
"""

_MAX_PATTERNS = 20
"""Words with `*`, `?` or `~` in a query: each is compared with the whole vocabulary (.01 to .14 s, 126,000 words)."""

_MAX_LIKENESSES = 5
"""Articles in a query that others are to be like: each is read and asked as 25 words, in 20 ms."""

_MAX_LOOSE_WORDS = 20
"""Words in a phrase with `~`: the work grows with their square."""


_Clause = TypeVar("_Clause", bound=Tree)


class Matching(StrEnum):
    """The number of words side by side that an article must have."""

    MOST = "most"
    """All words of a short query; of a longer one, enough by their weight (`search.planning.quorum`)."""
    ALL = "all"
    ANY = "any"


Quorum = Callable[[Sequence[Query]], Query]
"""From the words of a long query to the query of the articles that have enough of them."""


def plan(
    typed: Tree,
    today: date,
    matching: Matching = Matching.ALL,
    names: Names | None = None,
    *,
    quorum: Quorum = every,
    other_names: OtherNames = no_other_names,
    likeness: Likeness = nothing_alike,
    notes: Notes = NO_NOTES,
) -> Query:
    """Return the query of a tree; distances in time count back from `today`.

    `names` knows which names of the index are one entity; without it each name is its own.  What the `quorum` requires
    depends on the words alone, so that a filter only ever narrows an answer.  An article with one of the `other_names`
    of a typed name has each word of that name.  `likeness` finds the articles like another one; `notes` are the tags and
    notes of the person.

    Raises:
        SearchError: a range of days ends before it begins, no article has an id, or the query is too much work.
    """
    resolution = Names() if names is None else names

    def ask(node: Tree) -> Query:
        if kept.is_kept(node):
            return kept.articles(node, notes)
        match node:
            case tree.Word() if words.is_bare(node):
                return named((node,))[0]
            case tree.Word(text, field):
                return words.word(text, _field(field), resolution)
            case tree.Phrase(text, slop, field):
                return words.phrase(text, slop, _field(field), resolution)
            case tree.Wildcard(pattern, field):
                return words.wildcard(pattern, _field(field))
            case tree.Fuzzy(text, edits, field):
                return words.fuzzy(text, edits, _field(field))
            case tree.Form(text):
                return words.form(text)
            case tree.Dates(expression):
                from search.language import days  # 6 ms, and most queries have no date

                return query.Dated(*days.period(expression, today))
            case tree.Like(article_id):
                return likeness(article_id)
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

    def named(clauses: Sequence[Tree]) -> list[Query]:
        """Return the words among clauses side by side, each with the other names of the name that it stands in."""
        typed = content_words(filter(is_word, clauses))
        others: defaultdict[Tree, list[Query]] = defaultdict(list)
        for name in dict.fromkeys(names_among(clauses, other_names)):
            name_words = [word for word in typed if word in name.words]
            for word in name_words:
                others[word].append(query.Boost(words.names(name.names), OTHER_NAME_WEIGHT / len(name_words)))
        alone = (
            words.word(one.text, TEXT, resolution) if isinstance(one, tree.Word) else ask(one)
            for one in typed
        )
        return [some([query_alone, *others[word]]) for word, query_alone in zip(typed, alone, strict=True)]

    def _side_by_side(clauses: tuple[Tree, ...]) -> Query:
        conditions = [ask(clause) for clause in clauses if not is_word(clause)]
        queries = named(clauses)
        is_short = len(queries) <= (1 if matching is Matching.ANY else SHORT_QUERY_WORDS)
        if is_short or matching is Matching.ALL:
            return every([*queries, *conditions])
        return every([some(queries) if matching is Matching.ANY else quorum(queries), *conditions])

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
    if sum(isinstance(leaf, tree.Like) for leaf in leaves) > _MAX_LIKENESSES:
        raise SearchError("query.too_many_likenesses", most=_MAX_LIKENESSES)
    for leaf in leaves:
        if isinstance(leaf, tree.Phrase) and leaf.slop and len(words.terms(leaf.text)) > _MAX_LOOSE_WORDS:
            raise SearchError(
                "query.loose_phrase_too_long",
                slop=leaf.slop,
                most=_MAX_LOOSE_WORDS,
                mend=message("query.leave_tilde_out"),
            )


def _patterns(leaf: tree.Leaf) -> int:
    """Return how many words of a leaf are compared with the whole vocabulary: `a-b-c~` has three."""
    match leaf:
        case _ if kept.is_kept(leaf):
            return 0
        case tree.Fuzzy(text):
            return len(words.terms(text))
        case tree.Wildcard(pattern):
            return sum("*" in part or "?" in part for part in words.pattern_parts(pattern))
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


def content_words(clauses: Iterable[_Clause]) -> list[_Clause]:
    """Return the words of a query that are no stop words, each once; all of its words if all are stop words."""
    typed = dict.fromkeys(clauses)
    return [word for word in typed if not _is_stop_word(word)] or list(typed)


def _is_stop_word(clause: Tree) -> bool:
    match clause:
        case tree.Word(text):
            return all(term in stop_words() for term in words.terms(text))
        case tree.Boost(inner):
            return _is_stop_word(inner)
        case _:
            return False


def _field(name: str) -> Field:
    return BY_NAME[name] if name else TEXT
