"""The renderers of the report of a build."""

from collections.abc import Iterable, Sequence

from corpus import Rejected
from index.building.report import Report
from search.messages import say
from search.render import TEXT, Renderers
from search.render.lines import Line, line

_MAX_REJECTED_FILES = 10
"""Rejected files that the end of a build shows; `manchette status` shows them all."""


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
    if done.damage:
        lines.append(line(say("page.made_anew", damage=done.damage)))
    if done.rejected:
        lines += [line(say("page.rejected")), *rejected_lines(done.rejected[:_MAX_REJECTED_FILES])]
    if len(done.rejected) > _MAX_REJECTED_FILES:
        lines.append(line(say("page.more_rejected", count=len(done.rejected) - _MAX_REJECTED_FILES)))
    return lines


def rejected_lines(rejected: Iterable[Rejected]) -> list[Line]:
    """Return a line for each file or record that could not be read."""
    return [line(f"  {_rejected(piece)}") for piece in rejected]


def _rejected(rejected: Rejected) -> str:
    if rejected.where is None:
        return say("page.rejected_file", path=rejected.path, reason=rejected.reason)
    return say("page.rejected_record", path=rejected.path, where=rejected.where, reason=rejected.reason)


def _json(done: Report, _: int) -> str:
    from search.render import json

    return json.report(done)


RENDERERS: Renderers = {TEXT: _text, "json": _json}
