"""The renderers of the report of a build."""

from collections.abc import Iterable, Sequence

from corpus import Rejected
from index.building.report import Report
from search.messages import say
from search.render import TEXT, Renderers
from search.render.lines import Line, line

_MAX_LINES = 10
"""Rejections, and losses, that the end of a build shows; `manchette status` shows them all."""


def _text(done: Report, _: int) -> Sequence[Line]:
    counts = [
        (done.added, say("page.added", count=done.added)),
        (done.changed, say("page.changed", count=done.changed)),
        (done.moved, say("page.moved", count=done.moved)),
        (done.removed, say("page.removed", count=done.removed)),
    ]
    changes = ", ".join(said for count, said in counts if count) or say("page.nothing_to_do")
    built = say("page.built", count=done.articles, engine=done.engine, seconds=done.seconds, changes=changes)
    lines = [line(say("page.built_with_undated", built=built, count=done.undated) if done.undated else built)]
    if done.left_out.lines:
        left_out = done.left_out
        lines.append(line(say("page.left_out", count=left_out.lines, articles=left_out.articles)))
    if done.damage:
        lines.append(line(say("page.mended", damage=done.damage)))
    for heading, pieces in (("page.rejected", done.rejected), ("page.losses", done.losses)):
        if pieces:
            lines += [line(say(heading)), *unread_lines(pieces[:_MAX_LINES])]
        if len(pieces) > _MAX_LINES:
            lines.append(line(say("page.more_rejected", count=len(pieces) - _MAX_LINES)))
    return lines


def unread_lines(pieces: Iterable[Rejected]) -> list[Line]:
    """Return a line for each file, record or run of bytes that could not be read."""
    return [line(f"  {_unread(piece)}") for piece in pieces]


def _unread(piece: Rejected) -> str:
    if piece.where is None:
        return say("page.rejected_file", path=piece.path, reason=piece.reason)
    return say("page.rejected_record", path=piece.path, where=piece.where, reason=piece.reason)


def _json(done: Report, _: int) -> str:
    from search.render import json

    return json.report(done)


RENDERERS: Renderers = {TEXT: _text, "json": _json}
