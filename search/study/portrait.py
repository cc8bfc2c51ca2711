"""An answer as it is studied: the number of its articles, its names, and the words of some of its articles."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.records import record, replace
from index.analysis.french import stem
from index.fields import BY_NAME, TEXT
from index.names.aliases import ENTITIES
from index.query import And, Everything, Fuzzy, Glob, Query, Term, leaves
from index.spelling.words import near
from index.spelling.words import pattern as fitting
from search.counts.contrast import over_represented
from search.language import Tree, tree
from search.planning.filters import whole_name
from search.planning.words import terms
from search.searcher import Page, Searcher
from search.study.vocabulary import Vocabulary

MAX_READ_ARTICLES = 500
"""Articles whose words are counted: as many as are read and analysed in half a second."""

_MAX_NAMES = 500
"""Names of each field that are looked at, those of the most articles."""

WORDS = "words"
"""The kind of words; the other kinds are the fields of entities."""

KINDS = (WORDS, *ENTITIES)
"""The kinds of things that are over-represented in an answer or in another."""


_MIN_ARTICLES = 3
"""Articles that have a thing which marks an answer: what two have alone is often an accident, or one text printed twice."""

_CANDIDATES = 4
"""Words that are counted in all articles for each one that is wanted: of the first 25 for "gilets jaunes" 9 are of names."""


class Mark(NamedTuple):
    """A word, by its stem, or a name that marks an answer: the form to show, and the numbers of a `Contrast`."""

    thing: str
    shown: str
    here: int
    there: int
    score: float


@record
class Portrait:
    """An answer: the query as typed, its filters behind it, and as the index has it, the number of its `articles`, its names, its words.

    `names` has the number of its articles for each name of each field asked for; `vocabulary` has the words of
    `MAX_READ_ARTICLES` of its articles, one of each story, and no words if they were not asked for.
    """

    searcher: Searcher
    line: str
    parsed: Tree
    asked: Query
    articles: int
    relaxed: bool
    names: Mapping[str, Mapping[str, int]]
    vocabulary: Vocabulary

    def having(self, kind: str, things: Sequence[str]) -> Sequence[int]:
        """Return the number of articles of the answer that have each of some words, by their stems, or names."""
        known = self.names.get(kind, {})
        asked = [thing for thing in things if thing not in known]
        found = self.searcher.counts([self._with(kind, thing) for thing in asked])
        counts = dict(zip(asked, found, strict=True))
        return [known[thing] if thing in known else counts[thing] for thing in things]

    def _with(self, kind: str, thing: str) -> Query:
        """Return the query of the articles of the answer that have a word or a name."""
        name = BY_NAME.get(kind)
        query = whole_name(name, thing, self.searcher.names) if name else Term(TEXT.stem, thing)
        return query if self.asked == Everything() else And((query, self.asked))

    def nearly_having(self, words: Sequence[str]) -> Sequence[int]:
        """Return the number of articles that have each of some words, by their stems; of all articles, in microseconds and nearly."""
        if self.asked == Everything():
            return self.searcher.frequencies(TEXT.stem, words)
        return self.having(WORDS, words)


def portrait(searcher: Searcher, line: str, page: Page, kinds: Sequence[str]) -> Portrait:
    """Return the portrait of the answer to a line within the filters of a page.

    Raises:
        QuerySyntaxError: the line is not a query.
        Unsupported: the engine cannot honour a part of the query.
    """
    fields = tuple(kind for kind in kinds if kind != WORDS)
    answer = searcher.search(line, replace(page, limit=0, facets=fields, values=_MAX_NAMES))
    read = searcher.sample(answer.asked, MAX_READ_ARTICLES) if WORDS in kinds else ()
    return Portrait(
        searcher,
        f"{line} [{' · '.join(map(str, page.filters))}]" if page.filters else line,
        answer.parsed,
        answer.asked,
        answer.total.count,
        answer.relaxed,
        {field: {bucket.value: bucket.count for bucket in answer.facets[field]} for field in fields},
        Vocabulary(read),
    )


class Beside(NamedTuple):
    """What an answer is compared with: the number of its articles, and of those that have each thing; first rough ones.

    A rough number needs not be right, and is asked of many words; it is that of `rough_articles`.
    """

    articles: int
    having: Callable[[Sequence[str]], Sequence[int]]
    rough_articles: int
    rough: Callable[[Sequence[str]], Sequence[int]]


def marks(
    answer: Portrait, kind: str, beside: Beside, most: int | None, *others: Portrait
) -> tuple[Mark, ...]:
    """Return the `most` words or names of a kind that mark an answer, the surest first; None is all that are significant.

    The words of its query, and of those of the `others`, mark nothing; nor does a word that is part of a name, which
    stands among the names.  Words come from the articles that were read; the most promising are counted in all.
    """
    if kind != WORDS:
        names = _without_own(answer.names[kind], kind, (answer, *others))
        found = over_represented(names, answer.articles, beside.having, beside.articles, most=most)
        return tuple(Mark(name, name, *contrast) for name, contrast in found.items())
    vocabulary = answer.vocabulary
    words = _without_own(vocabulary.counts, kind, (answer, *others))
    candidates = None if most is None else _CANDIDATES * most
    rough = over_represented(
        words, len(vocabulary), beside.rough, beside.rough_articles, most=candidates, least=0.0
    )
    shown = {
        one: form for one, form in vocabulary.forms(rough.keys()).items() if not vocabulary.names(one, form)
    }
    counts = dict(zip(shown, answer.having(WORDS, list(shown)), strict=True))
    found = over_represented(counts, answer.articles, beside.having, beside.articles, most=most)
    return tuple(Mark(one, shown[one], *contrast) for one, contrast in found.items())


def _without_own(counts: Mapping[str, int], kind: str, portraits: Sequence[Portrait]) -> dict[str, int]:
    """Return the counts of what `_MIN_ARTICLES` have, without the words of some queries and the names of these words alone."""
    own = {stem(term) for one in portraits for term in _typed(one.parsed)}
    patterns = [fits for one in portraits for fits in _patterns(one.asked)]

    def is_own(term: str, its_stem: str) -> bool:
        return its_stem in own or any(fits(term) for fits in patterns)

    def is_typed(thing: str) -> bool:
        return (
            is_own(thing, thing) if kind == WORDS else all(is_own(term, stem(term)) for term in terms(thing))
        )

    return {thing: count for thing, count in counts.items() if count >= _MIN_ARTICLES and not is_typed(thing)}


def _typed(parsed: Tree) -> Iterator[str]:
    """Yield the folded words of a query."""
    for leaf in tree.leaves(parsed):
        match leaf:
            case tree.Word(text) | tree.Phrase(text) | tree.Form(text):
                yield from terms(text)
            case _:
                pass


def _patterns(asked: Query) -> Iterator[Callable[[str], object]]:
    """Yield a predicate for each pattern of a query: does a word fit?"""
    for leaf in leaves(asked):
        match leaf:
            case Glob(_, pattern):
                yield fitting(pattern).fullmatch
            case Fuzzy(_, word, edits):
                yield near(word, edits)
            case _:
                pass
