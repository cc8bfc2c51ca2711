"""What is wrong with an expression that names no day, and expressions that do."""

from corpus.message import Message, Value, message
from search.errors import SearchError

EXAMPLES = message("query.date_examples")
"""Expressions of each kind, which an error shows."""

DAY_EXAMPLES = message("query.day_examples")
"""The same for the end of a range, which cannot be undated."""

MAX_SHOWN_CHARACTERS = 40
"""Characters of a text that an error shows: more than a date has."""


class DateError(SearchError, ValueError):
    """An expression that names no day; `examples` are expressions that do, best the one that was meant."""

    def __init__(self, code: str, /, *, examples: Message | str = EXAMPLES, **values: Value) -> None:
        shown = f'"{examples}"' if isinstance(examples, str) and " " in examples else examples
        super().__init__(code, mend=message("query.type_date", examples=shown), **values)
        self.examples = examples


def not_a_date(text: str) -> DateError:
    """Return the error for a text that is not a date; a long text is cut."""
    return DateError("query.not_a_date", text=cut(text))


def cut(text: str) -> str:
    """Return the text, cut where it is too long to be a date."""
    return text if len(text) <= MAX_SHOWN_CHARACTERS else f"{text[:MAX_SHOWN_CHARACTERS]}…"
