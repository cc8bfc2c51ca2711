"""The facets of a cluster: its traps, and the number of requests that are promised."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine import Ask
from index.engines.opensearch.address import Cluster as Address
from index.engines.opensearch.client import Client
from index.engines.opensearch.facets import FacetCounter, column, patterns
from index.engines.opensearch.failures import Refused
from index.engines.opensearch.schema import MAX_SPELT_BYTES, SPELT_BETWEEN, body, spelt
from index.engines.opensearch.view import View
from index.names.aliases import NameKey, parse
from index.names.resolution import Names
from index.query import Everything, Term
from tests.index.engines.stores import CLUSTER_STORES, FACETS, Store, pair, write
from tests.support.opensearch.cluster import Cluster
from tests.support.press import article

ON_CLUSTER = [pytest.param(name, id=name, marks=pytest.mark.opensearch) for name in CLUSTER_STORES]
ONE_NAME = Ask(0, facets=("person",), values=1)


@pytest.fixture(params=ON_CLUSTER)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return CLUSTER_STORES[request.param](tmp_path / "engine")


@contextmanager
def counting_requests() -> Iterator[list[Mapping[str, Any]]]:
    """Give the list of the searches that aggregate, as they are made."""
    search, requests = View.search, list[Mapping[str, Any]]()

    def counting(view: View, body: Mapping[str, Any]) -> object:
        if "aggs" in body:
            requests.append(body)
        return search(view, body)

    with patch.object(View, "search", counting):
        yield requests


@pytest.mark.parametrize("engine", ON_CLUSTER)
@pytest.mark.parametrize(
    ("facets", "values", "most"),
    [(FACETS, 5, 3), (FACETS, 1, 3), (("date", "month", "year"), 5, 1), (("person", "org"), 0, 0)],
)
def test_all_facets_of_an_answer_take_three_requests_at_most(
    engine: str, facets: tuple[str, ...], values: int, most: int
) -> None:
    names = Names(aliases=parse("Rabat = Casablanca | Dakar\nMaroc = Sénégal\n"))
    both = pair(engine)
    ask = Ask(0, facets=facets, names=names, values=values)
    taken = set()
    for query in (Everything(), Term("exact", "le"), Term("exact", "port")):
        with counting_requests() as requests:
            hits = both.real.search(query, ask)
            assert hits.count_facets() == both.oracle.search(query, ask).count_facets()
        taken.add(len(requests))

    assert max(taken) == most


def test_what_only_counts_asks_for_no_statistics_of_other_shards(store: Store) -> None:
    engine = store.engine()
    with patch.object(Client, "ask", return_value={"_shards": {"failed": 0}, "timed_out": False}) as asked:
        for scores in ({}, {"track_scores": True}):
            engine._view.search(scores)  # type: ignore[attr-defined] # of this engine
    counts, hits = (request.kwargs["search_type"] for request in asked.call_args_list)

    assert counts == "query_then_fetch"
    assert hits == ("dfs_query_then_fetch" if engine._location.shards > 1 else counts)  # type: ignore[attr-defined]
    engine.close()


def test_of_names_that_many_share_all_are_read_and_the_first_by_their_letters_are_shown(store: Store) -> None:
    people = [f"Awa Sarr de la Rivière {number:03}" for number in range(300)]
    write(store, [article(f"{at}", person=tuple(people[at::30])) for at in range(30)])
    engine = store.engine()
    with counting_requests() as requests:
        hits = engine.search(Everything(), Ask(0, facets=("person",), values=2))
        assert hits.count_facets() == {"person": dict.fromkeys(people[:2], 1)}
    engine.close()

    assert len(requests) == 3  # the first 256, the first 2,048, their spellings: nothing is in doubt


def test_the_names_of_several_facets_are_spelt_however_many_requests_that_takes(store: Store) -> None:
    """A cluster answers the eleventh of them, `10`, elsewhere than last."""
    names: dict[str, Any] = {
        field: tuple(f"{field} {'Érable ' * 50}{number:03}" for number in range(9))
        for field in ("person", "org", "place")
    }
    write(store, [article("a", person=names["person"], org=names["org"], place=names["place"])])
    engine = store.engine()
    hits = engine.search(Everything(), Ask(0, facets=tuple(names), values=9))
    assert hits.count_facets() == {field: dict.fromkeys(values, 1) for field, values in names.items()}
    engine.close()


def test_a_long_name_is_counted_and_a_very_long_one_is_found_alone(store: Store) -> None:
    long, very_long = "Éa" * 1000, "Ba" * MAX_SPELT_BYTES
    write(
        store,
        [article("a", person=(long,)), article("b", person=(long, "Awa")), article("c", person=(very_long,))],
    )
    engine = store.engine()
    assert engine.search(Everything(), ONE_NAME).count_facets() == {"person": {long: 2}}
    assert engine.search(Everything(), Ask(3)).total.count == 3
    engine.close()


class Shards:
    """An index whose shards have some persons, each with so many articles."""

    def __init__(self, url: str, name: str, shards: Sequence[Mapping[str, int]]) -> None:
        self._client = Client(Address((url,)))
        self._name = name
        self._client.ask("PUT", f"/{name}", body(len(shards)))
        routes: dict[int, int] = {}
        for route in range(100):
            found = self._client.ask("GET", f"/{name}/_search_shards", routing=route)
            routes.setdefault(found["shards"][0][0]["shard"], route)
        lines = [
            f"{json.dumps({'index': {'routing': f'{routes[shard]}'}})}\n{json.dumps(_person(person))}\n"
            for shard, counts in enumerate(shards)
            for person, articles in counts.items()
            for _ in range(articles)
        ]
        sent = self._client.ask("POST", f"/{name}/_bulk", "".join(lines).encode(), refresh="true")
        assert not sent["errors"]

    def search(self, asked: Mapping[str, Any]) -> object:
        """Return the answer to a search."""
        answer: object = self._client.ask("POST", f"/{self._name}/_search", asked)
        return answer


def _person(person: str) -> Mapping[str, object]:
    return {
        "person": person,
        "person_key": [person],
        "person_spelt": [f"{person}{SPELT_BETWEEN}{person}"],
        "day": 0,
    }


def test_a_name_that_a_cluster_leaves_out_may_have_more_than_its_bound(
    cluster: Cluster, index_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """https://github.com/elastic/elasticsearch/issues/134073."""
    three = [
        {"=a": 9, "=x": 8, "=b": 1, "=c": 1},
        {"=d": 20, "=a": 9, "=e": 9, "=x": 8},
        {"=a": 9, "=f": 9, "=g": 9, "=x": 8},
    ]
    shards = Shards(cluster.url, index_name, three)
    terms = {"field": "person_key", "size": 3, "shard_size": 3, "show_term_doc_count_error": True}
    found: Any = shards.search({"size": 0, "aggs": {"first": {"terms": terms}}})
    answer = found["aggregations"]["first"]
    theirs, ours = answer["doc_count_error_upper_bound"], column("person", answer)
    assert NameKey("person", "=x") not in ours.counts
    assert theirs < 24 <= ours.beyond

    monkeypatch.setattr("index.engines.opensearch.facets._FIRST_NAMES", 3)
    counter = FacetCounter(shards.search, {"match_all": {}}, Names())
    assert counter.count(Ask(0, facets=("person",), values=2)) == {"person": {"=a": 27, "=x": 24}}


def test_a_cluster_refuses_the_long_pattern_of_many_names(cluster: Cluster, index_name: str) -> None:
    shards = Shards(cluster.url, index_name, [{"=a": 1}])
    include = "|".join(f"=name_{number}" for number in range(200))
    with pytest.raises(Refused):
        shards.search(
            {"size": 0, "aggs": {"names": {"terms": {"field": spelt("person"), "include": include}}}}
        )


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=500), max_size=60, unique=True))
def test_a_pattern_is_short_enough_and_each_name_is_in_one(names: list[str]) -> None:
    asked = list(patterns(names))

    assert all(len(pattern.encode("utf-16-le")) <= 2 * 1000 for pattern in asked)
    for name in names:
        spelling = f"{name}{SPELT_BETWEEN}Awa\nSarr"
        assert any(re.fullmatch(pattern, spelling, re.DOTALL) for pattern in asked)
