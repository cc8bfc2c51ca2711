"""The renderers of the lines of the aliases that are not rules."""

from collections.abc import Sequence

from search.entities.listing import UnreadAliases
from search.messages import say
from search.render import TEXT, Renderers
from search.render.lines import Line, line


def _text(unread: UnreadAliases, _: int) -> Sequence[Line]:
    """Return each line, and the form of a rule; nothing if every line is a rule."""
    file = str(unread.file)
    said = [say("page.not_a_rule", file=file, line=text.strip()) for text in unread.lines]
    return [line(text) for text in (*said, say("page.a_rule", file=file))] if said else []


RENDERERS: Renderers = {TEXT: _text}
