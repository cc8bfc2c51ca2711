"""What a long query costs is its fastest round: what the machine did beside it does not count."""

import pytest

from tests.relevance import latency


def test_a_query_costs_its_fastest_round(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = iter([9.0, 1.0, 5.0, 8.0, 2.0, 7.0])  # two rounds of three queries
    monkeypatch.setattr(latency, "ROUNDS", 2)
    monkeypatch.setattr(latency, "_milliseconds", lambda *_: next(taken))
    assert latency.fastest([lambda *_: []], ["a", "b", "c"]) == [[8.0, 1.0, 5.0]]
