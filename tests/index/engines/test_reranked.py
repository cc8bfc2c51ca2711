"""Every engine reranks its first hits by how close they are to the topic of a query, wherever the vectors are."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.engine import Ask, Sort
from index.query import Or, Term
from index.vectors import reranking
from index.vectors.file import key
from index.vectors.reranking import CLOSENESS_WEIGHT, Near
from tests.index.engines.stores import EVERY_ENGINE, STORES, write
from tests.support.press import sample

FIRST = 12
"""Hits that are reranked here."""

TOPIC = ("port", "securit")
QUERY = Or(tuple(Term("stem", stem) for stem in ("port", "securit", "dakar", "pay")))


class Vectors:
    """Vectors of a topic alone, whose articles are more or less close to it by chance."""

    is_closed = False

    def near(self, stems: Iterable[str]) -> Near | None:
        return near if tuple(stems) == TOPIC else None

    def close(self) -> None:
        self.is_closed = True


def near(keys: Iterable[int]) -> Iterator[float]:
    return (one % 5 / 4 for one in keys)


@pytest.mark.parametrize("engine", EVERY_ENGINE)
def test_the_first_hits_are_in_the_order_of_score_and_closeness(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reranking, "_RERANKED_HITS", FIRST)
    store, vectors = STORES[engine](tmp_path / "engine"), Vectors()
    write(store, list(sample()))
    with closing(store.engine()) as plain, closing(store.engine(vectors)) as closest:
        hits = plain.search(QUERY, Ask(1000)).hits
        best = hits[0].score
        raised = {
            hit.article.id: hit.score + CLOSENESS_WEIGHT * best * nearness
            for hit, nearness in zip(hits[:FIRST], near(key(hit.article.id) for hit in hits), strict=False)
        }
        whole = closest.search(QUERY, Ask(1000, topic=TOPIC)).hits
        order = [hit.article.id for hit in whole]
        assert order[:FIRST] == sorted(raised, key=lambda name: -raised[name])
        assert [hit.score for hit in whole[:FIRST]] == pytest.approx(
            sorted(raised.values(), reverse=True), abs=0.01
        )
        assert whole[FIRST:] == hits[FIRST:]
        assert order != [hit.article.id for hit in hits]
        for start in (0, 3, FIRST - 1, FIRST, 20):
            assert closest.search(QUERY, Ask(7, start, topic=TOPIC)).hits == whole[start : start + 7]
        assert [hit.id for hit in closest.ranked(QUERY, 20, TOPIC)] == order[:20]
        assert tuple(closest.each(QUERY, Ask(1000, 5, topic=TOPIC))) == whole[5:]
        for asked in (Ask(1000), Ask(1000, topic=("zzz",)), Ask(1000, sort=Sort.NEWEST, topic=TOPIC)):
            assert closest.search(QUERY, asked).hits == plain.search(QUERY, asked).hits
    assert vectors.is_closed
