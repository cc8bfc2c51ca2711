"""The list of formats, to the letter."""

import json

from corpus.formats.format import Extra, Format, Gives
from search.inspection.format_list import FormatList
from search.messages import Language, speaking
from search.render import plain, rendered
from tests.search.render.golden import same

LISTED = FormatList(
    (
        Format("CSV", (".csv", ".tsv"), "tables.csv", Gives.RECORDS, ("title", "date", "source", "author", "url", "page")),
        Format("Europresse", (".html",), "databases.europresse", Gives.ARTICLES, ("title", "edition", "also_in")),
        Format("JSON pour voir", (".json",), "objects.jsonl", Gives.RECORDS, ("title",), extra=Extra("json", "json")),
        Format("PDF", (".pdf",), "documents.pdf", Gives.ARTICLES, ("title",), extra=Extra("pdf", "no_such_module")),
        Format("text", (".txt", ""), "plain.text", Gives.ARTICLES, ("title", "date")),
    )
)  # fmt: skip


def text(columns: int) -> str:
    return plain.text(rendered(LISTED, "text", columns))  # type: ignore[arg-type] # lines


def test_the_list_at_two_widths_and_in_two_languages() -> None:
    same("formats-80.txt", text(80))
    same("formats-40.txt", text(40))
    with speaking(Language.FRENCH):
        same("fr-formats-80.txt", text(80))


def test_the_list_for_programs() -> None:
    written = json.loads(str(rendered(LISTED, "json", 0)))
    assert written["version"] == 1
    assert written["formats"][3] == {
        "format": "PDF",
        "suffixes": [".pdf"],
        "fields": ["title"],
        "extra": "pdf",
        "installed": False,
    }
    assert [row["installed"] for row in written["formats"]] == [True, True, True, False, True]
