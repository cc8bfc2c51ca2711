"""What the keys are about: the list or the article, the facets, a page over them, or a line that is being typed."""

from collections.abc import Sequence

from corpus.records import record
from search.render.lines import EMPTY, Line


@record
class Overlay:
    """Lines that cover the answer until the person closes them; `top` is the number of the first row shown."""

    lines: Sequence[Line]
    top: int = 0


@record
class Entry:
    """A line that is being typed, the cursor before the character `at`; a `live` one is answered as it is typed."""

    text: str
    at: int
    live: bool = False


@record
class Focus:
    """The state of the full screen that no line changes.

    The keys go to `entry` if a line is being typed, else to the `overlay` if there is one, else to the `facets` if the
    person is there, else to the list or the open article.  `value` is the number of the facet value at the cursor, from 0
    on.  `line` is the line that the last key stood for, `notice` what there is to say of it.  The screen is `waiting`
    while the index is asked.
    """

    facets: bool = False
    value: int = 0
    overlay: Overlay | None = None
    entry: Entry | None = None
    line: str = ""
    notice: Line = EMPTY
    waiting: bool = False
