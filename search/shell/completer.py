"""The completions that Tab offers: commands, fields, and the values of the index."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from index.engine import Sort
from index.errors import IndexFailure
from index.fields import BY_NAME, FIELDS, TAG, Kind
from index.names.aliases import ENTITIES, Name
from search.commandline import names
from search.commandline.articles import MARKS, is_marks
from search.commandline.face import Argument
from search.commands.study.entities import ACTIONS
from search.counts.facets import FACETS
from search.entities.curator import NAME_FIELDS
from search.errors import SearchError
from search.language.suggest import FieldNames, completions, unquoted_name
from search.language.suggest import FieldValue as TypedValue
from search.messages import say
from search.notebook.searches import read as read_searches
from search.render.clauses import clause_text, field_name
from search.render.exports.table import SUFFIXES
from search.render.inert import inert
from search.render.lines import clip
from search.shell.commands import COMMANDS, COUNTED, SWITCH, TOPICS, find, split
from search.shell.session import Session
from search.shell.values import Values, key

_MAX_COMPLETIONS = 50
"""Values offered at once: more than anybody reads."""

_MAX_NAME_CHARACTERS = 40
"""Characters of a query that name a file."""

_FIELD_NAMES = tuple(field.name for field in FIELDS)
"""The fields that are offered before a letter is typed: without the aliases, which would double the list."""

_FACET_NAMES = tuple(dict.fromkeys((*FACETS, *(name for name in BY_NAME if BY_NAME[name].facet))))
"""The names that `:facets` takes."""

_WHOLE_COMMAND_NAME = re.compile(r":\s*[^\W\d_]*[\s\d]")
"""The start of a line whose command has its whole name."""

_QUOTES_AND_STARS = str.maketrans('"“”„«»*', "       ")
"""Characters that would end or spoil a value between quotes; the index compares only the words of a value."""


class ShellCompleter(Completer):
    """Completes a line of the shell; `session` returns the session that will answer the line."""

    def __init__(self, session: Callable[[], Session], values: Values) -> None:
        self._session = session
        self._values = values

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Return the completions at the cursor; before Tab, only for a line that `expects` them."""
        line = document.text_before_cursor
        if not complete_event.completion_requested and not self.expects(line):
            return ()
        if not line.startswith(":"):
            return self._query(line)
        name, argument = split(line)
        return (
            self._argument(name, argument) if _WHOLE_COMMAND_NAME.match(line) else _commands(name, len(line))
        )

    def expects(self, line: str) -> bool:
        """Return whether completions are worth showing before Tab: completions of values are."""
        name, argument = split(line)
        typed = argument if _WHOLE_COMMAND_NAME.match(line) and _takes_filter(name) else line
        if typed.startswith(":"):
            return False
        cursor = len(typed)
        return bool(unquoted_name(typed, cursor)) or isinstance(completions(typed, cursor), TypedValue)

    def _argument(self, name: str, typed: str) -> Iterator[Completion]:
        try:
            wanted = find(name).argument
        except SearchError:
            return
        match wanted:
            case Argument.FILTER:
                yield from self._query(typed)
            case Argument.FILTER_SET:
                filters = [clip(clause_text(clause), 40) for clause in self._session().filters]
                numbered = {str(number): clause for number, clause in enumerate(filters, 1)}
                yield from _among({**numbered, "all": "all"}, typed)
            case Argument.FACET:
                yield from _among({name: name for name in _FACET_NAMES}, typed)
            case Argument.ENTITIES:
                yield from self._entities(typed)
            case Argument.NAMES:
                yield from self._names(typed)
            case Argument.SORT:
                yield from _among({sort: sort for sort in Sort}, typed)
            case Argument.SWITCH:
                yield from _among({word: word for word in SWITCH}, typed)
            case Argument.COUNTS:
                yield from _among({word: word for word in COUNTED}, typed)
            case Argument.TOPIC:
                yield from _among({topic: topic for topic in TOPICS}, typed)
            case Argument.SEARCHES:
                yield from self._searches(typed)
            case Argument.TAGS:
                yield from self._tags(typed)
            case Argument.FILE:
                yield from self._file(typed)
            case Argument.NOTHING:
                return

    def _entities(self, typed: str) -> Iterator[Completion]:
        """Yield the actions of `:entities`, or the names and fields that an action takes."""
        action, blank, rest = typed.partition(" ")
        if not blank or action not in ACTIONS:
            yield from _among({word: word for word in (*ACTIONS, *NAME_FIELDS)}, typed)
        elif action == "list":
            yield from _among({field: field for field in NAME_FIELDS}, rest)
        elif action != "undo":
            yield from self._names(rest)

    def _names(self, typed: str) -> Iterator[Completion]:
        """Yield the names that the last typed name may become."""
        last = re.split("[|=]", typed)[-1]
        field = Name.read(last).field
        begun = (last.partition(":")[2] if field else last).lstrip('"« ')
        names = [name for kind in ENTITIES if field in ("", kind) for name in self._values.like(kind, begun)]
        for name in sorted(names, key=lambda name: -name.count)[:_MAX_COMPLETIONS]:
            yield Completion(inert(name.value), -len(begun), clip(name.value, 50), str(name.count))

    def _searches(self, typed: str) -> Iterator[Completion]:
        """Yield the names of the saved searches, behind `drop` where that is typed."""
        begun = typed.removeprefix("drop ").removeprefix("retirer ").lstrip()
        with suppress(IndexFailure):
            for search in read_searches(self._session().answers.home).by_key.values():
                if key(begun) in key(search.name):
                    yield Completion(search.name, -len(begun), clip(search.name, 50), clip(search.query, 40))

    def _tags(self, typed: str) -> Iterator[Completion]:
        """Yield the tags behind the article that is named first."""
        _, blank, tags = typed.partition(" ")
        begun = re.split("[,;]", tags)[-1].lstrip("- ") if blank else ""
        for completion in islice(self._values.like(TAG.name, begun), _MAX_COMPLETIONS if blank else 0):
            yield Completion(completion.value, -len(begun), clip(completion.value, 50), str(completion.count))

    def _file(self, typed: str) -> Iterator[Completion]:
        """Yield the names that a file may get, one for each format; before them the word for the marked articles."""
        first, blank, rest = typed.partition(" ")
        session = self._session()
        if blank and not is_marks(first):
            yield from self._query(rest)
            return
        if not blank and session.marks:
            yield from _among({f"{names.shown(MARKS)} ": names.shown(MARKS)}, typed)
        begun = rest if blank else typed
        stem, dot, ending = begun.partition(".")
        name = stem or re.sub(r"\W+", "-", session.line).strip("-")[:_MAX_NAME_CHARACTERS] or "manchette"
        for suffix, known in SUFFIXES.items():
            if suffix.startswith(f"{dot}{ending}".lower()):
                yield Completion(f"{name}{suffix}", -len(begun), suffix, say(known.description))

    def _query(self, line: str) -> Iterator[Completion]:
        if whole := unquoted_name(line, len(line)):
            yield from self._value(line, whole)
        match completions(line, len(line)):
            case FieldNames(start, typed, field_names):
                for name in field_names if typed else map(field_name, _FIELD_NAMES):
                    yield Completion(
                        f"{name}:", start - len(line), display_meta=say(BY_NAME[name].description)
                    )
            case TypedValue() as value:
                yield from self._value(line, value)

    def _value(self, line: str, value: TypedValue) -> Iterator[Completion]:
        for completion in islice(self._values.like(value.field, value.typed), _MAX_COMPLETIONS):
            yield Completion(
                _written(value.field, completion.value),
                value.start - len(line),
                clip(completion.value, 50),
                str(completion.count),
            )


def _takes_filter(name: str) -> bool:
    with suppress(SearchError):
        return find(name).argument is Argument.FILTER
    return False


def _commands(name: str, typed: int) -> Iterator[Completion]:
    """Yield the commands of which a name begins as typed, each once: by its shown name if that does."""
    for command in COMMANDS:
        begun = [one for one in names.names(command.name) if names.bare(one).startswith(names.bare(name))]
        if begun:
            written = f":{begun[0]} " if command.takes else f":{begun[0]}"
            yield Completion(written, -typed, f":{begun[0]}", say(command.description))


def _among(words: Mapping[str, str], typed: str) -> Iterator[Completion]:
    """Yield the words that begin with the typed text; the menu shows the label of each."""
    for word, label in words.items():
        if word.startswith(typed.lower()):
            yield Completion(word, -len(typed), label)


def _written(field: str, value: str) -> str:
    """Return a value as the language writes it: a whole name stands between quotes."""
    shown = " ".join(inert(value).translate(_QUOTES_AND_STARS).split())
    return shown if BY_NAME[field].kind is Kind.DATE else f'"{shown}"'
