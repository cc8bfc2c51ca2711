"""Rankings as a TREC run, for trec_eval and programs that read the same: `query-id Q0 article-id rank score manchette`.

Blanks stand between the cells, so that no cell may hold one.
"""

import re
from collections.abc import Iterable

from index.engine import Ranked
from search.errors import SearchError
from search.render.inert import OBEYED

_RUN_NAME = "manchette"

_PARTS_PER_POINT = 10_000
"""Parts of a point: a score is written in ten-thousandths.  trec_eval reads 32-bit numbers, sorts by them alone, and
puts equal scores in the falling order of their ids: each score is at least one part below the score before, which
keeps our order."""

_UNFIT_SIGN = re.compile(rf"\s|{OBEYED.pattern}")


def run(query_id: str, ranked: Iterable[Ranked]) -> str:
    r"""Return the lines of a query.

    Raises:
        SearchError: the id of the query has a blank or a control character.

    >>> print(run("q1", [Ranked("afp-1", 7.25), Ranked("afp-2", 7.25), Ranked("afp 3", 0.5)]), end="")
    q1 Q0 afp-1 1 7.2500 manchette
    q1 Q0 afp-2 2 7.2499 manchette
    q1 Q0 afp%203 3 0.5000 manchette
    """
    if _UNFIT_SIGN.search(query_id):
        raise SearchError("command.unfit_id", id=query_id)
    lines, last = [], float("inf")
    for rank, hit in enumerate(ranked, 1):
        last = min(round(hit.score * _PARTS_PER_POINT), last - 1)
        lines.append(f"{query_id} Q0 {_cell(hit.id)} {rank} {last / _PARTS_PER_POINT:.4f} {_RUN_NAME}\n")
    return "".join(lines)


def _cell(text: str) -> str:
    """Return an id, with any character that would end its cell written as in a URL.

    The ids of `corpus.readers.record` have no such character.
    """
    return _UNFIT_SIGN.sub(
        lambda unfit: "".join(f"%{byte:02X}" for byte in unfit[0].encode("utf-8", "surrogatepass")), text
    )
