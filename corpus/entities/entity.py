"""A person, an organisation or a place that an article names."""

from enum import StrEnum

from corpus.records import record


class Kind(StrEnum):
    """What an entity is; the value names the facet.

    `OTHER` is a work, an event or a product: it makes no facet, but keeps other articles from taking its name for
    that of a place.
    """

    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    OTHER = "other"


@record
class Entity:
    """One entity of one text, however often and under whatever forms it is named there.

    `name` is the form to show, without title or article; `mentions` are half-open character offsets into
    the text, sorted.  Mentions of two entities may overlap: "Université de Bordeaux" is an organisation
    and names a place.  `acronym` is the one that the text introduces for this name, "Nom complet (SIGLE)", or "".
    `credit`: the text only names it as the agency that reports, see `corpus.entities.credits`: it is no subject.
    """

    kind: Kind
    name: str
    mentions: tuple[tuple[int, int], ...]
    acronym: str = ""
    credit: bool = False
