"""A query by tags and notes: the same articles on every engine, without an index of them."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.fields import TAG
from index.query import Among
from search.errors import QuerySyntaxError
from search.language import parse
from search.planning.kept import Kept, articles, is_kept
from search.planning.plan import Matching, plan
from search.results import Results
from search.searcher import Page, Searcher
from tests.index.engines.stores import ENGINE_KINDS, pair
from tests.support.engines import LOCAL_ENGINES

KEPT = {
    "024nxxh": Kept(("procès", "à citer"), ("Vérifier les noms", "appeler Rabat")),
    "bmmg34p": Kept(("Procès d’assises",), ("vérifié, l’école aussi",)),
    "kkhbjy3": Kept(("à citer", "vu"), ()),
    "zxpgr0t": Kept((), ("Rabat : ‘demain’",)),
    "absent": Kept(("procès", "vu"), ("Rabat",)),
}


class Fixed:
    """Notes that do not change."""

    def of(self, *article_ids: str) -> Sequence[Kept]:
        return [KEPT.get(article_id, Kept()) for article_id in article_ids]

    def texts(self, field: str) -> Mapping[str, frozenset[str]]:
        texts: dict[str, frozenset[str]] = {}
        for article_id, kept in KEPT.items():
            for text in kept.tags if field == TAG.name else filter(None, ["\n".join(kept.notes)]):
                texts[text] = texts.get(text, frozenset()) | {article_id}
        return texts


def found(line: str) -> set[str]:
    leaf = parse(line)
    assert is_kept(leaf)
    return set(articles(leaf, Fixed()).ids) - {"absent"}


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("tag:procès", "024nxxh bmmg34p"),
        ("étiquette:PROCES", "024nxxh bmmg34p"),
        ('tag:"procès"', "024nxxh"),
        ('tag:"proces d\'assises"', "bmmg34p"),
        ("tag:citer", "024nxxh kkhbjy3"),
        ('tag:"citer"', ""),
        ("tag:pro*", "024nxxh bmmg34p"),
        ("tag:v*", "kkhbjy3"),
        ("tag:proces~", "024nxxh bmmg34p"),
        ("tag:*", "024nxxh bmmg34p kkhbjy3"),
        ("tag:absent", ""),
        ("note:verifier", "024nxxh"),
        ("note:nom", "024nxxh"),
        ("note:rabat", "024nxxh zxpgr0t"),
        ('note:"rabat demain"', "zxpgr0t"),
        ('note:"demain rabat"', ""),
        ("note:véri*", "024nxxh bmmg34p"),
        ("note:l’école", "bmmg34p"),
        ("note:*", "024nxxh bmmg34p zxpgr0t"),
    ],
)
def test_a_leaf_finds_the_articles_whose_words_fit(line: str, ids: str) -> None:
    assert found(line) == set(ids.split())


def test_a_tag_is_a_condition_and_never_a_word_of_the_quorum() -> None:
    query = plan(parse("un deux trois tag:vu"), date(2025, 12, 1), Matching.ANY, notes=Fixed())
    assert Among(frozenset({"kkhbjy3", "absent"})) in getattr(query, "clauses", ())


def test_a_number_after_a_name_of_a_tag_is_refused() -> None:
    with pytest.raises(QuerySyntaxError):
        parse('tag:"à citer"~2')


@pytest.mark.parametrize(
    "line", ["tag:*", "tag:pro*", 'étiquette:"à citer"', "-note:rabat", "tag:(vu OR procès)"]
)
def test_what_is_read_is_printed_as_one_would_type_it(line: str) -> None:
    assert parse(str(parse(line))) == parse(line)


def answered(searcher: Searcher, line: str) -> Results:
    return searcher.search(line, Page(limit=1000, facets=("source",)))


LEAVES = st.sampled_from(
    [
        "tag:procès",
        "tag:citer",
        'tag:"vu"',
        "tag:*",
        "note:rabat",
        "note:veri*",
        "tag:absent",
        "police",
        "date:2025",
        "title:le",
    ]
)


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
@settings(max_examples=25)
@given(
    st.recursive(
        LEAVES,
        lambda one: st.builds("({} {} {})".format, one, st.sampled_from(["AND", "OR", "SAUF", ""]), one),
        max_leaves=4,
    )
)
def test_engines_agree_on_tags_combined_with_everything(engine: str, line: str) -> None:
    both = pair(engine)
    real, naive = (answered(Searcher(one, notes=Fixed()), line) for one in (both.real, both.oracle))
    assert {result.article.id for result in real.results} == {result.article.id for result in naive.results}
    assert real.total == naive.total
    assert real.facets == naive.facets
    assert all(result.kept == Fixed().of(result.article.id)[0] for result in real.results)


@pytest.mark.parametrize("engine", ENGINE_KINDS)
def test_a_tag_without_an_article_finds_nothing(engine: str) -> None:
    searcher = Searcher(pair(engine).real, notes=Fixed())
    assert answered(searcher, "tag:zzz").total.count == 0
    assert answered(searcher, "* -tag:zzz").total.count == answered(searcher, "*").total.count
