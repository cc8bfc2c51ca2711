"""The words that an engine has, which a misspelt one is compared with."""

from operator import itemgetter
from pathlib import Path

import pytest

from index.fields import TEXT, VALUES
from tests.index.engines.stores import STORES, Store, memory_store, write
from tests.support.press import article, sample


@pytest.mark.parametrize("engine", STORES)
def test_the_words_that_begin_with_some_letters_are_those_of_the_oracle(engine: str, tmp_path: Path) -> None:
    articles = list(sample())
    real, naive = STORES[engine](tmp_path / engine), memory_store(tmp_path)
    for store in (real, naive):
        write(store, articles[:50])
        write(store, articles[50:])
    opened, oracle = real.engine(), naive.engine()
    for field in (TEXT.exact, TEXT.stem, *(value.name for value in VALUES)):
        for prefix in ("a", "ab", "abidjan", "é", "zzz"):
            found, expected = (
                sorted(words, key=itemgetter(1))  # those of one frequency stay in their order
                for words in (opened.words(field, prefix), oracle.words(field, prefix))
            )
            assert found == expected
    assert dict(oracle.words(TEXT.exact, "abidjan"))["abidjan"] > 1
    opened.close()


def test_an_empty_index_has_no_word(store: Store) -> None:
    assert list(store.engine().words(TEXT.exact, "a")) == []
    write(store, [article("a", body="Un port.")])
    assert list(store.engine().words(TEXT.exact, "p")) == [("port", 1)]
