"""The fields of an article that a query may name: one table, which everything else reads.

The engines' schemas, the parser, the completion, the help and the README all come from `FIELDS`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a field is searched."""

    TEXT = "text"
    """French text: words, phrases, wildcards, spelling close by."""
    VALUE = "value"
    """Names: a word of the name, or the whole name between quotes."""
    DATE = "date"
    """Days, months, years and ranges of them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its `name`, French and English `aliases`, and what to show a person about it.

    `facet` says whether its values are counted; `weight` is what a match adds to the score, so that a
    filter (0) narrows an answer without disturbing its order.
    """

    name: str
    aliases: tuple[str, ...]
    kind: Kind
    facet: bool
    weight: float
    description: str
    example: str

    @property
    def exact(self) -> str:
        """The list of folded words of a text field, in the index."""
        return "exact" if self.name == "text" else f"{self.name}_exact"

    @property
    def stem(self) -> str:
        """The list of stems of a text field, in the index."""
        return "stem" if self.name == "text" else f"{self.name}_stem"


TEXT = Field(
    "text", ("texte",), Kind.TEXT, facet=False, weight=1.0,
    description="headline, abstract and body: what a bare word searches", example="text:phosphates",
)  # fmt: skip
TITLE = Field(
    "title", ("titre",), Kind.TEXT, facet=False, weight=1.0,
    description="words of the headline", example="title:élections",
)  # fmt: skip
DATE = Field(
    "date", ("jour",), Kind.DATE, facet=True, weight=0.0,
    description="day, month, year, range or distance in time; none for undated",
    example="date:2025-11-20..2025-12-01",
)  # fmt: skip

FIELDS: tuple[Field, ...] = (
    TEXT,
    TITLE,
    DATE,
    Field("person", ("personne",), Kind.VALUE, facet=True, weight=0.0,
          description="person named in the article", example='person:"Abdellatif Hammouchi"'),
    Field("org", ("organisation", "organization"), Kind.VALUE, facet=True, weight=0.0,
          description="organisation named in the article", example="org:interpol"),
    Field("place", ("lieu",), Kind.VALUE, facet=True, weight=0.0,
          description="place named in the article", example="place:marrakech"),
    Field("source", ("journal",), Kind.VALUE, facet=True, weight=0.0,
          description="newspaper, agency or site", example='source:"L’Équipe News"'),
    Field("section", ("rubrique",), Kind.VALUE, facet=True, weight=0.0,
          description="desk or section", example="section:sport"),
    Field("author", ("auteur",), Kind.VALUE, facet=True, weight=0.0,
          description="who signed the article", example="author:AFP"),
)  # fmt: skip

BY_NAME: dict[str, Field] = {name: field for field in FIELDS for name in (field.name, *field.aliases)}
"""Every field under its name and its aliases."""

VALUES: tuple[Field, ...] = tuple(field for field in FIELDS if field.kind is Kind.VALUE)
TEXTS: tuple[Field, ...] = tuple(field for field in FIELDS if field.kind is Kind.TEXT)

FORM = "form"
"""The list of words as they stand in the article, accents and capitals kept: what `=Côte` searches."""

SKETCH = "sketch"
"""The list of hashes that near-duplicates share the most of."""

ID = "id"
"""The list that holds the article's identifier alone."""
