"""A figure is read as medians, and kept as it was measured."""

from tests.benchmarks.use.figure import Figure, Spent


def test_a_row_has_the_medians_the_slowest_time_and_the_articles_a_second() -> None:
    exported = Figure("export csv", (Spent(2.0, 1.0), Spent(4.0, 2.0), Spent(9.0, 3.0)), 170.4, 8000)
    assert exported.row == ("export csv", "3", "4,000", "9,000", "2,000", "170", "2,000 (4,000)")


def test_what_has_no_memory_and_no_articles_leaves_their_columns_empty() -> None:
    assert Figure("a key", (Spent(0.02, 0.01),)).row == ("a key", "1", "20", "20", "10", "", "")


def test_every_time_is_kept() -> None:
    spent = (Spent(0.1234567, 0.01), Spent(0.2, 0.02))
    assert [once["seconds"] for once in Figure("a key", spent).kept["spent"]] == [0.1234567, 0.2]
