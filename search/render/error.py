"""What an error says to a person: the only way from an error to words."""

import re

from corpus.message import CodedError
from search.errors import QuerySyntaxError
from search.messages import say, sentence
from search.render import query_error

# Until the shell, the commands and the index raise codes, an error may still carry its own sentence.
_CODE = re.compile(r"[a-z]+\.[a-z0-9_]+")


def text(error: Exception, most: int = 80) -> str:
    """Return what an error says, and what to type instead; a syntax error shows its query, `most` columns wide."""
    if not isinstance(error, CodedError) or not _CODE.fullmatch(error.message.code):
        return str(error)
    if isinstance(error, QuerySyntaxError):
        return query_error.text(error, most)
    if error.mend is None:
        return sentence(error.message)
    return say("error.mended", what=error.message, mend=error.mend)


def in_one_line(error: Exception) -> str:
    """Return what an error says, without the query of a syntax error."""
    if isinstance(error, QuerySyntaxError):
        said = (sentence(part) for part in (error.message, error.mend) if part)
        return ". ".join(said)
    return text(error).replace("\n", " ")
