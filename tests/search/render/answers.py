"""Answers made by hand: what a page shows does not change with the sample, the ranking or the entities."""

from collections.abc import Sequence
from datetime import date

from corpus import Article, Found
from corpus.dates.print_date import PrintDate
from corpus.records import replace
from index.engine import Total
from search.counts.facets import Bucket
from search.language import parse
from search.planning.plan import plan
from search.results import Result, Results
from search.snippet import Highlighter

MEETING = Article(
    id="rs2fkkc",
    title="Sécurité : Rabat et l’ONU accordent leurs violons",
    title_found=Found.LINE,
    heading="Les deux délégations se sont vues mardi.",
    body=(
        "Le directeur du pôle DGSR-DGVT, Salim Benhaddou, s’est entretenu mardi à Marrakech avec Ingrid Solheim, "
        "chargée à l’ONU de la formation des polices. « La sécurité commence par la confiance », a-t-elle dit.\n"
        "Les deux délégations ont aussi évoqué la sécurité des grands rendez-vous sportifs : stades, gares et "
        "aéroports de Rabat, Casablanca et Tanger."
    ),
    raw="",
    path="textes/001_3fa1c0de77b29e14.txt",
    date=PrintDate(2025, 11, 26),
    date_found=Found.LINE,
    source="Le Courrier de l’Atlas du Nord",
    section="Sécurité",
    authors=("Hajar Skalli-Benomar", "AFP"),
    url="https://exemple.invalid/securite/rabat-et-l-onu",
    person=("Salim Benhaddou", "Ingrid Solheim"),
    org=("DGSR-DGVT", "Nations unies", "Interpol"),
    place=("Marrakech", "Rabat", "Casablanca", "Tanger"),
)
"""An article that has everything."""

BARE = Article(
    id="dep-2025-0414-bis",
    title="Prévenir plutôt que juger : c’est le mot d’ordre de la rencontre sur la sécurité qui s’est…",
    title_found=Found.TEXT,
    body=(
        "Prévenir plutôt que juger : c’est le mot d’ordre de la rencontre sur la sécurité qui s’est ouverte "
        "mercredi, avec des magistrats, des éducateurs et des policiers venus de quatorze pays."
    ),
    raw="",
    path="dépêches.jsonl",
)
"""An article that has nothing but its text."""

PRINTED = replace(
    MEETING,
    page="11",
    edition="Rabat-Salé",
    language="fr",
    reference="10.1234/exemple.5678",
    also_in=("Le Fanal de Tanger", "La Gazette du Détroit"),
)
"""An article of a printed issue, as a database of the press gives it."""

ATTACK = "\x1b[31m[red]rouge[/red]\x1b[0m \x9b2J\x07 \u202eesrevni\u202c\u2028 \x00=1+1 \ud800 sécurité"

HOSTILE = Article(
    id=f"=id\x1b]0;{ATTACK}",
    title=f"=HYPERLINK {ATTACK}",
    title_found=Found.LINE,
    heading=ATTACK,
    body=f"{ATTACK}\n{ATTACK}",
    raw="",
    path=f"{ATTACK}.txt",
    source=f"@{ATTACK}",
    section=f"-{ATTACK}",
    authors=(ATTACK,),
    url=f"javascript:{ATTACK}",
    page=ATTACK,
    edition=ATTACK,
    language=ATTACK,
    reference=f"={ATTACK}",
    also_in=(f"+{ATTACK}", ATTACK),
    person=(ATTACK,),
    org=(ATTACK,),
    place=(ATTACK,),
)
"""An article that would like to command the terminal, the spreadsheet or rich."""

FACETS = {
    "person": (
        Bucket("Salim Benhaddou", 12),
        Bucket("Ingrid Solheim", 7),
        Bucket("Fatima Zahra Oulhaj", 3),
        Bucket("Yassine El Ghourabi", 2),
        Bucket("Awa Sawadogo-Nacro", 1),
        Bucket("Camille Destrée", 1),
    ),
    "place": (Bucket("Marrakech", 9), Bucket("Rabat", 4)),
    "date": (Bucket("2025-10", 2), Bucket("2025-11", 9), Bucket("none", 1)),
    "source": (),
}


def answer(line: str, articles: Sequence[Article]) -> Results:
    """Return the answer that has these articles, in this order."""
    tree = parse(line)
    asked = plan(tree, date(2025, 12, 1))
    highlighter = Highlighter(asked)
    return Results(
        line=line,
        parsed=tree,
        asked=asked,
        total=Total(len(articles)),
        together=None,
        results=tuple(
            Result(
                rank,
                7.31446 / rank,
                article,
                highlighter.whole(article.title, headline=True),
                highlighter.passage(article.text),
                duplicates=(),
            )
            for rank, article in enumerate(articles, 1)
        ),
        facets={},
        seconds=0.00412,
    )


PAGE = replace(answer("securite", [MEETING, BARE]), total=Total(12))
"""The first page of an answer."""
