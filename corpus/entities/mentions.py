"""The mentions in the spans that the model found: trimmed, without the spans that are not names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.entities.entity import Kind
from corpus.entities.lexicon import lines
from corpus.entities.names import countries, is_acronym, key, listed

_KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORG, "LOC": Kind.PLACE, "MISC": Kind.OTHER}
_CHARACTERS_BEFORE = 24
"""Characters before a name in which a cue is looked for."""
_AND = " et "
_CONTRACTED = ("du ", "Du ", "au ", "Au ", "aux ", "Aux ")
"""Before the name of a town that has an article: "du Mans", "aux Ulis"."""
_MAX_NAME_CHARACTERS = 200
"""A longer span is not a name, and is not read, so that no text takes long."""
_EDGES = " \t\r\xa0\"«»“”()[],;:.…!?*|/-–—'’"
_CLOSING = _EDGES.replace(".", "").replace("!", "").replace("'", "").replace("’", "")
_INITIAL = re.compile(r"(?:^|[\s.-])[A-ZÀ-ÖØ-Þ]\.$")
# "l'ONG Foodwatch", "le parti Fatah": the common noun before the name is not part of it.
_GENERIC = re.compile(
    r"(?:agences?|associations?|cabinet|chaînes?|clubs?|collectif|compagnies?|enseigne|entreprises?|filiale|firme|groupes?"
    r"|hebdomadaire|journal|label|laboratoires?|magazine|marques?|mouvement|ONG|organisation|partis?|plateforme|quotidien"
    r"|radio|réseau|revue|site|société|start-up|studio|syndicats?|télévision|éditeur|pape|prince|princesse|président"
    r"|présidente|reine|roi|Mr|Mrs|Miss"
    r"|(?:[Aa]ssemblée générale|AG|ville|enclave) (?:de l['’]|d['’]|du|des|de la|de)) ?(?=[A-ZÀ-ÖØ-Þ])"
)
_DANGLING = re.compile(
    r"(?: (?:de|du|des|de la|d['’]|de l['’]|et|la|le|les|l['’]|à|au|aux|pour|par|sur|en|dans))+$"
)


# "Bureau des Nations unies" goes on in "pour la lutte contre le terrorisme": what an organisation is for.  Bounded on
# every side, hence linear.
_PURPOSE = (
    r"(?:lutte|développement|droits?|protection|promotion|prévention|soutien|coopération|alimentation|enfance|éducation"
    r"|réfugiés|sécurité|défense|recherche|environnement|population|paix|maintien|stabilisation|réforme|énergie"
    r"|médicaments?|commerce|migrations?|climat|culture|sciences?|liberté|égalité|démocratie|terrorisme|torture|corruption"
    r"|drogues?|crime|justice|santé|industrie|agriculture|habitat|télécommunications|consommation|transition|répression"
    r"|reconstruction|intégration|réconciliation|vérité|transparence|vie publique|faim|cancer|sida|racisme)"
)
_FOR = re.compile(
    rf" (?:pour|contre|sur) (?:la |le |les |l['’]){_PURPOSE}(?: (?:contre|de|du|des|et)(?: la| le| les|(?: l['’]| d['’])(?=\w))?"
    rf" ?{_PURPOSE}){{0,3}}(?![\w-])"
)
_ROAD = re.compile(r"(?:[ADMNEV]|R[ND]|CD) ?\d+[a-z]?|[A-Z]{1,2}\d{2,}|[A-Z]\d")
_ROMAN = re.compile(r"[IVXL]+(?:er|e|ème)?")
_PEOPLE = re.compile(r"[\w-]+(?:iens?|iennes?|oises?|ois|aises?|ais|ains?|aines?|éens?|éennes?|ards?|istes?)")
_DETERMINER = re.compile(
    r"(?i:(?:^|[\s'’(«\"])(?:les|des|un|une|ce|cet|cette|ces|aux|deux|trois|quelques|jeunes?|certains)) $"
)
_CUES = (
    "agence|association|assureur|avionneur|banque|cabinet|chaîne|club|collectif|compagnie|constructeur|entreprise|enseigne"
    "|fabricant|filiale|firme|fédération|fondation|géant|groupe|hebdomadaire|holding|journal|laboratoire|magazine|marque"
    "|mensuel|milice|opérateur|ONG|organisation|parti|plateforme|quotidien|radio|réseau|revue|société|start-up|startup"
    "|studio|syndicat|télévision|voyagiste|éditeur|équipementier"
)
_CUE = re.compile(rf"(?<![\w-])(?:{_CUES}) $")
_CUE_ENDS = frozenset(cue[-3:] for cue in _CUES.split("|"))
"""The last letters before a name for which it is worth looking for a cue: of one name in seventeen."""
_STATE = re.compile(r"[ÉEé]tat (?:de |d['’]|du )(?=[A-ZÀ-ÖØ-Þ])")
_ORDINAL = re.compile(r"\d+(?:è?me|e|er|re|ère)? (?=[A-ZÀ-ÖØ-Þ])")
_TITLE = re.compile(
    r"(?:(?:MM?|Mmes?|Mlles?|Me|Mgr|Dr|Pr)(?:\. ?| )|(?:Monsieur|Madame|Maître|Sir|Lord) )(?=[A-ZÀ-ÖØ-Þ])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names something: `name` is that stretch, `key` what two spellings share."""

    start: int
    end: int
    kind: Kind
    name: str
    key: str


