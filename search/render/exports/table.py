"""The formats in which an answer can be taken away: a row each, which the command, the help and the README read.

A format of text yields its parts one by one, for a file or for standard output.  Any other format writes its file, or
its folder, itself.  To add a format, add a row, its description in `search.messages.export`, and a function.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from corpus.message import Message, message
from corpus.records import record
from search.errors import SearchError
from search.render import bibtex, csv, json
from search.render.exports import csl, folder, iramuteq, markdown, ris, xlsx
from search.render.fields import CSV_FIELDS, PASSAGE, OutputField, named
from search.study.selection import Selection

TABLE_FIELDS = tuple(
    field for field in CSV_FIELDS if field.name not in ("rank", "score") and field is not PASSAGE
)
"""The fields of a table, if the person chooses none: a passage costs more than all the others."""

TEXT_FIELDS = (*TABLE_FIELDS, *named("heading", "text"))
"""The fields of what programs read: the whole article."""

REVIEW_FIELDS = named(
    *"title date source page edition section author also_in duplicates person org place url heading snippet text".split()
)
"""The fields of a press review, if the person leaves none out; the headline, the date and the source always stand."""


@record
class Choice:
    """The wishes of the person: the fields, in their order, the dialect of CSV, the title of a press review ("" for the query)."""

    fields: tuple[OutputField, ...]
    dialect: csv.Dialect = csv.PLAIN
    title: str = ""


_Parts: TypeAlias = Callable[[Selection, Choice], Iterator[str]]
_Save: TypeAlias = Callable[[Selection, Choice, Path], Sequence[Message]]
"""Writes to a path, and returns what is to be said of the file beside the number of its articles."""


@record
class ExportFormat:
    """A format: its name, the suffixes by which a file asks for it, and the code of its description.

    `fields` are those that it writes if the person chooses none; no fields: the format has its own.  One of `parts` and
    `save` is given.  A folder `is_folder`.  A format for readers `is_folded`: it has each story once.
    """

    name: str
    suffixes: tuple[str, ...]
    description: str
    fields: tuple[OutputField, ...] = ()
    parts: _Parts | None = None
    save: _Save | None = None
    is_folder: bool = False
    is_folded: bool = False


def _review(taken: Selection, choice: Choice) -> Iterator[str]:
    """Yield the press review of a selection; the shell knows the format from its start on, and few people make one."""
    from search.render.exports.review.selected import of_selection

    return of_selection(taken, choice.fields, choice.title)


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("csv", (".csv",), "export.csv", TABLE_FIELDS,
                 lambda taken, choice: csv.table(taken.results, choice.fields, choice.dialect)),
    ExportFormat("xlsx", (".xlsx",), "export.xlsx", TABLE_FIELDS,
                 save=lambda taken, choice, path: xlsx.save(taken.results, choice.fields, path)),
    ExportFormat("jsonl", (".jsonl", ".ndjson"), "export.jsonl", TEXT_FIELDS,
                 lambda taken, choice: json.lines(taken.results, choice.fields)),
    ExportFormat("json", (".json",), "export.json", TEXT_FIELDS,
                 lambda taken, choice: json.streamed(taken.line, taken.results, choice.fields)),
    ExportFormat("bibtex", (".bib",), "export.bibtex",
                 parts=lambda taken, _: bibtex.streamed((result.article, result.kept) for result in taken.results)),
    ExportFormat("ris", (".ris",), "export.ris", parts=lambda taken, _: ris.entries(taken.results)),
    ExportFormat("csl", (".csl.json", ".csljson"), "export.csl",
                 parts=lambda taken, _: csl.entries(taken.results)),
    ExportFormat("markdown", (".md",), "export.markdown",
                 parts=lambda taken, _: markdown.clippings(taken.results)),
    ExportFormat("html", (".html", ".htm"), "export.html", REVIEW_FIELDS, _review, is_folded=True),
    ExportFormat("iramuteq", (".txt",), "export.iramuteq", iramuteq.FIELDS,
                 lambda taken, choice: iramuteq.texts(taken.results, choice.fields)),
    ExportFormat("folder", ("/",), "export.folder", TABLE_FIELDS,
                 save=lambda taken, choice, path: folder.save(taken.results, choice.fields, path), is_folder=True),
)  # fmt: skip
"""Every format."""

SUFFIXES = {suffix: known for known in FORMATS for suffix in known.suffixes}
BY_NAME = {known.name: known for known in FORMATS}


def of_file(name: str) -> ExportFormat:
    """Return the format that the name of a file asks for, by its suffix: the longest that the name ends with.

    >>> of_file("zotero.csl.json").name, of_file("ARTICLES.CSV").name, of_file("textes/").name
    ('csl', 'csv', 'folder')

    Raises:
        SearchError: no format has its suffix.
    """
    fitting = [suffix for suffix in SUFFIXES if name.lower().endswith(suffix)]
    if not fitting:
        every = message("export.all_suffixes", suffixes=", ".join(SUFFIXES))
        raise SearchError("export.no_suffix", name=name, mend=every)
    return SUFFIXES[max(fitting, key=len)]
