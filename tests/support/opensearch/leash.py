"""What keeps a node alive: a named pipe, whose writers are the processes that need the node.

The node reads the pipe as its standard input and ends with the last writer, however that one ended: the kernel counts the
writers, and a run of tests that is killed leaves no node behind.  A byte ends the node at once.  Whether anybody reads
the pipe says whether the node is there: no number of a process is needed, which another may have by now.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

END = b"\n"


def make(path: Path) -> None:
    """Make the pipe, unless it is there."""
    if not path.is_fifo():
        os.mkfifo(path)


@contextmanager
def reading(path: Path) -> Iterator[int]:
    """Yield the end that the node reads, for as long as it takes to start the node."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # else it waits here for a writer
    os.set_blocking(descriptor, True)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def take(path: Path) -> int:
    """Return an end to hold: the node lives until every one is closed.

    Raises:
        OSError: nobody reads the pipe, the node is gone.
    """
    return os.open(path, os.O_WRONLY | os.O_NONBLOCK)


def is_read(path: Path) -> bool:
    """Return whether the node is there."""
    try:
        os.close(take(path))
    except OSError:
        return False
    return True


def end(path: Path) -> None:
    """End the node, whoever holds it."""
    try:
        descriptor = take(path)
    except OSError:
        return
    os.write(descriptor, END)
    os.close(descriptor)
