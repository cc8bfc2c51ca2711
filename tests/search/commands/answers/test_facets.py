"""The command `facets`."""

import csv
import json
from pathlib import Path

import pytest

from search.counts.facets import FACETS
from tests.conftest import Run


@pytest.mark.parametrize("field", FACETS)
def test_every_facet_is_counted(field: str, home: Path, manchette: Run) -> None:
    values = json.loads(manchette("facets", field, "--format", "json", "-i", str(home)).stdout)["values"]
    assert values
    assert all(value["count"] > 0 for value in values)


def test_the_facets_of_a_query_are_those_of_its_articles(home: Path, manchette: Run) -> None:
    done = manchette("facets", "source", "Dakar", "--format", "csv", "-n", "0", "-i", str(home))
    counts = [int(row["count"]) for row in csv.DictReader(done.stdout.splitlines())]
    assert 0 < sum(counts) <= 71


def test_the_values_are_counted_in_the_articles_of_the_options(home: Path, manchette: Run) -> None:
    def total(*options: str) -> int:
        done = manchette("facets", "year", *options, "--format", "csv", "-i", str(home))
        return sum(int(row["count"]) for row in csv.DictReader(done.stdout.splitlines()))

    every = total("Dakar", "climat", "--any")
    assert total("Dakar", "climat", "--all") < every
    since, until = (total("Dakar", "climat", "--any", option, "2025-06") for option in ("--since", "--until"))
    assert 0 < since < every
    assert 0 < until < every
