"""What each command shows at three widths, in both languages, plain and coloured: a file each, to be read by eye.

To add a command, add a row with a value that it shows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from search.messages import Language, speaking
from search.render import plain, rendered, terminal
from search.render.exported import Exported
from search.render.lines import Line, line_width
from search.results import FacetCount, FacetPanel, Reading
from search.study.explanation import Explanation
from tests.search.messages.test_french_pages import VALUES
from tests.search.render.answers import FACETS, PAGE, PRINTED
from tests.search.render.golden import same
from tests.search.render.test_entity import PAGE as ENTITY
from tests.search.render.test_format_list import LISTED

FACETED = replace(PAGE, facets=FACETS)

SHOWN: dict[str, object] = {
    "query": FACETED,
    "show": Reading(PRINTED, PAGE.asked),
    "facets": FacetCount("person", FACETED),
    "facets-alone": FacetPanel(FACETS),
    "explain": Explanation(PAGE, (), None),
    "entities-show": ENTITY,
    "status": VALUES["etat"],
    "index": VALUES["construction"],
    "formats": LISTED,
    "export": Exported("presse/laïcité 2020.xlsx", "xlsx", 1204, "laïcité AND date:2020"),
}
"""A value of each command."""

WIDTHS = (60, 80, 120)


def lines(value: object, columns: int) -> Sequence[Line]:
    made = rendered(value, "text", columns)
    assert not isinstance(made, str)
    return made


def pages(value: object, dressed: Callable[[Sequence[Line]], str]) -> Iterator[str]:
    """Yield a value as it is shown in each language and at each width, under a line that says which."""
    for language in Language:
        with speaking(language):
            for columns in WIDTHS:
                yield f"== {language}, {columns} columns\n{dressed(lines(value, columns))}\n"


@pytest.mark.parametrize("command", SHOWN)
def test_a_command_shows_the_same_as_before(command: str) -> None:
    written = "".join(pages(SHOWN[command], plain.text))
    coloured = "".join(pages(SHOWN[command], terminal.ansi))
    same(f"widths/{command}.txt", written)
    if coloured != written:
        same(f"widths/{command}.ansi", coloured)


@pytest.mark.parametrize("command", sorted(SHOWN.keys() - {"index", "status"}))
@pytest.mark.parametrize("columns", WIDTHS)
def test_no_line_is_wider_than_the_screen(command: str, columns: int) -> None:
    """A build and a status have paths and commands to copy, which a line end would cut."""
    for language in Language:
        with speaking(language):
            assert max(map(line_width, lines(SHOWN[command], columns))) <= columns
