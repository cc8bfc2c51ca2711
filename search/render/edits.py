"""The renderers of the changes that a person made to names."""

from collections.abc import Sequence

from search.entities.edits import Edits
from search.messages import say, sentence
from search.render import SHELL, TEXT, Renderers
from search.render.lines import Line, line, wrap


def _text(edits: Edits, _: int) -> Sequence[Line]:
    """Return the outcome of each edit, and the command that takes back all edits."""
    undo = [line(say("page.to_undo"))] if edits.changed else []
    return [*(line(sentence(edited.outcome)) for edited in edits.done), *undo]


def _shell(edits: Edits, columns: int) -> Sequence[Line]:
    said = [sentence(edited.outcome) for edited in edits.done]
    if edits.changed:
        said[-1] = say("shell.to_undo", what=said[-1])
    return [row for text in said for row in wrap(line(text), columns)]


RENDERERS: Renderers = {TEXT: _text, SHELL: _shell}
