"""What answers pages in a process of its own, whatever the state of the sources: `python -P answering.py INDEX`.

It reads a line of JSON for each page, a query and the number of results before the page, and writes what the page takes
and a digest of all that it shows.  It stands on nothing of `tests`, so that an older state can be asked by it too.
"""

import json
import sys
import time
from hashlib import blake2b
from pathlib import Path

from search.commandline.opening import open_searcher
from search.counts.facets import MAX_SHOWN_VALUES
from search.results import Results
from search.searcher import Page

_FACETS = ("person", "org", "place", "source", "section", "month")


def _digest(answer: Results) -> str:
    """Return a digest of all that a page shows."""
    shown = (
        *(answer.total.count, answer.together, answer.stories, answer.other_names),
        *((one.rank, one.score, one.article.id, one.article.person, one.title.text, one.title.spans, one.snippet.text, one.snippet.spans, one.duplicates) for one in answer.results),
        *((facet, *((bucket.value, bucket.count) for bucket in buckets)) for facet, buckets in answer.facets.items()),
    )  # fmt: skip
    return blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def main() -> None:
    """Answer the lines of the standard input, one by one."""
    searcher = open_searcher(Path(sys.argv[1]))
    for asked in sys.stdin:
        line, offset = json.loads(asked)
        page = Page(offset=offset, facets=_FACETS, values=MAX_SHOWN_VALUES, folded=True)
        started, used = time.perf_counter(), time.process_time()
        answer = searcher.search(line, page)
        worked, seconds = time.process_time() - used, time.perf_counter() - started
        sys.stdout.write(json.dumps([seconds, worked, _digest(answer)]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
