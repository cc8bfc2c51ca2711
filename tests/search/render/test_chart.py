"""A timeline as a picture."""

import struct

import pytest

from corpus.records import replace
from search.render import chart
from search.study.timeline import Series
from tests.search.render.studies import HOSTILE_TIMELINE, TIMELINE


def size(picture: bytes) -> tuple[int, int]:
    """Return the width and the height that a PNG states (PNG 1.2, section 4.1.1)."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("line", ["laïcité", "$\\frac{1}{", "_caché", "東京"])
def test_a_picture_of_any_query_is_drawn(line: str) -> None:
    made = replace(TIMELINE, answers=(Series(line, (31, 12, 0, 0, 5), 1, 2),))
    assert size(chart.png(made)) == (1350, 675)


def test_a_query_is_named_and_a_gap_breaks_the_line() -> None:
    one, other = TIMELINE.answers[0], TIMELINE.answers[0]._replace(line="islam")
    assert chart.png(replace(TIMELINE, answers=(one,))) != chart.png(replace(TIMELINE, answers=(other,)))
    printed = TIMELINE.printed._replace(found=(1204, 980, 50, 50, 37))
    assert chart.png(TIMELINE) != chart.png(replace(TIMELINE, printed=printed))


def test_a_hostile_query_and_an_empty_timeline_are_drawn() -> None:
    assert size(chart.png(HOSTILE_TIMELINE)) == (1350, 675)
    empty = replace(
        HOSTILE_TIMELINE, periods=(), printed=Series("*", (), 0, 1), answers=(Series("a", (), 0, 1),)
    )
    assert size(chart.png(empty)) == (1350, 675)
