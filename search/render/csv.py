"""Answers as CSV, for spreadsheets: UTF-8, a line for each article, commas, or what the spreadsheet of a country wants.

A text that begins with = + - @ % or |, or with a twin of one of them that is wider, smaller or higher, gets an apostrophe
before it: a spreadsheet would run the text as a formula or a command (OWASP, CSV injection), and strangers write the
articles.  So does such a character directly behind a comma or a semicolon: a French Excel cuts plain CSV at semicolons,
and a cell begins there.  Each cell is on one line, without control characters, but for a text of several paragraphs,
which keeps its lines.  The JSON has the texts as they were printed, to the letter.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from corpus import PrintDate
from corpus.records import record
from search.counts.facets import Bucket
from search.render.fields import CSV_FIELDS, FieldKind, FieldValue, OutputField
from search.render.inert import inert
from search.results import Result, Results
from search.snippet import Snippet

if TYPE_CHECKING:
    from search.entities.page import Row  # a query needs nothing of the entities
    from search.study.concordance import Occurrence
    from search.study.timeline import Timeline

_FORMULA_SIGNS = "=+-\u2212@%|"
"""The first characters of formulas and commands; U+2212 is the minus sign."""

_CUT = re.compile(r'[,;]"*(?=[^\w\s,;"])')
"""Where another spreadsheet may begin a cell, before a character that is no letter and no figure."""

_QUERY_COLUMN_NAMES = ("query_id", "query", "total", "relaxed")
"""The columns before those of an article, in a table of the articles of many queries."""

_LIST_SEPARATOR = " | "


@record
class Dialect:
    """How a program wants CSV: what stands at the start of the file, between cells, at the end of lines, in numbers and dates."""

    mark: str = ""
    delimiter: str = ","
    line_end: str = "\n"
    decimal_point: str = "."
    day: Callable[[PrintDate], str] = PrintDate.isoformat


def _french_day(date: PrintDate) -> str:
    """Return a date as it is typed in France, without what is not known.

    >>> _french_day(PrintDate(2017, 3, 20)), _french_day(PrintDate(2017, 3)), _french_day(PrintDate(2017))
    ('20/03/2017', '03/2017', '2017')
    """
    return "/".join(reversed(date.isoformat().split("-")))


PLAIN = Dialect()
EXCEL_FR = Dialect("\ufeff", ";", "\r\n", ",", _french_day)
"""What a French Excel opens by a double click: it takes the separators of the system, a semicolon between cells and a
comma in numbers, and reads a file as UTF-8 if it begins with a byte order mark."""

DIALECTS = {"plain": PLAIN, "excel-fr": EXCEL_FR}


class _Echo:
    """Gives back what is written to it: `csv.writer` then returns each line."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def results(answer: Results, fields: Sequence[OutputField] = CSV_FIELDS) -> str:
    """Return the articles of a page, under a header."""
    return "".join(table(answer.results, fields))


def table(
    results: Iterable[Result], fields: Sequence[OutputField], dialect: Dialect = PLAIN
) -> Iterator[str]:
    """Yield a header, then the row of each result, in the dialect of a program."""
    write = _writer(dialect)
    yield dialect.mark + write(_names(fields))
    for result in results:
        yield write(row(result, fields, dialect))


def identified_header() -> str:
    """Return the header of the articles of many queries."""
    return written((*_QUERY_COLUMN_NAMES, *_names(CSV_FIELDS)), ())


def identified(query_id: str, answer: Results) -> str:
    """Return the articles of a page, each behind the id of the query and the total; for no article, one line with empty columns."""
    own = (
        _cell(query_id),
        _cell(answer.line),
        answer.total.count,
        "true" if answer.relaxed else "false",
    )
    rows = [row(result, CSV_FIELDS) for result in answer.results] or [[""] * len(CSV_FIELDS)]
    return "".join(line((*own, *cells)) for cells in rows)


def facet(buckets: Sequence[Bucket]) -> str:
    """Return the values of a facet and their counts, under a header."""
    return written(("value", "count"), ((bucket.value, bucket.count) for bucket in buckets))


def entities(rows: Sequence["Row"]) -> str:
    """Return a list of entities under a header; a bar separates the names that are merged into one."""
    return written(
        ("field", "name", "count", "names"),
        (
            (
                row.value.field,
                row.value.name,
                row.articles,
                _LIST_SEPARATOR.join(variant.value.name for variant in row.variants),
            )
            for row in rows
        ),
    )


