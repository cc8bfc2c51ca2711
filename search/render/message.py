"""The renderers of a message, which is one sentence."""

from collections.abc import Sequence

from corpus.message import Message
from search.messages import sentence
from search.render import SHELL, TEXT, Renderers
from search.render.lines import Line, line, wrap


def _text(said: Message, _: int) -> Sequence[Line]:
    return [line(sentence(said))]


def _shell(said: Message, columns: int) -> Sequence[Line]:
    return wrap(line(sentence(said)), columns)


RENDERERS: Renderers = {TEXT: _text, SHELL: _shell}
