"""The pages of `:help`, made from the tables of commands and of fields."""

from collections.abc import Sequence

from index.fields import FIELDS
from search.commandline import names
from search.messages import say
from search.render.clauses import field_name, line_text
from search.render.lines import EMPTY, Fragment, Line, Style, cell_width, labelled, line, wrap

SYNTAX = (
    ("sécurité maroc", "shell.syntax_words"),
    ('"conseil de sécurité"', "shell.syntax_phrase"),
    ('"police nations"~5', "shell.syntax_near"),
    ("maroc OR mali, maroc AND mali", "shell.syntax_booleans"),
    ("maroc -rabat", "shell.syntax_not"),
    ("(maroc OR mali) sommet", "shell.syntax_parentheses"),
    ("terroris*, m?roc", "shell.syntax_wildcards"),
    ("hamouchi~", "shell.syntax_fuzzy"),
    ("=Côte", "shell.syntax_form"),
    ("date:2025-11, date:lundi dernier", "shell.syntax_dates"),
    ('person:"Abdellatif Hammouchi"', "shell.syntax_name"),
    ("phosphates^3", "shell.syntax_weight"),
    ("*", "shell.syntax_everything"),
)
"""Examples of the syntax of a query, each with the code of its meaning; a comma and a blank separate examples."""

DATES = (
    ("2025, 2025-11, 20/11/2025, 7j, none", "shell.dates_digits"),
    ("20 novembre 2025, march 2nd 2020", "shell.dates_day"),
    ("2 mars, le 3, mars, lundi, Noël", "shell.dates_nearest"),
    ("lundi dernier, mardi prochain", "shell.dates_weekday"),
    ("la semaine dernière, ce mois-ci", "shell.dates_whole"),
    ("3 derniers mois, past 3 weeks", "shell.dates_window"),
    ("il y a trois semaines, 2 days ago", "shell.dates_ago"),
    ("la semaine du 2 mars", "shell.dates_week"),
    ("début 2024, mi-mars, fin juin", "shell.dates_part"),
    ("1er trimestre 2024, T1 2024, Q1 2024", "shell.dates_quarter"),
    ("été 2023, winter 2020", "shell.dates_season"),
    ("années 1990, XIXe siècle", "shell.dates_long"),
    ("du 3 au 7 mars 2024, 2019-2021", "shell.dates_range"),
    ("depuis janvier, avant 2019, >=2025", "shell.dates_bound"),
)
"""Examples of dates, each with the code of its meaning; a comma and a blank separate examples."""

KEYS = (
    ("j k ↓ ↑", ":down", "browser.key_move"),
    ("PgDn PgUp g G", ":down page", "browser.key_far"),
    ("⏎ l →", ":open 3", "browser.key_read"),
    ("h Esc q ←", ":close", "browser.key_back"),
    ("n N", ":match next", "browser.key_match"),
    ("] [", ":article next", "browser.key_article"),
    ("/", "", "browser.key_query"),
    ("f Tab", "", "browser.key_facets"),
    ("o", ":sort newest", "browser.key_sort"),
    ("m M", ":mark 3", "browser.key_mark"),
    ("y", ":cite 3", "browser.key_cite"),
    ("r", ":raw 3", "browser.key_raw"),
    ("s", ":similar 3", "browser.key_similar"),
    ("t", ":timeline", "browser.key_timeline"),
    ("w", ":kwic", "browser.key_kwic"),
    ("e", ":export", "browser.key_export"),
    ("1 2 3 :", "", "browser.key_line"),
    ("Ctrl-C", "", "browser.key_cancel"),
)
"""The keys of the full screen, each with the line that it stands for and the code of what it does."""

_MIN_COLUMNS_WITH_LINES = 72
"""Columns from which on the page of the keys has room for the line of each."""

_CELL_GAP = "  "


def commands(rows: Sequence[tuple[str, str, str]], columns: int) -> list[Line]:
    """Return the page of the commands: the form, the short form and the description of each."""
    return [
        *wrap(line(say("shell.help_line")), columns),
        *_table(rows, columns),
        *wrap(line(say("shell.help_keys"), Style.QUIET), columns),
        *wrap(line(say("shell.help_pages"), Style.QUIET), columns),
    ]


def study(rows: Sequence[tuple[str, str, str]], columns: int) -> list[Line]:
    """Return the page of the commands that study an answer or the corpus as a whole."""
    return _advised(rows, say("shell.help_study"), columns)


def notebook(rows: Sequence[tuple[str, str, str]], columns: int) -> list[Line]:
    """Return the page of the commands that keep something, and the files that they write."""
    return _advised(rows, say("shell.help_notebook"), columns)


def query(columns: int) -> list[Line]:
    """Return the page of the query language."""
    return _table(
        [(typed if ", " in typed else line_text(typed), say(meaning)) for typed, meaning in SYNTAX], columns
    )


def dates(columns: int) -> list[Line]:
    """Return the page of the dates."""
    return _advised([(typed, say(meaning)) for typed, meaning in DATES], say("shell.dates_quotes"), columns)


def keys(columns: int) -> list[Line]:
    """Return the page of the keys of the full screen; on a narrow screen without the lines that they stand for."""
    if columns < _MIN_COLUMNS_WITH_LINES:
        return _table([(keys, say(meaning)) for keys, _, meaning in KEYS], columns)
    return _table(
        [(keys, typed and names.typed(typed), say(meaning)) for keys, typed, meaning in KEYS], columns
    )


def fields(columns: int) -> list[Line]:
    """Return the page of the fields."""
    rows = [
        (
            " ".join(
                f"{name}:" for name in dict.fromkeys((field_name(field.name), field.name, *field.aliases))
            ),
            say(
                "shell.with_example",
                description=say(field.description),
                example=field.example.replace(field.name, field_name(field.name), 1),
            ),
        )
        for field in FIELDS
    ]
    return _table(rows, columns)


def _advised(rows: Sequence[Sequence[str]], advice: str, columns: int) -> list[Line]:
    """Return rows with their cells aligned, and advice below them."""
    return [*_table(rows, columns), EMPTY, *wrap(line(advice, Style.QUIET), columns)]


def _table(rows: Sequence[Sequence[str]], columns: int) -> list[Line]:
    """Return rows with their cells aligned; the first cell looks like typed text, the last one is wrapped if it is long.

    On a narrow screen, the last cell stands below the others.
    """
    *widths, _ = (max(map(cell_width, cells)) for cells in zip(*rows, strict=True))
    lines: list[Line] = []
    for row in rows:
        cells = [
            f"{cell}{' ' * (width - cell_width(cell))}{_CELL_GAP}"
            for cell, width in zip(row, widths, strict=False)
        ]
        aligned = tuple(
            Fragment(cell, Style.TEXT if number else Style.TITLE) for number, cell in enumerate(cells)
        )
        lines += labelled((*line(_CELL_GAP), *aligned), line(row[-1], Style.QUIET), columns, 2 * _CELL_GAP)
    return lines
