"""The renderers of the settings of a person: the files, and the values in force, each with the file that it stands in."""

from search.messages import say
from search.notebook.settings import Settings
from search.render import TEXT, Renderers
from search.render.lines import EMPTY, Fragment, Line, Style, cell_width, labelled, line, wrap


def _text(found: Settings, columns: int) -> list[Line]:
    lines = wrap(line(say("settings.files"), Style.QUIET), columns)
    for path in found.files:
        shown = str(path) if path.is_file() else say("settings.no_file", path=str(path))
        lines += wrap(line(shown), columns, "  ", "  ")
    lines.append(EMPTY)
    if not found.settings:
        return [*lines, *wrap(line(say("settings.none"), Style.QUIET), columns)]
    margin = max(cell_width(setting.name) for setting in found.settings) + 2
    values = max(cell_width(setting.written) for setting in found.settings) + 2
    for setting in sorted(found.settings, key=lambda setting: setting.name):
        label = (
            Fragment(f"{setting.name:<{margin}}", Style.TITLE),
            Fragment(f"{setting.written}{' ' * (values - cell_width(setting.written))}"),
        )
        lines += labelled(label, line(str(setting.path), Style.QUIET), columns, " " * margin)
    return lines


RENDERERS: Renderers = {TEXT: _text}
