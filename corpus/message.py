"""What is to be said to a person, as a code and its values; `search.messages` has the words, in each language.

No other package has sentences of its own: an index made in one language is read in the other.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeAlias

from corpus.records import field, record

Value: TypeAlias = "str | int | float | Message"
"""What stands in a sentence: a text as it is, a number as the language writes it, a message as a part."""


@record
class Message:
    """A code, `subject.what_is_said`, and the values that stand in its sentence, by name."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.code)

    def __str__(self) -> str:
        """Return the code and the values, for whoever reads them without the words.

        >>> str(message("reading.line", line=3))
        'reading.line (line=3)'
        """
        values = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code} ({values})" if values else self.code


def message(code: str, /, **values: Value) -> Message:
    """Return a message."""
    return Message(code, values)


def dump(said: Message) -> str:
    """Return a message as JSON, to be stored.

    >>> load(dump(message("reading.nothing_after", reason=message("reading.empty")))).values["reason"].code
    'reading.empty'
    """
    import json  # a reader of the package stores nothing

    return json.dumps(said, default=_record, ensure_ascii=False)


def load(stored: str) -> Message:
    """Return the message that `dump` stored."""
    import json

    loaded: Message = json.loads(stored, object_hook=_message)
    return loaded


def _record(said: Message) -> dict[str, Any]:
    return {"code": said.code, "values": [*said.values.items()]}


def _message(record: dict[str, Any]) -> Message:
    return Message(record["code"], dict(record["values"]))


class CodedError(Exception):
    """An error that says what happened as a message, and how to mend it as another one.

    Each package has one root that derives from it.  It can be pickled: a worker process raises it too.
    """

    def __init__(self, code: str, /, *, mend: Message | None = None, **values: Value) -> None:
        self.message = Message(code, values)
        self.mend = mend
        super().__init__(code)

    def __str__(self) -> str:
        return str(self.message)

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), self.message.code, mend=self.mend, **self.message.values), ()
