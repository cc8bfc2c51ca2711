"""Makes test sets from the articles of newspapers: `python -m tests.relevance.making CORPUS.jsonl.xz... FOLDER`.

A corpus is JSON Lines, packed by xz or not: id, title and text of an article.  Nobody judged these sets: the headline says
what its article is about.  They show whether a choice carries over; the same corpus makes the same sets each time.
"""

import argparse
import json
import lzma
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from corpus.entities.names import PARTICLES
from corpus.typography import APOSTROPHES
from index.analysis.fold import fold
from index.analysis.french import stop_words
from tests.relevance.testset import SEED

_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:»\"])\s+|\n+|[«\"]")
_NAME_SHAPE = re.compile(r"N(?:(?: p)* N)+")
_DETERMINERS = frozenset("le la les l un une des du au aux ce cette ces son sa ses".split())
_PARTICLES = PARTICLES - {"et"}  # it mostly joins two names
_MIN_HEADLINE_WORDS, _REPEATED_SIGNS, _MAX_QUERIES = 4, 600, 1500
_NAME_ARTICLES, _WORD_ARTICLES, _MAX_PAIR_ARTICLES = range(2, 31), range(2, 51), 30
"""How many headlines have a name that is asked, of words or of a word; how many at most have both words of a pair."""
Queries = dict[str, set[str]]
"""What is typed, and the ids of the articles that are right."""


@dataclass(frozen=True, slots=True)
class Newspaper:
    """Headlines and texts by id, the ids of the headlines that have a term, the terms that are proper names and nouns."""

    titles: Mapping[str, str]
    texts: Mapping[str, str]
    holders: Mapping[str, set[str]]
    proper: frozenset[str]
    nouns: frozenset[str]

    def having(self, words: str) -> set[str]:
        """Return the ids of the articles whose headline has these words, one behind the other."""
        holders = sorted((self.holders[word] for word in key(words).split()), key=len)
        return {each for each in set.intersection(*holders) if key(words) in key(self.titles[each])}


def term(word: str) -> str:
    """Return a word as it is compared, in one piece: `etatsunis`."""
    return fold(re.sub(r"[-.&]", "", word))


def key(text: str) -> str:
    """Return the terms of a text between blanks: one key stands in another where the same whole words follow each other.

    >>> key("États-Unis"), key("Élysée") in key("À l’Élysée"), key("lys") in key("Élysée")
    (' etatsunis ', True, False)
    """
    return f" {' '.join(map(term, _WORD.findall(text)))} "


