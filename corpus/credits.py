"""Credits at the end of a paragraph: who made the film or the picture that stood there on the page.

To copy a page glues the credit to the title of the film (`Un record alarmantpar Europe 1`), and what looks for names then
takes `Macronpar Le Parisien` for a person.  The credit goes, the words before it stay.
"""

import re

from corpus.expression import expression

_MAX_CREDIT_CHARACTERS = 64
"""The longest credit of 13,365 glued ones in 36,016 articles has 57."""

_END_CHARACTERS = _MAX_CREDIT_CHARACTERS + 16
"""The characters at the end of a paragraph that are looked at: a credit, and the words that introduce it."""

_AGENCY = (
    r"(?:AFP|Agence[ ]France[ -]Presse|AFPTV|LP|Reuters|REUTERS|AP|Associated[ ]Press|Belga|BELGA|ATS|Keystone|KEYSTONE|APS|MAP|"
    r"TAP|EFE|ANSA|DPA|dpa|EPA|Xinhua|Anadolu|Getty(?:[ ]Images)?|SIPA|Sipa(?:[ ]Press)?|MaxPPP|MAXPPP|Abaca(?:press)?|"
    r"ABACA(?:PRESS)?|Bestimage|BESTIMAGE|Shutterstock|iStock|Pixabay|Unsplash|6Medias|6MEDIAS|Hans[ ]Lucas|DR)"
)
_AGENCIES = rf"{_AGENCY}(?:(?:[ ]?[/,][ ]?|[ ]et[ ]|[ ]-[ ])[\w .'’-]{{1,30}}){{0,3}}"
_MADE = r"(?:photos?|images?|vidéos?|illustrations?|photographies?)"
_CREDIT_OF = rf"(?:[Cc]rédits?[ -]{_MADE}|CRÉDITS?[ ]PHOTOS?)"
_CAPITAL = r"[^\W\d_a-zß-ÿœ]"
_PHOTO = r"(?:[Pp]hotos?|PHOTOS?|[Vv]idéos?|[Ii]mages?)"
_SIGN = r"(?:©|\([cC]\)[ ](?=[A-ZÀ-Þ]))"
_SMALL_WORDS = frozenset(
    """à au aux d de des du en et of the l la le les by par via pour von van der den di archives archive photo photos image images""".split()
)
"""The small words between the names behind the sign ©; any other is of a sentence: "Le logo © de la marque est déposé"."""
_HANDLE = expression(r"(?: - |/ ?)[a-z]\w+$")
_MAX_CAPTION_CHARACTERS = 160
"""A longer paragraph before a credit is no caption, and ends with its sentence."""

_SMALL_NAMES = r"(?:franceinfo|euronews|puremedias|letribunaldunet|lalibre|leblogauto|lesoir|leparisien|lefigaro|lemonde)"
"""Makers of films that write their name in small letters; others have a digit, a sign or a capital within."""

_MAKER = rf"""(?:
    {_CAPITAL}[^\n"«»;:]*
  | (?:[0-9]{{1,2}}(?=[^\W\d_])|20[ ]Minutes)[^\n"«»;:]*
  | {_SMALL_NAMES}(?:[ ]\([^()]{{1,20}}\))?
  | (?=[^\W\d_A-Z]*[0-9A-Z_.])[a-zé][\w.+-]*\w
)"""
_NAME_WORD = rf"(?:{_CAPITAL}[\w’'.-]{{0,20}}|d[eu]|d[’']{_CAPITAL}[\w’'-]{{0,20}}|van|von|der|den|ben|el|al|le|la|et|&)"
_MAKER_NAME = rf"{_CAPITAL}[\w’'.-]{{0,20}}(?:[ ]{_NAME_WORD}){{0,5}}"
_FULL_MAKER_NAME = rf"{_CAPITAL}[\w’'.-]{{0,20}}(?:[ ]{_NAME_WORD}){{1,5}}"
_OF_PHOTO = r"(?:[Pp]hotos?|PHOTOS?)[ ]?:?[ ](?:(?:d[’'])?(?:archives?|illustration)[ ])?"
"""What introduces a name and a paper; not a film: `Vidéo : France / Belgique` is a match."""
_INITIALS = rf"(?:{_CAPITAL}\.[ -]?){{1,3}}(?:{_CAPITAL}[\w’'-]{{1,20}})?"
_PAPER = rf"""(?:[ ]?[/|][ ]?|[ ][–-][ ])
    (?:{_INITIALS}|(?:{_CAPITAL}|{_SMALL_NAMES})[\w ’'&-]{{0,30}}(?:\.(?:fr|com|be|ch|net))?)"""
