"""The renderers of what is wrong with the files of the notebook."""

from collections.abc import Sequence

from search.messages import say
from search.notebook.tally import Notebook
from search.render import TEXT, Renderers
from search.render.lines import Line, line

_MAX_IDS = 3
"""Ids of articles that are no longer in the index, which are shown."""


def _text(notebook: Notebook, _: int) -> Sequence[Line]:
    """Return each line without effect, and how many articles are no longer in the index; nothing if nothing is wrong."""
    said = [
        *(
            say("notebook.not_a_search", file=str(notebook.searches), line=text.strip())
            for text in notebook.unread_searches
        ),
        *(
            say("notebook.not_a_note", file=str(notebook.notes), line=text.strip())
            for text in notebook.unread_notes
        ),
    ]
    if notebook.gone:
        ids = ", ".join((*notebook.gone[:_MAX_IDS], *(["…"] if len(notebook.gone) > _MAX_IDS else [])))
        said.append(say("notebook.gone", file=str(notebook.notes), count=len(notebook.gone), ids=ids))
    return [line(text) for text in said]


RENDERERS: Renderers = {TEXT: _text}
