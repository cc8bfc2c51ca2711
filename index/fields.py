"""The fields of an article that a query may name: one table, which everything else reads.

The schemas of the engines, the parser, the completion, the help and the README are all made from `FIELDS`.  Two kinds are
in no index: a query by a field of the notebook is planned from what the person keeps, `like:` from the words of an article.
"""

from enum import StrEnum

from corpus.records import record


class Kind(StrEnum):
    """How a field is searched."""

    TEXT = "text"
    """French text: words, phrases, wildcards, words of a similar spelling."""
    VALUE = "value"
    """Names: a word of the name, or the whole name in quotes."""
    DATE = "date"
    """Days, months, years, and ranges of them."""
    LIKE = "like"
    """The id of an article, for the articles like it: an index has no list of terms for it."""
    KEPT = "kept"
    """What a person keeps about an article, in the notebook: a word of it, or several in quotes; `*` is anything."""


_FRENCH_TOO = ("date", "note")
"""The names of fields that are the same in French."""


@record
class Field:
    """A field: its `name`, its `aliases`, the usual French one first, and what a person is shown about it.

    The values of a `facet` are counted.  `weight` is the weight of a match in the score: a filter, of weight 0, narrows
    an answer without a change of its order.  `description` is a code of `search.messages.field`, `example` a query.
    """

    name: str
    aliases: tuple[str, ...]
    kind: Kind
    facet: bool
    weight: float
    description: str
    example: str

    @property
    def french(self) -> str:
        """The name of the field in French; `date` and `note` are French words already."""
        return self.name if self.name in _FRENCH_TOO else self.aliases[0]

    @property
    def exact(self) -> str:
        """The name of the list of folded words of a text field."""
        return "exact" if self.name == "text" else f"{self.name}_exact"

    @property
    def stem(self) -> str:
        """The name of the list of stems of a text field."""
        return "stem" if self.name == "text" else f"{self.name}_stem"


TEXT = Field(
    "text", ("texte",), Kind.TEXT, facet=False, weight=1.0,
    description="field.text", example="text:phosphates",
)  # fmt: skip
TITLE = Field(
    "title", ("titre",), Kind.TEXT, facet=False, weight=1.0,
    description="field.title", example="title:élections",
)  # fmt: skip
_DATE = Field(
    "date", ("jour",), Kind.DATE, facet=True, weight=0.0,
    description="field.date",
    example="date:2025-11-20..2025-12-01",
)  # fmt: skip
TAG = Field(
    "tag", ("étiquette", "etiquette"), Kind.KEPT, facet=False, weight=0.0,
    description="field.tag", example="tag:procès",
)  # fmt: skip
NOTE = Field(
    "note", ("annotation",), Kind.KEPT, facet=False, weight=0.0,
    description="field.note", example="note:vérifier",
)  # fmt: skip

FIELDS: tuple[Field, ...] = (
    TEXT,
    TITLE,
    _DATE,
    Field("person", ("personne",), Kind.VALUE, facet=True, weight=0.0,
          description="field.person", example='person:"Abdellatif Hammouchi"'),
    Field("org", ("organisation", "organization"), Kind.VALUE, facet=True, weight=0.0,
          description="field.org", example="org:interpol"),
    Field("place", ("lieu",), Kind.VALUE, facet=True, weight=0.0,
          description="field.place", example="place:marrakech"),
    Field("source", ("journal",), Kind.VALUE, facet=True, weight=0.0,
          description="field.source", example='source:"L’Équipe News"'),
    Field("section", ("rubrique",), Kind.VALUE, facet=True, weight=0.0,
          description="field.section", example="section:sport"),
    Field("author", ("auteur",), Kind.VALUE, facet=True, weight=0.0,
          description="field.author", example="author:AFP"),
    Field("like", ("semblable",), Kind.LIKE, facet=False, weight=1.0,
          description="field.like", example="like:s0tw78m"),
    TAG,
    NOTE,
)  # fmt: skip

BY_NAME: dict[str, Field] = {name: field for field in FIELDS for name in (field.name, *field.aliases)}
"""Every field under its name and its aliases."""

VALUES: tuple[Field, ...] = tuple(field for field in FIELDS if field.kind is Kind.VALUE)
INDEXED: tuple[Field, ...] = tuple(field for field in FIELDS if field.kind not in (Kind.KEPT, Kind.LIKE))
"""The fields whose terms an index has."""

TEXTS: tuple[Field, ...] = tuple(field for field in FIELDS if field.kind is Kind.TEXT)

FORM = "form"
"""The list of words with the accents and capitals of the article: `=Côte` searches it."""

ID = "id"
"""The list that holds the id of the article and nothing else."""

SCORED_LISTS = frozenset((FORM, *(name for text in TEXTS for name in (text.exact, text.stem))))
"""The lists whose terms are scored by their frequency; a term of another list scores 1."""
