"""The names of the months and of the weekdays, in French and in English: what a file may say, a query may ask.

They stand apart from `corpus.dates.written`, whose patterns take 2 ms to compile and are of no use to a query.
"""

_MONTH_NAMES = (
    ("janvier january", "janv jan"),
    ("fevrier february", "fevr fev feb févr fév"),
    ("mars march", "mar"),
    ("avril april", "avr apr"),
    ("mai may", ""),
    ("juin june", "jun"),
    ("juillet july", "juill juil jul"),
    ("aout august", "aug"),
    ("septembre september", "sept sep"),
    ("octobre october", "oct"),
    ("novembre november", "nov"),
    ("decembre december", "dec déc"),
)
"""Of each month, in order: its names, as `corpus.clean.bare` writes them; its names cut short, with accents too."""

MONTHS = {
    name: number for number, forms in enumerate(_MONTH_NAMES, start=1) for name in " ".join(forms).split()
}
"""The number of a month, 1 to 12, by any of its names in lower case and without accents."""

MONTH_ABBREVIATIONS = frozenset(name for _, short in _MONTH_NAMES for name in short.split())
"""The names cut short, behind which stands a full stop."""

WEEKDAYS = {
    name: number
    for names in (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "monday tuesday wednesday thursday friday saturday sunday",
    )
    for number, name in enumerate(names.split())
}
"""The number of a weekday, Monday being 0 as in `datetime`, by its French and its English name."""

WEEKDAY_ABBREVIATIONS = {
    name: number
    for names in ("lun mar mer jeu ven sam dim", "mon tue wed thu fri sat sun")
    for number, name in enumerate(names.split())
}
"""The number of a weekday by its name cut short; `mar` is a month too."""
