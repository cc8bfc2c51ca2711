"""The changes of the notebook: a search saved or dropped, an article tagged or noted, and the last of them undone.

Each reads a file, changes it and replaces it, alone: another process that would do so meanwhile waits for it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from corpus import Article
from corpus.errors import system_cause
from corpus.message import Message, message
from index import layout
from index.layout import edited, locking
from index.storage import manifest
from search.errors import SearchError
from search.language import Tree, parse
from search.notebook import notes, searches, seen
from search.notebook.notes import Block, is_tag, tags_of
from search.notebook.searches import SavedSearch, Searches
from search.searcher import Searcher, narrowed

_WAIT_SECONDS = 10
"""Seconds that a change waits for another one, which takes milliseconds."""

_MAX_CHANGES, _MAX_CHANGE_CHARACTERS = 3, 60
"""Lines that an undo shows, and characters of each: the beginning of an article has its headline."""

_FILES = (layout.searches, layout.notes, layout.aliases)
"""The files whose last change `undo` takes back."""


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Change the notebook within this block, while no other process does.

    Raises:
        IndexFailure: there is no index, whose folder the lock would make.
        SearchError: another process does not end, or the folder cannot be written.
    """
    manifest.read(home)
    with ExitStack() as alone:
        with writing(home):
            try:
                alone.enter_context(locking.held(layout.notebook_lock(home), _WAIT_SECONDS))
            except locking.Taken as error:
                raise SearchError("notebook.busy", seconds=_WAIT_SECONDS) from error
        yield


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """Report what the system says of a file of the notebook that is written within this block.

    Raises:
        SearchError: a file cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise SearchError("notebook.not_written", home=str(home), cause=system_cause(error)) from error


def save(searcher: Searcher, home: Path, name: str, line: str, filters: Sequence[Tree] = ()) -> Message:
    """Save a query with its filters under a name; what is new for it is what comes from now on.

    A search that has the name already gets the query, and keeps what it has seen.

    Raises:
        SearchError: a name or a query cannot be saved, or the file cannot be written.
        QuerySyntaxError: the line is not a query.
    """
    search = _search(name, line, filters)
    count = searcher.count(searcher.matching(search.query))
    with alone(home), writing(home):
        before, state = searches.read(home), seen.read(home)
        replaced = before.by_key.get(search.key)
        searches.save(home, before.saved(search))
        is_known = bool(replaced) and search.key in state.searches
        looking = () if is_known else (search.key,)
        seen.save(home, state.looked(looking, searcher.ids(), before.by_key.keys()))
    articles = message("page.articles", count=count)
    if replaced and replaced.query != search.query:
        return message(
            "notebook.replaced",
            name=search.name,
            query=search.query,
            before=replaced.query,
            articles=articles,
        )
    return message("notebook.saved", name=search.name, query=search.query, articles=articles)


def _search(name: str, line: str, filters: Sequence[Tree]) -> SavedSearch:
    """Return the search as the file has it: the query as typed, or as it is read where filters are added."""
    query = str(narrowed(parse(line), filters)) if filters else edited.one_line(line)
    parse(query)
    search = SavedSearch(edited.one_line(name), query)
    if searches.search_of(str(search)) != search:
        raise SearchError("notebook.no_name", name=name)
    return search


def find(known: Searches, name: str) -> SavedSearch:
    """Return the saved search that has a name, or the only one of which the name begins so; accents do not matter.

    Raises:
        SearchError: no search, or several, have the name.
    """
    wanted = SavedSearch(name, "").key
    by_key = known.by_key
    if wanted in by_key:
        return by_key[wanted]
    begun = [search for key, search in by_key.items() if key.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if not by_key:
        raise SearchError("notebook.nothing_saved", name=name)
    from difflib import get_close_matches  # 0.6 ms to import, for an error

    near = begun or [by_key[key] for key in get_close_matches(wanted, by_key, n=3)]
    if near:
        names = ", ".join(search.name for search in near)
        raise SearchError("notebook.no_search", name=name, mend=message("entity.did_you_mean", names=names))
    raise SearchError("notebook.no_search", name=name, mend=message("notebook.see_saved"))


def drop(home: Path, names: Sequence[str]) -> Message:
    """Forget saved searches.

    Raises:
        SearchError: a name is not known, or the file cannot be written.
    """
    with alone(home), writing(home):
        before = searches.read(home)
        dropped = [find(before, name) for name in names]
        after = before
        for search in dropped:
            after = after.dropped(search.key)
        searches.save(home, after)
    return message("notebook.dropped", names=", ".join(map(str, dropped)), count=len(dropped))


def tag(home: Path, articles: Sequence[Article], words: Sequence[str]) -> Message:
    """Give tags to articles, or take those away that stand behind a minus.

    Raises:
        SearchError: a word is no tag, or the file cannot be written.
    """
    added = [tag for word in words if not word.startswith("-") for tag in tags_of(word)]
    dropped = [tag for word in words if word.startswith("-") for tag in tags_of(word[1:])]
    for typed in (*added, *dropped):
        if not is_tag(typed):
            raise SearchError("notebook.no_tag", tag=typed)
    if not added and not dropped:
        raise SearchError("notebook.which_tag")

    def tagged(block: Block) -> Block:
        return block.tagged(added, dropped)

    with alone(home), writing(home):
        before = notes.read(home)
        after = before.edited(articles, tagged)
        changed = sum(before.of(one) != after.of(one) for one in {article.id for article in articles})
        if changed:
            notes.save(home, after)
    shown = ", ".join((*added, *(f"-{tag}" for tag in dropped)))
    if not changed:
        return message("notebook.tagged_already", tags=shown)
    counted = message("page.articles", count=changed)
    if not added:
        return message("notebook.untagged", tags=", ".join(dropped), articles=counted)
    return message("notebook.tagged", tags=shown, articles=counted)


def note(home: Path, articles: Sequence[Article], text: str) -> Message:
    """Add a line to the notes of articles.

    Raises:
        SearchError: the text has nothing to show, or the file cannot be written.
    """
    written = edited.one_line(text)
    if not written:
        raise SearchError("notebook.empty_note")

    def noted(block: Block) -> Block:
        return block.noted(written)

    with alone(home), writing(home):
        notes.save(home, notes.read(home).edited(articles, noted))
    count = len({article.id for article in articles})
    return message(
        "notebook.noted", articles=message("page.articles", count=count), file=layout.notes(home).name
    )


def undo(home: Path) -> Message:
    """Take back the last change of the notebook or of the names, which may be an undo itself, and return what to say of it.

    Raises:
        SearchError: there is no change to take back, or the file cannot be written.
    """
    with alone(home), writing(home):
        changed = [file for file in (path(home) for path in _FILES) if edited.before_of(file).exists()]
        if not changed:
            raise SearchError("notebook.nothing_to_undo")
        last = max(changed, key=lambda file: edited.before_of(file).stat().st_mtime_ns)
        before = _lines(last)
        edited.undo(last)
        after = _lines(last)
    return message("notebook.undone", file=last.name, changes=_changes(before, after))


def _lines(file: Path) -> list[str]:
    return edited.lines(file.read_bytes().decode(errors="replace")) if file.exists() else []


def _changes(before: Sequence[str], after: Sequence[str]) -> str:
    """Return the first lines that went and that came, for a person who does not remember the last change.

    >>> _changes(["## a", "tags: vu", "Vérifier."], ["## a", "tags: vu, lu"])
    '- tags: vu · - Vérifier. · + tags: vu, lu'
    """
    went, came = Counter(before) - Counter(after), Counter(after) - Counter(before)
    changes = [
        f"{sign} {_cut(line)}" for sign, lines in (("-", went), ("+", came)) for line in lines if line.strip()
    ]
    more = ["…"] if len(changes) > _MAX_CHANGES else []
    return " · ".join([*changes[:_MAX_CHANGES], *more])


def _cut(line: str) -> str:
    return line if len(line) <= _MAX_CHANGE_CHARACTERS else f"{line[: _MAX_CHANGE_CHARACTERS - 1].rstrip()}…"


def known_articles(searcher: Searcher, ids: Sequence[str]) -> tuple[Article, ...]:
    """Return the articles that have these ids, in their order.

    Raises:
        SearchError: there is no id, or an id is none of the index.
    """
    if not ids:  # an edit of nothing would be the one that undo takes back
        raise SearchError("notebook.no_id")
    found = {article.id: article for article in searcher.articles(set(ids))}
    for article_id in ids:
        if article_id not in found:
            raise SearchError("command.no_article", id=article_id)
    return tuple(found[article_id] for article_id in ids)
