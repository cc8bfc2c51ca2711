"""A series of shares on one line: a bar for each period, or numbers where bars cannot be seen."""

from search.counts.share import Shares
from search.messages import say
from search.render.lines import Fragment, Line, Style, cell_width, clipped, line, line_width, wrap
from search.render.period import period_name, step_name

_BARS = "▁▂▃▄▅▆▇█"
"""The bars of a period with articles, the highest for the largest share; a period without articles is a blank."""

_END_COLUMNS = 8
"""Columns of the month at an end of the bars, with its blank."""

_LEGEND_COLUMNS = 18
"""Columns of the shortest legend, `per quarter, %`, with blanks."""

_MIN_BARS = 4

_SEPARATOR = " · "

_MIN_WHOLE_SHARE = 0.095
"""The share from which on a per cent has no decimals."""

_NUMBER_COLUMNS = 15
"""Columns of a period in numbers: `2020-11 12.5 · `."""


def max_bars(columns: int) -> int:
    """Return the number of periods that a line has room for."""
    return max(_MIN_BARS, columns - 2 * _END_COLUMNS - _LEGEND_COLUMNS)


def max_numbers(columns: int) -> int:
    """Return the number of periods that two lines of numbers have room for."""
    return max(_MIN_BARS, 2 * columns // _NUMBER_COLUMNS)


def sparkline(series: Shares, columns: int) -> list[Line]:
    """Return the bars of the shares between the first and the last period, and what they measure.

    An answer of every article is no share: its bars are the articles themselves.
    """
    if len(series.found) < 2:
        return _without_bars(series, columns)
    heights = _heights(series)
    highest = heights[_highest(series)]
    bars = "".join(_bar(min(1, height / highest)) for height in heights)
    names = _names(series)
    first, last = names[0], names[-1]
    drawn = (Fragment(f"{first} ", Style.QUIET), Fragment(bars, Style.BAR), Fragment(f" {last}", Style.QUIET))
    legend = _legend(series)
    most = _most(series)
    if line_width(drawn) + 2 + cell_width(legend) + cell_width(most) <= columns:
        legend += most
    if line_width(drawn) + 2 + cell_width(legend) > columns:
        return [clipped(drawn, columns), *wrap(line(legend, Style.QUIET), columns)]
    return [(*drawn, Fragment(f"  {legend}", Style.QUIET))]


def numbers(series: Shares, columns: int) -> list[Line]:
    """Return the shares in numbers, for a terminal without bars and for a screen reader."""
    if len(series.found) < 2:
        return _without_bars(series, columns)
    periods = (f"{name}\u00a0{_height(series, row)}" for row, name in enumerate(_names(series)))
    text = say("page.periods", legend=_legend(series), periods=_SEPARATOR.join(periods))
    return wrap(line(text, Style.QUIET), columns)


def _without_bars(series: Shares, columns: int) -> list[Line]:
    """Return the share of the only period; nothing without a period."""
    beside = _beside(series)
    if series.found:
        only = say("page.only_period", period=_names(series)[0], share=_percent(series.shares()[0]))
        beside = [only, *beside]
    return wrap(line(_SEPARATOR.join(beside), Style.QUIET), columns)


def _in_articles(series: Shares) -> bool:
    """Return whether the bars count articles: an answer of every article is no share, nor is one of what nobody counted."""
    return series.found == series.printed or not any(series.printed)


def _heights(series: Shares) -> list[float]:
    return list(map(float, series.found)) if _in_articles(series) else series.shares()


def _bar(height: float) -> str:
    """Return the bar of a height from 0 to 1.

    >>> "".join(map(_bar, (0, .01, .5, 1)))
    ' ▁▄█'
    """
    return _BARS[max(0, round(height * len(_BARS)) - 1)] if height else " "


def _highest(series: Shares) -> int:
    """Return the row of the first of the highest bars."""
    return series.found.index(max(series.found)) if _in_articles(series) else series.highest()


def _height(series: Shares, row: int) -> str:
    """Return the height of a bar as a number."""
    if _in_articles(series):
        return say("page.number", number=series.found[row])
    return _percent(series.shares()[row])


def _percent(share: float) -> str:
    """Return a share in per cent, in two digits or three.

    >>> _percent(1), _percent(.3456), _percent(.00456)
    ('100', '35', '0.46')
    """
    code = "page.whole_percent" if share >= _MIN_WHOLE_SHARE else "page.percent"
    return say(code, share=100 * share)


def _names(series: Shares) -> list[str]:
    return list(map(period_name, series.names()))


def _legend(series: Shares) -> str:
    period = step_name(series.step)
    measured = "page.articles_per" if _in_articles(series) else "page.share_per"
    return _SEPARATOR.join([say(measured, period=period), *_beside(series)])


def _most(series: Shares) -> str:
    """Return the height of the highest bar, and its period."""
    row = _highest(series)
    return _SEPARATOR + say("page.most_in", height=_height(series, row), period=_names(series)[row])


def _beside(series: Shares) -> list[str]:
    """Return how many articles are in no period."""
    codes = (("page.undated_beside", series.undated), ("page.vague_beside", series.vague))
    return [say(code, count=count) for code, count in codes if count]
