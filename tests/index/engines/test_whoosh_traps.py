"""The traps of Whoosh 2.7.4: each is still there, and our engine, which uses none of what has one, is not in it."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from whoosh import fields, highlight, index, qparser, sorting
from whoosh.analysis import CharsetFilter, LanguageAnalyzer, RegexTokenizer, StandardAnalyzer
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser.dateparse import DateParserPlugin
from whoosh.query import NullQuery
from whoosh.support.charset import accent_map

from corpus.dates.print_date import PrintDate
from index.document import prepare
from index.engine import Ask, Sort
from index.engines.whoosh.engine import WhooshEngine
from index.engines.whoosh.schema import create
from index.engines.whoosh.writer import WhooshWriter
from search.errors import QuerySyntaxError
from search.searcher import Page, Searcher
from tests.support.press import article

pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::SyntaxWarning", "ignore::UserWarning"
)

NAIVE = datetime(1, 1, 1)  # noqa: DTZ001 - Whoosh takes no other

ARTICLES = (
    article(
        "un",
        "L’université ouvre",
        "Le conseil de sécurité des Nations.",
        date=PrintDate(2025, 11, 20),
        person=("Awa Sarr", "Ali Ba"),
    ),
    article(
        "deux",
        "Le lycée",
        "Le conseil parle. La sécurité du conseil !",
        date=PrintDate(2025, 1, 15),
        person=("Awa Sarr",),
    ),
    article("trois", "Sans date", "Rien."),
)


@pytest.fixture
def ours(tmp_path: Path) -> Searcher:
    create(tmp_path)
    writer = WhooshWriter(tmp_path)
    for one in ARTICLES:
        writer.add(prepare(one))
    writer.commit()
    return Searcher(WhooshEngine(tmp_path), today=lambda: date(2025, 12, 1))


def ids(searcher: Searcher, line: str, page: Page = Page()) -> list[str]:
    return [result.article.id for result in searcher.search(line, page).results]


def theirs(*documents: dict[str, object], **schema: object) -> Any:  # noqa: ANN401 - Whoosh has no types
    """Return an index of Whoosh alone."""
    made = RamStorage().create_index(fields.Schema(id=fields.ID(stored=True), **schema))
    writer = made.writer()
    for number, document in enumerate(documents):
        writer.add_document(id=str(number), **document)
    writer.commit()
    return made


def hits(made: Any, query: Any, **options: object) -> list[str]:  # noqa: ANN401 - Whoosh has no types
    with made.searcher() as searcher:
        return [hit["id"] for hit in searcher.search(query, **options)]


def test_its_french_folds_after_it_stems(ours: Searcher) -> None:
    analyzer = LanguageAnalyzer("fr") | CharsetFilter(accent_map)
    made = theirs({"text": "L’université ouvre"}, text=fields.TEXT(analyzer=analyzer))
    parser = qparser.QueryParser("text", made.schema)

    assert hits(made, parser.parse("université")) == ["0"]
    assert hits(made, parser.parse("universite")) == []

    assert ids(ours, "universite") == ids(ours, "université") == ["un"]


def test_its_facet_counts_one_value_an_article(ours: Searcher) -> None:
    made = theirs({"who": "awa,ali"}, {"who": "awa"}, who=fields.KEYWORD(commas=True))
    with made.searcher() as searcher:
        every = qparser.QueryParser("who", made.schema).parse("*")
        counted = [
            searcher.search(
                every, groupedby=sorting.FieldFacet("who", allow_overlap=overlap), maptype=sorting.Count
            ).groups()
            for overlap in (False, True)
        ]

    assert sum(counted[0].values()) == 2
    assert counted[1] == {"awa": 2, "ali": 1}

    assert [(bucket.value, bucket.count) for bucket in ours.values("person")] == [
        ("Awa Sarr", 2),
        ("Ali Ba", 1),
    ]


def test_its_dates_overflow_when_they_are_listed(ours: Searcher) -> None:
    made = theirs({"day": NAIVE.replace(2025, 11, 20)}, day=fields.DATETIME)
    with made.reader() as reader, pytest.raises(OverflowError):
        list(reader.field_terms("day"))

    assert [bucket.value for bucket in ours.values("day")] == ["2025-01-15", "2025-11-20", "none"]


def dated() -> Any:  # noqa: ANN401 - Whoosh has no types
    parser = qparser.QueryParser("text", fields.Schema(text=fields.TEXT, day=fields.DATETIME))
    parser.add_plugin(DateParserPlugin())
    return parser


def test_its_open_range_begins_in_january(ours: Searcher) -> None:
    assert dated().parse("day:[2025-11-01 TO]").startdate.month == 1

    assert ids(ours, "date:2025-11-01..") == ["un"]


@pytest.mark.parametrize(
    ("typed", "ours_typed"), [("day:decembr", "date:decembr"), ("day:2025-13-45", "date:2025-13-45")]
)
def test_its_bad_date_is_an_empty_query_without_error(ours: Searcher, typed: str, ours_typed: str) -> None:
    assert dated().parse(typed) == NullQuery

    with pytest.raises(QuerySyntaxError):
        ours.search(ours_typed)


def test_its_unclosed_quote_is_no_error(ours: Searcher) -> None:
    schema = fields.Schema(text=fields.TEXT)
    parsed = qparser.QueryParser("text", schema).parse('"conseil')

    assert str(parsed) in ("text:conseil", "")

    with pytest.raises(QuerySyntaxError, match=r"query\.unclosed_quote"):
        ours.search('"conseil')


def test_its_phrases_match_across_stop_words(ours: Searcher) -> None:
    analyzer = StandardAnalyzer(stoplist=["de", "la"])
    made = theirs({"text": "conseil de la securite"}, text=fields.TEXT(analyzer=analyzer))
    parser = qparser.QueryParser("text", made.schema)

    assert hits(made, parser.parse('"conseil securite"')) == ["0"]

    assert ids(ours, '"conseil sécurité"') == []
    assert ids(ours, '"conseil de sécurité"') == ["un"]


def test_its_undated_articles_come_first_in_the_order_of_the_newest(ours: Searcher) -> None:
    made = theirs(
        {"day": NAIVE.replace(2025, 11, 20)},
        {},
        {"day": NAIVE.replace(2025, 1, 15)},
        day=fields.DATETIME(sortable=True),
    )
    every = qparser.QueryParser("id", made.schema).parse("*")

    assert hits(made, every, sortedby="day", reverse=True)[0] == "1"

    assert ids(ours, "*", Page(sort=Sort.NEWEST)) == ["un", "deux", "trois"]


def test_its_highlight_of_a_phrase_marks_stray_words(ours: Searcher) -> None:
    text = "conseil seul. securite seule. conseil de securite"
    made = theirs({"text": text}, text=fields.TEXT(stored=True, analyzer=RegexTokenizer()))
    with made.searcher() as searcher:
        found = searcher.search(qparser.QueryParser("text", made.schema).parse('"conseil de securite"'))
        found.fragmenter = highlight.WholeFragmenter()
        found.formatter = highlight.UppercaseFormatter()
        marked = found[0].highlights("text")

    assert marked.startswith("CONSEIL seul")

    results = ours.search('"conseil de sécurité"').results
    assert [result.article.id for result in results] == ["un"]
    assert [results[0].snippet.text[start:end] for start, end in results[0].snippet.spans] == [
        "conseil de sécurité"
    ]


def test_it_yields_one_token_over_and_over() -> None:
    from index.analysis.tokenize import split

    assert len({id(token) for token in list(RegexTokenizer()("un deux trois"))}) == 1

    assert [token.term for token in split("un-deux-trois")] == ["un", "deux", "trois"]


def test_the_traps_are_those_of_the_version_that_we_install() -> None:
    import whoosh

    assert whoosh.versionstring() == "2.7.4"
    assert index.__name__ == "whoosh.index"
    assert Ask().limit == 10
