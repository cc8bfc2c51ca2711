"""Rankings as a TREC run, for trec_eval and what reads the same: `query-id Q0 article-id rank score manchette`.

Blanks stand between the cells, so that no cell may hold one.
"""

import re
from collections.abc import Iterable

from index.engine import Ranked
from search.errors import SearchError
from search.render.inert import OBEYED

RUN = "manchette"

STEP = 10_000
"""Parts of a score that are told.  trec_eval reads 32-bit numbers, goes by them alone, and puts equal ones in the
order of their ids, downwards: each score is at least one part below the one before, which keeps our order."""

UNFIT = re.compile(rf"\s|{OBEYED.pattern}")


def run(query_id: str, ranked: Iterable[Ranked]) -> str:
    r"""Return the lines of a query.

    Raises:
        SearchError: the id of the query has a blank or a control character.

    >>> print(run("q1", [Ranked("afp-1", 7.25), Ranked("afp-2", 7.25), Ranked("afp 3", 0.5)]), end="")
    q1 Q0 afp-1 1 7.2500 manchette
    q1 Q0 afp-2 2 7.2499 manchette
    q1 Q0 afp%203 3 0.5000 manchette
    """
    if UNFIT.search(query_id):
        raise SearchError("command.unfit_id", id=repr(query_id))
    lines, last = [], float("inf")
    for rank, hit in enumerate(ranked, 1):
        last = min(round(hit.score * STEP), last - 1)
        lines.append(f"{query_id} Q0 {_cell(hit.id)} {rank} {last / STEP:.4f} {RUN}\n")
    return "".join(lines)


def _cell(text: str) -> str:
    """Return an id with what would end its cell as in a URL; no id of ours has that (`corpus.readers.record`)."""
    return UNFIT.sub(
        lambda unfit: "".join(f"%{byte:02X}" for byte in unfit[0].encode("utf-8", "surrogatepass")), text
    )
