"""The article of Factiva in lines, as an RTF gives them: rows of a code and a text, or a run of lines without codes."""

from collections.abc import Sequence

from corpus.article import Article
from corpus.expression import expression
from corpus.readers.databases.factiva import fields, run

_END = expression(rf"\s*(?:AN\b[ \u00a0|\t]*)?(?:[^\W\d_]{{2,12}} ?)?{fields.NUMBER}\s*\|?\s*")
"""`Document PHARE00020131005ea500001`, in the language of the interface."""
_CODE = expression(r"\s*(?P<code>[A-Z]{2,3})(?:[ \u00a0]*[|\t][ \u00a0]*|[ \u00a0]{2,}|[ \u00a0]*$)")
_MIN_CODES = 4
"""Rows with a code that a document has: any text may have a line that begins with two capitals."""


def is_end(line: str) -> bool:
    """Return whether a line is the number of an article, with which it ends."""
    return len(line) <= len("Document ") + 64 and _END.fullmatch(line) is not None


def is_number(line: str) -> bool:
    """Return whether a line has the number of an article."""
    return fields.number(line) != ""


def has_codes(lines: Sequence[str]) -> bool:
    """Return whether lines are rows of a code and a text."""
    return len({row[0] for line in lines if (row := _row(line))}) >= _MIN_CODES


def article(raw: str, name: str) -> Article:
    """Return the article of its lines.

    Raises:
        Unreadable: they have no text.
    """
    lines = raw.split("\n")
    found = _of_rows(lines) if has_codes(lines) else _of_run(lines)
    found.setdefault("AN", fields.number(lines[-1]) or fields.number(raw))
    return fields.article(found, raw, name)


def _row(line: str) -> tuple[str, str] | None:
    """Return the code and the text of a row; None for any other line."""
    row = _CODE.match(line)
    return (row["code"], line[row.end() :].strip(" |")) if row and row["code"] in fields.CODES else None


def _of_rows(lines: Sequence[str]) -> dict[str, str]:
    """Return the fields of rows; a line without a code goes on with the field above it."""
    found: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        row = _row(line)
        if row and row[0] not in found:
            code, text = row
            found[code] = [text]
        elif code:
            found[code].append(line.strip(" |"))
    return {code: "\n".join(parts).strip() for code, parts in found.items()}


def _of_run(lines: Sequence[str]) -> dict[str, str]:
    """Return the fields of lines without codes: those above the text end with the copyright, or the language."""
    kept = [line.strip() for line in lines if line.strip()]
    count = max(run.position_of_count(kept), 0)
    copyright_ = next((at for at, line in enumerate(kept) if at > count and run.is_copyright(line)), -1)
    stop = copyright_ if copyright_ >= 0 else min(count + 4, len(kept)) - 1
    found = run.of_lines(kept[: stop + 1])
    body = [line for line in kept[stop + 1 :] if not is_end(line)]
    found["TD"] = "\n".join([*body[:-1], *run.captions(body[-1:])] if len(body) > 1 else body)
    return found
