"""Errors of the index, and what each says to type next."""

from collections.abc import Iterator
from contextlib import contextmanager

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