def mentions(text: str, spans: Iterable[tuple[int, int, str]]) -> Iterator[Mention]:
    """Yield the mentions that the spans of a text hold, in order."""
    for start, end, label in spans:
        if end - start < _MAX_NAME_CHARACTERS:
            for reading in _readings(text[start:end], label):
                before = text[max(0, start + reading.part - _CHARACTERS_BEFORE) : start + reading.part]
                if not (reading.people and _DETERMINER.search(before)):
                    yield _mention(text, start, reading, before)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a span holds: a mention from `start` to `end`, whose name begins at `lead` and has this `key`.

    `part` is where the part of the span begins that holds the mention.  `town`: the model says an organisation, a list
    says a place.  `people`: the name is that of a people if a determiner stands before it.
    """

    part: int
    start: int
    lead: int
    end: int
    kind: Kind
    key: str
    town: bool
    people: bool


def _mention(text: str, start: int, reading: _Reading, before: str) -> Mention:
    """Return the mention that a span from `start` holds; the words around it may change its kind and its end."""
    begin, end, kind, name = start + reading.lead, start + reading.end, reading.kind, reading.key
    if reading.town and text[max(0, begin - 4) : begin].endswith(_CONTRACTED):
        kind = Kind.PLACE
    if kind is not Kind.ORG and before[-4:-1] in _CUE_ENDS and _CUE.search(before):
        # "le parti Fatah", but "le patron du parti Laurent Wauquiez"
        kind = kind if kind is Kind.PERSON and " " in name else Kind.ORG
    if kind is Kind.ORG and text[begin].isupper() and (purpose := _FOR.match(text, end)):
        end = purpose.end()
        name = key(text[begin:end])
    return Mention(start + reading.start, end, kind, text[begin:end], name)


@lru_cache(1 << 15)
def _readings(surface: str, label: str) -> tuple[_Reading, ...]:
    """Return what a span holds: two names where "et" joins two that the lists have, else one or none."""
    left, joint, right = surface.partition(_AND)
    if joint and {key(left), key(right)} <= listed().keys():
        readings = [_read(left, label, 0), _read(right, label, len(left + joint))]
    else:
        readings = [_read(surface, label, 0)]
    return tuple(reading for reading in readings if reading is not None)


def _read(surface: str, label: str, part: int) -> _Reading | None:
    """Return what a part of a span holds; None if it is not a name: without a capital, a month, an office."""
    kind = _KINDS[label]
    bare = surface.lstrip(_EDGES)
    if kind is Kind.PERSON and (title := _TITLE.match(bare)):
        bare = bare[title.end() :]
    start = part + len(surface) - len(bare)
    while key(_closed(bare)) not in listed() and (generic := _ORDINAL.match(bare) or _GENERIC.match(bare)):
        bare = bare[generic.end() :]
    if kind is Kind.ORG and (state := _STATE.match(bare)):
        bare = bare[state.end() :]
        kind = Kind.PLACE
    lead = part + len(surface) - len(bare)
    bare = _DANGLING.sub("", _closed(bare))
    name = key(bare)
    if len(name) < 2 or not any(map(str.isupper, bare)) or not name[0].isalnum():
        return None
    listed_kind = listed().get(name)
    if listed_kind is Kind.ORG and kind is Kind.PLACE:
        kind = Kind.ORG
    elif kind in {Kind.PERSON, Kind.ORG} and name in countries():
        kind = Kind.PLACE
    if listed_kind is None:
        if _is_worthless(bare, name, kind):
            return None
        if "-" in bare and bare.isupper() and all(map(_is_organisation, bare.split("-"))):
            kind = Kind.ORG
    town = kind is Kind.ORG and listed_kind is Kind.PLACE
    people = listed_kind is None and " " not in name and _PEOPLE.fullmatch(surface) is not None
    return _Reading(part, start, lead, lead + len(bare), kind, name, town, people)


def _closed(name: str) -> str:
    """Return a name without the marks behind it; a full stop stays with an initial or an acronym."""
    bare = name.rstrip(_CLOSING)
    if bare[-1:] in {".", "!"} and not _INITIAL.search(bare) and "." not in bare[:-1]:
        return bare[:-1]
    return bare


def _is_worthless(name: str, folded: str, kind: Kind) -> bool:
    if _ROMAN.fullmatch(name) or folded in _worthless() or folded.isdigit():
        return True
    return kind in {Kind.ORG, Kind.PERSON} and _ROAD.fullmatch(name) is not None


def _is_organisation(part: str) -> bool:
    return is_acronym(part) and listed().get(key(part)) is Kind.ORG


@cache
def _worthless() -> frozenset[str]:
    """Return the single words that the model may take for names although they are not."""
    return frozenset(
        key(word)
        for name in ("demonyms", "months", "honorifics", "nonentities", "portfolios")
        for word in lines(name)
    )
