"""What a build reports, while it runs and when it ends."""

from corpus import Rejected
from corpus.message import Message
from corpus.records import record
from index.storage.lines import NOTHING, LeftOut


@record
class Progress:
    """How far a build is: the articles touched so far, the bytes read, and the bytes to read in all (`of`)."""

    articles: int
    read: int
    of: int


@record
class FormatRead:
    """What a build read of one format: the number of files, and of the articles in them."""

    format: str
    files: int
    articles: int


@record
class Report:
    """What a build did: counts of articles, and the files and records that were `rejected`.

    `losses` are of articles that are kept, without some bytes that could not be read.
    `noted_before` are those of `rejected` and `losses` that an earlier pass found, and this one did not look at again.
    `left_out` counts the lines of the whole index that recur and are left out, and the articles that have them.
    `undated` counts the articles of the whole index that have no date, which no search by date finds.
    `formats` are those of the files that were read, the one with the most articles first.
    `address` is the one with which another machine opens the index, empty where it is on this machine alone.
    `taken_up` is the number of articles that a build which was interrupted had left, and with which this one went on.
    `damage` is what was wrong with the index before, where the index, its vectors or its stories were made anew for that.
    """

    articles: int
    added: int
    changed: int
    moved: int
    removed: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    engine: str
    seconds: float
    damage: Message | None = None
    undated: int = 0
    losses: tuple[Rejected, ...] = ()
    left_out: LeftOut = NOTHING
    formats: tuple[FormatRead, ...] = ()
    noted_before: tuple[Rejected, ...] = ()
    address: str = ""
    taken_up: int = 0
