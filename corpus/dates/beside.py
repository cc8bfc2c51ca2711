"""The names beside the days of a date line: of a section, a paper, an author or a town."""

import re
from typing import NamedTuple

from corpus.clean import bare
from corpus.dates.sayings import CLOCK, PUBLISHED, only_says_when
from corpus.expression import expression
from corpus.sections import is_of_press, is_section

CITY = expression(r"(?:[^\W\d_][^,;:.!?\d()–—]{1,40}(?: \([^()]{1,30}\))?, )?(?:le )?", re.IGNORECASE)
_BAR = r" ?[|•·›»] ?"
_LABEL = r"[A-ZÀ-ÖØ-ÞŒ][\w’'&.-]{0,20}(?: [\w’'&.-]{1,20}){0,4}"
_HYPHEN = r" [–—-] "
_ANY_WORD = r"[\w’'&.-]{1,24}"
_SAID = r"[Pp]ubli|[Mm]is |[Pp]ost|[Pp]aru"
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞŒ0-9][\w’'&.-]{0,24}"
_PERSON = expression(
    r"[A-ZÀ-ÖØ-ÞŒ](?:\.|[^\W\d_A-Z]{1,20})(?:[ -][A-ZÀ-ÖØ-ÞŒ](?:[^\W\d_A-Z]{1,20}|[A-ZÀ-ÖØ-ÞŒ]{1,20})){1,2}"
)
_NAME_BEFORE = expression(rf"(?P<label>{_PERSON.pattern})(?P<hyphen>),? (?=[Pp]ubli|[Mm]is |[Pp]ost)")
_SIGNED_BEFORE = expression(
    rf"(?:[Ss]ource ?:? ?(?=\S)|(?=[A-ZÀ-ÖØ-ÞŒ0-9]))(?P<label>{_ANY_WORD}(?: (?:{_CAPITALISED}|/|de|du|des|la|le|les|et|avec)){{0,5}})"
    rf"(?P<hyphen>) ?, ?(?={_SAID})"
)
"""Who signs a line before what it says, with a comma: "Le Phare avec AFP, publié le", "Source : 20minutes.fr, publié le"."""
_SIGNED_BEFORE_CLOCK = expression(
    rf"(?P<label>{_ANY_WORD}(?: (?:{_ANY_WORD}|/)){{0,5}})(?P<hyphen>) ?, ?(?={_SAID})"
)
"""The same in small letters, "la rédaction du soir, publié le", where an hour stands behind: no headline gives it."""
_WHERE_BEHIND = expression(
    r"(?:^| )(?:à|dans|sur|par) (?:la |le |les |l['’])?[^\W\d][\w’'-]{0,20}(?: [\w’'-]{1,20}){0,2}$"
)
"""Where, or by whom: "Publié le 3 mars 2021 dans Société", "à Sète", "par la rédaction"."""
_LABEL_BEFORE = expression(rf"(?P<label>{_LABEL})(?: \([^()]{{2,30}}\))?(?:{_BAR}|(?P<hyphen>{_HYPHEN}))")
_MAX_LABELS = 3
_PROPER_NAMES = (
    r"[A-ZÀ-ÖØ-ÞŒ][\w’'-]{0,20}(?: (?:[A-ZÀ-ÖØ-ÞŒ][\w’'-]{0,20}|de|du|des|la|le|les|en|et|avec|sur)){0,4}"
)
_VERB = r"(?:Publi|Mise? (?:à|en) |Post|Paru|PUBLI|MISE? )"
_LEAD_IN = expression(
    rf"(?!(?:[^.]{{1,30}} )?d(?:e|u|es) ){_PROPER_NAMES}\. ?(?={_VERB})|\({_PROPER_NAMES}\) ?(?={_VERB})"
    rf"|{_PROPER_NAMES} ?\((?:AFP|ATS|ats|afp|awp|Belga|belga|Reuters|AP|MAP|APS|TAP)\)[ ,:–—-]*$"
)
"""Names before what a line says: "Sète. Publié le", "(Sète) Publié le", "Sète (ats) 3.3.2021"."""
RIGHTS = expression(rf"(?:©|\([cC]\)|[Cc]opyright) ?(?:\d{{4}} )?{_PROPER_NAMES},? ")
"""Before the day where all rights are reserved, "© Le Phare, 3.3.2021. Tous droits réservés"; else it is a credit."""
_PAPER = expression(_PROPER_NAMES)
_WITH_AGENCY = expression(r"(?:^| (?:avec|et) )(?:l['’])?(?:AFP|ATS|Belga|AP|Reuters|Keystone-ATS)$")
_LAW = r"(?:Loi|Décret|Arrêté|Ordonnance|Circulaire|Avis|Décision|Règlement|Directive|Projet|Procès|Affaire|Arrêt)"
NUMBERED = expression(
    rf"(?!(?:L[ae] |L['’])?(?i:{_LAW})\b)(?P<label>{_PROPER_NAMES}),?(?P<hyphen>{_HYPHEN})? ?(?=(?:[Nn](?:[°º]|o\.?)|[Nn]uméro) ?\d)"
)
"""The name of a paper before the number of an issue, "Le Phare, n° 12, mars 2021"; laws are numbered as well."""
PAGE = expression(r"\bp(?:p|ages?)?\.? ?\d")
_LABEL_BEHIND = expression(rf"(?:{_BAR}|(?P<hyphen>{_HYPHEN}))(?P<label>{_LABEL})$")


class Sides(NamedTuple):
    """What stands before the first day of a line and behind the last, and the names that stood there.

    `hyphened` are those of the labels that only a hyphen sets apart.
    """

    before: str
    behind: str
    labels: tuple[str, ...] = ()
    signed: str = ""
    hyphened: tuple[str, ...] = ()


def sides(before: str, behind: str) -> Sides:
    """Return the two sides of the days of a line, the names on them apart."""
    labels: list[str] = []
    hyphened: list[str] = []
    signed = ""

    def take(match: re.Match[str]) -> None:
        label = _WITH_AGENCY.sub("", match["label"].rstrip(" –—-"))
        labels.extend([label] if label else [])
        hyphened.extend([match["label"]] if match["hyphen"] else [])

    if lead := _LEAD_IN.match(before):
        before = before[lead.end() :]
    if not only_says_when(before):
        if match := _label_before(before, behind):
            take(match)
            before = before[match.end() :]
        elif CITY.fullmatch(before):
            signed, before = before, ""
    while (
        len(labels) < _MAX_LABELS and not only_says_when(behind) and (match := _LABEL_BEHIND.search(behind))
    ):
        take(match)
        behind = behind[: match.start()]
    if PUBLISHED.search(bare(before)):
        behind = _WHERE_BEHIND.sub("", behind)
    name = signed.rstrip(", ")
    if name and (PAGE.search(behind) or (is_of_press(name) and _PAPER.fullmatch(name))):
        labels.append(name)
        signed = "" if PAGE.search(behind) else signed
    return Sides(before, behind, tuple(labels), signed, tuple(hyphened))


def _label_before(before: str, behind: str) -> re.Match[str] | None:
    """Return the name of a paper, a section or an author before what a line says, as `label`; None if none stands there."""
    found = NUMBERED.match(before) or _LABEL_BEFORE.match(before) or _NAME_BEFORE.match(before)
    found = found or _SIGNED_BEFORE.match(before)
    return found or (_SIGNED_BEFORE_CLOCK.match(before) if CLOCK.search(bare(behind)) else None)


def is_beside_hyphen(label: str) -> bool:
    """Return whether a label may stand beside a day with no more than a hyphen between: a section, a paper, a first and last name."""
    is_paper = is_of_press(label) and _PAPER.fullmatch(label)
    return is_section(label) or bool(is_paper or _PERSON.fullmatch(label) or _WITH_AGENCY.search(label))
