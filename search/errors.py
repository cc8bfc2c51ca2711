"""Errors that the person who asked can mend: codes and values, whose words are in `search.messages`."""

from typing import Any

from corpus.message import CodedError, Message


class SearchError(CodedError):
    """An error that stops a search and that the person who asked can mend."""


class QuerySyntaxError(SearchError):
    """A query that does not follow the language: `message` says why, `mend` what to type instead.

    The culprit stands between the offsets `start` and `end` of `query`, which is the text as the parser read it
    (`search.language.lex.plain`): a caret stands under the culprit even where Unicode changed lengths.
    """

    def __init__(
        self, query: str, start: int, end: int, message: Message, suggestion: Message | None = None
    ) -> None:
        super().__init__(message.code, mend=suggestion, **message.values)
        self.query = query
        self.start = start
        self.end = end

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.query, self.start, self.end, self.message, self.mend)
