"""The renderers of how a line was read: as typed, as a query, under which other names, as the question of the index."""

from collections.abc import Iterator

from search.messages import say
from search.planning.other_names import TypedName
from search.render import TEXT, Renderers
from search.render.lines import Line, line, wrap
from search.results import Explanation, Results


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


def explained(results: Results) -> list[str]:
    """Return the line as typed, as it was read, the other names in it if there are any, and the question of the index."""
    parts = {
        say("page.explain_typed"): results.line,
        say("page.explain_read"): str(results.parsed),
        say("page.explain_names"): other_names(results),
        say("page.explain_asked"): str(results.asked),
    }
    margin = max(map(len, parts))
    return [f"{label:<{margin}} {text}" for label, text in parts.items() if text]


def _text(explanation: Explanation, columns: int) -> list[Line]:
    return [row for text in explained(explanation.answer) for row in wrap(line(text), columns)]


RENDERERS: Renderers = {TEXT: _text}
