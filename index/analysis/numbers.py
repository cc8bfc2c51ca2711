"""Numbers as the press writes them: with thousands or decimals; and hours."""

import re

from corpus.expression import expression

_THOUSANDS = expression(r"([0-9]{1,3}(?:[.,'][0-9]{3})+)(?:[.,]([0-9]{1,2}))?")
_DECIMAL = expression(r"[0-9]+[.,][0-9]+")
_HOUR = expression(
    r"([0-9]{1,3})(?:'?h'?|'heures?'|:)([0-5][0-9])(?:'?mi?n)?|([0-9]{1,3})'?(?:h|heures?)", re.IGNORECASE
)

_MAX_HOUR = 24
"""The last hour of a day: behind it, a colon is that of a ratio or of a score."""


def number(text: str) -> str | None:
    """Return the one term of a number that is written with signs, `1200` for `1.200`; None if a text is not such a number.

    >>> number("1.200.000"), number("12,5"), number("1.200,50"), number("10'000"), number("25.11.2025")
    ('1200000', '12.5', '1200.50', '10000', None)
    >>> number("12'500,00"), number("12,00"), number("2.0")
    ('12500', '12', '2.0')
    """
    if match := _THOUSANDS.fullmatch(text):
        whole = re.sub("[.,']", "", match[1])
        return f"{whole}.{match[2]}" if (match[2] or "00") != "00" else whole
    if _DECIMAL.fullmatch(text):
        return text.removesuffix(",00").replace(",", ".")
    return None


def hour(text: str) -> tuple[str, ...]:
    """Return the terms of an hour: one with minutes, else two, because a person looks for `heures`; none if it is no hour.

    >>> hour("20:30"), hour("8H05"), hour("20h"), hour("20'heures"), hour("20h00"), hour("20:70")
    (('20h30',), ('8h05',), ('20', 'heures'), ('20', 'heures'), ('20', 'heures'), ())
    >>> hour("18h30min"), hour("20:30min")
    (('18h30',), ('20h30',))
    """
    match = _HOUR.fullmatch(text) if text[:1].isdigit() else None
    if not match or (":" in text and int(match[1]) > _MAX_HOUR):
        return ()
    hours, minutes = str(int(match[1] or match[3])), match[2] or "00"
    return (hours, "heures") if minutes == "00" else (f"{hours}h{minutes}",)
