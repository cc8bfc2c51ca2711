"""Any line is answered or refused, without a traceback."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import IndexFailure
from index.opening import open_engine
from search.errors import SearchError
from search.render.error import text
from search.searcher import Page, Searcher
from tests.support.strategies import lines

SIGNS = "\"'()«»*?~^:=-–,.;!|&+/\\[]{}#%@ \t\n\x00\x1b’“”…éœÉ0123"
OPERATORS = [
    "AND",
    "ET",
    "OU",
    "OR",
    "NOT",
    "SAUF",
    "person:",
    "date:",
    "titre:",
    "=",
    "-",
    "~2",
    "^3",
    "*",
    "..",
    "none",
]
TYPED = [
    "élections législatives au Sénégal", "l'ONU et le Sahel", '"conseil de sécurité" date:2025-11', "person:sangafola",
    "terroris* -dakar", "=Côte d'Ivoire", "DGSR-DGVT", "mobilités du grand Dakar (AMGD)", "climat^2 OR sécheresse",
    'source:"Sahel-Matin" hamouchi~2', "date:2024..2025 place:Abidjan", "Le port d’Abidjan : 12,5 % de plus en 2025 ?",
]  # fmt: skip


@pytest.fixture(scope="module")
def searcher(home: Path) -> Searcher:
    return Searcher(open_engine(home))


def ask(searcher: Searcher, line: str) -> None:
    """Answer or refuse a line; a refusal is a sentence that was written for a person."""
    try:
        results = searcher.search(line, Page(facets=("person",)))
    except (SearchError, IndexFailure) as error:
        refusal = text(error)
    else:
        assert results.total.count >= len(results.results)
        return
    assert len(refusal) > 20


def mutated(chance: random.Random) -> str:
    """Return a query that a person could have typed, after a few slips."""
    line = list(chance.choice(TYPED))
    for _ in range(chance.randint(0, 6)):
        position = chance.randrange(len(line) + 1)
        match chance.randrange(4):
            case 0:
                line.insert(position, chance.choice(SIGNS))
            case 1:
                line[position : position + chance.randint(1, 4)] = []
            case 2:
                line.insert(position, f" {chance.choice(OPERATORS)} ")
            case _:
                line[position:position] = line[: chance.randint(0, 12)]
    return "".join(line)


@pytest.mark.long
@pytest.mark.no_cover  # measured, it takes thrice as long, and other tests run what it runs
def test_ten_thousand_queries_with_slips_are_answered_or_refused(searcher: Searcher) -> None:
    chance = random.Random(2025)
    for _ in range(10_000):
        ask(searcher, mutated(chance))


@given(st.one_of(lines(), st.text(max_size=80)))
@settings(max_examples=300, deadline=None)
def test_any_text_is_answered_or_refused(searcher: Searcher, line: str) -> None:
    ask(searcher, line)


@pytest.mark.parametrize(
    "line",
    [
        "(" * 10_000, ")" * 10_000, "-" * 10_000, "NOT " * 10_000, '"' * 9_999, "*" * 5_000, "a*" * 4_000, "é " * 4_999,
        "a OR " * 1_900 + "a", "sécurité~2 " * 800, "*a*e*i*o*u*", "date:" + "9" * 5_000, "x" * 1_000_000, "\ud800",
        "'" * 9_000, "l'" * 4_000, "1." * 4_500, "a-" * 4_500, '"' + "a " * 4_000 + '"', '"' + "le de " * 800 + '"~30',
    ],
    ids=lambda line: f"{line[:12]}…{len(line)}".encode("ascii", "backslashreplace").decode(),
)  # fmt: skip
def test_a_line_that_nobody_would_type_is_answered_or_refused(line: str, searcher: Searcher) -> None:
    ask(searcher, line)
