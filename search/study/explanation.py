"""How a line was read, what was looked for in the index, and why an article has its rank in the answer."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from corpus.records import replace
from index.engine import Sort
from index.fields import FORM, TITLE
from index.query import (
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
    leaves,
)
from search.language import Tree, tree
from search.results import Result, Results
from search.searcher import Page, Searcher

Asked = Term | Phrase | Glob | Fuzzy
"""A leaf of a query of the index: what an article has or has not."""


class LookedFor(NamedTuple):
    """A part of a typed line, the `terms` of the index that it asks for, and the number of articles that have any of them.

    `weight` is its weight in the quorum of a long query, None elsewhere.  An `ignored` word is so common that it counts
    only between quotes.
    """

    typed: str
    terms: tuple[str, ...]
    articles: int
    weight: int | None = None
    ignored: bool = False


class Role(StrEnum):
    """The way in which an article has what was looked for."""

    ANY_FORM = "any form"
    AS_TYPED = "as typed"
    HEADLINE = "headline"
    IN_ORDER = "in order"
    PATTERN = "pattern"


class Part(NamedTuple):
    """A part of a score: what was typed, "" for another name of it; how the article has it, as which terms; the points."""

    typed: str
    role: Role
    terms: str
    points: float


class Standing(NamedTuple):
    """The reasons for the rank of a result: its score is the sum of its parts and of how close it is to the subject.

    `counted` is the id of the article that the parts are of: the result itself, or the reprint that gave it its place.
    """

    result: Result
    counted: str
    parts: tuple[Part, ...]
    closeness: float
    order: Sort


class Explanation(NamedTuple):
    """How the line of an answer was read, and why one of its results stands where it does.

    `needed` is the weight that an article needs of a long query, and the weight of all of its words; None elsewhere.
    """

    answer: Results
    words: tuple[LookedFor, ...]
    needed: tuple[int, int] | None
    standing: Standing | None = None


def explanation(searcher: Searcher, line: str, page: Page, result: Result | None = None) -> Explanation:
    """Return how a line with the filters of a page is read, and why a `result` of it stands where it does.

    Raises:
        QuerySyntaxError: the line is not a query.
        Unsupported: the engine cannot honour a part of the query.
    """
    answer = searcher.search(line, replace(page, limit=0, offset=0, facets=()))
    quorum = _quorum(answer.asked)
    weights = dict(zip(quorum.clauses, quorum.weights, strict=True)) if quorum else {}
    return Explanation(
        answer,
        tuple(_looked_for(searcher, answer, weights)),
        (quorum.least, sum(quorum.weights)) if quorum else None,
        _standing(searcher, answer, result, page.sort) if result else None,
    )


def _quorum(asked: Query) -> AtLeast | None:
    match asked:
        case AtLeast():
            return asked
        case And(clauses):
            return next(filter(None, map(_quorum, clauses)), None)
        case _:
            return None


def _looked_for(searcher: Searcher, answer: Results, weights: Mapping[Query, int]) -> Iterator[LookedFor]:
    """Yield the parts of the typed line, those of its filters among them, each once."""
    asked = set(leaves(answer.asked))
    typed_leaves = dict.fromkeys(_leaves(answer.parsed))
    meanings = [searcher.meant(leaf) for leaf, _ in typed_leaves]
    counts = searcher.counts(meanings)
    for (leaf, negated), meant, articles in zip(typed_leaves, meanings, counts, strict=True):
        found = dict.fromkeys(leaves(meant))
        terms = dict.fromkeys(map(_written, found))
        ignored = bool(found) and not negated and asked.isdisjoint(found)
        typed = f"-{leaf}" if negated else str(leaf)
        yield LookedFor(typed, tuple(terms), articles, weights.get(meant), ignored)


def _leaves(typed: Tree, *, negated: bool = False) -> Iterator[tuple[tree.Leaf, bool]]:
    """Yield the leaves of a tree, each with whether articles must be without it."""
    match typed:
        case tree.Words(clauses) | tree.And(clauses) | tree.Or(clauses):
            for clause in clauses:
                yield from _leaves(clause, negated=negated)
        case tree.Not(clause):
            yield from _leaves(clause, negated=not negated)
        case tree.Boost(clause):
            yield from _leaves(clause, negated=negated)
        case _:
            yield typed, negated


def _written(asked: Asked) -> str:
    """Return a leaf of a query as a person reads it."""
    match asked:
        case Term(_, term) if term.startswith("="):
            return term.removeprefix("=").replace("_", " ")  # a whole name
        case Term(_, term):
            return term
        case Phrase(_, terms, slop):
            return f'"{" ".join(terms)}"' + (f"~{slop}" if slop else "")
        case Glob(_, pattern):
            return pattern
        case Fuzzy(_, term, edits):
            return f"{term}~{edits}"


def _standing(searcher: Searcher, answer: Results, result: Result, order: Sort) -> Standing:
    """Return why a result stands where it does.

    Of a story, the article with the place may be a reprint of the one that is shown: it is the one whose score is that of
    the result.
    """
    about = searcher.topic(answer.parsed) if order is Sort.RELEVANCE else ()
    highest = searcher.highest_score(answer.asked) if about else 0.0
    scores: dict[str, float] = {}
    for article_id in (result.article.id, *(printing.id for printing in result.duplicates)):
        own = searcher.score(answer.asked, article_id)
        if own is not None:
            # An article alone in a ranking is its best: its closeness is then a share of its own score.
            raised = searcher.score(answer.asked, article_id, about) if about else own
            scores[article_id] = own + ((raised or own) - own) * (highest / own if own else 0.0)
    counted = min(
        scores, key=lambda article_id: abs(scores[article_id] - result.score), default=result.article.id
    )
    own = searcher.score(answer.asked, counted) or 0.0
    typed = {
        asked: str(leaf)
        for leaf, negated in reversed(list(_leaves(answer.parsed)))
        if not negated
        for asked in leaves(searcher.meant(leaf))
    }
    points: dict[tuple[str, Role, str], float] = {}
    for asked, score in _points(searcher, answer.asked, counted):
        part = (typed.get(asked, ""), _role(asked), _written(asked))
        points[part] = points.get(part, 0.0) + score
    parts = tuple(Part(*part, score) for part, score in points.items() if score)
    return Standing(result, counted, parts, max(0.0, result.score - own), order)


def _points(
    searcher: Searcher, asked: Query, article_id: str, weight: float = 1.0
) -> Iterator[tuple[Asked, float]]:
    """Yield the leaves of a query that score for an article, each with what it adds to the score."""
    match asked:
        case Term() | Phrase() | Glob() | Fuzzy():
            score = searcher.score(asked, article_id)
            if score:
                yield asked, weight * score
        case Boost(clause, factor):
            if factor:
                yield from _points(searcher, clause, article_id, weight * factor)
        case Prefer(must, should):
            if searcher.score(must, article_id) is not None:
                for clause in (must, should):
                    yield from _points(searcher, clause, article_id, weight)
        case And(clauses) | Or(clauses) | AtLeast(clauses):
            if searcher.score(asked, article_id) is not None:
                for clause in clauses:
                    yield from _points(searcher, clause, article_id, weight)
        case Not() | Dated() | Everything():
            return


def _role(asked: Asked) -> Role:
    match asked:
        case Term(field, _) if field in (TITLE.stem, TITLE.exact):
            return Role.HEADLINE
        case Term(field, _) if field.endswith("exact") or field == FORM:
            return Role.AS_TYPED
        case Term():
            return Role.ANY_FORM
        case Phrase(field, _, _):
            return Role.HEADLINE if field == TITLE.exact else Role.IN_ORDER
        case Glob() | Fuzzy():
            return Role.PATTERN
