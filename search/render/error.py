"""What an error says to a person."""

from corpus.message import CodedError
from search.messages import error


def text(raised: CodedError) -> str:
    """Return what an error says."""
    return error(raised)
