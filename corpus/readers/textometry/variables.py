"""The variables of a text in a corpus for textometry, read as the columns of a table are: by their usual names."""

from collections.abc import Mapping

from corpus.clean import bare
from corpus.expression import expression
from corpus.readers.columns import fields, naming
from corpus.readers.record import Record

_MONTH = expression(r"\d{4}[-_/.]?\d{2}")
_NUMBERS = expression(r"(\d{1,4})_(\d{1,2})(?:_(\d{1,4}))?")
_OTHER_NAMES = {
    "an": "année",
    "am": "date",
    "media": "source",
    "jl": "journal",
    "aut": "auteur",
    "tit": "titre",
}
"""Names that only such corpora have; `am` of IRaMuTeQ is a year and a month."""


def record(variables: Mapping[str, str], *, raw: str, text: str) -> Record:
    """Return the record of a text whose variables have these values, without underscores for blanks.

    >>> found = record({"source": "le_fanal", "am": "2024-09", "annee": "2024"}, raw="", text="Le port rouvre.")
    >>> found.source, found.date.isoformat()
    ('le fanal', '2024-09')
    """
    read: dict[str, object] = {}
    for name, value in variables.items():
        usual = _OTHER_NAMES.get(bare(name), name)
        if usual != name and usual in variables:
            continue
        read[usual] = _plain(value)
    if _MONTH.fullmatch(str(read.get("date", ""))) and (day := variables.get("jour")):
        read["date"] = f"{read['date']}-{day.zfill(2)}"
    read["texte"] = text
    known = naming.columns(tuple(read), (("text", "texte"),))
    return fields.record(read, known, raw=raw, dates={})


def _plain(value: str) -> str:
    """Return a value with blanks for underscores; a date of numbers keeps them together.

    >>> _plain("Ouest-France_Rennes"), _plain("2024_09_11"), _plain("na")
    ('Ouest-France Rennes', '2024-09-11', 'na')
    """
    value = value.strip()
    if "://" in value:
        return value
    if _NUMBERS.fullmatch(value):
        return value.replace("_", "-")
    return value.replace("_", " ").strip()