"""Whom the maker of a picture works for, behind the name, `Awa Kaba / Le Phare`, or before it: `Le Phare / A. K.`."""
_SENTENCE_ENDS = r"""(?<=[.!?…»"”])"""
_GLUED = expression(
    rf"""par[ ](?<=[^\s(‘“«\[{{<]par[ ])(?<!\s["'’]par[ ])(?P<maker>{_MAKER})$""",
    re.VERBOSE,
)
_LAST_WORD = expression(r"[\w'’-]*$")
_INTRODUCED = expression(
    rf"""
    (?<=\S) [ ]? (?:
      (?<![ ])avec[ ]{_AGENCIES}
    | [ ]?(?:[([]|[–-][ ]|{_SENTENCE_ENDS}){_OF_PHOTO}{_MAKER_NAME}{_PAPER}[)\]]?
    | [ ](?=P){_OF_PHOTO}{_FULL_MAKER_NAME}{_PAPER}
    | [ ]?\(?(?:(?=P){_OF_PHOTO})?{_SIGN}(?P<signed>[^\n()]*)\)?
    | [ ]?(?:Crédits?|{_CREDIT_OF})[ ]?:[ ]?{_CAPITAL}[^\n()]*
    | [ ]?(?:[ ([]|{_SENTENCE_ENDS}){_PHOTO}[ ]?:?[ ](?:[^\n()]{{0,40}}[/ ,])??{_AGENCIES}[)\]]?
    | [ ]?{_SENTENCE_ENDS}(?:{_AGENCY}[ ])?PHOTOS?[ ](?:{_CAPITAL}|[ .,/’'-]){{3,60}}
    | {_SENTENCE_ENDS}[ ]?{_AGENCY}[ ]?/[ ]?{_CAPITAL}[\w ’'-]{{1,40}}
    | [ ]?(?<=[^\sA-ZÀ-Þ])[ (]?(?:Photos?|Vidéos?)[ ]?:[ ]?{_CAPITAL}[^\n()]*
    | [ ]?\((?:Crédits?|{_CREDIT_OF})[ ]?:?[ ][^\n()]*\)
    | [ ]?\({_PHOTO}[ ]?:[ ]?{_CAPITAL}[^\n()]*\)
    | [ ]?\({_AGENCY}[ ]?/[^\n()]*\)
    )(?P<stop>\.?)$
    """,
    re.VERBOSE,
)
_ALONE = expression(
    rf"""
    [(\[]?(?:
      {_CREDIT_OF}[ ]?:[ ]?[^\n]*
    | [Pp]hotos?[ ]?:?[ ](?:[^\n.]{{0,40}}[/ ,])??{_AGENCIES}
    | {_CAPITAL}[^\n.,:;/"«»]{{2,30}}(?:[ ]?/[ ]?POOL)?[ ]?/[ ]?{_AGENCIES}
    | {_AGENCY}[ ]?/[ ]?[\w .'’-]{{1,30}}
    | {_OF_PHOTO}{_MAKER_NAME}{_PAPER}
    | (?:{_OF_PHOTO})?{_SIGN}[ ]?{_MAKER_NAME}(?:{_PAPER})?
    )[)\]]?\.?
    """,
    re.VERBOSE,
)
_BETWEEN = expression(rf"(?<=[.!?…»\"”])[ ]?\((?:[Pp]hotos?|PHOTOS?)[ ]?:?[ ][^\n()]{{1,50}}\)(?={_CAPITAL})")
"""A credit whose paragraph was glued to the next one: "Le port rouvre.(Photo : A. Kaba/AFP)Le maire parle."."""
_SIGNS = expression(
    r"©|/|\([cC]\)|hoto|PHOTO|édit(?<=rédit)|RÉDIT|éo(?<=idéo)s?[ :]|ge(?<=mage)s?[ :]|vec (?<=\Savec )"
)
"""What every credit has that is introduced or alone; each sign from its rare letters on, to be found in a third of the time."""
_NAMES_IN_PAR = frozenset(
    """aspar caspar dupar gaspar gáspar gaspár interspar jaspar kaspar kempar lapar mopar rempar spar
    valledupar""".split()
)
"""Words that end in `par` and may stand before a capital: Gaspar Noé, Spar France, Kaspar Hauser."""


def without_credit(paragraph: str) -> str:
    """Return a paragraph without its credit, at its end or between two sentences; one that is only a credit becomes "".

    >>> without_credit('"Des engagements réciproques"par BFMTV'), without_credit("Le port, lundi. © AFP / A. Kaba")
    ('"Des engagements réciproques"', 'Le port, lundi.')
    >>> without_credit("Un film de Gaspar Noé"), without_credit('Il est gardé "par Europe 1')
    ('Un film de Gaspar Noé', 'Il est gardé "par Europe 1')
    """
    if "(" in paragraph and ("hoto" in paragraph or "PHOTO" in paragraph):
        paragraph = _BETWEEN.sub(" ", paragraph)
    end = paragraph[-_END_CHARACTERS:]
    start = len(paragraph) - len(end)
    if "par " in end and (glued := _GLUED.search(end)) and _is_credit(glued["maker"], end[: glued.start()]):
        return paragraph[: start + glued.start()].rstrip()
    if not _SIGNS.search(end):
        return paragraph
    if not start and _ALONE.fullmatch(end):
        return ""
    introduced = _INTRODUCED.search(end)
    if not introduced:
        return paragraph
    before = paragraph[: start + introduced.start()].rstrip(" -–—|,")
    if introduced["signed"] and not _is_signed(introduced["signed"].strip(), before):
        return paragraph
    return before + introduced["stop"] if before[-1:].isalnum() else before


def _is_signed(names: str, before: str) -> bool:
    """Return whether what stands behind the sign © names who made a picture, behind a sentence or a caption."""
    if names.lower().endswith("droits réservés") or re.fullmatch(_SMALL_NAMES, names):
        return True
    words = re.split(r"[ /,|’'&-]+", _HANDLE.sub("", names))
    return (
        (before.endswith((".", "!", "?", "…", "»", '"', "”")) or len(before) <= _MAX_CAPTION_CHARACTERS)
        and not re.search(r"\w{3}\. ", names)
        and any(not word.islower() for word in words)
        and all(not word.islower() or word in _SMALL_WORDS or "." in word for word in words)
    )


def _is_credit(maker: str, before: str) -> bool:
    """Return whether a glued `par` begins a credit: it may also be the end of a word, or stand in a sentence."""
    word = _LAST_WORD.search(before)
    return (
        bool(before.strip(" \"'’"))
        and not maker.endswith((".", ","))
        and ". " not in maker
        and len(maker) <= _MAX_CREDIT_CHARACTERS
        and (word is None or f"{word[0]}par".lower() not in _NAMES_IN_PAR)
    )
