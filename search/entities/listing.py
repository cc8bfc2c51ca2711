"""A list of the entities of an index, with what the person decided about their names."""

from collections.abc import Sequence
from pathlib import Path

from corpus.records import record
from index.names.aliases import Aliases
from search.entities.curator import Curator
from search.entities.page import Row


@record
class EntityList:
    """The entities of some fields, the most frequent first; `more` is the number of those that are left out."""

    fields: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int
    aliases: Aliases


def entity_list(curator: Curator, fields: Sequence[str], limit: int | None) -> EntityList:
    """Return the first entities of some fields, with the names that are merged into them; all of them without a limit.

    Raises:
        SearchError: a field has no names.
    """
    every = curator.rows(fields)
    rows = curator.merged(every[:limit])
    return EntityList(tuple(fields), rows, len(every) - len(rows), curator.names.aliases)


@record
class UnreadAliases:
    """The lines of the aliases that are not rules, and the file that has them."""

    file: Path
    lines: tuple[str, ...]
