"""The counts of stems from which vectors are made."""

from index.vectors.file import counts


def test_a_stem_that_stands_more_often_than_the_file_can_say_has_the_most_that_it_can() -> None:
    stems, times = counts("port " * 70_000 + "mer")
    assert (len(stems), [*times]) == (2, [65_535, 1])
