"""The exit status of the command, for the shell that called it."""

from enum import IntEnum, unique


@unique
class ExitStatus(IntEnum):
    """The exit status of `manchette`."""

    FOUND = 0
    NOTHING_FOUND = 1
    ERROR = 2
    INTERRUPTED = 130  # 128 + SIGINT
