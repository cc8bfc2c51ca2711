"""The fields above a text: between two lines `---` or `+++`, or in lines such as `Titre : …` that no mark encloses.

Jekyll, Hugo, Obsidian and trafilatura write YAML between `---`, Hugo TOML between `+++`; people type lines.
"""

import re
from collections.abc import Iterator

from corpus.expression import expression
from corpus.readers.columns.usual import KNOWN_LABELS, LABELS, TEXT_LABELS, label

_MAX_CHARACTERS = 1 << 14
"""Characters of the fields, at most: what is longer is no front matter."""
_ENDS = {
    "---": expression(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE),
    "+++": expression(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE),
}
_FIELD = expression(r"""["']?([^\W\d_][\w .-]{0,40}?)["']?[ \t]*[:=](?:[ \t]+(.*))?""")
_ITEM = expression(r"[ \t]*-[ \t]+(.*)")
_BLOCK = expression(r"[|>][+-]?")
_LIST = expression(r"\[(?!\[)(.*)\]")
_LINE = expression(r"([^\W\d_][\w'’ -]{0,30}?)[ \t\u00a0\u202f]*:[ \t\u00a0\u202f]*(.*)")
"""A line `Label : value`, with the blank of French before the colon or not."""
_MIN_FIELDS_OF_LINES = 2
"""Fields that lines without a mark must hold: « Date : 3 mars » alone may be the first line of an announcement."""
_MAX_VALUE_CHARACTERS = 2_000
"""Characters of the value of a line: a paragraph of an interview may be longer, an abstract is not."""
_TELLING = {
    known: field
    for field in ("title", "source", "date", "authors", "section", "page", "url", "edition")
    for known in LABELS[field]
}
"""The labels that count as fields of an article: a place and a day are those of an announcement as well."""
_PARTS = expression(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\s"'][^,]*""")


def split(text: str) -> tuple[dict[str, object], str]:
    r"""Return the fields above a text, and the text; no fields where it begins otherwise.

    A value is a text or a list of texts; what is nested deeper is left out.

    >>> split("---\ntitle: \"Le port : fin\"\nauthors: [Anne Roy, Luc Petit]\n---\nLe port rouvre.\n")
    ({'title': 'Le port : fin', 'authors': ['Anne Roy', 'Luc Petit']}, 'Le port rouvre.\n')
    >>> split("---\nLe port rouvre.\n---\n")
    ({}, '---\nLe port rouvre.\n---\n')
    >>> split("Titre : Le port rouvre\nJournal : Le Phare\n\nLe quai est neuf.\n")
    ({'Titre': 'Le port rouvre', 'Journal': 'Le Phare'}, '\nLe quai est neuf.\n')
    """
    begun = text[:_MAX_CHARACTERS].replace("\r\n", "\n").lstrip("\ufeff\n ")
    mark, _, below = begun.partition("\n")
    end = _ENDS[mark.rstrip()].search(below) if mark.rstrip() in _ENDS else None
    fields = _fields(below[: end.start()]) if end else {}
    if not end or not fields:
        fields, end_of_lines = _of_lines(begun)
        rest = begun[end_of_lines:]
    else:
        rest = below[end.end() :]
    return (fields, rest + text[_MAX_CHARACTERS:].replace("\r\n", "\n")) if fields else ({}, text)


def _of_lines(begun: str) -> tuple[dict[str, object], int]:
    """Return the values of the lines `Label : value` at the top, and where they end; none where they may be the text."""
    lines = [*_lines(begun)]
    fields: dict[str, object] = {}
    for name, value, _ in lines:
        held = fields.get(name)
        fields[name] = value if held is None else [*(held if isinstance(held, list) else [held]), value]
    end = lines[-1][2] if lines else 0
    telling = {_TELLING.get(label(name), "") for name in fields} - {""}
    has_text = len(telling) >= _MIN_FIELDS_OF_LINES and begun[end:].strip()
    return (fields, end) if has_text else ({}, 0)


def _lines(begun: str) -> Iterator[tuple[str, str, int]]:
    """Yield the label and the value of each line at the top, and where the line ends.

    The first has a usual label; one of another label counts if one of a usual label stands below it without a blank line
    between them.  Behind a label of the text, `Texte :`, the text begins.
    """
    is_first = True
    others: list[tuple[str, str, int]] = []
    for line in re.finditer(r"(.*)(?:\n|\Z)", begun):
        if not line[1].strip() and not others:
            continue
        found = _LINE.fullmatch(line[1].strip())
        if not found or len(line[1]) > _MAX_VALUE_CHARACTERS:
            return
        known = label(found[1])
        if known in TEXT_LABELS:
            yield from others
            yield found[1], "", line.start() + line[1].index(":") + 1
            return
        if is_first and known not in KNOWN_LABELS:
            return
        is_first = False
        others.append((found[1], (found[2] or "").strip(), line.end()))
        if known in KNOWN_LABELS:
            yield from others
            others.clear()


def _fields(lines: str) -> dict[str, object]:
    """Return the values of the lines by their names; nothing where a line is no field."""
    fields: dict[str, object] = {}
    name = ""
    for line in lines.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        if name and (item := _ITEM.fullmatch(line)):
            held = fields[name]
            fields[name] = [*(held if isinstance(held, list) else ()), _plain(item[1])]
        elif name and line[0] in " \t":
            held = fields[name]
            fields[name] = f"{held} {line.strip()}".strip() if isinstance(held, str) else held
        elif field := _FIELD.fullmatch(line):
            name, value = field[1], (field[2] or "").strip()
            listed = _LIST.fullmatch(value)
            fields[name] = [*map(_plain, _PARTS.findall(listed[1]))] if listed else _plain(value)
        else:
            return {}
    return fields


def _plain(value: str) -> str:
    r"""Return a value without its quotes and the brackets of a link of Obsidian; "" for the sign of a text that follows.

    >>> _plain("'L''été'"), _plain('"Dit \\"non\\""'), _plain('"[[Le Fanal]]"'), _plain(">-")
    ("L'été", 'Dit "non"', 'Le Fanal', '')
    """
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == "'":
        value = value[1:-1].replace("''", "'")
    elif len(value) > 1 and value[0] == value[-1] == '"':
        value = re.sub(r'\\(["\\])', r"\1", value[1:-1])
    return "" if _BLOCK.fullmatch(value) else value.removeprefix("[[").removesuffix("]]")
