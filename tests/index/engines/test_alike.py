"""The words of an engine that are close to a misspelt one."""

from pathlib import Path

import pytest

from index.fields import TEXT, VALUES
from tests.index.engines.stores import EVERY_STORE, STORES, Store, memory_store, write
from tests.support.press import article, sample


@pytest.mark.parametrize("engine", EVERY_STORE)
def test_the_words_close_to_another_are_those_of_the_oracle(engine: str, tmp_path: Path) -> None:
    articles = list(sample())
    real, naive = STORES[engine](tmp_path / engine), memory_store(tmp_path)
    for store in (real, naive):
        write(store, articles[:50])
        write(store, articles[50:])
    opened, oracle = real.engine(), naive.engine()
    for field in (TEXT.exact, TEXT.stem, *(value.name for value in VALUES)):
        for term in ("abidajn", "abidjan", "secruite", "a", "pari", "électoin", "zzz", "e*", "l.a"):
            for edits in (1, 2):
                assert list(opened.alike(field, term, edits)) == list(oracle.alike(field, term, edits))
    assert dict(oracle.alike(TEXT.exact, "abidajn", 1))["abidjan"] > 1
    opened.close()


def test_a_word_is_not_alike_itself_nor_a_word_with_another_first_letter(store: Store) -> None:
    assert list(store.engine().alike(TEXT.exact, "port", 2)) == []
    write(store, [article("a", body="Un port, un pont, un fort."), article("b", body="Un porc, ce pont.")])
    assert list(store.engine().alike(TEXT.exact, "port", 1)) == [("pont", 2), ("porc", 1)]
