"""Which articles print the same story: decided at the end of a build from the sketches of all articles.

All stories are decided anew whenever an article came, changed or went: an index that was brought up to date has the
stories of one made anew.  To compare the sketches of 100,000 articles takes .12 s of CPU, of a million 3 s and .65 GB.
An update of one of 36,016 articles takes .53 s of CPU, with the sketches in the engine it took .39.
"""

from corpus.duplicates import SKETCH_BYTES, stories
from corpus.message import message
from index.errors import Damaged
from index.storage.sketches import Sketches
from index.storage.stories import Printing, packed
from index.vectors.file import key


def decide(sketches: Sketches) -> bytes:
    """Return the content of the file of stories: the articles of a story are in order, the newest first, then by id.

    Raises:
        Damaged: a sketch is not as it was written, or its article is missing.
    """
    ids, kept, days = sketches.every()
    for article_id, sketch, day in zip(ids, kept, days, strict=True):
        if not isinstance(sketch, bytes) or len(sketch) != SKETCH_BYTES or not isinstance(day, int):
            raise _damaged(article_id)
    joined = [[ids[position] for position in story] for story in stories(kept, days)]
    alike = [article_id for story in joined for article_id in story]
    printed = {
        article_id: (-day, Printing(article_id, source, path))
        for day, article_id, source, path in sketches.printed(alike)
    }
    if len(printed) < len(alike):
        raise _damaged(next(article_id for article_id in alike if article_id not in printed))
    ordered = (sorted(printed[article_id] for article_id in story) for story in joined)
    return packed({key(printing.id): printing for _, printing in story} for story in ordered)


def _damaged(article_id: str) -> Damaged:
    return Damaged("index.damaged_sketch", id=article_id, mend=message("mend.rebuild"))
