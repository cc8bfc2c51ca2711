"""The renderers of the inspection of files."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from corpus import Article, Found
from corpus.formats import By
from corpus.message import message
from search.inspection.inspection import FormatFound, Inspection
from search.inspection.tally import FIELDS, Tally
from search.messages import say
from search.render import TEXT, Renderers
from search.render.counted import MARGIN_COLUMNS, counted
from search.render.format_list import field_name, format_line, format_name
from search.render.lines import EMPTY, Fragment, Line, Style, cell_width, clip, line, wrap
from search.render.page import READABLE_COLUMNS
from search.render.period import date_name
from search.render.unread import grouped_lines

_MAX_NAMES = 5
"""Folders, or sources, that are named: the most frequent."""

_MAX_RECURRING = 8
"""Lines that recur which are shown."""

_SAMPLE_LINES = 2
"""Lines of the text of an article that is shown."""

_SEPARATOR = " · "
_MARGIN = "  "

_BY = {By.CONTENT: "page.by_content", By.SUFFIX: "page.by_suffix", By.FORCED: "page.by_force"}
_IDS = {Found.METADATA: "page.ids_given", Found.TEXT: "page.ids_made"}
_ORIGINS = {
    Found.METADATA: "page.from_metadata",
    Found.LINE: "page.from_line",
    Found.DATELINE: "page.from_dateline",
    Found.FILE_NAME: "page.from_file_name",
    Found.TEXT: "page.from_text",
    Found.NOWHERE: "page.undated",
}


def _text(seen: Inspection, columns: int) -> Sequence[Line]:
    columns = min(columns, READABLE_COLUMNS)
    files = message("page.files", count=len(seen.files))
    articles = message("page.articles", count=seen.articles)
    lines = wrap(line(say("page.inspected", files=files, articles=articles)), columns)
    formats = seen.formats
    if len(formats) > 1:
        lines += [format_line(found.format, len(found.files), found.tally.articles) for found in formats]
    for found in formats:
        if found.tally.articles or len(formats) == 1:
            lines += [EMPTY, *_format(found, columns)]
    if seen.same_ids:
        examples = ", ".join(say("page.same_id", id=id_, path=path) for path, id_ in seen.same_id_examples)
        lines += [
            EMPTY,
            *wrap(line(say("page.same_ids", count=seen.same_ids, examples=examples)), columns),
        ]
    for heading, pieces in (("page.not_read", seen.rejected), ("page.losses", seen.losses)):
        if pieces:
            unread = grouped_lines(pieces, columns, "page.more_unread")
            lines += [EMPTY, line(say(heading), Style.TITLE), *unread]
    if seen.recurring:
        head = wrap(line(say("page.recurring"), Style.TITLE), columns)
        lines += [EMPTY, *head, *_recurring(seen, columns)]
    if seen.samples:
        lines += [EMPTY, line(say("page.samples"), Style.TITLE)]
        for article in seen.samples:
            lines += _sample(article, columns)
    return lines


def _format(found: FormatFound, columns: int) -> list[Line]:
    """Return what the files of one format hold, a row for each thing that is known of them."""
    tally = found.tally
    articles = message("page.articles", count=tally.articles)
    files = message("page.files", count=len(found.files))
    head = say("page.inspected_format", format=format_name(found.format), articles=articles, files=files)
    folders = Counter(str(PurePosixPath(file.path).parent) for file in found.files)
    rows = [
        (say("page.recognised"), _counts(Counter(say(_BY[file.by]) for file in found.files if file.by))),
        (say("page.folders"), _first_counts(folders) if len(folders) > 1 else ""),
        (say("page.encoding"), _counts(Counter(file.encoding for file in found.files if file.encoding))),
        (say("page.title"), _origins(tally.titles)),
        (say("page.date"), _dates(tally)),
        (say("page.source"), _sources(tally)),
        (say("page.id"), _counts({say(_IDS[found_]): count for found_, count in tally.ids.items()})),
        (say("page.other_fields"), _counts({field_name(name): tally.fields[name] for name in FIELDS})),
        (say("page.repairs"), _notes(tally, "repair.")),
        (say("page.doubts"), _notes(tally, "doubt.")),
    ]
    margin = max(cell_width(label) for label, _ in rows) + 4
    lines = wrap(line(head, Style.TITLE), columns)
    for label, text in rows:
        if text:
            row = (Fragment(f"  {label}".ljust(margin), Style.QUIET), Fragment(text))
            lines += wrap(row, columns, rest=" " * margin)
    return lines


def _recurring(seen: Inspection, columns: int) -> list[Line]:
    """Return the lines that recur in most articles, each behind the number of its articles."""
    first = [
        counted(one.articles, clip(one.line, columns - MARGIN_COLUMNS))
        for one in seen.recurring[:_MAX_RECURRING]
    ]
    others = len(seen.recurring) - _MAX_RECURRING
    return [*first, line(f"  {say('page.and_more', count=others)}")] if others > 0 else first


def _counts(counts: Mapping[str, int]) -> str:
    """Return names with their counts, without those that are 0."""
    said = [say("page.counted", name=name, count=count) for name, count in counts.items() if count]
    return _SEPARATOR.join(said)


def _first_counts(counts: Counter[str]) -> str:
    """Return the most frequent names with their counts, and the number of the others."""
    first = _counts(dict(counts.most_common(_MAX_NAMES)))
    others = len(counts) - _MAX_NAMES
    return f"{first}{_SEPARATOR}{say('page.and_more', count=others)}" if others > 0 else first


def _origins(found: Mapping[Found, int]) -> str:
    return _counts({say(label): found.get(origin, 0) for origin, label in _ORIGINS.items()})


def _dates(tally: Tally) -> str:
    if tally.first is None or tally.last is None:
        return _origins(tally.dates)
    first, last = tally.first.isoformat(), tally.last.isoformat()
    dated = first if first == last else say("page.from_to", first=first, last=last)
    return f"{dated}{_SEPARATOR}{_origins(tally.dates)}"


def _sources(tally: Tally) -> str:
    missing = tally.articles - tally.sources.total()
    said = (_first_counts(tally.sources), _counts({say("page.no_source"): missing}))
    return _SEPARATOR.join(filter(None, said))


def _notes(tally: Tally, subject: str) -> str:
    """Return the repairs, or the doubts, each with the number of its articles and the first file."""
    notes = [noted for code, noted in tally.notes.items() if code.startswith(subject)]
    notes.sort(key=lambda noted: -noted.articles)
    return _SEPARATOR.join(
        say("page.noted", note=noted.note, count=noted.articles, path=noted.path) for noted in notes
    )


def _sample(article: Article, columns: int) -> list[Line]:
    """Return the first lines of an article, below its date, its source and its file."""
    head = _SEPARATOR.join(part for part in (date_name(article.date), article.source, article.path) if part)
    title = "" if article.title_found is Found.TEXT else article.title
    room = _SAMPLE_LINES * (columns - 2 * len(_MARGIN))
    rows = (
        line(head, Style.QUIET),
        line(title, Style.TITLE),
        line(clip(article.text[: room * 2].replace("\n", " "), room)),
    )
    return [EMPTY, *(wrapped for row in rows for wrapped in wrap(row, columns, _MARGIN, _MARGIN))]


def _json(seen: Inspection, _: int) -> str:
    from search.render import json_of_files

    return json_of_files.inspection(seen)


RENDERERS: Renderers = {TEXT: _text, "json": _json}
