"""What Tab offers: commands, fields, and the values that the index has."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from index.engine import Sort
from index.fields import BY_NAME, Kind
from search.errors import SearchError
from search.facets import FACETS
from search.language.suggest import Names, completions
from search.language.suggest import Value as TypedValue
from search.render.inert import inert
from search.render.lines import clip
from search.shell.commands import COMMANDS, TOPICS, Argument, find, split
from search.shell.session import Session
from search.shell.values import Values

MOST = 50
"""Values offered at once: more than anybody reads."""

UNQUOTED = str.maketrans('"“”„«»*', "       ")
"""What would end or spoil a value between quotes; the index compares its words alone."""


class ShellCompleter(Completer):
    """Completes a line of the shell; `session` returns the one that the line will be answered from."""

    def __init__(self, session: Callable[[], Session], values: Values) -> None:
        self._session = session
        self._values = values

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Return what may come at the cursor."""
        line = document.text_before_cursor
        if not line.startswith(":"):
            return self._query(line)
        name, argument = split(line)
        if not line.removeprefix(":").strip().isalpha() or line[-1].isspace():
            return self._argument(name, argument if argument else "")
        return (
            Completion(f":{command.name} ".rstrip() + " " * bool(command.takes), -len(line),
                       f":{command.name}", command.description)
            for command in COMMANDS
            if command.name.startswith(name)
        )  # fmt: skip

    def expects(self, line: str) -> bool:
        """Return whether completions are worth showing before they are asked for: of commands and of values."""
        return line.startswith(":") or isinstance(completions(line, len(line)), TypedValue)

    def _argument(self, name: str, typed: str) -> Iterator[Completion]:
        try:
            wanted = find(name).argument
        except SearchError:
            return
        match wanted:
            case Argument.FILTER:
                yield from self._query(typed)
            case Argument.FILTER_SET:
                for number, clause in enumerate(self._session().filters, 1):
                    yield Completion(str(number), -len(typed), clip(str(clause), 40))
                yield from _among(("all",), typed)
            case Argument.FACET:
                yield from _among((*FACETS, *(alias for alias in BY_NAME if alias not in FACETS)), typed)
            case Argument.SORT:
                yield from _among(tuple(Sort), typed)
            case Argument.TOPIC:
                yield from _among(TOPICS, typed)
            case Argument.NOTHING:
                return

    def _query(self, line: str) -> Iterator[Completion]:
        match completions(line, len(line)):
            case Names(start, _, names):
                for name in names:
                    yield Completion(f"{name}:", start - len(line), display_meta=BY_NAME[name].description)
            case TypedValue(start, typed, field, _):
                for known in islice(self._values.like(field, typed), MOST):
                    yield Completion(
                        _written(field, known.value),
                        start - len(line),
                        clip(known.value, 50),
                        str(known.count),
                    )


def _among(words: Iterable[str], typed: str) -> Iterator[Completion]:
    return (Completion(word, -len(typed)) for word in words if word.startswith(typed.lower()))


def _written(field: str, value: str) -> str:
    """Return a value as the language has it: a name whole, between quotes."""
    shown = " ".join(inert(value).translate(UNQUOTED).split())
    return f'"{shown}"' if BY_NAME[field].kind is Kind.VALUE else shown
