"""Counts the words of unlabelled press: how often they bear a capital, and which words stand around them.

Only these figures leave the articles: two counts and three cluster numbers a word.
"""

import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.entities.tokenize import NEWLINE, normal, tokens

_SEED = 0
_MAX_WORDS = 60_000
"""Words that get a cluster, the most frequent ones."""
_MIN_WORD_COUNT = 5
"""Occurrences that a word must have for a cluster."""
_MAX_CONTEXT_WORDS = 4_000
"""Words that distinguish clusters, where they stand one or two words before or behind."""
_DIMENSIONS = 100
_CLUSTERS = (64, 256, 1000)
_CONTEXT_EXPONENT = 0.75
"""Exponent on the counts of context words, which keeps rare ones from weighing too much (Levy et al., 2015)."""
_ENDS = frozenset('.!?:;«»"“”()–—-•…\n')

Ids = NDArray[np.int32]


def orange(shared: Path, without: frozenset[str]) -> Iterator[str]:
    """Yield the Orange articles, but those that a test set holds."""
    with lzma.open(shared / "corpora" / "orange.jsonl.xz", "rt", encoding="utf-8") as records:
        for line in records:
            record = json.loads(line)
            if record["id"] not in without:
                yield f"{record['title'] or ''}\n{record['heading'] or ''}\n{record['text']}"


class Statistics:
    """Counts of forms: in lower case, and with a capital inside a sentence; and every word, by number."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.forms: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        numbers: dict[str, int] = {}
        parts = [np.full(2, -1, np.int32)]
        for text in texts:
            words = [normal(token) for token in tokens(text)]
            self.forms.update(words)
            before = NEWLINE
            for word in words:
                if word[0].islower():
                    self.lower[word] += 1
                elif word[0].isalpha() and before not in _ENDS:
                    self.capital[word] += 1
                before = word
            parts.append(
                np.array([numbers.setdefault(word, len(numbers)) for word in words] + [-1, -1], np.int32)
            )
        self._words = list(numbers)
        self._ids: Ids = np.concatenate(parts)

    def counts(self) -> dict[str, tuple[int, int]]:
        """Return both counts of the forms that were seen three times or more."""
        pairs = {form: (self.lower[form], self.capital[form]) for form in {*self.lower, *self.capital}}
        return {form: pair for form, pair in pairs.items() if sum(pair) >= 3}

    def clusters(self) -> dict[str, tuple[int, ...]]:
        """Return the clusters of the frequent forms: k-means of their contexts, reduced to a few dimensions."""
        from sklearn.cluster import MiniBatchKMeans

        frequent = sorted((-count, form) for form, count in self.forms.items() if count >= _MIN_WORD_COUNT)[
            :_MAX_WORDS
        ]
        words = [form for _, form in frequent]
        vectors = self._vectors(words)
        labels = [
            MiniBatchKMeans(size, random_state=_SEED, batch_size=4096, n_init=2, max_iter=40).fit_predict(
                vectors
            )
            for size in _CLUSTERS
        ]
        return {word: tuple(int(label[number]) for label in labels) for number, word in enumerate(words)}

    def _vectors(self, words: list[str]) -> NDArray[np.float32]:
        """Return a vector for each word: positive pointwise mutual information with its contexts, reduced."""
        from scipy import sparse
        from sklearn.utils.extmath import randomized_svd

        numbers = {word: number for number, word in enumerate(words)}
        ids = np.array([numbers.get(word, -1) for word in self._words] + [-1], np.int32)[self._ids]
        blocks = []
        for offset in (-2, -1, 1, 2):
            context = np.roll(ids, -offset)
            seen = (ids >= 0) & (context >= 0) & (context < _MAX_CONTEXT_WORDS)
            cells = (np.ones(int(seen.sum()), np.float32), (ids[seen], context[seen]))
            blocks.append(sparse.coo_matrix(cells, shape=(len(words), _MAX_CONTEXT_WORDS)).tocsr())
        counts = sparse.hstack(blocks).tocsr()
        rows = np.asarray(counts.sum(1)).ravel()
        columns = np.asarray(counts.sum(0)).ravel() ** _CONTEXT_EXPONENT
        columns /= columns.sum()
        cells = counts.tocoo()
        with np.errstate(divide="ignore"):
            information = np.log(cells.data / (rows[cells.row] * columns[cells.col]))
        kept = information > 0
        positive = sparse.csr_matrix(
            (information[kept].astype(np.float32), (cells.row[kept], cells.col[kept])), shape=counts.shape
        )
        left, strength, _ = randomized_svd(positive, _DIMENSIONS, n_iter=3, random_state=_SEED)
        vectors = left * np.sqrt(strength)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
        reduced: NDArray[np.float32] = (vectors / lengths).astype(np.float32)
        return reduced
