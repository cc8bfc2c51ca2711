"""The names of the months and of the weekdays, in French, in English and in Dutch, the months in German too: what a file may say, a query may ask.

They stand apart from `corpus.dates.written`, whose patterns take 2 ms to compile and are of no use to a query.
"""

_MONTH_NAMES = (
    ("janvier january januar januari", "janv jan"),
    ("fevrier february februar februari", "fevr fev feb févr fév"),
    ("mars march marz maart", "mar"),
    ("avril april", "avr apr"),
    ("mai may mei", ""),
    ("juin june juni", "jun"),
    ("juillet july juli", "juill juil jul"),
    ("aout august augustus", "aug"),
    ("septembre september", "sept sep"),
    ("octobre october oktober", "oct"),
    ("novembre november", "nov"),
    ("decembre december dezember", "dec déc"),
)
"""Of each month, in order: its French, its English and, where they are others, its German and its Dutch name, as `corpus.clean.bare`
writes them; its names cut short.

The names cut short are those with accents too.
"""

MONTHS = {
    name: number for number, forms in enumerate(_MONTH_NAMES, start=1) for name in " ".join(forms).split()
}
"""The number of a month, 1 to 12, by any of its names in lower case and without accents."""

MONTH_WORDS = tuple(
    """janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre
    decembre""".split()
)
"""The French names as a text has them, with their accents or without."""

ENGLISH_MONTHS = frozenset(names.split()[1] for names, _ in _MONTH_NAMES)
"""The English names, `march 2` being no French."""

MONTH_ABBREVIATIONS = frozenset(name for _, short in _MONTH_NAMES for name in short.split())
"""The names cut short, behind which stands a full stop."""

WEEKDAY_NAMES = {
    "fr": ("lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"),
    "en": (
        "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
        "sunday sun",
    ),
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
}  # fmt: skip
"""By language, of each weekday, Monday first: its name, then its names cut short; not those of Dutch, `do` and `di` being words."""

WEEKDAYS = {
    name: number
    for weekdays in WEEKDAY_NAMES.values()
    for number, names in enumerate(weekdays)
    for name in names.split()[:1]
}
"""The number of a weekday, Monday being 0 as in `datetime`, by its French, its English and its Dutch name."""

WEEKDAY_ABBREVIATIONS = {
    name: number
    for weekdays in WEEKDAY_NAMES.values()
    for number, names in enumerate(weekdays)
    for name in names.split()[1:]
}
"""The number of a weekday by its names cut short; `mar` is a month too."""
