"""Which articles print the same story: decided at the end of a build from the sketches of all articles.

All stories are decided anew whenever an article came, changed or went: an index that was brought up to date has the
stories of one made anew.  The sketches find the pairs that may be one piece, the texts in the engine verify them.  What
two texts have in common is noted in the catalog: an update reads the touched articles and those they may be one with.
To find the pairs of 36,016 articles takes .15 s of CPU, of 100,000 .2 s, of a million 6 s and 1 GB.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from pathlib import Path

from corpus.duplicates import Candidates, Texts, candidates, runs, share, stories
from corpus.message import message
from index.building.columns import Columns
from index.engine import Engine, articles_by_id
from index.errors import Damaged
from index.storage.comparisons import Comparisons, Pair
from index.storage.sketches import Sketches
from index.storage.stories import Printing, StoryFile, packed
from index.vectors.file import key

Bodies = Callable[[Sequence[str]], Iterable[tuple[str, str]]]
"""A function from the ids of articles to the id and the body of each."""

Compare = Callable[[Collection[Pair]], Mapping[Pair, float]]
"""A function from pairs of articles to what each pair has in common."""


def decide(kept: Columns, compare: Compare) -> list[list[str]]:
    """Return the ids of the articles of each story, in order, the leader first.

    `kept` has the sketches of all articles in columns.
    """
    ids = kept.ids
    texts = Texts(kept.contents, kept.numbers, kept.sources)
    pairs = candidates(texts)
    return [
        [ids[position] for position in story] for story in stories(texts, pairs, _shares(ids, pairs, compare))
    ]


def content(joined: Sequence[Sequence[str]], sketches: Sketches) -> bytes:
    """Return the content of the file of stories, by the ids of the articles of each.

    Raises:
        Damaged: the article of a sketch is missing.
    """
    alike = [article_id for story in joined for article_id in story]
    printed = {
        article_id: Printing(article_id, source, path, day)
        for day, article_id, source, path in sketches.printed(alike)
    }
    if len(printed) < len(alike):
        raise _damaged(next(article_id for article_id in alike if article_id not in printed))
    return packed({key(article_id): printed[article_id] for article_id in story} for story in joined)


def are_kept(joined: Sequence[Sequence[str]], path: Path, touched: AbstractSet[str]) -> bool:
    """Return whether a file has these stories, and none of their articles was touched: it has nothing else of them then.

    Of 36,016 articles, 4,300 are in stories: to read them from the catalog and write them takes .1 s.
    """
    if not path.exists() or any(not touched.isdisjoint(story) for story in joined):
        return False
    with closing(StoryFile(path)) as kept:
        return kept.has([[*map(key, story)] for story in joined])


def _shares(ids: Sequence[str], pairs: Candidates, compare: Compare) -> list[float]:
    """Return what the articles of each candidate have in common; those with the same sketch have everything."""
    numbers = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.are_same.tolist(), strict=True)
    named = [None if are_same else (ids[left], ids[right]) for left, right, are_same in numbers]
    shares = compare([pair for pair in named if pair])
    return [shares[pair] if pair else 1.0 for pair in named]


def compared(pairs: Collection[Pair], bodies: Bodies) -> dict[Pair, float]:
    """Return what the articles of pairs have in common, by their texts.

    Raises:
        Damaged: an article is missing.
    """
    wanted = sorted({article_id for pair in pairs for article_id in pair})
    known = {article_id: runs(body) for article_id, body in bodies(wanted)} if wanted else {}
    if len(known) < len(wanted):
        raise _damaged(next(article_id for article_id in wanted if article_id not in known))
    return {(one, other): share(known[one], known[other]) for one, other in pairs}


def remembered(comparisons: Comparisons, touched: AbstractSet[str], bodies: Bodies) -> Compare:
    """Return a function that compares only the pairs that were not compared before, or have a touched article."""

    def compare(pairs: Collection[Pair]) -> Mapping[Pair, float]:
        wanted, noted = set(pairs), comparisons.every()
        known = {
            pair: share
            for pair, share in noted.items()
            if pair in wanted and isinstance(share, float) and touched.isdisjoint(pair)
        }
        comparisons.forget(noted.keys() - known.keys())
        fresh = compared(sorted(wanted - known.keys()), bodies)
        comparisons.note(fresh)
        return {**known, **fresh}

    return compare


def bodies(engine: Engine, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the id and the body of articles, without its furniture, in no order."""
    return ((article.id, article.prose) for article in articles_by_id(engine, ids))


def _damaged(article_id: str) -> Damaged:
    return Damaged("index.damaged_sketch", id=article_id, mend=message("mend.rebuild"))
