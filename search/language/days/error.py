"""What is wrong with an expression that names no day, and expressions that do."""

from corpus.message import Message, Value, message
from search.errors import SearchError

EXAMPLES = message("query.date_examples")
"""Expressions of each kind, which an error shows."""

DAY_EXAMPLES = message("query.day_examples")
"""The same for the end of a range, which cannot be undated."""

MAX_SHOWN_CHARACTERS = 40
"""Characters of a text that an error shows: more than a date has."""


_TYPE_ONE = message("query.type_date", examples=EXAMPLES)

TYPE_A_DAY = message("query.type_date", examples=DAY_EXAMPLES)


class DateError(SearchError, ValueError):
    """An expression that names no day; `mend` shows expressions that do, best the one that was meant."""

    def __init__(self, code: str, /, *, mend: Message | None = _TYPE_ONE, **values: Value) -> None:
        super().__init__(code, mend=mend, **values)

    @property
    def meant(self) -> str | None:
        """The expression that was meant; None if the error shows examples of every kind."""
        examples = self.mend.values["examples"] if self.mend else None
        return examples.strip('"') if isinstance(examples, str) else None


def type_instead(expression: str) -> Message:
    """Return what to type instead of an expression that is not a date; blanks need quotes."""
    return message("query.type_date", examples=f'"{expression}"' if " " in expression else expression)


def not_a_date(text: str) -> DateError:
    """Return the error for a text that is not a date; a long text is cut."""
    return DateError("query.not_a_date", text=cut(text))


def cut(text: str) -> str:
    """Return the text, cut where it is too long to be a date."""
    return text if len(text) <= MAX_SHOWN_CHARACTERS else f"{text[:MAX_SHOWN_CHARACTERS]}…"
