"""An export of Europresse in its layout since 2019, written from a seed: the file, and what each of its articles is.

The papers, the persons, the towns and the texts are invented.  The layout is that of the description which eight converters
agree upon.  `python -m tests.formats.europresse` writes the file that stands in `files/`.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

ARTICLES = 200
SEED = 12
FILE = Path(__file__).parent / "files" / "europresse_200.html"

_PAPERS = (
    ("Le Courrier du Ponant", "CPON"), ("L’Écho de Brégance", "EBRE"), ("La Dépêche des Estuaires", "DEST"),
    ("Le Phare de Malvoisine", "PHMA"), ("Tribune de l’Alouette", "TALO"), ("Le Matin des Causses", "MACA"),
)  # fmt: skip
_TOWNS = (
    "Malvoisine",
    "Brégance",
    "Port-Alouette",
    "Saint-Ervan",
    "Quimargues",
    "Vallorge",
    "Escouade",
    "Montgarel",
)
_PERSONS = (
    "Awa Delorme", "Luc Kerbellec", "Inès Vasseur-Prat", "Théo d’Armagne", "Maïwenn Le Coadou", "Karim Belhoste",
    "Jeanne Ferréol", "Paul-Émile Tassin",
)  # fmt: skip
_BODIES = (
    "la régie des eaux",
    "le conseil municipal",
    "l’union des maraîchers",
    "le syndicat des bateliers",
    "la chambre des métiers",
    "l’école de voile",
)
_THINGS = (
    "la passerelle",
    "le marché couvert",
    "la ligne de bus",
    "le bassin de radoub",
    "l’ancienne filature",
    "la digue",
    "le cinéma",
)
_VERBS = (
    "rouvre",
    "ferme pour travaux",
    "change de mains",
    "attend ses crédits",
    "fait débat",
    "fête ses cent ans",
)
_OPENINGS = (
    "Après des mois d’attente",
    "À la surprise générale",
    "Comme annoncé au printemps",
    "Faute d’accord",
    "Au terme d’un long débat",
)
_REASONS = (
    "les relevés du printemps ont montré des fissures", "deux entreprises ont renoncé au chantier",
    "la préfecture demande une étude de plus", "le public s’y presse depuis la rentrée",
    "aucun repreneur ne s’est déclaré", "les riverains ont signé une pétition",
)  # fmt: skip
_SECTIONS = ("Région", "Économie", "Culture", "Société", "Idées, Débats", "Sports")
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_ENGLISH = "January February March April May June July August September October November December".split()
_EDITIONS = ("Édition de Vallorge", "Édition du soir")


@dataclass(frozen=True)
class Written:
    """An article as the export has it, and what it says; `html` is its element."""

    html: str
    title: str
    source: str
    date: str
    reference: str
    body: str
    heading: str = ""
    section: str = ""
    page: str = ""
    edition: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()


@dataclass
class _Parts:
    """The parts of an article while it is written, in HTML."""

    name: str
    said: str
    title: str
    text: list[str]
    number: str
    labels: list[str] = field(default_factory=list)
    subtitle: str = ""
    by: str = ""
    link: str = ""
    aside: str = ""
    others: str = ""


def export() -> tuple[str, list[Written]]:
    """Return the file and its articles, in order; the same ones each time."""
    chance = random.Random(SEED)
    articles = [_article(number, chance) for number in range(ARTICLES - 1)]
    twin = articles[7]
    again = twin.html.replace(twin.reference, f"{twin.reference}_b")
    articles.insert(8, Written(**{**vars(twin), "html": again, "reference": f"{twin.reference}_b"}))
    elements = [article.html for article in articles]
    for number, other in enumerate(_others()):
        elements.insert(30 * (number + 1), other)
    head = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><style>.DocPublicationName{color:#83724e}'
        ".transcript>.time{width:55px}.twitter{color:#333}</style></head>\n<body>\n"
    )
    return head + "\n".join(elements) + "\n</body></html>\n", articles


def _article(number: int, chance: random.Random) -> Written:
    """Return the article of a number, whose remainders decide which of the variants of the layout it has."""
    paper, code = _PAPERS[number % len(_PAPERS)]
    town, person = chance.choice(_TOWNS), chance.choice(_PERSONS)
    year, month, day = 2019 + number % 7, 1 + number % 12, 1 if number % 9 == 0 else 1 + chance.randrange(28)
    title = f"{chance.choice(_THINGS)} de {town} {chance.choice(_VERBS)}"
    title = title[0].upper() + title[1:]
    paragraphs = list(_paragraphs(number, town, person, chance))
    parts = _Parts(
        name=paper,
        said="",
        title=escape(title, quote=False).replace(town, f"<mark>{town}</mark>", number % 2),
        text=[_marked(paragraph, number + at) for at, paragraph in enumerate(paragraphs)],
        number=f"news·{year}{month:02}{day:02}·{code}·{number:04}_{chance.randrange(10**6):06}",
    )
    section, page, iso = _header(parts, number, (year, month, day), chance)
    return Written(
        title=title,
        source=paper,
        date=iso,
        reference=parts.number,
        section=_above(parts, number, section),
        page=page,
        edition=_named(parts, number, chance),
        heading="\n".join(filter(None, [*(parts.labels if section else []), _subtitle(parts, number, town)])),
        authors=_signed(parts, number, person, chance),
        url=_linked(parts, number, paper),
        also_in=_elsewhere(parts, number, paper),
        body="\n".join(paragraphs),
        html=_element(parts, number, code),
    )


def _paragraphs(number: int, town: str, person: str, chance: random.Random) -> Iterator[str]:
    thing, body = chance.choice(_THINGS), chance.choice(_BODIES)
    reason = chance.choice(_REASONS)
    yield f"{chance.choice(_OPENINGS)}, {body} de {town} a voté hier la {number + 2}e tranche des travaux : {reason}."
    yield f"« Nous tenons {thing} & ses abords », a dit {person}, qui préside {body} depuis {2 + number % 11} ans."
    for at in range(chance.randrange(1, 4)):
        yield (
            f"À {chance.choice(_TOWNS)}, {chance.choice(_BODIES)} compte {100 + 7 * number + at} adhérents, et "
            f"{chance.choice(_REASONS)} ; une réunion aura lieu salle {at + 1}."
        )
    if number % 6 == 2:
        yield "Propos recueillis par notre rédaction à l’adresse courrier@ponant.example"
    if number % 11 == 3:
        yield "Mis à jour le lendemain de la parution, après la réponse de la préfecture."


def _marked(paragraph: str, variant: int) -> str:
    """Return a paragraph in HTML, with what the database puts into paragraphs: hits, line ends, letters escaped twice."""
    text = escape(paragraph, quote=False)
    match variant % 7:
        case 0:
            return text.replace(" de ", " <mark>de</mark> ", 1)
        case 1:
            return text.replace(" a ", ' <span class="occurrence">a</span> ', 1)
        case 2:
            return text.replace(", ", ",&#13;\n ", 1)
        case 3:
            return text.replace("é", "&amp;eacute;")
        case 4:
            return text.replace(" qui ", " <font><b>qui</b></font> ", 1).replace("; une", ";\r\nune")
        case 5:
            return text.replace(" et ", ' <span style="color:red; font-weight:bold">et</span> ', 1)
    return text


def _header(
    parts: _Parts, number: int, day: tuple[int, int, int], chance: random.Random
) -> tuple[str, str, str]:
    """Write the line that says when; return the section, the page and the date that it gives."""
    year, month, date = day
    section = _SECTIONS[number % len(_SECTIONS)]
    page = ("11", "MDE6", "819(40)", "03", "A4")[number % 5]
    words = f"{chance.randrange(80, 999)} mots"
    french = f"lundi {'1er' if date == 1 else date} {_MONTHS[month - 1]} {year}"
    iso = f"{year}-{month:02}-{date:02}"
    match number % 10:
        case 0 | 1 | 2:
            parts.said = f"{section}, {french} {words}, p. {page}"
        case 3:
            parts.said = f"{french} {words}, p. {page}"
            section = ""
        case 4:
            parts.said = f"Thursday, {_ENGLISH[month - 1]} {date}, {year} {chance.randrange(1000, 4000):,} words, p. {page}"
            section = ""
        case 5:
            parts.said = f"p. {page}, {section}, {french.capitalize()}"
        case 6:
            parts.said = f"{_ENGLISH[month - 1]} {date}, {year} 09:12 UTC +02:00"
            section = page = ""
        case 7:
            parts.said = f"{section}, {_MONTHS[month - 1]} {year}, p. {page}"
            iso = f"{year}-{month:02}"
        case 8:
            parts.said = f"{section}, p. {page}"
        case 9:
            parts.said = ""
            section = page = ""
    return section, page, iso


def _above(parts: _Parts, number: int, section: str) -> str:
    """Write what stands above the headline; return the section that the article has."""
    if number % 4 == 1:
        parts.labels.append("TRIBUNE LIBRE")
        return section or "TRIBUNE LIBRE"
    return section


def _named(parts: _Parts, number: int, chance: random.Random) -> str:
    """Write what stands behind the name of the paper; return the edition."""
    match number % 8:
        case 1 | 2:
            parts.name += f", no. {chance.randrange(1000, 30000)}\n                     "
        case 3:
            parts.name += " (site web)"
            return "site web"
        case 4:
            parts.name += f" - {_EDITIONS[0]}"
            return _EDITIONS[0]
        case 5:
            parts.name += f", no. {chance.randrange(1000, 30000)}\r\n   {_EDITIONS[1]}"
            return _EDITIONS[1]
        case 6:
            parts.name += " ; Quimargues"
            return "Quimargues"
    return ""


def _subtitle(parts: _Parts, number: int, town: str) -> str:
    if number % 3:
        return ""
    parts.subtitle = f"Les habitants de {town} attendent une réponse avant l’été."
    return parts.subtitle


def _signed(parts: _Parts, number: int, person: str, chance: random.Random) -> tuple[str, ...]:
    """Write who signs; return the authors."""
    other = chance.choice([name for name in _PERSONS if name != person])
    match number % 6:
        case 0:
            parts.by = f'<p class="sm-margin-bottomNews">{person}</p>'
            return (person,)
        case 1:
            parts.by = f'<div class="docAuthors">{person} et {other}</div>'
            return (person, other)
        case 2:
            parts.by = f'<div class="docAuthors">{person} ; {other}, envoyée spéciale à Vallorge</div>'
            return (person, other)
        case 3:
            parts.by = f'<p class="sm-margin-bottomNews">Par {other.upper()}</p>'
            return (other.upper(),)
        case 4:
            parts.by = '<div class="docAuthors">AFP</div>'
            return ("AFP",)
    return ()


def _linked(parts: _Parts, number: int, paper: str) -> str:
    if number % 5 != 2:
        return ""
    address = f"https://www.presse.example/{number}/article?a=1&b=2"
    parts.link = f'<a href="{escape(address)}">Cet article est paru dans {paper} (site web)</a>'
    return address


def _elsewhere(parts: _Parts, number: int, paper: str) -> tuple[str, ...]:
    """Write the other sources of the piece, and notes; return the names of these sources."""
    if number % 7 == 4:
        parts.aside = "<b>Note(s) :</b> <p>Lire page suivante.</p> <b>Illustration(s) :</b> <p>La digue vue du quai.</p>"
    if number % 13 != 6:
        return ()
    others = [name for name, _ in _PAPERS if name != paper][:2]
    rows = "".join(
        f'<tr><td class="source-name-APD">{name} (site web)</td><td class="apd-sources-date">12 mai 2024</td></tr>'
        for name in others
    )
    parts.others = f'<div class="apd-wrapper"><p>Aussi paru dans :</p><table>{rows}</table></div>'
    return tuple(f"{name} (site web)" for name in others)


def _element(parts: _Parts, number: int, code: str) -> str:
    icon = (
        f'<span class="icon-Information" sourcecode="{code}"></span>'
        if number % 2
        else f'<img sourcecode="{code}" src="x.gif">'
    )
    said = (
        f'<div class="rdp__DocHeader"><span class="DocHeader">{parts.said}</span></div>' if parts.said else ""
    )
    labels = "".join(f'<p class="sm-margin-bottomNews">{label}</p>' for label in parts.labels)
    subtitle = f'<p class="sm-margin-TopNews rdp__subtitle">{parts.subtitle}</p>' if parts.subtitle else ""
    text = " ".join(f"<p>{paragraph}</p>" for paragraph in parts.text)
    box = (
        f'<div class="docOcurrContainer">{text} {parts.link}</div>' if number % 3 else f"{text} {parts.link}"
    )
    return (
        f'<article>\n<header>{icon}<div class="rdp__DocPublicationName"><span class="DocPublicationName">{parts.name}</span></div>{said}'
        f'<div class="titreArticle">{labels}<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{parts.title}</p>{subtitle}</div>'
        f'{parts.by}</header>\n<section><div class="DocText clearfix">{box}{parts.others}</div></section>\n<aside>{parts.aside}</aside>'
        f'<footer><div class="Doc-LegalInfo"><small>© 2024 {parts.name.split(",")[0]}. Tous droits réservés.</small></div>'
        f'<div class="publiC-lblNodoc">{parts.number}</div><p>Certificat émis le 19 décembre 2024 à Université de Vallorge</p></footer>\n</article>'
    )


def _others() -> list[str]:
    """Return what an export has beside articles: a post, a link, a report, a transcript."""
    head = '<article><header><span class="DocPublicationName">{}</span><span class="DocHeader">mardi 12 mai 2020</span></header>'
    return [
        head.format("Twitter") + '<section><div class="twitter"><p>La digue cède #Brégance</p></div></section></article>',
        head.format("Le Phare de Malvoisine") + '<section><p class="link-not-hosted"><a href="https://x.example">Voir</a></p></section></article>',
        head.format("Rapports - Entreprises") + '<section><div class="DocText"><p>Chiffre d’affaires.</p></div></section></article>',
        head.format("Radio Ponant") + '<section><div class="DocText"><div class="transcript"><span class="time">00:12</span> Bonsoir.</div></div></section></article>',
        head.format("Twitter") + '<section><div class="socialNetworkPost"><p>Vu au port ce matin.</p></div></section></article>',
    ]  # fmt: skip


if __name__ == "__main__":
    FILE.write_text(export()[0], "utf-8", newline="")
