"""The renderers of the tags, with the number of articles of each."""

from collections.abc import Sequence

from search.messages import say
from search.notebook.tally import TagList
from search.render import SHELL, TEXT, Renderers
from search.render.counted import MARGIN_COLUMNS, counted
from search.render.lines import Line, Style, clip, line, wrap


def _text(listed: TagList, columns: int) -> Sequence[Line]:
    rows = [counted(count, clip(tag, columns - MARGIN_COLUMNS)) for tag, count in listed.tags]
    if listed.noted:
        rows += wrap(
            line(say("notebook.noted_articles", count=listed.noted), Style.QUIET), columns, "  ", "  "
        )
    return rows


def _shell(listed: TagList, columns: int) -> Sequence[Line]:
    return _text(listed, columns) or wrap(line(say("shell.none_tagged")), columns)


def _json(listed: TagList, _: int) -> str:
    from search.render import json

    tags = [{"value": tag, "count": count} for tag, count in listed.tags]
    return json.written({"version": json.FORMAT_VERSION, "tags": tags, "noted": listed.noted})


RENDERERS: Renderers = {TEXT: _text, SHELL: _shell, "json": _json}
