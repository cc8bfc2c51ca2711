"""The fast fields of the frequent names have every use that broad answers rely on, whatever was added, removed and merged."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import prepare
from index.engines import create, open_writer
from index.engines.tantivy import frequent
from index.engines.tantivy.schema import listed, number, often, open_index
from tests.index.engines.stores import AT_RANDOM
from tests.support.press import article

NAMES = ("Awa Sarr", "Ali Ba", "Moussa Fall", "Lou Diop", "Ève Sy")

Added = Sequence[tuple[int, frozenset[str]]]


def sessions() -> st.SearchStrategy[list[Added]]:
    """Return the articles of some sessions: each has an id, which an earlier one may have had, and names."""
    some_names = st.sets(st.sampled_from(NAMES)).map(frozenset)
    return st.lists(
        st.lists(st.tuples(st.integers(0, 15), some_names), max_size=10, unique_by=lambda added: added[0]),
        max_size=4,
    )


def used(folder: Path, fast_field: str) -> Counter[int]:
    """Return the articles of each name in a fast field."""
    index = open_index(folder)
    request = {"names": {"terms": {"field": fast_field, "size": 100}}}
    answer = index.searcher().aggregate(index.parse_query("*"), request)
    return Counter({bucket["key"]: bucket["doc_count"] for bucket in answer["names"]["buckets"]})


@given(sessions(), st.sampled_from([1, 3, 100]), st.sampled_from([0, 2, 15]), st.sampled_from([0, 2, 512]))
@AT_RANDOM
def test_a_listed_name_lacks_no_article_and_another_lacks_as_many_as_may_be(
    added: Sequence[Added], first: int, lacking: int, names: int
) -> None:
    now: dict[int, frozenset[str]] = {}
    with TemporaryDirectory(prefix="manchette-") as made, pytest.MonkeyPatch.context() as patched:
        patched.setattr(frequent, "MOST_LACKING", lacking)
        patched.setattr(frequent, "_LISTED_NAMES", names)
        patched.setattr("index.engines.tantivy.writer.FIRST_ARTICLES", first)
        folder = Path(made) / "engine"
        create("tantivy", folder)
        for session in added:
            writer = open_writer("tantivy", folder)
            for at, some in session:
                writer.remove(f"{at}")
                writer.add(prepare(article(f"{at}", "Titre", "Le port rouvre.", person=tuple(sorted(some)))))
                now[at] = some
            writer.commit()
        of_listed, of_others = (used(folder, column("person")) for column in (listed, often))
    there = Counter(
        number(f"={name.lower().replace(' ', '_').replace('è', 'e')}")
        for some in now.values()
        for name in some
    )
    assert not of_listed.keys() & of_others.keys()
    assert of_listed.keys() | of_others.keys() <= there.keys()
    for name, articles in there.items():
        if name in of_listed:
            assert of_listed[name] == articles
        else:
            assert articles - lacking <= of_others[name] <= articles


def test_the_most_frequent_names_of_the_first_articles_are_listed(tmp_path: Path) -> None:
    create("tantivy", tmp_path / "engine")
    writer = open_writer("tantivy", tmp_path / "engine")
    for at in range(6):
        some = NAMES[: 1 + at // 3]
        writer.add(prepare(article(f"{at}", "Titre", "Le port rouvre.", person=some, place=("Dakar",))))
    writer.commit()
    assert used(tmp_path / "engine", listed("person")) == {number("=awa_sarr"): 6, number("=ali_ba"): 3}
    assert used(tmp_path / "engine", listed("place")) == {number("=dakar"): 6}
    assert not used(tmp_path / "engine", often("person"))
