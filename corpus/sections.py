"""The usual names of the sections of a newspaper, by which a line or a label is known for one."""

from corpus.clean import bare

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


def is_section(label: str) -> bool:
    """Return whether a label is the usual name of a section, whatever its accents and capitals.

    >>> is_section("SOCIÉTÉ"), is_section("Valbourg")
    (True, False)
    """
    return bare(label) in _SECTION_NAMES
