"""Another spelling for the words of a query that the index does not have: words and names that it has, as it writes them.

The words close to a typed one are those with its first letter, within one edit or two, and those that differ from it in the
first letter alone.  The engine is asked a few times for each word, whatever the number of its words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from string import ascii_lowercase
from typing import NamedTuple

from index.analysis.fold import fold
from index.analysis.french import stem
from index.engine import Ask, Engine, Sort, count
from index.fields import BY_NAME, TEXT, Field, Kind
from index.names.resolution import Names
from index.query import And, Phrase, Query, Term
from index.spelling.words import within
from search.language import tree
from search.language.lex import quotable
from search.language.tree import Tree
from search.planning.words import terms

_TIMES_AS_FREQUENT = 20
"""How many times as frequent as a rare word the word must be that is offered for it."""

_MIN_LETTERS = 4
_MIN_LETTERS_OF_TWO_EDITS = 7
"""Letters of a word from which on it may be misspelt, and from which on it may be so by two edits."""

_RARITY_OF_AN_EDIT = 50
"""How many times as frequent a word must be to be offered before a word that is closer by one edit.

Of 200 words of 36,016 articles, misspelt at random by an edit or two, 147 are found again with 1, 174 with 10, 176 with 50, 178
with 500; it takes 10 ms in the mean.
"""

_MIN_LETTERS_OF_A_PART = 2
_MAX_WORDS = 10
"""Words of a query that are looked up."""

_LETTERS = re.compile(r"[^\W\d_]+")

_READ_ARTICLES = 5
"""Articles that are read for the usual form of a word: its accents and capitals."""

_COUNTED_NAMES = 10
"""The most frequent names among which the one to offer is looked for."""


class _Close(NamedTuple):
    """A word that is close to a typed one by so many `edits`, with the number of its articles, some of them removed."""

    word: str
    articles: int
    edits: int

    @property
    def score(self) -> float:
        """How likely the word was meant: the more articles have it, the more likely."""
        rarity: int = _RARITY_OF_AN_EDIT**self.edits
        return self.articles / rarity


class Speller:
    """Offers other spellings from the words and names of an engine."""

    def __init__(self, engine: Engine, names: Names) -> None:
        self._engine = engine
        self._names = names
        self._counts: dict[Query, int] = {}

    def respelt(self, typed: Tree, rare: int = 0) -> Tree | None:
        """Return the tree with other words for those that no article has; None where nothing is to be offered.

        A word that at most `rare` articles have gives way too, to a close one that is far more frequent.
        """
        leaves = list(tree.leaves(typed))
        if len(leaves) > _MAX_WORDS:
            return None
        self._count_words(leaves)
        mended = self._mended(typed, rare)
        return mended if mended != typed else None

    def _count_words(self, leaves: Sequence[tree.Leaf]) -> None:
        """Count at once the articles of the words of a query, and of every two side by side as one."""
        words = [leaf for leaf in leaves if isinstance(leaf, tree.Word)]
        each = [
            _having(field, term)
            for word in words
            if (field := BY_NAME.get(word.field, TEXT)).kind in (Kind.TEXT, Kind.VALUE)
            and (term := _only_term(word.text))
        ]
        bare = [_parts(word.text) if not word.field else "" for word in words]
        joined = [Term(TEXT.exact, first + second) for first, second in pairwise(bare) if first and second]
        queries = [*each, *joined]
        self._counts.update(zip(queries, self._engine.counts(queries), strict=True))

    def _count(self, query: Query) -> int:
        """Return the number of articles that a query matches; it is asked for once."""
        if query not in self._counts:
            self._counts[query] = count(self._engine, query)
        return self._counts[query]

    def _mended(self, node: Tree, rare: int) -> Tree:
        """Return the node with other spellings for the words that at most `rare` articles have."""
        match node:
            case tree.Words(clauses):
                parts = [self._mended(clause, rare) for clause in self._joined(clauses)]
                flat = [
                    part
                    for mended in parts
                    for part in (mended.clauses if isinstance(mended, tree.Words) else (mended,))
                ]
                return tree.Words(tuple(flat)) if len(flat) > 1 else flat[0]
            case tree.And(clauses):
                return tree.And(tuple(self._mended(clause, rare) for clause in clauses))
            case tree.Or(clauses):
                return tree.Or(tuple(self._mended(clause, rare) for clause in clauses))
            case tree.Boost(clause, weight):
                return tree.Boost(self._mended(clause, rare), weight)
            case tree.Word(text, name) if BY_NAME.get(name, TEXT).kind is Kind.TEXT:
                return self._word(text, name, rare) or node
            case tree.Word(text, name) | tree.Phrase(text, 0, name) if (
                name and BY_NAME[name].kind is Kind.VALUE
            ):
                return self._name(node, text, BY_NAME[name], rare) or node
            case _:
                return node

    def _word(self, text: str, name: str, rare: int) -> Tree | None:
        """Return another spelling of a word; None if the index has it, or no word that is close."""
        field = BY_NAME[name] if name else TEXT
        term = _only_term(text)
        known = self._count(_having(field, term)) if term else 0
        if not term or known > rare:
            return None
        split = () if known else self._split(field.exact, term)
        together = self._count(Phrase(field.exact, split)) if split else 0
        best = self._closest(
            field.exact, term, known, lambda word: stem(word) != stem(term), together / _RARITY_OF_AN_EDIT
        )
        if best:
            return tree.Word(self._form(field, best), name)
        return (
            tree.Words(tuple(tree.Word(self._form(field, part), name) for part in split))
            if together
            else None
        )

    def _name(self, node: Tree, text: str, field: Field, rare: int) -> Tree | None:
        """Return the most frequent name that has the words of a typed one, or words close to them."""
        typed = terms(text)
        found = [self._word_of_name(field.name, term, rare) for term in typed]
        if not all(found) or (found == typed and isinstance(node, tree.Word)):
            return None
        together = And(tuple(Term(field.name, term) for term in found))
        ask = Ask(0, facets=(field.name,), names=self._names, values=_COUNTED_NAMES)
        for name in self._engine.search(together, ask).count_facets()[field.name]:
            if set(found) <= set(terms(name)):
                return None if terms(name) == typed else tree.Phrase(quotable(name), field=field.name)
        return None

    def _word_of_name(self, field: str, term: str, rare: int) -> str:
        """Return a word of a name, or the one to offer for it; "" if the index has neither."""
        known = self._count(Term(field, term))
        if known > rare or not _only_term(term):
            return term if known else ""
        return self._closest(field, term, known) or (term if known else "")

    def _joined(self, clauses: Sequence[Tree]) -> list[Tree]:
        """Return the clauses, two words side by side as one where the index has only that: `gouvernementale ment`."""
        joined: list[Tree] = []
        for clause in clauses:
            before = joined[-1] if joined else None
            if (
                isinstance(before, tree.Word)
                and isinstance(clause, tree.Word)
                and not (before.field or clause.field)
            ):
                first, second = _parts(before.text), _parts(clause.text)
                if first and second and self._is_one_word(first, second):
                    joined[-1] = tree.Word(self._form(TEXT, first + second))
                    continue
            joined.append(clause)
        return joined

    def _is_one_word(self, first: str, second: str) -> bool:
        together = self._count(Term(TEXT.exact, first + second))
        return together > 0 and not self._count(Phrase(TEXT.exact, (first, second)))

    def _split(self, field: str, term: str) -> tuple[str, ...]:
        """Return the two most frequent words between which a blank is missing; nothing if there are none."""
        borders = range(_MIN_LETTERS_OF_A_PART, len(term) - _MIN_LETTERS_OF_A_PART + 1)
        halves = [(term[:border], term[border:]) for border in borders]
        parts = [part for pair in halves for part in pair]
        articles = dict(zip(parts, self._engine.frequencies(field, parts), strict=True))
        known = {pair: min(articles[part] for part in pair) for pair in halves}
        likely = max(known, key=known.__getitem__, default=None)
        return likely if likely and known[likely] else ()

    def _closest(
        self,
        field: str,
        term: str,
        known: int,
        is_other: Callable[[str], bool] = str.isalpha,
        score: float = 0,
    ) -> str:
        """Return the word of a list that was most likely meant by a term, which `known` articles have; "" below a score.

        A word by two edits has two articles or more.
        """
        likely = sorted(
            (
                close
                for close in self._close(field, term)
                if close.score > score
                and close.articles > max(_TIMES_AS_FREQUENT * known, close.edits - 1)
                and close.word.isalpha()
            ),
            key=lambda close: (-close.score, close.edits),
        )
        words = (close.word for close in likely if is_other(close.word))
        return next((word for word in words if self._count(Term(field, word))), "")

    def _close(self, field: str, term: str) -> Iterator[_Close]:
        """Yield the words of a list that are close to a term, by one edit of its first letter or by edits of the others."""
        starts = _with_other_start(term)
        for word, articles in zip(starts, self._engine.frequencies(field, starts), strict=True):
            yield _Close(word, articles, 1)
        most = 2 if len(term) >= _MIN_LETTERS_OF_TWO_EDITS else 1
        for word, articles in self._engine.alike(field, term, most):
            yield _Close(word, articles, 1 if most == 1 or within(term, word, 1) else 2)

    def _form(self, field: Field, term: str) -> str:
        """Return a term as most articles write it, of the newest that have it."""
        hits = self._engine.search(Term(field.exact, term), Ask(_READ_ARTICLES, sort=Sort.NEWEST)).hits
        texts = (f"{hit.article.title}\n{hit.article.text}" for hit in hits)
        forms = Counter(form for text in texts for form in _LETTERS.findall(text))
        usual = {form: times for form, times in forms.items() if fold(form) == term}
        return max(usual, key=usual.__getitem__, default=term)


def _having(field: Field, term: str) -> Query:
    """Return the query of the articles that have a word: in any form if the field is one of text, else in a name."""
    return Term(field.stem, stem(term)) if field.kind is Kind.TEXT else Term(field.name, term)


def _parts(text: str) -> str:
    """Return the only term of a typed word; "" for a compound."""
    found = terms(text)
    return found[0] if len(found) == 1 and found[0].isalpha() else ""


def _only_term(text: str) -> str:
    """Return the only term of a word that may be misspelt; "" for a compound, a number, a short word."""
    term = _parts(text)
    return term if len(term) >= _MIN_LETTERS else ""


def _with_other_start(term: str) -> list[str]:
    """Return the words that one edit of the first letter makes of a term, but for those with the same first letter.

    >>> _with_other_start("amcron")[:3], "macron" in _with_other_start("acron")
    (['mcron', 'macron', 'bamcron'], True)
    """
    swapped = term[1] + term[0] + term[2:]
    before = [letter + rest for rest in (term, term[1:]) for letter in ascii_lowercase]
    return [word for word in dict.fromkeys((term[1:], swapped, *before)) if word[0] != term[0]]
