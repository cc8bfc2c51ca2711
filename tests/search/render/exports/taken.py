"""Articles to take away, made by hand, and each format as text."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from openpyxl import load_workbook

from corpus import Article
from corpus.records import replace
from index.query import Everything
from search.planning.kept import Kept
from search.render.exports.table import BY_NAME, Choice
from search.searcher import Page, Searcher
from search.snippet import Highlighter
from search.study.selection import Selection
from tests.search.render.answers import ATTACK, BARE, HOSTILE, MEETING, PRINTED, answer

TRICKY = replace(
    PRINTED,
    id="-1+1;é/../x",
    title='=1+1 {accolade} "guillemets"; point-virgule, virgule',
    heading="ER  - fin\nTY  - NEWS",
    body="**** *source_faux *date_1900\n  **** suite\n0001 *x_y\n-*thème\n+33 1 23 {45}\n\n---\n# pas un titre\n1. un\nER  - ",
    source="L’Équipe | News",
    authors=("d’Ormesson, Jean", "Anne ROY-PETIT", "AFP and Reuters"),
    url="https://exemple.invalid/a_{b}?c=<d> e",
    reference="n°5 % $",
    person=("=cmd|'/C calc'!A0",),
)
"""An article that would end its entry, its cell or its text in each of the formats."""

KEPT = Kept(
    ("=1+1", "à citer [ici]"), ("ER  - Vérifier : le nom.", f"# Titre : {{autre}} <b>note</b> {ATTACK}")
)
"""Tags and notes that would end an entry, a cell or a text."""

ARTICLES = (MEETING, BARE, PRINTED, TRICKY, HOSTILE)


def selection(articles: Sequence[Article], line: str = "securite") -> Selection:
    """Return a selection of articles, with a passage each; the person keeps something about each but the bare one."""
    found = answer("securite", articles).results
    results = [one if one.article is BARE else replace(one, kept=KEPT) for one in found]
    return Selection(
        cast("Searcher", None), line, Page(), len(results), relaxed=False,
        highlighter=Highlighter(Everything()), results=iter(results),
    )  # fmt: skip


def text(name: str, articles: Sequence[Article], choice: Choice | None = None) -> str:
    """Return what a format of text makes of articles."""
    known = BY_NAME[name]
    assert known.parts
    return "".join(known.parts(selection(articles), choice or Choice(known.fields)))


def saved(
    name: str, articles: Sequence[Article], path: Path, choice: Choice | None = None
) -> Sequence[object]:
    """Write a format that is no text, and return its remarks."""
    known = BY_NAME[name]
    assert known.save
    return known.save(selection(articles), choice or Choice(known.fields), path)


def cells(path: Path) -> list[list[object]]:
    """Return the cells of the sheet of a workbook."""
    book = load_workbook(path)
    try:
        return [[cell.value for cell in row] for row in book.active.iter_rows()]  # type: ignore[union-attr] # our files have a sheet
    finally:
        book.close()
