"""The renderers of the saved searches."""

from collections.abc import Sequence

from search.messages import say, sentence
from search.notebook.news import SavedList, SavedRow
from search.render import SHELL, TEXT, Renderers
from search.render.lines import Fragment, Line, Style, cell_width, clip, labelled, line, line_width, wrap

_CELL_GAP = "  "
_MIN_QUERY_COLUMNS = 20


def _text(listed: SavedList, columns: int) -> Sequence[Line]:
    """Return each search: its articles, those that are new, its name, its query; then the lines that are no searches.

    A query that has less than half of the line stands below its name.
    """
    counts = ["" if row.refusal else say("page.articles", count=row.articles) for row in listed.rows]
    news = [say("notebook.new", count=row.new) if row.new else "" for row in listed.rows]
    count_columns, new_columns = (max(map(cell_width, cells), default=0) for cells in (counts, news))
    left = max(_MIN_QUERY_COLUMNS, columns - count_columns - new_columns - 3 * len(_CELL_GAP))
    name_columns = min(left, max((cell_width(row.search.name) for row in listed.rows), default=0))
    rows: list[Line] = []
    for row, count, new in zip(listed.rows, counts, news, strict=True):
        head = (
            Fragment(f"{count:>{count_columns}}{_CELL_GAP}"),
            Fragment(f"{new:<{new_columns}}{_CELL_GAP if new_columns else ''}", Style.MATCH),
        )
        name = clip(row.search.name, name_columns)
        padded = f"{name}{' ' * (name_columns - cell_width(name))}{_CELL_GAP}"
        below = " " * line_width(head)
        named = (*head, Fragment(padded, Style.TITLE))
        rows += labelled(named, _query(row), columns, below)
    for unread in listed.unread:
        said = say("notebook.not_a_search", file=listed.file.name, line=unread.strip())
        rows += wrap(line(said, Style.ERROR), columns)
    return rows


def _query(row: SavedRow) -> Line:
    query = Fragment(row.search.query, Style.QUIET)
    return (query, Fragment(f"{_CELL_GAP}{sentence(row.refusal)}", Style.ERROR)) if row.refusal else (query,)


def _shell(listed: SavedList, columns: int) -> Sequence[Line]:
    return _text(listed, columns) or wrap(line(say("shell.none_saved")), columns)


def _json(listed: SavedList, _: int) -> str:
    from search.render import json

    rows = [
        {
            "name": row.search.name,
            "query": row.search.query,
            "count": None if row.refusal else row.articles,
            "new": None if row.refusal else row.new,
        }
        for row in listed.rows
    ]
    return json.written({"version": json.FORMAT_VERSION, "searches": rows})


RENDERERS: Renderers = {TEXT: _text, SHELL: _shell, "json": _json}
