"""The usual names of the sections of a newspaper, and the words of its own name, by which a line or a label is known."""

import re

from corpus.clean import bare
from corpus.expression import expression

_SECTION_NAMES = frozenset(
    name.strip()
    for name in """
    a la une, actu, actualite, actualites, afrique, afrique du nord, ameriques, amerique, asie, auto, belgique, bourse, canada,
    cinema, communes, conjoncture, consommation, culture, cyclisme, debats, decryptage, departement, ecologie, economie,
    editorial, edito, education, elections, emploi, enquete, entreprises, environnement, europe, fait divers, faits divers,
    faits-divers, finance, finances, football, france, high-tech, idees, immobilier, info, infos, insolite, international,
    justice, le monde en bref, livres, loisirs, local, locale, maghreb, maroc, medias, meteo, monde, musique, national, numerique,
    opinion, opinions, people, planete, police-justice, politique, quebec, region, regions, reportage, rugby, sante, science,
    sciences, social, societe, sport, sports, suisse, tech, techno, technologie, technologies, tennis, transports, tribune, vie locale,
    ville
    """.split(",")
)
_TRAIL = expression(r"(?P<first>[^>›»/|\n]{2,40}?)(?: ?[>›»/|] ?[^>›»/|\n]{2,60}){1,6}")
_HOME = frozenset(("accueil", "home", "a la une", "une", "vous etes ici", "vous etes ici :"))
"""Where a trail begins, "Accueil > Politique > Sète", if not at a section; in small letters without accents."""
_PRESS = expression(
    r"\b(?:echo|journal|gazette|courrier|depeche|voix|tribune|presse|nouvelles?(?!-)|republicain|progres|monde|figaro|liberation"
    r"|parisien|soir|temps|matin|express|point|telegramme|dauphine|union|midi(?!-)|libre|times|news|infos?|actu|radio|revue|hebdo"
    r"|magazine|quotidien|canard|phare|independant|bulletin|chronique|eclair|eveil|messager|moniteur|patriote|populaire"
    r"|semaine|avenir|observateur|match|football|inter|bleu|culture|tv|ouest|la croix|humanite|echos|marie (?:claire|france)|^france)\b"
)
"""Words that the names of newspapers have, in small letters without accents."""


def is_section(label: str) -> bool:
    """Return whether a label is the usual name of a section, whatever its accents and capitals.

    >>> is_section("SOCIÉTÉ"), is_section("Valbourg")
    (True, False)
    """
    return bare(label) in _SECTION_NAMES


def section_of_trail(line: str) -> str | None:
    """Return the section that a breadcrumb trail names, "" if it names no usual one; None if the line is no trail.

    >>> section_of_trail("Accueil > Politique > Sète"), section_of_trail("Accueil / Sète"), section_of_trail("Le port > Sète")
    ('Politique', '', None)
    """
    match = _TRAIL.fullmatch(line)
    if not match or not (
        bare(match["first"]) in _HOME or (is_section(match["first"]) and re.search("[>›]", line))
    ):
        return None
    parts = [part.strip() for part in re.split(r"[>›»/|]", line)]
    return next((part for part in parts if is_section(part) and bare(part) not in _HOME), "")


def is_of_press(label: str) -> bool:
    """Return whether a label has a word that the names of newspapers have."""
    return _PRESS.search(bare(label)) is not None
