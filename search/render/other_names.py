"""The other names of what was typed, as a page shows them below the number of articles."""

from collections.abc import Iterator

from search.messages import say
from search.planning.other_names import TypedName
from search.results import Results


def other_names(results: Results) -> str:
    """Return the typed names, each with the other names under which articles are found too; "" without such a name."""
    return " · ".join(
        say("page.other_names", name=str(typed), others=", ".join(_written(typed)))
        for typed in results.other_names
    )


def _written(typed: TypedName) -> Iterator[str]:
    """Yield the other names: the one to show as it is spelt, any other as the index has its words."""
    for other in typed.others:
        for words in other.names:
            yield other.entity.name if words == other.shown else " ".join(words)
