"""A value of each command, as it is shown: the table that the pages, the widths and the attacks are tested with.

To add a command, add a row: its page is then kept to the letter, and hostile texts are put into it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus import Article, Rejected
from corpus.formats import By, Recognition
from corpus.lines import Recurring
from corpus.message import message
from corpus.records import replace
from index.building.report import Report
from index.check import Problem
from index.query import Everything
from index.storage.lines import LeftOut
from search.counts.facets import Bucket
from search.entities.edits import Edited, Edits
from search.entities.listing import EntityList, UnreadAliases
from search.inspection.inspection import FileRead, Inspection
from search.inspection.tally import Tally
from search.notebook.settings import Setting, Settings
from search.overview import Overview, RecurringLines, Unread
from search.planning.kept import Kept
from search.render.exported import Exported
from search.results import Citation, FacetCount, FacetPanel, Reading
from tests.search.render.answers import BARE, FACETS, MEETING, PAGE, PRINTED
from tests.search.render.studies import CONCORDANCE, TIMELINE
from tests.search.render.test_contrast import APART, FOUND, LIKE, NO_COMPANION, NOT_APART, WORDS_ALONE
from tests.search.render.test_entity import ALIASES, ROWS
from tests.search.render.test_entity import PAGE as ENTITY
from tests.search.render.test_explanation import CASES as EXPLAINED
from tests.search.render.test_format_list import LISTED
from tests.search.render.test_notebook import VALUES as NOTEBOOK
from tests.search.render.test_unread import MIXED


def tally(articles: Sequence[Article]) -> Tally:
    """Return what some articles hold, each of them doubtful."""
    made = Tally()
    for article in articles:
        made.add(article, [message("doubt.future")])
    return made


CSV, TEXT = LISTED.formats[0], LISTED.formats[-1]
INSPECTED = Inspection(
    (
        FileRead(
            "presse/export.csv", Recognition(CSV, By.CONTENT), "Windows-1252", tally([MEETING, PRINTED, BARE])
        ),
        FileRead("presse/un.txt", Recognition(TEXT, By.SUFFIX), "UTF-8", tally([MEETING])),
    ),
    tuple(MIXED[:30]),
    (),
    2,
    (MEETING, BARE),
    (Recurring("Le Phare", "Le Phare, le journal de toute la côte", 1204),),
    (("presse/export.csv", "12"), ("presse/un.txt", "12")),
)
REJECTED = (
    Rejected("presse/vide.txt", message("reading.empty")),
    Rejected("presse/export.csv", message("reading.too_many_cells", cells=7, columns=5), message("reading.line", line=1204)),
)  # fmt: skip
LOSSES = (Rejected("presse/un.txt", message("reading.lost_bytes", count=3), message("reading.line", line=2)),)

REPORT = Report(
    36016,
    12,
    1,
    0,
    1340,
    34663,
    REJECTED,
    "opensearch",
    48.26,
    losses=LOSSES,
    left_out=LeftOut(12, 1340),
    address="opensearch://search.example:9200/presse-3f2a9c",
    taken_up=30000,
)
OVERVIEW = Overview(
    home=Path("presse/.manchette"),
    address="opensearch://search.example:9200/presse-3f2a9c",
    roots=("presse",),
    engine="opensearch",
    entities="modern",
    articles=36016,
    undated=1,
    first="2010-01-04",
    last="2025-12-22",
    sources=(Bucket("L’Écho du Fleuve", 1204), Bucket("Sahel-Matin", 3)),
    values={"person": 40210, "org": 8120, "place": 1},
    size=272_400_000,
    rejected=REJECTED,
    losses=LOSSES,
    left_out=LeftOut(1, 1340),
)
MINE, OF_INDEX = (
    Path("/nulle/part/.config/manchette/config.toml"),
    Path("/nulle/part/presse/.manchette/config.toml"),
)
SETTINGS = {
    "some": Settings(
        (MINE, OF_INDEX),
        (
            Setting("", "lang", "fr", MINE),
            Setting("query", "facet", ["place", "org"], OF_INDEX),
            Setting("query", "all", True, MINE),
        ),
    ),
    "none": Settings((MINE, OF_INDEX), ()),
}


FACETED = replace(PAGE, facets=FACETS)
MANY = replace(PAGE, facets={"place": (Bucket("Rabat", 36016), Bucket("Fès", 1204), Bucket("Salé", 3))})
MERGED = message(
    "entity.merged", names="ONU, Onu", name="Nations unies", articles=message("page.articles", count=1311)
)

VALUES: Mapping[str, Sequence[object]] = {
    "inspect": [INSPECTED],
    "query": [FACETED],
    "show": [Reading(PRINTED, PAGE.asked), Reading(BARE, Everything(), kept=Kept(("procès",)))],
    "cite": [Citation(PRINTED)],
    "facets": [FacetCount("person", FACETED), FacetCount("place", MANY)],
    "facets-alone": [FacetPanel(FACETS)],
    "explain": list(EXPLAINED.values()),
    "export": [Exported("presse/laïcité 2020.xlsx", "xlsx", 1204, "laïcité AND date:2020")],
    "similar": [LIKE],
    "companions": [FOUND, WORDS_ALONE, NO_COMPANION],
    "compare": [APART, NOT_APART],
    "kwic": [CONCORDANCE],
    "timeline": [TIMELINE],
    "entities": [EntityList(("person", "org", "place"), ROWS, 1204, ALIASES)],
    "entities-show": [ENTITY],
    "entities-merge": [
        Edits((Edited(MERGED, ALIASES, changed=True),)),
        UnreadAliases(Path("presse/aliases.txt"), ALIASES.unread),
    ],
    "formats": [LISTED],
    "config": list(SETTINGS.values()),
    "index": [REPORT],
    "status": [OVERVIEW, Unread(tuple(MIXED[:2]), ()), RecurringLines((Recurring("Le Phare", "Le Phare, le journal de toute la côte", 1204),))],
    "check": [Problem(message("index.file_changed", name="names.sqlite"), message("mend.rebuild"))],
    "save": [message("notebook.saved", name="police", query="police nations", articles=message("page.articles", count=12))],
    "saved": [NOTEBOOK["saved"], NOTEBOOK["saved-none"]],
    "news": [NOTEBOOK["news"], NOTEBOOK["news-none"]],
    "tag": [message("notebook.tagged", tags="procès, à citer", articles=message("page.articles", count=1))],
    "tags": [NOTEBOOK["tags"], NOTEBOOK["tags-none"]],
    "note": [NOTEBOOK["kept"], NOTEBOOK["article-kept"], NOTEBOOK["page-kept"]],
    "notebook": [NOTEBOOK["notebook"]],
    "undo": [message("notebook.undone", file="notes.txt", changes="+ procès")],
}  # fmt: skip
"""The values of each command, in the order of its help."""
