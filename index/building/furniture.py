"""Which lines are furniture, by what recurs in a source: decided at the end of a build from the lines of all articles.

All lines are looked at anew whenever an article came, changed or went: an index that was brought up to date leaves out what
one made anew leaves out.  To decide for 36,016 articles takes 5 ms of CPU, beside the reading of their lines.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from corpus import Article
from corpus.lines import DIGEST_BYTES, digest_of, without
from corpus.records import replace
from corpus.recurring import recurring, recurring_in
from index.building.columns import Columns
from index.building.pipeline import Known
from index.engine import Engine, articles_by_id
from index.storage.lines import Lined, Lines

_LEARN_AT = (100, 400, 1600, 6400)
"""The articles of a source from which its lines are learnt while a build reads.

Of 2,100 articles in three sources, all with furniture, 1,052 are then worked on twice instead of all: 12.5 s of CPU, not 16.2.
How many depends on how far pieces are cut ahead: 396 with one process and 1,548 with two where one source follows another,
320 and 704 where the sources are mixed.
"""

Furniture: TypeAlias = Mapping[str, tuple[int, ...]]
"""The numbers of the lines of articles that are furniture, by their ids."""


def decide(kept: Columns, lines: Lines) -> Furniture:
    """Return the furniture of each article of which the index leaves out other lines than it should.

    `kept` has the lines of all articles in columns.

    Raises:
        Damaged: the lines of an article are not as they were written.
    """
    decided = recurring_in(kept.sources, kept.sizes // DIGEST_BYTES, kept.contents.view("uint64"))
    right = {kept.ids[article]: numbers for article, numbers in decided.items()}
    noted = lines.furniture()
    differing = (
        one for one in sorted(right.keys() | noted.keys()) if right.get(one, ()) != noted.get(one, ())
    )
    return {article_id: right.get(article_id, ()) for article_id in differing}


class Learner:
    """Learns from the articles that a build has read which lines it leaves out at once of those that it will read.

    At its end the build decides of all articles, and works once more on those in which it decides otherwise.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self._digests: defaultdict[str, list[bytes]] = defaultdict(list)

    def take(self, lined: Lined) -> None:
        """Take the lines of an article."""
        digests = self._digests[lined.source]
        if len(digests) >= _LEARN_AT[-1]:
            return
        digests.append(lined.digests)
        if len(digests) in _LEARN_AT:
            decided = recurring([lined.source] * len(digests), digests)
            lines = {
                digest_of(kept, number)
                for kept, numbers in zip(digests, decided, strict=True)
                for number in numbers
            }
            if lines:
                learnt = self.known.get(lined.source, frozenset()) | lines
                self.known = {**self.known, lined.source: learnt}


def left_out(engine: Engine, lines: Lines, furniture: Furniture) -> Iterator[Article]:
    """Yield articles as they were read, with this furniture: without the names that were found in them before."""
    for article in articles_by_id(engine, sorted(furniture)):
        persons, organisations, places = lines.given(article.id)
        as_read = replace(
            article,
            person=article.person[:persons],
            org=article.org[:organisations],
            place=article.place[:places],
        )
        yield without(as_read, furniture[article.id])
