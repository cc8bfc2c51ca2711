"""What the saved searches find: the list of them, with what each finds now, and the articles that are new for each."""

from collections.abc import Sequence
from pathlib import Path

from corpus import Article
from corpus.message import Message
from corpus.records import record
from index import layout
from index.errors import Unsupported
from index.query import Among, And
from search.errors import SearchError
from search.notebook import searches, seen
from search.notebook.edits import alone, find, writing
from search.notebook.searches import SavedSearch
from search.notebook.seen import Seen
from search.searcher import Searcher


@record
class SavedRow:
    """A saved search with the number of its articles, and of those that are new; `refusal` says why it cannot be answered."""

    search: SavedSearch
    articles: int = 0
    new: int = 0
    refusal: Message | None = None


@record
class SavedList:
    """The saved searches, and the lines of their file that are none."""

    file: Path
    rows: tuple[SavedRow, ...]
    unread: tuple[str, ...] = ()


@record
class SearchNews:
    """The articles that are new for a saved search, the newest first."""

    search: SavedSearch
    articles: tuple[Article, ...]


@record
class News:
    """What is new for each search that has something new, and the searches that cannot be answered.

    `before` is what the searches had seen, and `after` what they have seen once the news were shown.
    """

    found: tuple[SearchNews, ...]
    refused: tuple[SavedRow, ...]
    before: Seen
    after: Seen


def saved_list(searcher: Searcher, home: Path) -> SavedList:
    """Return the saved searches, each with the number of its articles.

    Raises:
        IndexFailure: a file of the notebook cannot be read.
    """
    known, state = searches.read(home), seen.read(home)
    ids = searcher.ids() if state.searches else set()
    rows = tuple(_row(searcher, search, state.new(search.key, ids)) for search in known.by_key.values())
    return SavedList(layout.searches(home), rows, known.unread)


def _row(searcher: Searcher, search: SavedSearch, new: frozenset[str]) -> SavedRow:
    try:
        query = searcher.matching(search.query)
        count = searcher.count(query)
        return SavedRow(search, count, searcher.count(And((query, Among(new)))) if new and count else 0)
    except (SearchError, Unsupported) as error:
        return SavedRow(search, refusal=error.message)


def news(searcher: Searcher, home: Path, names: Sequence[str] = ()) -> News:
    """Return what is new for the searches that have some names, or for all of them, since each was last looked at.

    Nothing is new for a search that has not looked yet: an editor wrote it.

    Raises:
        SearchError: no search has a name.
        IndexFailure: a file of the notebook cannot be read.
    """
    known, state = searches.read(home), seen.read(home)
    wanted = tuple(find(known, name) for name in names) or tuple(known.by_key.values())
    ids = searcher.ids()
    found: list[SearchNews] = []
    refused: list[SavedRow] = []
    for search in wanted:
        try:
            query, new = searcher.matching(search.query), state.new(search.key, ids)
            articles = searcher.found(query, new) if new else ()
        except (SearchError, Unsupported) as error:
            refused.append(SavedRow(search, refusal=error.message))
            continue
        found += [SearchNews(search, articles)] if articles else []
    not_seen = {row.search.key for row in refused}
    looking = [search.key for search in wanted if search.key not in not_seen]
    after = state.looked(looking, ids, known.by_key.keys())
    return News(tuple(found), tuple(refused), state, after)


def note_shown(home: Path, shown: News) -> None:
    """Note that news were shown; they stay new if another process noted something meanwhile.

    Raises:
        IndexFailure, SearchError: as `search.notebook.edits.alone`, or the state cannot be read.
    """
    with alone(home), writing(home):
        if seen.read(home) == shown.before:
            seen.save(home, shown.after)
