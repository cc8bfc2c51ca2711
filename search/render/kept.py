"""What a person keeps about an article, as it is shown with the article."""

from search.messages import say
from search.planning.kept import Kept
from search.render.lines import Fragment, Line, Style, cell_width, wrap

_TAG_SIGN = "#"


def tags_line(kept: Kept) -> Line:
    """Return the tags of an article, and a sign where it has a note, for a list; an empty line for nothing.

    >>> "".join(fragment.text for fragment in tags_line(Kept(("procès", "à citer"), ("Vérifier.",))))
    '#procès  #à citer  ✎ Vérifier.'
    """
    shown = [f"{_TAG_SIGN}{tag}" for tag in kept.tags] + [f"✎ {note}" for note in kept.notes[:1]]
    return (Fragment("  ".join(shown), Style.ENTITY),) if shown else ()


def kept_lines(kept: Kept, columns: int) -> list[Line]:
    """Return the tags and the notes of an article, behind their labels."""
    tags, note = say("notebook.tags"), say("notebook.note")
    margin = max(cell_width(tags), cell_width(note)) + 2
    rows = [(tags, ", ".join(kept.tags))] if kept.tags else []
    rows += [(note if not number else "", text) for number, text in enumerate(kept.notes)]
    return [
        row
        for label, text in rows
        for row in wrap(
            (Fragment(f"{label:<{margin}}", Style.QUIET), Fragment(text, Style.ENTITY)),
            columns,
            rest=" " * margin,
        )
    ]
