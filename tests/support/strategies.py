"""Trees as `parse` makes them, for property tests."""

import re

from hypothesis import strategies as st

from index.fields import BY_NAME, FIELDS, Kind
from index.query import MAX_SLOP
from search.language.lex import OPERATORS
from search.language.tree import (
    And,
    Boost,
    Dates,
    Everything,
    Form,
    Fuzzy,
    Leaf,
    Like,
    Not,
    Or,
    Phrase,
    Tree,
    Wildcard,
    Word,
    Words,
)

EXPRESSIONS = (
    "2025", "2025-11", "25/11/2025", "2025-11-20..2025-12-01", "..2024", "2025..", ">=2025", "<2024-02", "hier",
    "7j", "aujourd'hui", "none", "nov. 2025", "1er décembre 2025", "décembre-2025..", "=2025", "lundi", "la semaine dernière",
    "le 3", "mars", "3 derniers mois", "du 3 au 7 mars", "march 2", "depuis l'an dernier", "années 90", "Noël",
)  # fmt: skip

TEXTS = st.sampled_from(["", *(field.name for field in FIELDS if field.kind is Kind.TEXT)])
NAMES = st.sampled_from([field.name for field in FIELDS if field.kind is Kind.VALUE])
KEPT = st.sampled_from([field.name for field in FIELDS if field.kind is Kind.KEPT])
FIELDED = TEXTS | NAMES | KEPT

REAL = st.sampled_from(
    [
        "l'onu",
        "10 000",
        "20 h 30",
        "n° 5",
        "élu(e)s",
        "dernier",
        "2019",
        "mars",
        "soir",
        "S.N.C.F",
        "DGSN-DGST",
        "12,5",
        "AT&T",
        "élections",
        "Côte",
        "œuvre",
        "1er",
        "80km/h",
    ]
)
MADE = st.from_regex(r"[a-zéèçœÀ0-9](?:[a-z0-9'.,&/+@#_-]{0,5}[a-zéç0-9])?", fullmatch=True)
_BOUND = re.compile(r"[hH]|n[o°]|[0-9]{3}|[eè]?r?e|.*[0-9]h.*")
"""What a number or an hour may go on with, behind a blank: no word of its own then."""

ELSEWHERE = re.compile("(?i)(?:[wnp]|pre|near|onear|adj|prox)/|(?:adj|near|prox)[0-9]")
"""The beginning of words that are operators of other search engines between two words."""


TYPED = (REAL | MADE).filter(
    lambda text: text not in OPERATORS and not _BOUND.fullmatch(text) and not ELSEWHERE.match(text)
)
PATTERNS = st.from_regex(r"\*?[a-zé](?:[*?]?[a-z0-9'-]){0,4}[a-z](?:\*)?", fullmatch=True).filter(
    lambda pattern: bool({"*", "?"} & set(pattern))
)

IDS = st.sampled_from(["7f3k2", "orange-10499", "dgr5dsp-2", "le-monde_2020", "a:b", "12", "x-"])
"""Ids of articles, some of which are typed in quotes."""


def leaves() -> st.SearchStrategy[Leaf]:
    """Leaves of every kind, of every field that may have them."""
    return st.one_of(
        st.builds(Word, TYPED, FIELDED),
        st.builds(Word, st.sampled_from(sorted(OPERATORS)), st.sampled_from(["title", "person"])),
        st.builds(Phrase, phrases(), st.integers(0, MAX_SLOP), TEXTS),
        st.builds(Phrase, phrases(), st.just(0), NAMES | KEPT),
        st.just(Wildcard("*", "tag")),
        st.builds(Wildcard, PATTERNS, FIELDED),
        st.builds(Fuzzy, TYPED, st.integers(1, 2), FIELDED),
        st.builds(Form, TYPED),
        st.builds(Dates, st.sampled_from(EXPRESSIONS)),
        st.builds(Like, IDS | phrases()),
        st.just(Everything()),
    )


def phrases() -> st.SearchStrategy[str]:
    """Return what may stand between quotes, operators and signs included."""
    words = st.lists(TYPED | st.sampled_from(["AND", "(", "-", "d'", "?", "a:b", "^2"]), max_size=4)
    return st.builds(lambda first, rest: " ".join([first, *rest]), TYPED, words)


def trees() -> st.SearchStrategy[Tree]:
    """Return trees whose groups have two clauses or more, as deep as anybody would type."""
    weights = st.integers(1, 99_999).map(lambda hundredths: hundredths / 100)

    def grouped(clauses: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
        several = st.lists(clauses, min_size=2, max_size=4).map(tuple)
        return st.one_of(
            st.builds(Words, several),
            st.builds(And, several),
            st.builds(Or, several),
            st.builds(Not, clauses),
            st.builds(Boost, clauses, weights),
        )

    return st.recursive(leaves(), grouped, max_leaves=20)


def lines() -> st.SearchStrategy[str]:
    """Lines of anything, with the signs of the language more often than chance has them."""
    signs = st.sampled_from(
        [*'"()-:=^~*?.,/«»’ \t', " ", " AND ", " OU ", " SAUF ", "title:", "date:", "personne:", "foo:", "http://",
         "2025", "lundi", "dernier", "mars", " le 3 ", "~2", "^2", "..", "hier", "e\u0301", "\u200b", "\x00", "\ud800", "a", "é", "=a", "-b", "...", "`\u0338"]
    )  # fmt: skip
    return st.lists(signs | st.text(max_size=3) | st.sampled_from(sorted(BY_NAME)), max_size=14).map("".join)
