"""The lines that are left out of an index, each behind the number of its articles."""

from corpus.lines import Recurring
from search.overview import RecurringLines
from search.render import plain, rendered
from tests.search.render.answers import ATTACK

SLOGAN = "Le Phare, le journal de toute la côte"


def shown(*lines: Recurring, columns: int = 80) -> list[str]:
    rows = rendered(RecurringLines(lines), "text", columns)
    assert not isinstance(rows, str)
    return plain.text(rows).splitlines()


def test_each_line_stands_behind_its_articles_and_its_source() -> None:
    assert shown(Recurring("Le Phare", SLOGAN, 1200), Recurring("", "Bonne lecture", 5)) == [
        f"    1,200  Le Phare · {SLOGAN}",
        "        5  Bonne lecture",
    ]


def test_a_long_line_goes_on_below_its_beginning() -> None:
    assert shown(Recurring("Le Phare", SLOGAN, 8), columns=40) == [
        "        8  Le Phare · Le Phare, le",
        "           journal de toute la côte",
    ]


def test_a_line_does_nothing_to_the_terminal() -> None:
    assert "\x1b" not in "".join(shown(Recurring(ATTACK, ATTACK, 5)))
