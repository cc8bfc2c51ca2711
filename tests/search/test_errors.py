"""Errors as values: a worker process raises them too."""

import pickle

from corpus.message import message
from search.errors import QuerySyntaxError
from search.language.days import DateError


def test_errors_can_be_pickled() -> None:
    unclosed = QuerySyntaxError(
        "(a", 0, 1, message("query.unclosed_parenthesis"), message("query.leave_them_out")
    )
    copy = pickle.loads(pickle.dumps(unclosed))  # noqa: S301 - our own
    assert (copy.query, copy.start, copy.end) == ("(a", 0, 1)
    assert (copy.message, copy.mend) == (unclosed.message, unclosed.mend)
    dated = DateError("query.no_month", month=13)
    copy = pickle.loads(pickle.dumps(dated))  # noqa: S301 - our own
    assert (copy.message, copy.mend) == (dated.message, dated.mend)
