"""Running heads and feet of printed pages, and what a browser prints at their edges: they belong to no article."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.dates.lines import date_line
from corpus.expression import expression
from corpus.readers.documents.layout import Run

_MIN_PAGES_OF_HEADS = 3
"""Pages on which a line must stand at the same height to be a running head."""
_MIN_PAGES_IN_MARGIN = 2
_MAX_HEADS = 5
"""Lines of a page that may all be running heads; a page that has more is one that was printed several times."""
MARGIN = 0.085
"""The part of a page that its upper and its lower margin take."""
_FOOT = expression(
    r"(?:p(?:age)?[. ]{0,2})?\d{1,4}(?: ?(?:/|sur|of|de) ?\d{1,4})?|.{0,200}[|·] ?\d{1,4}|\d{1,4} ?[|·].{0,200}"
    r"|[-–—] ?\d{1,4} ?[-–—]",
    re.IGNORECASE,
)
"""A line in the margin that gives the number of the page."""
_EDGE = 0.045
"""The part of a page that the edge takes, above and below, in which browsers print."""
_ADDRESS = expression(r"(?:^|\s)(https?://\S+)")
_CUT = ("…", "...")
_HEIGHT_STEP = 6.0
"""Points within which two heights are the same."""
_NUMBER = expression(r"\d{1,6}")
_MIN_NAME_SIZE = 1.25
"""Times the usual size that the letters of the name of a paper have, at least."""
_PAGE = expression(r"(?:\bp(?:age)?[. ]{1,2}|[|·–—-] ?)\d{1,4}$|^(?:p(?:age)?[. ]{1,2})?\d{1,4}(?= ?[|·–—-])")
"""The number of a page, at an end of its line."""
_YEAR = expression(r"\b(?:1[6-9]|20)\d\d\b")
"""A line with a year may be the date of an article, at the place where each has its own."""


def without_running_heads(pages: Sequence[Sequence[Run]], height: float) -> list[list[Run]]:
    """Return the lines of pages without running heads and feet; `height` is that of a page.

    They recur at the same height of three pages, numbers aside, or of two in the margins; on a page
    alone, they are a line in the margin with the number of the page.  A date of print and the name of
    the paper, in large letters, stay where they stand first.
    """
    from statistics import median  # 6 ms, and this module is imported to recognise any file

    low, high = MARGIN * height, (1 - MARGIN) * height
    seen = Counter(key for page in pages for key in {*map(_head, page)})
    usual = median([line.size for page in pages for line in page] or [0])
    kept_once: set[tuple[str, int]] = set()

    def is_head(line: Run) -> bool:
        head = _head(line)
        is_in_margin = not low < line.bottom < high
        if seen[head] < (_MIN_PAGES_IN_MARGIN if is_in_margin else _MIN_PAGES_OF_HEADS):
            return is_in_margin and _FOOT.fullmatch(line.text) is not None and not date_line(line.text)
        is_name = line.size >= _MIN_NAME_SIZE * usual and not _NUMBER.search(line.text)
        if head in kept_once or not (is_name or date_line(line.text)):
            return True
        kept_once.add(head)
        return False

    kept = [[line for line in page if not is_head(line)] for page in pages]
    return [
        below if len(page) - len(below) <= max(_MAX_HEADS, len(page) // 2) else [*page]
        for page, below in zip(pages, kept, strict=True)
    ]


def without_print_margins(
    pages: Sequence[Sequence[Run]], height: float
) -> tuple[str, Sequence[Sequence[Run]]]:
    """Return the address of a page of the web that was printed, "" if none was, and the lines less what the browser printed.

    A browser prints the day of printing, the title, the address and the number of the page at the very edges.
    """
    low, high = _EDGE * height, (1 - _EDGE) * height
    edges = [line.text for page in pages for line in page if not low < line.bottom < high]
    address = next((found[1] for text in edges if (found := _ADDRESS.search(text))), "")
    if not address:
        return "", pages
    inner = [[line for line in page if low < line.bottom < high] for page in pages]
    return ("" if address.endswith(_CUT) else address), inner


def _head(line: Run) -> tuple[str, int]:
    """Return what two lines have in common that are one running head: the text, less a number of the page, and the height."""
    text = _PAGE.sub("#", line.text.casefold())
    return text if _YEAR.search(text) else _NUMBER.sub("#", text), round(line.bottom / _HEIGHT_STEP)
