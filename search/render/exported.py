"""The renderers of what an export wrote."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.message import Message
from search.messages import say, sentence
from search.render import TEXT, Renderers
from search.render.lines import Line, line, wrap


class Exported(NamedTuple):
    """A file or folder that was written: its format, its articles, the query with its filters ("" for marked articles).

    `remarks` say what the format could not keep.
    """

    path: str
    format: str
    articles: int
    query: str
    remarks: tuple[Message, ...] = ()


def _text(exported: Exported, columns: int) -> Sequence[Line]:
    code = "export.answer_written" if exported.query else "export.marks_written"
    written = say(
        code,
        count=exported.articles,
        query=exported.query,
        path=exported.path,
        format=exported.format,
    )
    return [row for text in (written, *map(sentence, exported.remarks)) for row in wrap(line(text), columns)]


RENDERERS: Renderers = {TEXT: _text}
