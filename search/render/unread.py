"""The renderers of what could not be read: all of it, a line each, or grouped by reason where that is too long."""

from collections.abc import Iterable, Sequence

from corpus import Rejected
from corpus.message import Message
from search.messages import say
from search.overview import Unread
from search.render import TEXT, Renderers
from search.render.lines import Line, line, wrap

_MIN_GROUP = 3
"""Pieces with one reason that share a line; fewer have a line each."""

_MAX_LINES = 12
"""Lines of a grouped report."""

_EXAMPLES = 2
"""Paths that a group shows."""

_MISSING = "reading.extra_missing"


def unread_lines(pieces: Iterable[Rejected]) -> list[Line]:
    """Return a line for each file, record or run of bytes that could not be read."""
    return [line(f"  {_unread(piece)}") for piece in pieces]


def grouped_lines(pieces: Iterable[Rejected], columns: int, more: str = "page.more_rejected") -> list[Line]:
    """Return the pieces in few lines: those with one reason share a line, the largest groups stand first.

    Behind them, a line says how many `more` there are, and one what to install for all files that need it.
    """
    wanting: list[Rejected] = []
    groups: dict[tuple[str, ...], list[Rejected]] = {}
    for piece in pieces:
        if piece.reason.code == _MISSING:
            wanting.append(piece)
        else:
            groups.setdefault(_kind(piece.reason), []).append(piece)
    said = _said(groups.values())
    hidden = sum(count for count, _ in said[_MAX_LINES:])
    texts = [text for _, text in said[:_MAX_LINES]]
    if hidden:
        texts.append(say(more, count=hidden))
    if wanting:
        texts.append(_to_install(wanting))
    return [row for text in texts for row in wrap(line(text), columns, "  ", "    ")]


def _kind(reason: Message) -> tuple[str, ...]:
    """Return what makes reasons one kind: the code and the values that are no numbers."""
    values = reason.values.values()
    return reason.code, *(str(value) for value in values if not isinstance(value, int | float))


def _said(groups: Iterable[list[Rejected]]) -> list[tuple[int, str]]:
    """Return what is said of each group, behind its number of pieces, the largest first.

    The small groups of one code are one group, of which the first piece is an example.
    """
    said: list[tuple[int, str]] = []
    small: dict[str, list[Rejected]] = {}
    for group in groups:
        if len(group) >= _MIN_GROUP:
            said.append((len(group), _group(group)))
        else:
            small.setdefault(group[0].reason.code, []).extend(group)
    for alike in small.values():
        if len(alike) > _MIN_GROUP:
            said.append((len(alike), _alike(alike)))
        else:
            said += [(1, _unread(piece)) for piece in alike]
    return sorted(said, key=lambda one: -one[0])


def _group(pieces: Sequence[Rejected]) -> str:
    if any(piece.reason != pieces[0].reason for piece in pieces):
        return _alike(pieces)
    return say("page.rejected_group", count=len(pieces), reason=pieces[0].reason, examples=_examples(pieces))


def _alike(pieces: Sequence[Rejected]) -> str:
    return say("page.rejected_alike", count=len(pieces), example=_unread(pieces[0]))


def _to_install(pieces: Sequence[Rejected]) -> str:
    extras = dict.fromkeys(str(piece.reason.values["extra"]) for piece in pieces)
    return say(
        "page.to_install", count=len(pieces), extras=",".join(sorted(extras)), examples=_examples(pieces)
    )


def _examples(pieces: Sequence[Rejected]) -> str:
    """Return where the first pieces stand; of several in one file, the file alone once."""
    paths = list(dict.fromkeys(piece.path for piece in pieces))
    if len(paths) == 1 and pieces[0].where:
        return say("page.piece_of_file", path=paths[0], where=pieces[0].where)
    return ", ".join(paths[:_EXAMPLES])


def _unread(piece: Rejected) -> str:
    if piece.where is None:
        return say("page.rejected_file", path=piece.path, reason=piece.reason)
    return say("page.rejected_record", path=piece.path, where=piece.where, reason=piece.reason)


def _text(unread: Unread, _: int) -> Sequence[Line]:
    return unread_lines([*unread.rejected, *unread.losses])


RENDERERS: Renderers = {TEXT: _text}
