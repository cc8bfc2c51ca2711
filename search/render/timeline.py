"""The renderers of a timeline: a period a line, the answers side by side, their shares as bars of one scale."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.message import message
from search.messages import say
from search.render import TEXT, Renderers
from search.render.clauses import clause_text
from search.render.lines import EMPTY, Fragment, Line, Style, cell_width, clip, line, wrap
from search.snippet import ELLIPSIS
from search.study.timeline import Series, Timeline

_COLUMN_GAP = "  "
_MAX_BAR_COLUMNS = 30
_SMALL_SHARE = 0.1
"""The highest share below which shares have two decimals."""

_MIN_JOINED = 2
"""Periods without an article at an end of the table that have rows all the same."""

_BAR_SIGN, _HALF_BAR_SIGN = "━", "╸"


def _text(made: Timeline, columns: int) -> Sequence[Line]:
    """Return what is counted, a table of as many answers as fit beside each other, the next table below it, and notes."""
    lines = wrap(line(_heading(made)), columns)
    table = _Table(made, columns)
    beside = max(1, (columns - table.margin) // table.answer_columns)
    for start in range(0, len(made.answers), beside):
        lines += [EMPTY, *table.rows(made.answers[start : start + beside], columns)]
    notes = [note for answer in made.answers for note in _notes(answer)]
    lines += [EMPTY] if notes else []
    for note in notes:
        lines += wrap(line(note, Style.QUIET), columns)
    return lines


def _heading(made: Timeline) -> str:
    printed = message("timeline.printed", count=made.printed.total)
    if made.filters:
        filters = " ".join(map(clause_text, made.filters))
        printed = message("timeline.printed_within", count=made.printed.total, filters=filters)
    return say("timeline.heading", step=step_name(made), printed=printed)


def step_name(made: Timeline) -> str:
    """Return the name of the length of the periods."""
    names = {
        "day": "timeline.day",
        "week": "timeline.week",
        "month": "timeline.month",
        "quarter": "timeline.quarter",
        "year": "timeline.year",
        "decade": "timeline.decade",
    }
    return say(names[made.step.value])


def _notes(answer: Series) -> Iterator[str]:
    """Yield what the rows do not say of an answer."""
    if answer.relaxed:
        yield say("timeline.relaxed", line=answer.line)
    if answer.vague:
        yield say("timeline.vague", line=answer.line, count=answer.vague)
    if answer.undated:
        yield say("timeline.undated", line=answer.line, count=answer.undated)


def period_name(period: str) -> str:
    """Return the name of a period; that of a quarter is one that every page has, `2025-T4` in French."""
    year, sign, quarter = period.partition("-Q")
    return say("page.quarter", year=year, quarter=quarter) if sign else period


class _Table:
    """The columns of a timeline, which every row has; where there is no room, what was printed has no column."""

    def __init__(self, made: Timeline, columns: int) -> None:
        self._made = made
        self._periods = tuple(map(period_name, made.periods))
        self._printed = say("timeline.printed_column")
        shares = [
            made.share(answer, period) or 0 for answer in made.answers for period in range(len(made.periods))
        ]
        self._highest = max(shares, default=0)
        self._code = "timeline.small_share" if 0 < self._highest < _SMALL_SHARE else "timeline.share"
        numbers = [made.printed.total, *(answer.total for answer in made.answers)]
        self._digits = max(len(say("page.number", number=number)) for number in numbers)
        self._names = max(map(len, (*self._periods, say("timeline.total"))))
        self._shares = max(len(self._share(share)) for share in (*shares, 0.0))
        self.answer_columns = len(_COLUMN_GAP) + self._digits + len(_COLUMN_GAP) + self._shares
        self._printed_columns = max(self._digits, cell_width(self._printed))
        self.margin = self._names + len(_COLUMN_GAP) + self._printed_columns
        if self.margin + self.answer_columns > columns:
            self._printed_columns, self.margin = 0, self._names

    def _share(self, share: float | None) -> str:
        return "" if share is None else say(self._code, share=100 * share)

    def rows(self, answers: Sequence[Series], columns: int) -> Iterator[Line]:
        """Yield the lines of some answers: their names, the periods, the totals; gaps that follow each other are one line."""
        each = (columns - self.margin) // len(answers)
        bars = max(0, min(_MAX_BAR_COLUMNS, each - self.answer_columns - 1))
        head = " " * self._names
        if self._printed_columns:
            head += f"{_COLUMN_GAP}{self._printed:>{self._printed_columns}}"
        names = [
            clip(answer.line, max(1, min(each, self.answer_columns + 1 + bars) - len(_COLUMN_GAP)))
            for answer in answers
        ]
        width = self.answer_columns + (1 + bars if bars else 0)
        yield (
            Fragment(head, Style.QUIET),
            *(
                Fragment(
                    f"{_COLUMN_GAP}{name}{' ' * (width - len(_COLUMN_GAP) - cell_width(name))}", Style.TITLE
                )
                for name in names
            ),
        )
        first, last = self._span()
        yield from self._without_article(range(first), columns)
        for is_printed, run in groupby(
            range(first, last), lambda period: self._made.printed.found[period] > 0
        ):
            if is_printed:
                yield from (self._row(period, answers, bars) for period in run)
            else:
                yield from self._said(list(run), say("timeline.gap"), columns)
        yield from self._without_article(range(last, len(self._made.periods)), columns)
        yield self._total(answers, bars)

    def _span(self) -> tuple[int, int]:
        """Return the half-open numbers of the periods that have a row: from the first with an article to the last.

        Where few periods stand outside, they have rows too.
        """
        made = self._made
        every = range(len(made.periods))
        having = [period for period in every if any(answer.found[period] for answer in made.answers)]
        first, last = (having[0], having[-1] + 1) if having else (0, len(every))
        return first if first > _MIN_JOINED else 0, last if len(every) - last > _MIN_JOINED else len(every)

    def _without_article(self, periods: range, columns: int) -> Iterator[Line]:
        """Yield a line for periods at an end of the table, in which no answer has an article."""
        if periods:
            printed = sum(self._made.printed.found[period] for period in periods)
            yield from self._said(periods, say("timeline.none_of", count=printed), columns)

    def _said(self, periods: Sequence[int], said: str, columns: int) -> Iterator[Line]:
        names = [self._periods[period] for period in (periods[0], periods[-1])]
        name = f" {ELLIPSIS} ".join(dict.fromkeys(names))
        yield from wrap(line(f"{name}{_COLUMN_GAP}{said}", Style.QUIET), columns)

    def _row(self, period: int, answers: Sequence[Series], bars: int) -> Line:
        made = self._made
        fragments = list(self._named(self._periods[period], made.printed.found[period]))
        for answer in answers:
            share = made.share(answer, period)
            fragments += self._cell(answer.found[period], share, bars)
        return tuple(fragments)

    def _total(self, answers: Sequence[Series], bars: int) -> Line:
        printed = sum(self._made.printed.found)
        fragments = list(self._named(say("timeline.total"), printed))
        for answer in answers:
            found = sum(answer.found)
            fragments += self._cell(found, found / printed if printed else None, bars, has_bar=False)
        return tuple(fragments)

    def _named(self, name: str, printed: int) -> Iterator[Fragment]:
        yield Fragment(f"{name:<{self._names}}")
        if self._printed_columns:
            number = say("page.number", number=printed)
            yield Fragment(f"{_COLUMN_GAP}{number:>{self._printed_columns}}", Style.QUIET)

    def _cell(
        self, found: int, share: float | None, bars: int, *, has_bar: bool = True
    ) -> Iterator[Fragment]:
        """Yield a number of articles, its share, and a bar: half a sign at least for an article."""
        number = say("page.number", number=found)
        yield Fragment(
            f"{_COLUMN_GAP}{number:>{self._digits}}{_COLUMN_GAP}{self._share(share):>{self._shares}}"
        )
        if bars:
            halves = round(2 * bars * (share or 0) / self._highest) if self._highest and has_bar else 0
            halves = max(halves, 1 if found and has_bar else 0)
            bar = _BAR_SIGN * (halves // 2) + _HALF_BAR_SIGN * (halves % 2)
            yield Fragment(f" {bar}{' ' * (bars - len(bar))}", Style.BAR)


def _csv(made: Timeline, _: int) -> str:
    from search.render import csv

    return csv.timeline(made)


def _json(made: Timeline, _: int) -> str:
    from search.render import json

    return json.timeline(made)


RENDERERS: Renderers = {TEXT: _text, "csv": _csv, "json": _json}
