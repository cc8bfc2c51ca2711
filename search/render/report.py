"""The renderers of the report of a build."""

from collections.abc import Sequence

from index.building.report import Report
from search.messages import say
from search.render import TEXT, Renderers
from search.render.format_list import format_line
from search.render.lines import Line, line
from search.render.unread import grouped_lines


def _text(done: Report, columns: int) -> Sequence[Line]:
    counts = [
        (done.added, say("page.added", count=done.added)),
        (done.changed, say("page.changed", count=done.changed)),
        (done.moved, say("page.moved", count=done.moved)),
        (done.removed, say("page.removed", count=done.removed)),
    ]
    changes = ", ".join(said for count, said in counts if count) or say("page.nothing_to_do")
    built = say("page.built", count=done.articles, engine=done.engine, seconds=done.seconds, changes=changes)
    lines = [line(say("page.built_with_undated", built=built, count=done.undated) if done.undated else built)]
    if done.address and (done.added or done.changed or done.moved or done.removed):
        lines.append(line(say("page.read_elsewhere", address=done.address)))
    if done.taken_up:
        lines.append(line(say("page.taken_up", count=done.taken_up)))
    if done.left_out.lines:
        left_out = done.left_out
        lines.append(line(say("page.left_out", count=left_out.lines, articles=left_out.articles)))
    if done.damage:
        lines.append(line(say("page.mended", damage=done.damage)))
    if len(done.formats) > 1:
        lines += [
            line(say("page.read")),
            *(format_line(read.format, read.files, read.articles) for read in done.formats),
        ]
    known = {*map(str, done.noted_before)}
    for heading, pieces in (("page.rejected", done.rejected), ("page.losses", done.losses)):
        if news := [piece for piece in pieces if str(piece) not in known]:
            lines += [line(say(heading)), *grouped_lines(news, columns)]
    if done.noted_before:
        lines.append(line(say("page.noted_before", count=len(done.noted_before))))
    if not (done.articles or done.removed or done.rejected):
        lines.append(line(say("page.no_file")))
    return lines


def _json(done: Report, _: int) -> str:
    from search.render import json_of_files

    return json_of_files.report(done)


RENDERERS: Renderers = {TEXT: _text, "json": _json}
