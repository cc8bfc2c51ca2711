"""The fields above a text, between two lines `---` (YAML) or `+++` (TOML), as Jekyll, Hugo, Obsidian and trafilatura write them."""

import re

_MAX_CHARACTERS = 1 << 14
"""Characters of the fields, at most: what is longer is no front matter."""
_ENDS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE),
}
_FIELD = re.compile(r"""["']?([^\W\d_][\w .-]{0,40}?)["']?[ \t]*[:=](?:[ \t]+(.*))?""")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_BLOCK = re.compile(r"[|>][+-]?")
_LIST = re.compile(r"\[(?!\[)(.*)\]")
_PARTS = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\s"'][^,]*""")


def split(text: str) -> tuple[dict[str, object], str]:
    r"""Return the fields above a text, and the text; no fields where it begins otherwise.

    A value is a text or a list of texts; what is nested deeper is left out.

    >>> split("---\ntitle: \"Le port : fin\"\nauthors: [Anne Roy, Luc Petit]\n---\nLe port rouvre.\n")
    ({'title': 'Le port : fin', 'authors': ['Anne Roy', 'Luc Petit']}, 'Le port rouvre.\n')
    >>> split("---\nLe port rouvre.\n---\n")
    ({}, '---\nLe port rouvre.\n---\n')
    """
    begun = text[:_MAX_CHARACTERS].replace("\r\n", "\n").lstrip("\ufeff\n ")
    mark, _, below = begun.partition("\n")
    end = _ENDS[mark.rstrip()].search(below) if mark.rstrip() in _ENDS else None
    fields = _fields(below[: end.start()]) if end else {}
    if not end or not fields:
        return {}, text
    rest = below[end.end() :]
    return fields, rest + text[_MAX_CHARACTERS:].replace("\r\n", "\n")


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
