"""The words of an error: the only way from an error to what a person reads."""

from corpus.errors import system_cause
from corpus.message import CodedError, Message, message
from search.errors import QuerySyntaxError
from search.messages import say, sentence
from search.render import query_error


def text(raised: CodedError, columns: int = 80) -> str:
    """Return the words of an error, and what to type instead; a syntax error shows its query, `columns` wide at most."""
    if isinstance(raised, QuerySyntaxError):
        return query_error.text(raised, columns)
    return mended(raised.message, raised.mend)


def mended(what: Message, mend: Message | None) -> str:
    """Return what happened, and what mends it."""
    return say("error.mended", what=what, mend=mend) if mend else sentence(what)


def in_one_line(raised: CodedError) -> str:
    """Return the words of an error in one line, without the query of a syntax error."""
    if isinstance(raised, QuerySyntaxError):
        return ". ".join(sentence(part) for part in (raised.message, raised.mend) if part)
    return text(raised).replace("\n", " ")


def system(raised: OSError) -> str:
    """Return the words of an error of the system: which file, and why."""
    path = raised.filename or message("error.the_system")
    return say("error.system", path=path, cause=system_cause(raised))
