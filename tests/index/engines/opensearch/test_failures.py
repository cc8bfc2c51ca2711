"""What a cluster says where it refuses: whatever it is, one short line of it at most is shown."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.engines.opensearch.address import Cluster, ClusterError
from index.engines.opensearch.bulk import Sending
from index.engines.opensearch.client import Client
from index.engines.opensearch.failures import error_of, refusal
from index.errors import IndexFailure
from search.render.error import in_one_line, text
from tests.support.opensearch.impostor import said
from tests.support.opensearch.server import serve

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=300)
ERRORS = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["error", "root_cause", "failed_shards", "reason", "type", "status"]),
            inner,
            max_size=4,
        )
    ),
)


@given(status=st.integers(100, 599), answer=ERRORS)
@example(status=400, answer={"error": {"failed_shards": []}})
def test_any_refusal_is_one_short_line(status: int, answer: object) -> None:
    error = error_of(Cluster(("https://presse.example:9200",), "desk"), refusal(status, answer))
    assert isinstance(error, IndexFailure)
    assert "\n" not in text(error)
    assert len(in_one_line(error)) < 700


def odd_items() -> list[Any]:
    return [
        {},
        [],
        None,
        3,
        {"errors": True},
        {"errors": True, "items": None},
        {"errors": True, "items": {}},
        {"errors": True, "items": [None]},
        {"errors": True, "items": [[]]},
        {"errors": True, "items": [{}]},
        {"errors": True, "items": [{"index": None}]},
        {"errors": True, "items": [{"index": {"error": {}}}]},
        {"errors": True, "items": [{"index": {"status": None, "error": "no"}}]},
        {"errors": True, "items": [{"index": {"status": "429", "error": {"type": [], "reason": {}}}}]},
        {"errors": True, "items": [{"index": {"status": 400}, "create": {}}]},
        {"errors": True, "items": [{"index": {"status": 201}}] * 2},
    ]


@pytest.mark.parametrize("answer", odd_items(), ids=json.dumps)
def test_an_odd_answer_to_a_bulk_is_an_error_and_no_article_is_counted_as_sent(answer: object) -> None:
    with serve(lambda _: said(200, answer)) as served:
        client = Client(Cluster((served.url,)))
        sending = Sending(client, "presse")
        sending.put(b'{"index": {"_id": "a"}}\n{}\n')
        with pytest.raises(ClusterError):
            sending.finish()
        client.close()
