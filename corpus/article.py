"""An article as it was printed, and a record that could not be read."""

from enum import StrEnum

from corpus.dates.print_date import PrintDate
from corpus.message import Message
from corpus.records import record


class Found(StrEnum):
    """Where a date, a headline or an id was found, most trusted first."""

    METADATA = "metadata"
    """A column or key of the record."""
    LINE = "line"
    """A line of its own at the top of the text: a date, a headline."""
    DATELINE = "dateline"
    """The first sentences: "RABAT, 3 décembre 2025 –"."""
    FILE_NAME = "file name"
    TEXT = "text"
    """The text itself: a headline cut from its first sentence, an id that is its digest."""
    NOWHERE = "nowhere"


@record
class Rejected:
    """What could not be read: the `path` of its file, the `reason`, and `where` it stands in the file.

    It is a file, a record, or some bytes of an article.  `where` ("line 12") is None for a whole file.
    """

    path: str
    reason: Message
    where: Message | None = None

    @property
    def is_loss(self) -> bool:
        """Whether some bytes are lost and no more: the article is kept (`Article.loss`)."""
        return self.reason.code == "reading.lost_bytes"


@record(kw_only=True)
class Article:
    """One cleaned article; every text is NFC, without control or invisible characters.

    `id_found`, `title_found` and `date_found` say where each was found.  `body` holds the paragraphs, one a line;
    `heading` is the abstract (chapo), "" where the article has none.  `path` is the file of the article, relative to
    the folder of the index; `raw` is the record as it stood in that file, decoded.  `person`, `org` and `place` are
    names as they are shown, the most mentioned first.  `page` and `edition` are those of a
    printed issue, `language` is a code of two letters (ISO 639-1), `reference` the DOI or the id that a database gives,
    `also_in` the other sources that printed the piece, as its file names them.  `furniture` has the numbers, from 0, of the
    lines of `body` that recur in the articles of the source (`corpus.recurring`): they are no part of `text`.  `loss` reports
    the bytes that are no letter of any encoding, in whose stead the article has U+FFFD; None for most articles.  `notes` say
    what was repaired in the article and what is doubtful about it; an index does not keep them.
    """

    id: str
    id_found: Found = Found.METADATA
    title: str
    title_found: Found
    body: str
    raw: str
    path: str
    heading: str = ""
    date: PrintDate | None = None
    date_found: Found = Found.NOWHERE
    source: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    page: str = ""
    edition: str = ""
    language: str = ""
    reference: str = ""
    also_in: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    furniture: tuple[int, ...] = ()
    loss: Rejected | None = None
    notes: tuple[Message, ...] = ()

    @property
    def prose(self) -> str:
        """The body without its furniture."""
        if not self.furniture:
            return self.body
        left_out = set(self.furniture)
        lines = self.body.split("\n")
        return "\n".join(line for number, line in enumerate(lines) if number not in left_out)

    @property
    def text(self) -> str:
        """The text below the headline: the abstract, then the body without its furniture."""
        return f"{self.heading}\n{self.prose}" if self.heading else self.prose

    @property
    def doi(self) -> str:
        """The reference where it is a DOI, which begins with `10.` (ISO 26324); "" where it is another id."""
        return self.reference if self.reference.startswith("10.") else ""
