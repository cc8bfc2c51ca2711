"""The articles over time, as a drawing (SVG) that is as wide as the page, and as a table.

A bar is the share that the articles of an answer are of all that the index has of the period; it is their number where the
index has few articles, or where a person chose the articles.  A period in which the index has no article is hatched: nothing was printed, or nothing kept.
"""

from collections.abc import Mapping, Sequence

from corpus.records import record
from search.counts.periods import UNDATED, Step, every, name, number
from search.counts.timeline import grouped, shortened, timeline
from search.messages import say
from search.render.exports.review.days import period
from search.render.exports.review.markup import LINE_END, NOTHING, Markup, element, joined, text
from search.render.period import step_name

_MAX_DAYS = 62
"""Days that are drawn one by one: two months; longer times are drawn by month."""
_MAX_PERIODS = 120
"""Months, or years, that are drawn: bars of 3 pixels on a telephone."""
_MIN_YEARS = 3
"""Years that begin among the months, from which on the years are named and the months are not."""
_MAX_LABELS = 6
"""Periods that are named below the bars: 60 pixels for each on a telephone."""

_MIN_PRINTED = 20
"""Articles that the index has of a period, on average, from which on shares are drawn: of fewer, one article is a leap of 5 %."""

_HEIGHT, _LABELS_HEIGHT, _HIGHEST = 150, 24, 118
"""Pixels of the drawing, of the names of periods below it, of the highest bar."""
_BASE = _HEIGHT - _LABELS_HEIGHT
_MIN_BAR_PIXELS = 1.5
_LAST_PERCENT = 85
"""Where a name would run out of the drawing, on a telephone: it takes 50 of its 350 pixels."""
_BAR_SHARE = 0.8
"""The part of its period that a bar is wide."""

_SHARED = {
    Step.DAY: "review.shares_by_day",
    Step.MONTH: "review.shares_by_month",
    Step.YEAR: "review.shares_by_year",
    Step.DECADE: "review.shares_by_decade",
}


@record
class _Bar:
    """A period: its ISO name, its articles, those of the index (None if they are not known), and whether a share is drawn."""

    name: str
    count: int
    printed: int | None
    is_share: bool

    @property
    def is_gap(self) -> bool:
        return self.printed == 0 and not self.count

    @property
    def height(self) -> float:
        """The share of what was printed, in per cent, or the number of articles."""
        return 100 * self.count / max(self.printed or 0, self.count, 1) if self.is_share else self.count

    @property
    def value(self) -> str:
        return _share(self.height) if self.is_share else say("page.number", number=self.count)

    @property
    def caption(self) -> str:
        """The sentence that a reader sees who points at the bar."""
        name, articles = period(self.name), say("page.articles", count=self.count)
        if self.is_gap:
            return say("review.gap", period=name)
        if self.printed is None or not self.is_share:
            return say("review.bar", period=name, articles=articles)
        return say(
            "review.bar_of_printed", period=name, articles=articles, printed=self.printed, share=self.value
        )


def section(days: Mapping[str, int], printed: Mapping[str, int]) -> Markup:
    """Return the section of the timeline; nothing where the articles are of one period alone.

    `days` are the articles by the ISO name of their dates, `printed` those of the index, none if they are
    not known.
    """
    step, bars = _bars(days, printed)
    if len(bars) <= 1:
        return NOTHING
    highest = max(bars, key=lambda bar: bar.height)
    scale = say(_SHARED[step]) if bars[0].is_share else say("review.counts_by", step=step_name(step))
    caption = say("review.highest", scale=scale, value=highest.value, period=period(highest.name))
    left_out = sum(days.values()) - sum(bar.count for bar in bars)
    notes = [say("review.gaps")] if any(bar.is_gap for bar in bars) else []
    notes += [say("review.not_in_time", count=left_out)] if left_out else []
    return element(
        "section",
        element("h2", text(say("review.over_time")), id="time-title"),
        element(
            "figure",
            element("figcaption", text(" ".join([f"{caption}.", *notes])), id="time-caption"),
            _drawing(bars, highest.height),
        ),
        _table(bars),
        id="time",
        aria_labelledby="time-title",
    )


def _bars(days: Mapping[str, int], printed: Mapping[str, int]) -> tuple[Step, list[_Bar]]:
    """Return the bars of every period from the first to the last, days if they are few, and their length."""
    dated = {day: count for day, count in days.items() if day != UNDATED}
    exact = every(dated, Step.DAY)
    step, counts = Step.MONTH, timeline(dated, _MAX_PERIODS)
    if 0 < len(exact) <= _MAX_DAYS:
        step, counts = Step.DAY, {name(day, Step.DAY): 0 for day in exact} | dated
    elif counts and not every(counts, Step.MONTH):
        step = Step.DECADE if any(iso.endswith("s") for iso in counts) else Step.YEAR
    of_index = grouped(printed, step)
    known = [of_index[iso] for iso in counts if iso in of_index]
    is_share = sum(known) >= _MIN_PRINTED * max(len(known), 1)
    return step, [
        _Bar(iso, count, of_index.get(iso, 0) if printed else None, is_share)
        for iso, count in counts.items()
        if number(iso, step) is not None
    ]