def vocabulary(texts: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return proper names, with a capital in nine of ten places inside of sentences; nouns, a third after a determiner.

    >>> vocabulary(["Hier, à Lyon, le maire parle. Le maire de Lyon a vu un maire et les maires ; ce maire dort."])
    (frozenset({'lyon'}), frozenset({'maire'}))
    """
    capitals, determined, places = Counter[str](), Counter[str](), Counter[str]()
    for sentence in (sentence for text in texts for sentence in _SENTENCE_END.split(text)):
        for before, word in pairwise(_WORD.findall(sentence)):
            folded = term(word)
            places[folded] += 1
            capitals[folded] += len(word) > 1 and word[0].isupper()
            determined[folded] += before.lower() in _DETERMINERS
    proper = {word for word, count in capitals.items() if count >= 2 and count >= 0.9 * places[word]}
    nouns = {word for word, count in determined.items() if places[word] >= 4 and count >= places[word] / 3}
    return frozenset(proper - stop_words()), frozenset(nouns - stop_words())


def names(headline: str, proper: frozenset[str]) -> list[str]:
    """Return the names of two words or more, as the headline writes them; particles stand inside of a name.

    >>> names("Anne de Lyon et Jean Roux, Paul Roux", frozenset({"anne", "lyon", "jean", "roux"}))
    ['Anne de Lyon', 'Jean Roux']
    """
    words, shape, end = list(_WORD.finditer(headline)), "", 0
    for match in words:  # two signs for each word: what is before it, what it is
        word = match[0]
        shape += " " if headline[end : match.start()] in {" ", *APOSTROPHES} else "|"
        other = "p" if word.lower() in _PARTICLES else "x"
        shape += "N" if word[0].isupper() and term(word) in proper else other
        end = match.end()
    runs = [(words[run.start() // 2], words[run.end() // 2 - 1]) for run in _NAME_SHAPE.finditer(shape)]
    return [headline[first.start() : last.end()] for first, last in runs]


def headline_queries(paper: Newspaper) -> Queries:
    """Return the headlines that the first signs of the text do not repeat."""
    return {
        title: paper.having(title)
        for title, text in zip(paper.titles.values(), paper.texts.values(), strict=True)
        if key(title).count(" ") > _MIN_HEADLINE_WORDS and key(title) not in key(text[:_REPEATED_SIGNS])
    }


def name_queries(paper: Newspaper) -> Queries:
    """Return the names of two words or more, each in one of its spellings."""
    spelled = {key(name): name for title in paper.titles.values() for name in names(title, paper.proper)}
    return {name: found for name in spelled.values() if len(found := paper.having(name)) in _NAME_ARTICLES}


def single_name_queries(paper: Newspaper) -> Queries:
    """Return surnames, places, acronyms: names of one word that are mostly not the start of a longer name."""
    longer = [key(name).split() for title in paper.titles.values() for name in names(title, paper.proper)]
    starts = Counter(word for name in longer for word in name[:-1])
    words = [word for title in paper.titles.values() for word in _WORD.findall(title) if word[0].isupper()]
    spelled = {term(word): word for word in words if term(word) in paper.proper}
    right = {word: found for word in spelled.values() if len(found := paper.having(word)) in _WORD_ARTICLES}
    return {word: found for word, found in right.items() if starts[term(word)] <= len(found) / 2}


def pair_queries(paper: Newspaper) -> Queries:
    """Return two nouns or names of each headline, drawn among its pairs."""
    drawn = random.Random(SEED)
    every = [pairs for title in paper.titles.values() if (pairs := list(_pairs(title, paper)))]
    asked = sorted({drawn.choice(pairs) for pairs in every})
    right = {" ".join(pair): paper.holders[term(pair[0])] & paper.holders[term(pair[1])] for pair in asked}
    return {pair: found for pair, found in right.items() if len(found) <= _MAX_PAIR_ARTICLES}


def _pairs(title: str, paper: Newspaper) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a headline, but for two words of one name, or with the same first five letters."""
    named = [key(name).split() for name in names(title, paper.proper)]
    rare = max(8, len(paper.titles) // 15)  # headlines
    words = [word for word in dict.fromkeys(_WORD.findall(title)) if len(paper.holders[term(word)]) <= rare]
    asked = [word for word in words if term(word) in (paper.nouns if word.islower() else paper.proper)]
    for pair in combinations(asked, 2):
        first, second = map(term, pair)
        if first[:5] != second[:5] and not any(first in name and second in name for name in named):
            yield pair


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of test set: its name, what is asked of it and what is indexed, in words, and the rule that makes it."""

    name: str
    task: str
    index: str
    make: Callable[[Newspaper], Queries]
    metric: str = "nDCG@10, R@100, MRR@10"


_BOTH = "title and text (NOT heading); only the articles of ids.txt.xz"
_BODY = "text (NOT title, NOT heading); only the articles of ids.txt.xz"
_NAME = "a name of two words or more: the articles whose headline has it"
_PAIR = "two nouns or names: the articles whose headline has both"
KINDS = (
    Kind("title", "a headline: its article", _BODY, headline_queries, "MRR@10, R@100"),
    Kind("name", _NAME, _BOTH, name_queries),
    Kind("name_body", _NAME, _BODY, name_queries),
    Kind("name1", "a name of one word: the articles whose headline has it", _BOTH, single_name_queries),
    Kind("two", _PAIR, _BOTH, pair_queries),
    Kind("two_body", _PAIR, _BODY, pair_queries),
)


def read(lines: Iterable[str]) -> Newspaper:
    """Return the newspaper of the lines of a corpus, each text once."""
    records = {record["text"]: record for record in map(json.loads, lines)}
    titles = {record["id"]: record["title"] for record in records.values()}
    texts = {record["id"]: text for text, record in records.items()}
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for article, title in titles.items():
        for word in key(title).split():
            holders[word].add(article)
    return Newspaper(titles, texts, holders, *vocabulary(records))


def write(kind: Kind, paper: Newspaper, corpus: str, folder: Path) -> int:
    """Write a set into a folder, and return how many queries it has: of too many a sample, without any no folder."""
    right = kind.make(paper)
    typed = random.Random(SEED).sample(sorted(right), min(len(right), _MAX_QUERIES))
    if typed:
        folder.mkdir(parents=True, exist_ok=True)
        meta = {"corpus": corpus, "index": kind.index, "task": kind.task, "metric": kind.metric}
        queries = [f"{number}\t{' '.join(text.split())}\n" for number, text in enumerate(typed)]
        judged = [f"{n} 0 {article} 1\n" for n, text in enumerate(typed) for article in sorted(right[text])]
        (folder / "meta.json").write_text(json.dumps(meta, indent=1), "utf-8")
        (folder / "queries.tsv").write_text("".join(queries), "utf-8")
        (folder / "qrels.txt").write_text("".join(judged), "utf-8")
        (folder / "ids.txt.xz").write_bytes(lzma.compress("\n".join(paper.titles).encode()))
    return len(typed)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the sets of every kind from every corpus, beside a copy of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS", help="articles as JSON Lines")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to write the sets")
    options = parser.parse_args(arguments)
    (options.folder / "corpora").mkdir(parents=True, exist_ok=True)
    for corpus in options.corpora:
        name, content = corpus.name.partition(".")[0], corpus.read_bytes()
        packed = options.folder / "corpora" / f"{name}.jsonl.xz"
        packed.write_bytes(content if corpus.suffix == ".xz" else lzma.compress(content))
        with lzma.open(packed, "rt", encoding="utf-8") as lines:
            paper = read(lines)
        for kind in KINDS:
            folder = options.folder / "testsets" / "retrieval" / f"{name}_{kind.name}"
            sys.stdout.write(f"{folder.name}: {write(kind, paper, packed.name, folder)} queries\n")


if __name__ == "__main__":
    main()
