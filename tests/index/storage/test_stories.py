"""The file of the stories gives back what was written, and a page has each story once."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.message import message
from index.engine import Ask
from index.errors import Damaged
from index.layout import stories as path_of
from index.storage.stories import Printing, folded, open_stories, packed

HUGE = (1 << 64) - 1
STORIES = [
    {HUGE: Printing("b", "L’Écho", "b.txt", 20250303), 0: Printing("a", "", "dép\udce9ches/a.txt", 0)},
    {
        5: Printing("c", "Le Jour\nLe Soir", "c.txt", 20250300),
        7: Printing("d", "", "d.txt", 0),
        9: Printing("e", "MAP", "e", 20250304),
    },
]


def test_an_article_has_the_articles_of_its_story_in_their_order(tmp_path: Path) -> None:
    path_of(tmp_path).write_bytes(packed(STORIES))
    with closing(open_stories(tmp_path)) as stories:
        assert list(stories.printings([0, HUGE])) == [tuple(STORIES[0].values())] * 2
        assert list(stories.printings([5, 7, 9])) == [tuple(STORIES[1].values())] * 3
        first, second, other = stories.numbers([5, 7, 0])
        assert first == second != other


def test_an_article_that_stands_alone_has_no_story(tmp_path: Path) -> None:
    for content in (packed([]), packed(STORIES)):
        path_of(tmp_path).write_bytes(content)
        with closing(open_stories(tmp_path)) as stories:
            assert list(stories.numbers([6, HUGE - 1])) == [None, None]
            assert list(stories.printings([6, HUGE - 1])) == [(), ()]


@pytest.mark.parametrize("content", [b"", b"stories2", packed(STORIES)[:-1], b"other" + packed(STORIES)[5:]])
def test_a_file_that_is_not_whole_is_damaged(tmp_path: Path, content: bytes) -> None:
    path_of(tmp_path).write_bytes(content)
    with pytest.raises(Damaged):
        open_stories(tmp_path)


def test_a_file_that_is_missing_is_damage(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        open_stories(tmp_path)


@pytest.mark.parametrize("byte", [b'"', b"[", b"1", b"\n", b"\xff"])
def test_a_story_that_cannot_be_read_is_damage(tmp_path: Path, byte: bytes) -> None:
    texts = packed(STORIES).index(b"[[")
    path_of(tmp_path).write_bytes(packed(STORIES)[:texts] + byte * (len(packed(STORIES)) - texts))
    with closing(open_stories(tmp_path)) as stories, pytest.raises(Damaged) as raised:
        list(stories.printings([5]))
    assert raised.value.mend == message("mend.index")


class Numbered:
    """Stories by the last digit of a key; those that end with 5 or more stand alone."""

    def numbers(self, keys: Iterable[int]) -> Iterator[int | None]:
        return (key % 10 if key % 10 < 5 else None for key in keys)


def once(answer: Sequence[int]) -> list[int]:
    return [
        number
        for place, number in enumerate(answer)
        if number % 10 >= 5 or all(before % 10 != number % 10 for before in answer[:place])
    ]


def asked(answer: Sequence[int], ask: Ask) -> tuple[list[int], int | None]:
    def ranking(start: int, end: int) -> Sequence[int]:
        return answer[start:end]

    def keys(hits: Sequence[int]) -> Iterable[int]:
        return iter(hits)

    page, stories = folded(ask, ranking, keys)
    return list(page), stories


@settings(max_examples=200, derandomize=True, deadline=None, database=None)
@given(st.lists(st.integers(0, 60), max_size=60), st.integers(1, 12), st.integers(0, 30))
def test_the_pages_of_an_answer_are_its_stories_once_each(answer: list[int], limit: int, offset: int) -> None:
    stories = once(answer)
    page, count = asked(answer, Ask(limit, offset, stories=Numbered()))

    assert page == stories[offset : offset + limit]
    assert count == (len(stories) if len(stories) <= offset + limit else None)


def test_without_stories_every_article_is_on_a_page() -> None:
    assert asked([1, 11, 2, 21], Ask(3, 1)) == ([11, 2, 21], None)


def test_where_no_hit_is_asked_for_no_story_is_counted() -> None:
    assert asked([1, 11, 2], Ask(0, 0, stories=Numbered())) == ([], None)
