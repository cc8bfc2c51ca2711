"""A grown corpus is the same each time, begins with the real articles, and has names and words of its own."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.entities import Kind
from tests.benchmarks import grown
from tests.benchmarks.articles import Record, text_of
from tests.benchmarks.cast import Cast
from tests.benchmarks.donors import donors, kept
from tests.benchmarks.sample import sample
from tests.benchmarks.vocabulary import Heaps, Vocabulary


def lines(size: int, seed: int = grown.SEED) -> list[str]:
    return [json.dumps(article) for article in grown.corpus(sample(), size, seed)]


def articles(size: int) -> Sequence[Record]:
    return list(grown.corpus(sample(), size))


def test_the_same_seed_makes_the_same_corpus_and_another_one_another() -> None:
    assert lines(300) == lines(300)
    assert lines(300, seed=1) != lines(300, seed=2)


@pytest.mark.parametrize("size", [1, 10, 71, 72, 200])
def test_a_corpus_has_the_size_that_was_asked_for(size: int) -> None:
    assert len(articles(size)) == size


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one() -> None:
    assert lines(300)[:150] == lines(150)


def test_the_real_articles_come_first_as_they_are() -> None:
    real = articles(300)[: len(sample())]
    assert real == [donor.record for donor in sample()]


def test_no_two_articles_have_one_id_or_one_text() -> None:
    found = articles(1000)
    assert len({article["id"] for article in found}) == len(found)
    grown_texts = [article["text"] for article in found[len(sample()) :]]
    assert len(set(grown_texts)) == len(grown_texts)


def test_a_grown_article_lists_whom_it_names_and_where() -> None:
    new = articles(300)[len(sample()) :]
    names = [(name, text_of(article)) for article in new for name in article["person"]]
    # the form to show of a real person need not be one of those in the text
    assert sum(name.split()[-1] in text for name, text in names) > 0.95 * len(names)
    assert sum(bool(article["place"]) for article in new) > 0.8 * len(new)
    assert len({article["date"] for article in new}) > 0.9 * len(new)
    assert len({article["source"] for article in new}) > 20


def test_a_new_person_is_named_in_the_text_and_not_who_was_there() -> None:
    known = {name for donor in sample() for name in donor.record["person"]}
    new = articles(300)[len(sample()) :]
    drawn = [(name, article) for article in new for name in article["person"] if name not in known]
    assert len(drawn) > 100
    assert all(name.rsplit(" ", 1)[-1] in text_of(article) for name, article in drawn)


def test_the_pieces_of_a_passage_are_its_text() -> None:
    for donor in sample():
        paragraphs = ["".join(passage.pieces) for passage in donor.body]
        assert paragraphs == donor.record["text"].split("\n\n")


def test_donors_are_kept_as_they_were(tmp_path: Path) -> None:
    records = [donor.record for donor in sample()[:20]]
    first = kept(tmp_path / "donors.jsonl", records)
    assert first == list(donors(records)) == kept(tmp_path / "donors.jsonl", [])
    assert all({kind.value for kind in Kind} & donor.record.keys() for donor in first)


def test_new_persons_come_as_often_as_new_words_are_due() -> None:
    import random

    heaps = Heaps(2.0, 0.5)
    cast = Cast(["Awa Ndiaye", "Jean Martin", "Anne Durand"], {"martin"}, heaps, 10_000, random.Random(1))
    drawn = []
    for _ in range(1000):
        cast.read(100)
        drawn += [cast.draw() for _ in range(3)]
    due = heaps.types(110_000) - heaps.types(10_000)
    assert abs(len({name.last for name in drawn}) - due) <= 2
    assert "Martin" not in {name.last for name in drawn}


def test_growth_is_that_of_the_words() -> None:
    vocabulary = Vocabulary()
    for first in range(2000):  # as many new words in each text as in the one before: no repetition
        vocabulary.add(" ".join(f"mot{first * 20 + word}" for word in range(20)))
    assert abs(vocabulary.heaps().exponent - 1) < 0.001
    for _ in range(2000):
        vocabulary.add("le la les")
    assert vocabulary.heaps().exponent < 0.99
    assert vocabulary.figures()["types"] == 40_003


def test_the_exponent_of_zipf_is_found() -> None:
    vocabulary = Vocabulary()
    for rank in range(1, 2000):
        vocabulary.counts[f"mot{rank}"] = round(1e9 / rank**1.2)
    assert abs(vocabulary.zipf() - 1.2) < 0.001
