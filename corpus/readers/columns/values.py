"""What the value of a column or a key says, whatever its type: a text, a line, names, the stamp of a date."""

import json
import math
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from corpus.clean import clean_line
from corpus.dates.values import MAX_VALUE_CHARACTERS
from corpus.encoding import LOST_BYTES
from corpus.expression import expression
from corpus.repair import repaired

_MISSING = frozenset((
    "", "-", "<na>", "#n/a", "#value!", "\\n", "n/a", "nan", "nat", "none", "null", "undefined", "(null)", "[removed]",
    "[deleted]",
))  # fmt: skip
"""What pandas, Excel, MySQL and JavaScript write where there is nothing, NewsAPI and Reddit where nothing is left."""
_MISSING_IN_CAPITALS = "NA"
"""What R writes there: in small letters it may be a word."""
_MAX_MISSING_CHARACTERS = max(map(len, _MISSING))
_MAX_DEPTH = 4
"""Objects and lists within one another that are looked into; an extended date of MongoDB nests three."""
_NAME_KEYS = (
    "name", "title", "rendered", "label", "text", "content", "value", "main", "original", "full", "literal",
    "raw", "#text", "$t", "_",
)  # fmt: skip
"""The keys of an object that stands for one name or text, the surest first: `{"name": "Le Phare"}`."""
_GIVEN_KEYS = ("given", "firstName", "first_name", "firstname", "prenom")
_FAMILY_KEYS = ("family", "lastName", "last_name", "lastname", "nom")
_PARTICLE_KEYS = ("dropping-particle", "non-dropping-particle")
"""The keys of CSL-JSON (1.0.2) for what stands before a family name: `de` in Dominique de Villepin, in Charles de Gaulle."""
_ELIDED = ("'", "’", "-")
_QUOTED = expression(r"""(?<!\\)(?:'((?:[^'\\]|\\.)*+)'|"((?:[^"\\]|\\.)*+)")""")
"""A text of a list of Python; it begins at no escaped quote, so that a list whose quotes do not end is read in linear time."""
_BETWEEN_NAMES = expression("[;|]")
_ADDRESS = expression(r"https?://\S*", re.IGNORECASE)
_DOMAIN = expression(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}", re.IGNORECASE)


def text(value: object) -> str:
    r"""Return a value as text: a list as its paragraphs, an object as its name, a missing value as "".

    >>> text(["Le port rouvre.", {"text": "Enfin."}]), text({"$numberLong": "42"}), text("NaN")
    ('Le port rouvre.\nEnfin.', '42', '')
    """
    return _text(value, _MAX_DEPTH)


def line(value: object) -> str:
    """Return a value as one text: of a list, its first that says something.

    >>> line(["", {"name": "Le Phare"}, "Midi"]), line(None)
    ('Le Phare', '')
    """
    if isinstance(value, list):
        return next(filter(None, (_text(part, _MAX_DEPTH - 1) for part in value)), "")
    return _text(value, _MAX_DEPTH)


def names(value: object) -> tuple[str, ...]:
    r"""Return the names of a value, each once: a list, or a text that is cut at `;` and `|` or is a list of Python.

    A text is repaired before it is cut, for `L&eacute;a` has a `;` of its own.  A number or an address is no name:
    WordPress gives the number of an author, Facebook pages stand in `article:author`.

    >>> names("['Anne Roy', \"Luc d'Alès\"]"), names([{"family": "Roy", "given": "Anne"}, 3]), names("12; Anne Roy")
    (('Anne Roy', "Luc d'Alès"), ('Anne Roy',), ('Anne Roy',))
    """
    lines = (clean_line(LOST_BYTES.sub("\ufffd", name)) for name in _repaired_names(value))
    return tuple(
        dict.fromkeys(name for name in lines if name and not name.isdecimal() and not is_address(name))
    )


