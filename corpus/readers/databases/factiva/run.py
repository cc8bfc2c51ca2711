"""The lines above a text of Factiva without the codes of its fields: the count of words and the date show what each is."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from corpus.expression import expression
from corpus.readers.authors import authors
from corpus.readers.databases.factiva.fields import number
from corpus.readers.databases.header import date
from corpus.readers.language import known_language

_COUNT = expression(r"\d[\d.,\u00a0\u202f ]{0,12}(?:[^\W\d_]{1,15})(?: \([^()]{1,20}\))?")
"""`808 words`, `808 mots`, `1.285 Wörter`, `8165 字`: a number and a word in the language of the interface."""
_HOUR = expression(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?(?: [A-Z]{2,4})?")
_CODE = expression(r"[A-Z][A-Z0-9]{1,9}")
_PAGE = expression(r"[A-Z]{0,4}\d{1,4}[A-Z]?(?:[,/-] ?[A-Z]{0,4}\d{1,4}[A-Z]?){0,5}")
_ISSUE = expression(r"\d{1,4}[ /-]\d{4}|(?:vol|nr|no|n°|nº|issue|heft|ausgabe)\b.*", re.IGNORECASE)
_COPYRIGHT = expression(r"(?:©|\(c\)|copyright\b|copr\.|版权|droits d['’]auteur\b).*", re.IGNORECASE)
_BYLINE = expression(r"(?:by|par|von|propos recueillis)\b", re.IGNORECASE)
_COMPANY = expression(
    r"\b(?:GmbH|AG|KG|SE|Ltd|Limited|Inc|Corp|Corporation|LLC|LLP|PLC|Pty|S\.?A\.?S?|SARL|B\.?V|Company|Publishing|Verlag|Éditions?|Groupe|Group|Presse|Media)\b"
    r"|\((?:Full Text|Abstract)\)",
    re.IGNORECASE,
)
_MAX_COMPANY_CHARACTERS = 100
_MAX_WORDS_OF_AUTHORS = 8
_MAX_LINES_ABOVE_COUNT = 8
"""Section, headline and authors; the samples have four lines at most."""
_MAX_LINES_BELOW_COUNT = 14
"""Date, hour, source, codes, edition, page, language and copyright."""


def position_of_count(lines: Sequence[str]) -> int:
    """Return the number of the first line that is a count of words, behind which a date stands; -1 without one.

    >>> position_of_count(["Un pont", "808 mots", "5 octobre 2013"]), position_of_count(["20 Minutes", "Une une"])
    (1, -1)
    """
    return next((at for at, pair in enumerate(pairwise(lines)) if _is_count(*pair)), -1)


def _is_count(line: str, following: str) -> bool:
    return _COUNT.fullmatch(line.strip()) is not None and date(following) is not None


def is_copyright(line: str) -> bool:
    """Return whether a line says who has the rights of an article."""
    return _COPYRIGHT.fullmatch(line.strip()) is not None


def is_top(lines: Iterable[str]) -> bool:
    """Return whether lines begin with those above a text: a count of words, a date, the code of the source, the copyright.

    >>> is_top(["Le bac rouvre", "80 mots", "5 octobre 2013", "Le Phare", "PHARE", "Copyright 2013 Le Phare"])
    True
    >>> is_top(["Le bac rouvre", "80 mots", "5 octobre 2013", "Le bac a rouvert."])
    False
    """
    first = [*islice(filter(None, map(str.strip, lines)), _MAX_LINES_ABOVE_COUNT + _MAX_LINES_BELOW_COUNT)]
    count = position_of_count(first)
    behind = first[count + 2 : count + _MAX_LINES_BELOW_COUNT]
    return (
        0 <= count <= _MAX_LINES_ABOVE_COUNT
        and any(map(is_copyright, behind))
        and any(map(_CODE.fullmatch, behind))
    )


def of_lines(lines: Sequence[str], title: str = "", by: str = "") -> dict[str, str]:
    """Return the fields of the lines above a text; `title` and `by` are those that the page shows as such.

    What stands before the count is a section, the headline and the authors; what follows the date is an hour, the source,
    its code, an edition, a page, the language and the copyright, of which some may be missing.
    """
    count = position_of_count(lines)
    day = (
        count + 1 if count >= 0 else next((at for at, line in enumerate(lines) if _is_date(line)), len(lines))
    )
    found = _before(lines[: count if count >= 0 else day], title, by)
    if day < len(lines):
        found["PD"] = lines[day]
        found |= _behind(lines[day + 1 :])
    return found


def captions(lines: Sequence[str]) -> list[str]:
    """Return the lines below a text without the number of the article and without the company that gave it."""
    kept = [line for line in lines if not number(line) and " " in line]
    if kept and len(kept[-1]) <= _MAX_COMPANY_CHARACTERS:
        is_sentence = kept[-1].endswith((".", "!", "?", "…", "»", '"', "”"))
        if not is_sentence or _COMPANY.search(kept[-1][-40:]):
            kept.pop()
    return kept


def _is_date(line: str) -> bool:
    return len(line) <= len("Donnerstag, 14. September 2018") and date(line) is not None


def _before(lines: Sequence[str], title: str, by: str) -> dict[str, str]:
    """Return the section, the headline and the authors of the lines before the count."""
    if title:
        at = lines.index(title) if title in lines else 0
        return {"SE": " ; ".join(lines[:at]), "HD": title, "BY": by}
    rest = list(lines)
    signed = next(
        (at for at in range(len(rest) - 1, max(0, len(rest) - 3), -1) if _is_byline(rest[at])), len(rest)
    )
    above = rest[:signed]
    return {
        "HD": above[-1] if above else "",
        "SE": above[0] if len(above) > 1 else "",
        "BY": rest[signed] if signed < len(rest) else "",
    }


def _is_byline(line: str) -> bool:
    """Return whether a line before the count names authors: `Par Anne Roy`, or names and nothing else."""
    if _BYLINE.match(line):
        return True
    words = re.findall(r"[^\W\d_]+", " ".join(authors(line)))
    is_short = 2 <= len(words) <= _MAX_WORDS_OF_AUTHORS
    return is_short and len(words) == len(re.findall(r"[^\W\d_]+", re.sub(r"\b(?:et|and|und)\b", "", line)))


def _behind(lines: Sequence[str]) -> dict[str, str]:
    """Return the fields of the lines behind the date."""
    found: dict[str, str] = {}
    for line in lines:
        if is_copyright(line):
            break
        if _HOUR.fullmatch(line) or _ISSUE.fullmatch(line):
            continue
        if "SN" not in found:
            found["SN"] = line
        elif code := known_language(line):
            found.setdefault("LA", code)
        elif _CODE.fullmatch(line) and not _PAGE.fullmatch(line):
            continue  # the code of the source, and that of its group
        elif _PAGE.fullmatch(line):
            found.setdefault("PG", line)
        else:
            found.setdefault("ED", line)
    return found
