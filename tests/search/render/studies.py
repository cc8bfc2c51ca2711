"""Studies of an answer, to be laid out."""

from search.counts.periods import Step
from search.language import parse
from search.study.concordance import Concordance, Occurrence, Order
from search.study.timeline import Series, Timeline
from tests.search.render.answers import ATTACK

OCCURRENCES = (
    Occurrence(1, "a1", "2019-03-04", "Le Phare", True, "Le maire de Louga et la ", "laïcité", ", un an après"),
    Occurrence(1, "a1", "2019-03-04", "Le Phare", False, "Le maire a défendu mardi, devant tout le conseil, une ", "laïcité",
               " apaisée ; « il n’y en a pas d’autre », a-t-il dit\navant de lever la séance."),
    Occurrence(2, "a2", "2020", "L’Écho", False, "", "Laïques", " et croyants se sont assis à la même table, à Ziguinchor"),
    Occurrence(31, "a3", "", "L’Écho", False, "日本では政教分離と呼ばれる、いわゆるフランスの", "laïcité", " の原則について、専門家は次のように述べた"),
    Occurrence(1204, "a4", "2021-02", "Le Phare", False, "e\u0301" * 40, "lai\u0308cite\u0301", "o\u0302" * 40),
)  # fmt: skip

CONCORDANCE = Concordance(
    "laïcité",
    parse("laïcité"),
    Order.RELEVANCE,
    OCCURRENCES,
    1204,
    515,
    2000,
    3100,
    is_whole=False,
    relaxed=False,
)

TIMELINE = Timeline(
    Step.QUARTER,
    ("2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4", "2020-Q1"),
    Series("*", (1204, 980, 0, 0, 37), 12, 3),
    (
        Series("laïcité", (31, 12, 0, 0, 5), 1, 2),
        Series("islam AND (école OR collège) NOT place:rabat", (120, 97, 0, 0, 0), 0, 0, relaxed=True),
        Series("grève", (0, 1, 0, 0, 2), 0, 0),
    ),
    (parse("source:phare"),),
)

HOSTILE_TIMELINE = Timeline(
    Step.YEAR,
    ("2019",),
    Series("*", (3,), 0, 1),
    (Series(f"={ATTACK}", (1,), 0, 1),),
    (parse("source:phare"),),
)
