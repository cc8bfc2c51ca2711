"""The renderers of what is kept about some articles."""

from collections.abc import Sequence

from search.messages import say
from search.notebook.tally import KeptList
from search.render import TEXT, Renderers
from search.render.kept import kept_lines
from search.render.lines import EMPTY, Fragment, Line, Style, line, wrap


def _text(listed: KeptList, columns: int) -> Sequence[Line]:
    rows: list[Line] = []
    for article, kept in listed.articles:
        rows += [EMPTY] if rows else []
        rows += wrap(
            (Fragment(article.title, Style.TITLE), Fragment(f"  {article.id}", Style.QUIET)), columns
        )
        rows += kept_lines(kept, columns) or wrap(line(say("notebook.nothing_kept"), Style.QUIET), columns)
    return rows


def _json(listed: KeptList, _: int) -> str:
    from search.render import json

    return "".join(
        json.written(
            {"id": article.id, "title": article.title, "tags": list(kept.tags), "notes": list(kept.notes)}
        )
        for article, kept in listed.articles
    )


RENDERERS: Renderers = {TEXT: _text, "jsonl": _json}
