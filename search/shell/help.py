"""The pages of `:help`; what they tell comes from the tables of commands and of fields."""

from collections.abc import Sequence

from index.fields import FIELDS
from search.messages import say
from search.render.lines import EMPTY, Fragment, Line, Style, columns, line, wrap

SYNTAX = (
    ("sécurité maroc", "articles with these words, accents and plurals aside"),
    ('"conseil de sécurité"', "these words in this order"),
    ('"police nations"~5', "these words within 5 positions"),
    ("maroc OR mali, maroc AND mali", "either, both; also OU, ET"),
    ("maroc -rabat", "without a word; also NOT, SAUF"),
    ("(maroc OR mali) sommet", "parentheses group"),
    ("terroris*, m?roc", "any letters, one letter"),
    ("hamouchi~", "spelling close by; ~2 for two letters"),
    ("=Côte", "exactly this form, accents and capitals too"),
    ("date:2025-11, date:7j, date:none", "a month, the last 7 days, undated"),
    ('person:"Abdellatif Hammouchi"', "the whole name; person:hammouchi for a word of it"),
    ("phosphates^3", "weighs three times as much"),
    ("*", "every article"),
)
"""What can be typed in a query, each with what it means; examples apart by a comma and a blank."""

GAP = "  "


def commands(rows: Sequence[tuple[str, str, str]], most: int) -> list[Line]:
    """Return the page of the commands: of each, its form, its short form, what it does."""
    return [
        *wrap(line("A line is a query; a number opens a result; an empty line shows the next page."), most),
        EMPTY,
        *_table(rows, most),
        EMPTY,
        *wrap(line("Tab completes fields and names, Ctrl-R searches the history.", Style.QUIET), most),
        *wrap(line(":help query tells what a query may be, :help fields its fields.", Style.QUIET), most),
    ]


def query(most: int) -> list[Line]:
    """Return the page of the query language."""
    return _table(SYNTAX, most)


def fields(most: int) -> list[Line]:
    """Return the page of the fields."""
    rows = [
        (
            " ".join(f"{name}:" for name in (field.name, *field.aliases)),
            f"{say(field.description)}: {field.example}",
        )
        for field in FIELDS
    ]
    return _table(rows, most)


def _table(rows: Sequence[Sequence[str]], most: int) -> list[Line]:
    """Return rows with their columns aligned, the first as what is typed, the last wrapped where it must be."""
    *widths, _ = (max(map(columns, cells)) for cells in zip(*rows, strict=True))
    lines: list[Line] = []
    for row in rows:
        cells = [
            f"{cell}{' ' * (room - columns(cell))}{GAP}" for cell, room in zip(row, widths, strict=False)
        ]
        told = tuple(
            Fragment(cell, Style.TEXT if number else Style.TITLE) for number, cell in enumerate(cells)
        )
        lines += wrap(
            (*told, Fragment(row[-1], Style.QUIET)), most, GAP, " " * (sum(widths) + len(GAP) * len(row))
        )
    return lines
