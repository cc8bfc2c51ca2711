"""A debate in a press that does not exist, on each engine: what the studies of an answer are tested on."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from corpus import Found, PrintDate
from index.document import prepare
from search.searcher import Searcher
from tests.index.engines.stores import STORES, write
from tests.support.press import article

TODAY = date(2025, 12, 1)

ARTICLES = (
    article("vote", "La laïcité au conseil de Louga", "Le maire défend une laïcité apaisée, et l’École laïque. "
            "Les gilets jaunes de Louga, jaunes de colère, ont manifesté ; les gilets bleus aussi.",
            date=PrintDate(2019, 3, 4), source="Le Phare"),
    article("avis", "Un débat sans fin", "« La laïcité\nn’est pas une opinion », dit Awa Sarr.\nLaïcité : le mot revient.",
            date=PrintDate(2019, 3, 5), source="L’Écho"),
    article("rue", "Violences policières : le préfet répond", "Des violences policières, des policières sans violence : "
            "le préfet parle de violences dites policières.", date=PrintDate(2019, 11, 30), source="Le Phare"),
    article("loi", "Une loi à l’étude", "La loi sur la laïcité confinera-t-elle le débat ? Le confinement l’a retardé.",
            date=PrintDate(2021, 1, 2), source="L’Écho"),
    article("mois", "Le mois seul est connu", "On votait sur la laïcité ce mois-là.", date=PrintDate(2021, 2), source="L’Écho"),
    article("an", "L’année seule est connue", "On votait sur la laïcité cette année-là.", date=PrintDate(2020), source="Le Phare"),
    article("sans", body="La laïcité sans titre et sans date, 東京で laïcité を議論, la lai\u0308cite\u0301 composée.",
            title_found=Found.TEXT, source="Le Phare"),
    article("autre", "Le port de Louga rouvre", "Le port rouvre après des travaux.", date=PrintDate(2019, 12, 1), source="Le Phare"),
    article("mal", "=cmd|laïcité!A1 \x1b[31mrouge", "=1+1 laïcité \x1b]0;titre\x07 \u202eà l’envers [red]laïcité[/red]",
            date=PrintDate(2019, 3, 4), source="=2+2"),
)  # fmt: skip


@cache
def searcher(engine: str) -> Searcher:
    """Return a searcher of the debate on an engine."""
    store = STORES[engine](Path(mkdtemp(prefix="manchette-")))
    write(store, ARTICLES)
    return Searcher(store.engine(), today=lambda: TODAY)


def grown(number: int) -> Searcher:
    """Return a searcher, in memory, of many articles that repeat one word."""
    store = STORES["oracle"](Path())
    writer = store.writer()
    for n in range(number):
        writer.add(
            prepare(
                article(
                    f"a{n:04}",
                    f"Le port {n}",
                    "Le port, le port et le port.",
                    date=PrintDate(2024, 1 + n % 12),
                )
            )
        )
    writer.commit()
    return Searcher(store.engine(), today=lambda: TODAY)
