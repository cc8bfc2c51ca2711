"""The mentions in the spans that the model found: trimmed, without the spans that are not names."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from corpus.entities.asides import is_read_on, is_said_on, is_signed_by, platforms
from corpus.entities.entity import Kind
from corpus.entities.lexicon import is_first_name, lines
from corpus.entities.names import REIGNS, countries, is_acronym, key, listed, with_article
from corpus.expression import expression
from corpus.records import record

_KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORG, "LOC": Kind.PLACE, "MISC": Kind.OTHER}
_CHARACTERS_BEFORE = 24
"""Characters before a name in which a cue is looked for."""
_AND = " et "
_JOINTS = (_AND, "-", "–")
_MIN_SLASHED = 3
"""Letters of either name in "Netanyahu/Gantz"; AC/DC is one."""
_CONTRACTED = ("du ", "Du ", "au ", "Au ", "aux ", "Aux ")
"""Before the name of a town that has an article: "du Mans", "aux Ulis"."""
_MAX_NAME_CHARACTERS = 200
"""A longer span is not a name, and is not read, so that no text takes long."""
_EDGES = " \t\r\xa0\"«»“”()[],;:.…!?*|/-–—'’"
_CLOSING = _EDGES.replace(".", "").replace("!", "").replace("'", "").replace("’", "")
_INITIAL = expression(r"(?:^|[\s.-])[A-ZÀ-ÖØ-Þ]\.$")
# "l'ONG Foodwatch", "le parti Fatah": the common noun before the name is not part of it.
_GENERIC = expression(
    r"(?:agences?|associations?|cabinet|chaînes?|clubs?|collectif|compagnies?|enseigne|entreprises?|filiale|firme|groupes?"
    r"|hebdomadaire|journal|label|laboratoires?|magazine|marques?|mouvement|ONG|organisation|partis?|plateforme|quotidien"
    r"|radio|réseau|revue|site|société|start-up|studio|syndicats?|télévision|éditeur|pape|prince|princesse|président"
    r"|présidente|reine|roi|Mr|Mrs|Miss"
    r"|(?:[Aa]ssemblée générale|AG|ville|enclave) (?:de l['’]|d['’]|du|des|de la|de)) ?(?=[A-ZÀ-ÖØ-Þ])"
)
_DANGLING = expression(
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
_FOR = expression(
    rf" (?:pour|contre|sur) (?:la |le |les |l['’]){_PURPOSE}(?: (?:contre|de|du|des|et)(?: la| le| les|(?: l['’]| d['’])(?=\w))?"
    rf" ?{_PURPOSE}){{0,3}}(?![\w-])"
)
# A competition is an event, whoever holds it: "Coupe d'Afrique", "CAN 2019", "Mondial-2018", "FA Cup".
_COMPETITION = expression(
    r"(?:(?:super)?coupe|championnats?|tournoi|trophee|grands? prix|ligue (?:[12]|europa|des champions|des nations)"
    r"|jeux (?:olympiques|paralympiques|africains|mediterraneens|asiatiques|panafricains|du commonwealth|de la francophonie)"
    r"|jo|can|chan|liga|laliga|bundesliga|serie [ab]|top 14|pro d2|eliminatoires?|mondial)(?: (?:\d|d[eu']).*)?"
    r"|euro \d+|.* cup(?: \d+)?"
)
_EVENT_HEADS = frozenset(
    "supercoupe coupe championnat championnats tournoi trophee grand grands ligue jeux jo can chan liga laliga bundesliga serie"
    " top pro eliminatoire eliminatoires mondial euro epidemie pandemie virus variant maladie syndrome sras covid coronavirus"
    " omicron".split()
)
"""First words of the names that are matched with these: to match every name took 3 % more of the extraction."""
_DISEASE = expression(
    r"(?:epidemie|pandemie|virus|variant|maladie|syndrome|sras|covid|coronavirus|omicron)(?: .*)?"
)
_ROAD = expression(r"(?:[ADMNEV]|R[ND]|CD) ?\d+[a-z]?|[A-Z]{1,2}\d{2,}|[A-Z]\d")
_FIRM = expression(
    r" (?:Agency|Airlines|Airways|Association|Auctions|Automotive|Church|Company|Consulting|Corporation|Council|Entertainment"
    r"|Federation|Foundation|Holdings?|Industries|Institute|Ministries|Motors|Partners|Pictures|Productions"
    r"|Records|Society|Studios|Systems|Technologies|University|Worldwide|Inc|Ltd|SARL|FC|SC|\w{3,15}['’]s)$"
)
"""How the English name of an organisation ends; so do not those of persons and places."""
_MODEL = expression(r"\d\d|[^\W\d_]\d")
"""Figures that the name of a product has and that of a person has not: "Mustang Shelby GT350"."""
_NAMED_AS_FIRM = frozenset({Kind.PERSON, Kind.PLACE})
_OFFICE = expression(r"[\w-]+(?: \w+)?,? et (?:de la |de l['’]|des |du )")
"""The last words of the name of a ministry: "Culture et de la Communication"."""
_ROMAN = expression(r"[IVXL]+(?:er|e|ème)?")
_PEOPLE = expression(r"[\w-]+(?:iens?|iennes?|oises?|ois|aises?|ais|ains?|aines?|éens?|éennes?|ards?|istes?)")
_DETERMINER = expression(
    r"(?i:(?:^|[\s'’(«\"])(?:les|des|un|une|ce|cet|cette|ces|aux|deux|trois|quelques|jeunes?|certains)) $"
)
_CUES = (
    "agence|association|assureur|avionneur|banque|cabinet|chaîne|club|collectif|compagnie|constructeur|entreprise|enseigne"
    "|fabricant|filiale|firme|fédération|fondation|géant|groupe|hebdomadaire|holding|journal|laboratoire|magazine|marque"
    "|mensuel|milice|opérateur|ONG|organisation|parti|plateforme|quotidien|radio|réseau|revue|société|start-up|startup"
    "|studio|syndicat|télévision|voyagiste|éditeur|équipementier"
)
_CUE = expression(rf"(?<![\w-])(?:{_CUES}) $")
_CUE_ENDS = frozenset(cue[-3:] for cue in _CUES.split("|"))
"""The last letters before a name for which it is worth looking for a cue: of one name in seventeen."""
_STATE = expression(r"[ÉEé]tat (?:de |d['’]|du )(?=[A-ZÀ-ÖØ-Þ])")
_ORDINAL = expression(r"\d+(?:è?me|e|er|re|ère)? (?=[A-ZÀ-ÖØ-Þ])")
_TITLE = expression(
    r"(?:(?:MM?|Mmes?|Mlles?|Me|Mgr|Dr|Pr)(?:\. ?| )|(?:Monsieur|Madame|Maître|Sir|Lord) )(?=[A-ZÀ-ÖØ-Þ])"
)
_PUBLISHERS = frozenset({Kind.ORG, Kind.OTHER})
_REIGN = expression(rf"(?<!\w)(?:{'|'.join(REIGNS)}|Prince|Princesse|Reine|Roi) $")
"""Before a first name by which somebody is known; Pape is a first name."""
_REIGN_CHARACTERS = 1 + max(map(len, REIGNS)) + 1


@record
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
                if not _is_aside(reading, before):
                    yield _mention(text, start, reading, before)


@record
class _Reading:
    """What a span holds: a mention from `start` to `end`, whose name begins at `lead` and has this `key`.

    `part` is where the part of the span begins that holds the mention.  `town`: the model says an organisation, a list
    says a place.  `people`: the name is that of a people if a determiner stands before it.  `platform`: people speak there.
    """

    part: int
    start: int
    lead: int
    end: int
    kind: Kind
    key: str
    town: bool
    people: bool
    platform: bool


def _is_aside(reading: _Reading, before: str) -> bool:
    """Return whether the words before a name show that it names a people, a platform, a paper to read or an author, not a subject."""
    if reading.people and _DETERMINER.search(before):
        return True
    if reading.platform and is_said_on(before):
        return True
    if reading.kind is Kind.PERSON:
        return is_signed_by(before)
    return reading.kind in _PUBLISHERS and is_read_on(before)


def _mention(text: str, start: int, reading: _Reading, before: str) -> Mention:
    """Return the mention that a span from `start` holds; the words around it may change its kind and its end."""
    begin, end, kind, name = start + reading.lead, start + reading.end, reading.kind, reading.key
    if reading.town and text[max(0, begin - 4) : begin].endswith(_CONTRACTED):
        kind = Kind.PLACE
    if kind is not Kind.ORG and before[-4:-1] in _CUE_ENDS and _CUE.search(before):
        # "le parti Fatah", but "le patron du parti Laurent Wauquiez"
        kind = kind if kind is Kind.PERSON and " " in name else Kind.ORG
    if reading.platform:
        kind = Kind.ORG
    if kind is Kind.PERSON and " " not in name and is_first_name(name):
        title = _REIGN.search(text[max(0, begin - _REIGN_CHARACTERS) : begin])
        if title:
            called = text[begin - len(title[0]) : end]
            return Mention(start + reading.start, end, kind, called, key(called))
    if kind is Kind.ORG and text[begin].isupper() and (purpose := _FOR.match(text, end)):
        end = purpose.end()
        name = key(text[begin:end])
    return Mention(start + reading.start, end, kind, text[begin:end], name)


@lru_cache(1 << 15)
def _readings(surface: str, label: str) -> tuple[_Reading, ...]:
    """Return what a span holds: two names where a joint stands between two that the lists have, else one or none."""
    readings = [
        _read(surface[begin:end], label, begin)
        for begin, end in _halves(surface, label) or [(0, len(surface))]
    ]
    return tuple(reading for reading in readings if reading is not None)


def _halves(surface: str, label: str) -> list[tuple[int, int]]:
    """Return where the two listed names are that a span joins: "Paris et Lyon", "Metz-Reims"; none if it is one name.

    A slash joins any two: "Trump/Biden".  "Renault-Nissan" and "SNJ-CGT" are one organisation, "Port-Soudan" one place, although lists have Nissan and Le Port.
    """
    left, slash, right = surface.partition("/")
    if slash and label != "ORG" and min(len(left), len(right)) >= _MIN_SLASHED and right[:1].isupper():
        return [(0, len(left)), (len(left) + 1, len(surface))]
    for joint in _JOINTS:
        left, found, right = surface.partition(joint)
        if found and (
            joint == _AND or (label == "LOC" and _is_whole(right) and key(surface) not in listed())
        ):
            names = (key(left), key(right))
            if all(name in listed() for name in names) and (joint == _AND or all(map(_is_town, names))):
                return [(0, len(left)), (len(left + found), len(surface))]
    return []


def _is_whole(name: str) -> bool:
    """Return whether a name begins with a capital and without an article, as "les-Montbéliard" does not."""
    return name[:1].isupper() and key(name).startswith(key(name[:1]))


def _is_town(name: str) -> bool:
    return listed()[name] is Kind.PLACE and (Kind.PLACE, name) not in with_article()


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
    if kind in {Kind.PERSON, Kind.ORG} and name in countries():
        kind = Kind.PLACE
    elif listed_kind is Kind.ORG and kind is Kind.PLACE and name not in countries():
        kind = Kind.ORG
    if listed_kind is None:
        event = name.partition(" ")[0] in _EVENT_HEADS or " cup" in name
        if _is_worthless(bare, name, kind) or (event and _DISEASE.fullmatch(name)):
            return None
        if event and _COMPETITION.fullmatch(name):
            kind = Kind.OTHER
        elif kind in _NAMED_AS_FIRM and " " in name and _FIRM.search(bare):
            kind = Kind.ORG
        elif kind is Kind.PERSON and not bare.isalpha() and _MODEL.search(bare):
            kind = Kind.OTHER
        elif (
            kind is Kind.ORG
            and " et d" in bare
            and _OFFICE.match(bare)
            and bare.split()[0].lower() not in _heads()
        ):
            return None
        if "-" in bare and bare.isupper() and all(map(_is_organisation, bare.split("-"))):
            kind = Kind.ORG
    town = kind is Kind.ORG and listed_kind is Kind.PLACE
    people = listed_kind is None and " " not in name and _PEOPLE.fullmatch(surface) is not None
    platform = name in platforms() and kind in _PUBLISHERS
    return _Reading(part, start, lead, lead + len(bare), kind, name, town, people, platform)


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
    """Return the words that the model may take for names although they are not."""
    return frozenset(
        key(word)
        for name in ("demonyms", "months", "honorifics", "nonentities", "portfolios", "things")
        for word in lines(name)
    )


@cache
def _heads() -> frozenset[str]:
    """Return the words with which the name of an organisation begins."""
    return frozenset(lines("org_heads"))