def occurrences(found: Iterable["Occurrence"]) -> str:
    """Return the occurrences of a concordance under a header."""
    return written(
        ("rank", "id", "date", "source", "where", "left", "keyword", "right"),
        (
            (
                one.rank,
                one.id,
                one.day,
                one.source,
                "headline" if one.in_headline else "text",
                one.left,
                one.keyword,
                one.right,
            )
            for one in found
        ),
    )


def timeline(made: "Timeline") -> str:
    """Return a row for each period and query, under a header; the share of a period in which nothing was printed is empty.

    The articles that are in no period come last, under `undated` and under `vague`: their dates are less exact.
    """
    rows: list[tuple[object, ...]] = []
    for period, name in enumerate(made.periods):
        for answer in made.answers:
            share = made.share(answer, period)
            per_cent = "" if share is None else round(100 * share, 4)
            rows.append((name, answer.line, answer.found[period], made.printed.found[period], per_cent))
    for answer in made.answers:
        apart = (
            ("vague", answer.vague, made.printed.vague),
            ("undated", answer.undated, made.printed.undated),
        )
        rows += [(name, answer.line, found, printed, "") for name, found, printed in apart if printed]
    return written(("period", "query", "articles", "printed", "per_cent"), rows)


def flat(value: FieldValue) -> str | int | float:
    """Return a value for one cell: of a list, its parts with bars between; of a passage, its text.

    >>> flat(("Le Fanal", "La Gazette")), flat(None), flat(PrintDate(2021, 3))
    ('Le Fanal | La Gazette', '', '2021-03')
    """
    match value:
        case str() | int() | float():
            return value
        case None:
            return ""
        case PrintDate():
            return value.isoformat()
        case Snippet():
            return value.text
        case _:
            return _LIST_SEPARATOR.join(part if isinstance(part, str) else part.id for part in value)


def row(result: Result, fields: Sequence[OutputField], dialect: Dialect = PLAIN) -> list[str]:
    """Return the cells of a result."""
    return [_field_cell(field.take(result), field.kind, dialect) for field in fields]


def line(cells: Sequence[object]) -> str:
    """Return a line of cells."""
    return _writer(PLAIN)(cells)


def paragraphs(text: str) -> str:
    """Return a text of several lines, each of them inert."""
    return "\n".join(map(inert, text.split("\n")))


def _names(fields: Sequence[OutputField]) -> tuple[str, ...]:
    return tuple(field.name for field in fields)


def _field_cell(value: FieldValue, kind: FieldKind, dialect: Dialect) -> str:
    if isinstance(value, PrintDate):
        return dialect.day(value)
    if isinstance(value, int | float):
        return str(value).replace(".", dialect.decimal_point)
    text = str(flat(value))
    return _guarded(paragraphs(text)) if kind is FieldKind.PARAGRAPHS else _cell(text)


def written(header: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """Return rows under a header; a text that a spreadsheet would run is made inert."""
    cells = ([_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return line(header) + "".join(map(line, cells))


def _writer(dialect: Dialect) -> Callable[[Sequence[object]], str]:
    """Return the function that makes a line of cells."""
    return csv.writer(_Echo(), delimiter=dialect.delimiter, lineterminator=dialect.line_end).writerow


def _cell(text: str) -> str:
    return _guarded(inert(text))


def _guarded(text: str) -> str:
    """Return a text that no spreadsheet runs.

    >>> _guarded("=1+1"), _guarded("a;=1+1;b"), _guarded("2,-3 ; -4")
    ("'=1+1", "a;'=1+1;b", "2,'-3 ; -4")
    """
    text = _CUT.sub(lambda cut: f"{cut[0]}'" if _starts_formula(text[cut.end()]) else cut[0], text)
    return f"'{text}" if _starts_formula(text.lstrip()[:1]) else text


def _starts_formula(first: str) -> bool:
    """Return whether a spreadsheet may read a formula or a command behind this character.

    >>> [sign for sign in "=＝+＋−-－@＠%％|｜﹦e«1" if not _starts_formula(sign)]
    ['e', '«', '1']
    """
    return first != "" and normalize("NFKC", first) in _FORMULA_SIGNS
