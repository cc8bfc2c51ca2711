"""Errors of the index, with what each says to type next, and refusals of a node."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import HTTPError

import pytest

from index.errors import IndexFailure


@contextmanager
def raises(kind: type[IndexFailure], code: str, mend: str) -> Iterator[pytest.ExceptionInfo[IndexFailure]]:
    """Hold the block to raise an error of a kind with this code, mended by what the code `mend` says."""
    with pytest.raises(kind) as raised:
        yield raised
    assert raised.value.message.code == code
    assert raised.value.mend is not None
    assert raised.value.mend.code == mend


@contextmanager
def refused(status: int) -> Iterator[None]:
    """Hold a node to refuse the request of the block."""
    with pytest.raises(HTTPError) as raised:
        yield
    raised.value.close()
    assert raised.value.code == status