def stamp(value: object) -> str:
    """Return a date as text: `{"$date": …}` of MongoDB, `{"date-parts": [[2021, 3, 3]]}` of Zotero, any text or number.

    >>> stamp({"$date": {"$numberLong": "1614793500000"}}), stamp({"date-parts": [["2021", 3, 3]]})
    ('1614793500000', '2021-03-03')
    """
    if isinstance(value, dict) and isinstance(parts := value.get("date-parts"), list):
        numbers = parts[0] if parts and isinstance(parts[0], list) else []
        value = "-".join(f"{part!s:0>2}" for part in numbers[:3])
    return clean_line(repaired(line(value)[:MAX_VALUE_CHARACTERS]))


def is_address(text: str) -> bool:
    """Return whether a text is the address of a page.

    >>> is_address("https://exemple.fr/port"), is_address("Mediapart.fr")
    (True, False)
    """
    return _ADDRESS.fullmatch(text.strip()) is not None


def is_domain(text: str) -> bool:
    """Return whether a text is the name of a machine: `www.exemple.fr`."""
    return _DOMAIN.fullmatch(text.strip()) is not None


def host(address: str) -> str:
    """Return the name of the machine of an address or a domain, without `www.`.

    >>> host("https://www.exemple.fr:8080/port"), host("exemple.fr"), host("http://[")
    ('exemple.fr', 'exemple.fr', '')
    """
    try:
        name = urlsplit(address.strip() if "//" in address else f"//{address.strip()}").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def _text(value: object, depth: int) -> str:
    match value:
        case str():
            return "" if _is_missing(value) else value
        case bool() | None:
            return ""
        case int():
            return _digits(value)
        case float():
            return str(value) if math.isfinite(value) else ""
        case _ if not depth:
            return ""
        case list():
            parts = (_text(part, depth - 1) for part in value if not isinstance(part, int | float))
            return "\n".join(filter(None, parts))
        case dict():
            return _text(_inside(value), depth - 1)
        case _:
            return ""


def _digits(value: int) -> str:
    """Return a number in figures; "" for one of more figures than Python writes (4,300)."""
    try:
        return str(value)
    except ValueError:
        return ""


def _inside(value: dict[str, object]) -> object:
    """Return what an object stands for: what MongoDB wraps (`{"$oid": …}`), or the first of its names."""
    if len(value) == 1:
        [(key, inner)] = value.items()
        if key.startswith("$"):
            return inner
    return next((value[key] for key in _NAME_KEYS if value.get(key)), None)


def _repaired_names(value: object) -> Iterable[str]:
    """Return the names that stand in a value, repaired, "" for what is missing."""
    if isinstance(value, str):
        written = value.strip()
        if not (written.startswith("[") and written.endswith("]")):
            return map(line, _BETWEEN_NAMES.split(repaired(written)))
        value = _listed(written)
    parts = value if isinstance(value, list) else [value]
    return (repaired(_name(part)) for part in parts if not isinstance(part, int | float))


def _name(value: object) -> str:
    """Return the name that one value of a list gives: Zotero has the given and the family name apart."""
    if not isinstance(value, dict):
        return line(value)
    family = _part(value, _FAMILY_KEYS)
    if not family:
        return line(value)
    for key in reversed(_PARTICLE_KEYS):
        if particle := _part(value, (key,)):
            family = f"{particle}{'' if particle.endswith(_ELIDED) else ' '}{family}"
    return " ".join(filter(None, (_part(value, _GIVEN_KEYS), family, _part(value, ("suffix",)))))


def _part(value: dict[str, object], keys: Iterable[str]) -> str:
    """Return the text of the first of the keys of a name that has one, "" without any."""
    return next((found.strip() for key in keys if isinstance(found := value.get(key), str)), "")


def _listed(written: str) -> list[object]:
    """Return the values of a list that was written as text: `["a", "b"]`, or `['a', 'b']` of a table made with pandas."""
    try:
        values = json.loads(written)
    except (ValueError, RecursionError):
        return [single or double for single, double in _QUOTED.findall(written)]
    return values if isinstance(values, list) else []


def _is_missing(value: str) -> bool:
    if len(value) > _MAX_MISSING_CHARACTERS + 2:
        return False
    stripped = value.strip()
    return stripped == _MISSING_IN_CAPITALS or stripped.lower() in _MISSING
