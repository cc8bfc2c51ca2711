"""What is measured: anything that indexes articles in a folder and then answers texts; here, our own engines."""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from corpus import Article
from corpus.entities import Model
from index import engines
from index.analysis.fold import fold
from index.analysis.french import lists, stop_words
from index.building.pipeline import Ready, Task, Wanted, results
from index.document import prepare
from index.fields import TEXT, TITLE
from index.vectors import reader
from index.vectors.renewal import Renewal
from search.language import tree
from search.planning.plan import Matching
from search.searcher import Page, Searcher

Answer = Callable[[str, int], Sequence[str]]
"""From a text that is taken as words, whatever signs it has, to the ids of so many articles at most, best first."""


@dataclass(frozen=True, slots=True)
class System:
    """A name for its row, one for its index, how it indexes articles in an empty folder, how it opens that folder."""

    name: str
    index: str
    build: Callable[[Iterable[Article], Path], None]
    open: Callable[[Path], Answer]


def ours(engine: str, matching: Matching = Matching.MOST, *, vectors: bool = True) -> System:
    """Return Manchette with an engine; what it matches by default is what a person is shown."""
    name = f"manchette {engine}" + ("" if matching is Matching.MOST else f" --{matching}")
    name += "" if vectors else " --no-vectors"
    return System(name, engine, partial(_build, engine), partial(_open, engine, matching, vectors=vectors))


def two_fields(engine: str) -> System:
    """Return the two lists of words of an engine and nothing more: no lead, no headline, no vectors, any of the words.

    The row `0.5·exact + light(fold)` of the reference, from which the ranking started and under which it must not fall.
    """
    name = f"two fields, {engine}"
    return System(
        name, name, partial(_build_two_fields, engine), partial(_open, engine, Matching.ANY, vectors=False)
    )


def words(text: str) -> list[str]:
    """Return the words of a text without the signs that would be operators of somebody's query language.

    >>> words("L'AFP (Paris) : 3.5 %, c'est-à-dire ?")
    ['L', 'AFP', 'Paris', '3.5', 'c', 'est', 'à', 'dire']
    """
    return re.findall(r"\w+(?:\.\w+)*", text)


def content_words(text: str) -> list[str]:
    """Return the words of a text without our stop words, for a peer that has none; all of them if nothing is left.

    >>> content_words("Que faire contre les spams ?"), content_words("Que ?")
    (['faire', 'contre', 'spams'], ['Que'])
    """
    found = words(text)
    return [word for word in found if len(word) > 1 and fold(word) not in stop_words()] or found


def text_of(article: Article) -> str:
    """Return all that is printed of an article as one text."""
    return f"{article.title}\n{article.text}"


def _build_two_fields(engine: str, articles: Iterable[Article], folder: Path) -> None:
    engines.create(engine, folder / "engine")
    writer = engines.open_writer(engine, folder / "engine")
    for article in articles:
        document, text = prepare(article), lists(text_of(article))
        plain = {TEXT.exact: text.exact, TEXT.stem: text.stem, TITLE.stem: ""}
        writer.add(document._replace(terms={**document.terms, **plain}))
    writer.commit()


def _build(engine: str, articles: Iterable[Article], folder: Path) -> None:
    """Index articles as a build does, with their names: a word that is one has no part in the closeness."""
    engines.create(engine, folder / "engine")
    writer, renewal = engines.open_writer(engine, folder / "engine"), Renewal(folder)
    for _, ready in results(map(Task, articles), Wanted(Model.MODERN, vectors=True), jobs=1):
        if isinstance(ready, Ready) and ready.document and ready.stems:
            writer.add(ready.document)
            renewal.take(ready.id, ready.stems)
    writer.commit()
    with closing(engines.open_engine(engine, folder / "engine")) as written:
        renewal.write(written, ())
    renewal.close()


def _open(engine: str, matching: Matching, folder: Path, *, vectors: bool) -> Answer:
    known = reader.open_vectors(folder) if vectors else None
    searcher = Searcher(engines.open_engine(engine, folder / "engine", known), today=lambda: date.min)

    def answer(text: str, limit: int) -> list[str]:
        typed = tree.Words(
            tuple(tree.Word(word) for word in text.split() if any(sign.isalnum() for sign in word))
        )
        return [hit.id for hit in searcher.ranking(typed, Page(limit, matching=matching))]

    return answer