def _drawing(bars: Sequence[_Bar], highest: float) -> Markup:
    """Return the bars: their places are per cent of the width, so that letters keep their size on every screen."""
    width = 100 / len(bars)
    shapes = [
        element(
            "g",
            element("title", text(bar.caption)),
            element("rect", x=_percent(row * width), y=0, width=_percent(width), height=_BASE,
                    class_="gap" if bar.is_gap else "period"),
            _bar(bar, row * width, width, highest),
        )
        for row, bar in enumerate(bars)
    ]  # fmt: skip
    return element(
        "svg",
        _HATCHES,
        joined(shapes, LINE_END),
        LINE_END,
        element("line", x1=0, x2="100%", y1=_BASE, y2=_BASE, class_="base"),
        *_labels(bars, width),
        role="img",
        aria_labelledby="time-title time-caption",
        width="100%",
        height=_HEIGHT,
    )


_HATCHES = Markup(
    '<defs><pattern id="hatches" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line x1="0" x2="0" y1="0" y2="5" class="hatch"/></pattern></defs>'
)


def _bar(bar: _Bar, left: float, width: float, highest: float) -> Markup:
    if not bar.count:
        return NOTHING
    height = max(_MIN_BAR_PIXELS, _HIGHEST * bar.height / highest)
    return element(
        "rect",
        x=_percent(left + width * (1 - _BAR_SHARE) / 2),
        y=f"{_BASE - height:.1f}",
        width=_percent(width * _BAR_SHARE),
        height=f"{height:.1f}",
        class_="bar",
    )


def _labels(bars: Sequence[_Bar], width: float) -> list[Markup]:
    """Return the names of some periods at equal distances; those of years, at their starts, where bars are months of many."""
    are_days = bool(every((bar.name for bar in bars), Step.DAY))
    starts = [row for row, bar in enumerate(bars) if bar.name.endswith("-01") and not are_days]
    if len(starts) < _MIN_YEARS:
        named = range(0, len(bars), -(-len(bars) // _MAX_LABELS))
        return [_label(_short(bars[row].name), row * width) for row in named]
    named_starts = starts[:: -(-len(starts) // _MAX_LABELS)]
    return [_label(shortened(bars[row].name, Step.YEAR), row * width) for row in named_starts]


def _short(name: str) -> str:
    """Return the name of a period in figures: `20/03`, `03/2017`, `2017`."""
    return "/".join(reversed(name.split("-")[-2:])) if "-" in name else period(name)


def _label(name: str, left: float) -> Markup:
    """Return the name of a period and a stroke at its start; the name stands before the stroke near the right margin."""
    stroke = _percent(left)
    anchor = "end" if left > _LAST_PERCENT else None
    return joined(
        (
            element("line", x1=stroke, x2=stroke, y1=_BASE, y2=_BASE + 5, class_="base"),
            element("text", text(name), x=stroke, y=_HEIGHT - 5, dx=-3 if anchor else 3, text_anchor=anchor),
        )
    )


def _table(bars: Sequence[_Bar]) -> Markup:
    """Return the figures, folded."""
    of_shares = ["review.printed", "review.share_label"] if bars[0].is_share else []
    heads = ["review.period", "review.articles", *of_shares]
    rows = [
        element(
            "tr",
            element("th", text(period(bar.name)), scope="row"),
            *(element("td", text(figure)) for figure in _figures(bar)),
        )
        for bar in bars
    ]
    return element(
        "details",
        element("summary", text(say("review.figures"))),
        element(
            "table",
            element("thead", element("tr", *(element("th", text(say(head)), scope="col") for head in heads))),
            element("tbody", LINE_END, joined(rows, LINE_END)),
        ),
        class_="figures",
    )


def _figures(bar: _Bar) -> list[str]:
    """Return the number of articles of a period; where shares are drawn, that of the index and the share as well."""
    articles = say("page.number", number=bar.count)
    if bar.printed is None or not bar.is_share:
        return [articles]
    return [articles, say("page.number", number=bar.printed), "" if bar.is_gap else bar.value]


def _share(percent: float) -> str:
    return say("review.share", share=round(percent, 1 if percent >= 1 else 2))


def _percent(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".") + "%"
