"""A difference is reported with the chance that luck alone makes a difference as large."""

import random

from tests.relevance.significance import difference


def test_what_is_always_better_is_no_chance() -> None:
    assert difference([[0.1] * 50]).p < 0.001


def test_noise_is_chance() -> None:
    noise = random.Random(3)
    assert difference([[noise.gauss(0, 1) for _ in range(400)]]).p > 0.05


def test_each_set_weighs_the_same_whatever_its_size() -> None:
    assert difference([[1.0] * 10, [0.0] * 1000]).mean == 0.5


def test_the_draws_are_the_same_each_time() -> None:
    values = [[0.3, -0.1, 0.2, -0.2, 0.4, 0.1]]
    assert difference(values) == difference(values)


def test_few_queries_prove_little() -> None:
    assert 0.2 < difference([[1.0, 1.0, 1.0]]).p < 0.3  # two of the eight draws of signs
