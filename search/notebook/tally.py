"""What a person keeps about articles, counted: the tags, the notes, and what an index has no article for any more."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from corpus import Article
from corpus.records import record
from index import layout
from index.document import whole
from index.opening import open_engine
from search.notebook import notes, searches
from search.planning.kept import Kept
from search.searcher import Searcher


@record
class TagList:
    """The tags with the number of their articles, the most frequent first, and the number of articles that have a note."""

    tags: tuple[tuple[str, int], ...]
    noted: int


@record
class Notebook:
    """What is wrong with the files of the notebook: the lines without effect, the articles that the index does not have."""

    searches: Path
    notes: Path
    unread_searches: tuple[str, ...]
    unread_notes: tuple[str, ...]
    gone: tuple[str, ...]


def tag_list(home: Path) -> TagList:
    """Return the tags of an index.

    Raises:
        IndexFailure: the file of the notes cannot be read.
    """
    kept = notes.read(home)
    counts = {tag: len(ids) for tag, ids in kept.tags.items()}
    ordered = sorted(counts.items(), key=lambda counted: (-counted[1], whole(counted[0])))
    return TagList(tuple(ordered), sum(bool(about.notes) for about in kept.kept.values()))


def notebook(home: Path) -> Notebook:
    """Return what is wrong with the notebook of an index.

    Raises:
        IndexFailure: a file of the notebook, or the index, cannot be read.
    """
    kept = notes.read(home)
    ids = _ids(home) if kept.kept else set()
    return Notebook(
        layout.searches(home),
        layout.notes(home),
        searches.read(home).unread,
        kept.unread,
        tuple(article_id for article_id in kept.kept if article_id not in ids),
    )


def _ids(home: Path) -> set[str]:
    with closing(open_engine(home)) as engine:
        return engine.ids()


@record
class KeptList:
    """What is kept about some articles."""

    articles: tuple[tuple[Article, Kept], ...]


def kept_list(searcher: Searcher, articles: Sequence[Article]) -> KeptList:
    """Return what is kept about some articles."""
    return KeptList(tuple((article, searcher.kept(article.id)) for article in articles))
