"""The page of the manual, in the macros of man(7), made from the parsers of the commands."""

from collections.abc import Iterator, Sequence

from search.commandline.forms import CommandForm, Form
from search.commandline.status import ExitStatus
from search.messages import say

_STATUSES = {
    ExitStatus.FOUND: "manual.found",
    ExitStatus.NOTHING_FOUND: "manual.nothing",
    ExitStatus.ERROR: "manual.error",
    ExitStatus.INTERRUPTED: "manual.interrupted",
}
_VARIABLES = {
    "MANCHETTE_INDEX": "manual.manchette_index",
    "MANCHETTE_LANG": "manual.manchette_lang",
    "NO_COLOR": "manual.no_color",
    "PAGER": "manual.pager",
}
_FILES = {
    ".manchette": "manual.home",
    ".manchette/aliases.txt": "manual.aliases",
    ".manchette/searches.txt": "manual.searches",
    ".manchette/notes.txt": "manual.notes",
    ".manchette/config.toml": "manual.index_settings",
    "~/.config/manchette/config.toml": "manual.settings",
}
_SIGNS = {
    "\\": "\\e",
    "-": "\\-",
    '"': "\\(dq",
    "~": "\\(ti",
    "\u00a0": "\\ ",
    "\u202f": "\\ ",
}
"""The signs that the macros write otherwise (groff_char(7)); a blank of no break has no name of its own there."""


def page(general: Sequence[Form], commands: Sequence[CommandForm], version: str) -> str:
    """Return the page; `general` are the options before the command."""
    lines = [
        f'.TH MANCHETTE 1 "" "manchette {text(version)}" "manchette"',
        *_section("manual.name"),
        rf"manchette \- {text(say('command.manchette').rstrip('.'))}",
        *_section("manual.synopsis"),
        ".nf",
        text(say("command.top_usage")),
        ".fi",
        *_section("manual.description"),
        text(say("manual.what")),
        ".PP",
        text(say("manual.data")),
        *_section("manual.options"),
        *_forms(general),
        *_section("manual.commands"),
    ]
    for command in commands:
        lines += _command(command, general)
    lines += [
        *_section("manual.status"),
        *_entries({str(status.value): said for status, said in _STATUSES.items()}),
        *_section("manual.environment"),
        *_entries(_VARIABLES),
        *_section("manual.files"),
        *_entries(_FILES),
    ]
    return "\n".join(lines) + "\n"


def _command(command: CommandForm, general: Sequence[Form]) -> Iterator[str]:
    """Yield what a command takes; the options that every command has stand above."""
    known = {option.names for option in general}
    options = [option for option in command.options if option.names not in known]
    name, *others = command.names
    yield f'.SS "{text(name)}"'
    yield text(f"{command.promise[0].upper()}{command.promise[1:]}.")
    if others:
        yield text(f"({say('manual.also')} {', '.join(others)}.)")
    yield ".PP"
    yield ".nh"
    yield rf"\fB{text(command.usage)}\fR"
    yield ".hy"
    yield from _forms((*command.arguments, *options))


def _forms(forms: Sequence[Form]) -> Iterator[str]:
    """Yield a paragraph for each argument and option, with its value or the values that it may have."""
    for form in forms:
        names = ", ".join(rf"\fB{text(name)}\fR" for name in form.names)
        value = f"{{{','.join(form.choices)}}}" if form.choices else form.placeholder
        yield ".TP"
        yield " ".join(filter(None, (names, value and rf"\fI{text(value)}\fR")))
        yield text(form.help)


def _entries(entries: dict[str, str]) -> Iterator[str]:
    for name, said in entries.items():
        yield ".TP"
        yield rf"\fB{text(name)}\fR"
        yield text(say(said))


def _section(code: str) -> Iterator[str]:
    yield f'.SH "{text(say(code))}"'


def text(said: str) -> str:
    r"""Return a text as the macros take it, in ASCII: its signs by their names, none at the start that commands.

    >>> print(text("à l’index, a-b"))
    \[u00E0] l\[u2019]index, a\-b
    """
    escaped = "".join(_SIGNS.get(sign, sign if sign.isascii() else f"\\[u{ord(sign):04X}]") for sign in said)
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
