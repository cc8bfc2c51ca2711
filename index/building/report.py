"""What a build tells, while it runs and when it ends."""

from dataclasses import dataclass

from corpus import Rejected


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: articles touched so far, bytes read, of how many to read."""

    articles: int
    read: int
    of: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did; every count is of articles, `rejected` of files and records."""

    articles: int
    added: int
    changed: int
    moved: int
    removed: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    engine: str
    seconds: float
