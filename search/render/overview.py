"""The renderers of the overview of an index."""

from collections.abc import Sequence

from search.messages import say
from search.overview import Overview
from search.render import TEXT, Renderers
from search.render.counted import counted
from search.render.lines import Line, cell_width, line
from search.render.unread import grouped_lines

_BYTES_IN_MB = 1e6

_COUNTED_NAMES = {
    "person": "page.count_of_persons",
    "org": "page.count_of_organisations",
    "place": "page.count_of_places",
}


def _text(overview: Overview, columns: int) -> Sequence[Line]:
    dates = (
        say("page.from_to", first=overview.first, last=overview.last)
        if overview.first
        else say("page.no_dates")
    )
    undated = f", {say('page.undated_articles', count=overview.undated)}" if overview.undated else ""
    names = [say(_COUNTED_NAMES[field], count=count) for field, count in overview.values.items()]
    rows = [
        (say("page.index"), str(overview.home)),
        *([(say("page.archive"), overview.address)] if overview.address else []),
        (say("page.articles_label"), say("page.number", number=overview.articles)),
        (say("page.roots"), ", ".join(overview.roots)),
        (say("page.dates_label"), dates + undated),
        (say("page.names"), ", ".join(names)),
        (say("page.model"), overview.entities),
        (say("page.engine"), overview.engine),
        (say("page.size"), say("page.megabytes", size=overview.size / _BYTES_IN_MB)),
        (say("page.sources"), say("page.number", number=len(overview.sources))),
    ]
    if overview.left_out.lines:
        of = overview.left_out
        left_out = say("page.lines_in_articles", count=of.lines, articles=of.articles)
        rows.insert(-1, (say("page.left_out_label"), left_out))
    unread = [(say("page.rejected_label"), overview.rejected)]
    if overview.losses:
        unread.append((say("page.losses_label"), overview.losses))
    widest = max(cell_width(label) for label, _ in (*rows, *unread)) + 2
    lines = [line(f"{label:<{widest}}{value}") for label, value in rows]
    lines += [counted(bucket.count, bucket.value) for bucket in overview.sources]
    for label, pieces in unread:
        count = say("page.number", number=len(pieces))
        lines += [line(f"{label:<{widest}}{count}"), *grouped_lines(pieces, columns)]
    return lines


RENDERERS: Renderers = {TEXT: _text}
