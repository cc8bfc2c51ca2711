"""What a query is about: the stems by whose vectors an answer is reranked."""

from collections.abc import Iterator
from itertools import chain

from index.analysis.french import stem
from index.engine import Engine, count
from index.fields import TEXT
from index.names.aliases import ENTITIES
from index.query import Or, Term
from search.language import tree
from search.language.tree import Tree
from search.planning.likeness import IndexedLikeness
from search.planning.plan import SHORT_QUERY_WORDS, content_words
from search.planning.words import is_bare, terms

_SHARE_OF_NAMES = 0.5
"""A word that stands in a name in this part of its articles is a name.

The articles about a person have no topic in common: the vectors put others of his trade first.  Names of one word
(250, Orange) .8944 with their vectors and .9221 without, names of two words .9306 and .9382, desk tags .5256 and .5266.
"""


def topic(typed: Tree, engine: Engine, likeness: IndexedLikeness) -> tuple[str, ...]:
    """Return the stems of what a query is about, each once.

    They are the telling stems of the articles that others are to be like, and the stems of the bare words of the query;
    without the names where it is short.

    Raises:
        SearchError: an article that others are to be like is not in the index.
    """
    telling = (likeness.stems(leaf.article_id) for leaf in _wanted(typed) if isinstance(leaf, tree.Like))
    return tuple(dict.fromkeys((*chain.from_iterable(telling), *_of_words(typed, engine))))


def _of_words(typed: Tree, engine: Engine) -> tuple[str, ...]:
    words = content_words(leaf for leaf in _wanted(typed) if is_bare(leaf))
    found = {stem(term): term for word in words for term in terms(word.text)}
    if len(words) > SHORT_QUERY_WORDS:
        return tuple(found)
    return tuple(one for one, term in found.items() if not _is_name(term, engine))


def _wanted(typed: Tree) -> Iterator[tree.Leaf]:
    """Yield the leaves that an article should match."""
    match typed:
        case tree.Words(clauses) | tree.And(clauses) | tree.Or(clauses):
            for clause in clauses:
                yield from _wanted(clause)
        case tree.Boost(clause):
            yield from _wanted(clause)
        case tree.Not():
            return
        case _:
            yield typed


def _is_name(term: str, engine: Engine) -> bool:
    names = count(engine, Or(tuple(Term(name, term) for name in ENTITIES)))
    return names > 0 and names >= _SHARE_OF_NAMES * count(engine, Term(TEXT.exact, term))
