"""The renderers of how a line was read, of what was looked for, and of why an article has its rank."""

from collections.abc import Sequence

from index.engine import Sort
from search.messages import say
from search.render import TEXT, Renderers
from search.render.lines import EMPTY, Fragment, Line, Style, bar, cell_width, labelled, line, wrap
from search.render.other_names import other_names
from search.study.explanation import Explanation, LookedFor, Role, Standing

_MAX_TERMS = 6
"""Terms that are shown of a word: a name that was merged has dozens."""

_BAR_COLUMNS = 16
"""The bar of a whole score, in columns."""

_POINTS_COLUMNS = 6
"""Columns of a score: three digits before two decimals."""

_ROLES = {
    Role.ANY_FORM: "explanation.any_form",
    Role.AS_TYPED: "explanation.as_typed",
    Role.HEADLINE: "explanation.headline",
    Role.IN_ORDER: "explanation.in_order",
    Role.PATTERN: "explanation.pattern",
}


def explained(explanation: Explanation, columns: int) -> list[Line]:
    """Return how a line was read, what was looked for, and why a result stands where it does."""
    answer = explanation.answer
    read = {
        say("explanation.typed"): answer.line,
        say("explanation.read"): str(answer.parsed),
        say("explanation.names"): other_names(answer),
    }
    lines = _labelled(read, columns)
    words = _rows([word for word in explanation.words if not word.ignored])
    if words:
        lines += [
            EMPTY,
            *wrap(line(say("explanation.looked_for"), Style.QUIET), columns),
            *_table(words, columns),
        ]
    if ignored := ", ".join(word.typed for word in explanation.words if word.ignored):
        lines += _quiet(say("explanation.ignored", words=ignored), columns)
    if explanation.needed:
        least, every = explanation.needed
        lines += _quiet(say("explanation.needed", least=least, all=every), columns)
    if explanation.standing:
        lines += [EMPTY, *_standing(explanation.standing, columns)]
    return lines


def _quiet(said: str, columns: int) -> list[Line]:
    return wrap(line(said, Style.QUIET), columns, "  ", "  ")


def _labelled(parts: dict[str, str], columns: int) -> list[Line]:
    margin = max(map(cell_width, parts)) + 1
    return [
        row
        for label, text in parts.items()
        if text
        for row in wrap(
            (Fragment(f"{label:<{margin}}", Style.QUIET), Fragment(text)), columns, rest=" " * margin
        )
    ]


def _rows(words: Sequence[LookedFor]) -> list[tuple[str, ...]]:
    """Return the cells of the words: as typed, the number of articles, right-aligned, the terms."""
    counts = [say("page.articles", count=word.articles) for word in words]
    width = max(map(cell_width, counts), default=0)
    return [
        (word.typed, " " * (width - cell_width(count)) + count, _terms(word))
        for word, count in zip(words, counts, strict=True)
    ]


def _terms(word: LookedFor) -> str:
    shown = ", ".join(word.terms[:_MAX_TERMS])
    hidden = len(word.terms) - _MAX_TERMS
    terms = f"{shown}, {say('explanation.more_terms', count=hidden)}" if hidden > 0 else shown
    if word.weight is not None:
        terms = f"{terms} · {say('explanation.weight', weight=word.weight)}"
    return terms


def _standing(standing: Standing, columns: int) -> list[Line]:
    """Return why a result stands where it does: the parts of its score, the largest first."""
    result = standing.result
    lines = wrap(
        (
            Fragment(f"{say('explanation.why', rank=result.rank)} ", Style.QUIET),
            Fragment(result.article.title, Style.TITLE),
        ),
        columns,
    )
    if standing.counted != result.article.id:
        lines += _quiet(say("explanation.of_reprint", id=standing.counted), columns)
    parts = [
        (part.typed or say("explanation.other_name"), f"{say(_ROLES[part.role])} ({part.terms})", part.points)
        for part in standing.parts
    ]
    if standing.closeness:
        parts.append((say("explanation.closeness"), say("explanation.closeness_role"), standing.closeness))
    if standing.order is not Sort.RELEVANCE:
        lines += _quiet(say("explanation.by_day"), columns)
    elif not parts:
        return [*lines, *_quiet(say("explanation.no_score"), columns)]
    whole = sum(points for _, _, points in parts)
    parts.sort(key=lambda part: -part[2])
    rows = [
        (_points(points), bar(points / whole, _BAR_COLUMNS), f"{typed}, {how}")
        for typed, how, points in parts
    ]
    rows.append((_points(whole), "", say("explanation.total")))
    lines += _table(rows, columns)
    return [*lines, *_quiet(say("explanation.how_points"), columns)]


def _points(points: float) -> str:
    return say("explanation.points", points=points).rjust(_POINTS_COLUMNS)


def _table(rows: Sequence[tuple[str, ...]], columns: int) -> list[Line]:
    """Return rows with their cells aligned, the last one wrapped below itself, or below the others on a narrow screen."""
    widths = [max(map(cell_width, cells)) for cells in list(zip(*rows, strict=True))[:-1]]
    lines: list[Line] = []
    for row in rows:
        *cells, last = row
        padded = [
            f"{cell}{' ' * (width - cell_width(cell))}  " for cell, width in zip(cells, widths, strict=True)
        ]
        head = line("  " + "".join(padded))
        lines += labelled(head, line(last, Style.QUIET), columns)
    return lines


RENDERERS: Renderers = {TEXT: explained}
