"""The script of completion for fish, of version 3.0 on."""

from collections.abc import Iterator, Sequence

from search.commandline.forms import CommandForm, Form, Values

_BEFORE = """\
function __manchette_command
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case -i --index --lang
                set -e words[1]
            case '-*'
            case '*'
                echo $words[1]
                return 0
        end
        set -e words[1]
    end
    return 1
end
function __manchette_in
    set -l command (__manchette_command)
    and contains -- $command $argv
end
complete -c manchette -f
"""
_NO_COMMAND = "not __manchette_command >/dev/null"


def script(general: Sequence[Form], commands: Sequence[CommandForm]) -> str:
    """Return the script; `general` are the options before the command."""
    lines = [
        f"complete -c manchette -n {_quoted(_NO_COMMAND)} -a {_quoted(name)} -d {_quoted(command.promise)}"
        for command in commands
        for name in command.offered
    ]
    lines += _lines(general, _NO_COMMAND)
    for command in commands:
        lines += _lines((*command.options, *command.arguments), f"__manchette_in {' '.join(command.names)}")
    return _BEFORE + "\n".join(lines) + "\n"


def _lines(forms: Sequence[Form], condition: str) -> Iterator[str]:
    """Yield a line for each option, and for the first argument."""
    first = next((form for form in forms if not form.names), None)
    for form in forms:
        if not form.names and form is not first:
            continue
        parts = [f"complete -c manchette -n {_quoted(condition)}", *map(_name, form.names)]
        parts += _value(form) if form.placeholder else []
        if form.names:
            parts.append(f"-d {_quoted(form.help)}")
        if form.names or form.values is not Values.NOTHING:
            yield " ".join(parts)


def _name(name: str) -> str:
    return f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"


def _value(form: Form) -> Iterator[str]:
    """Yield the parts for the value of an option, which it requires (`-r`), or of an argument."""
    match form.values:
        case Values.CHOICES:
            yield (
                f"-x -a {_quoted(' '.join(form.choices))}"
                if form.names
                else f"-a {_quoted(' '.join(form.choices))}"
            )
        case Values.FILES:
            yield "-r -F" if form.names else "-F"
        case Values.FOLDERS:
            yield "-x -a '(__fish_complete_directories)'"
        case Values.NOTHING:
            yield "-x"


def _quoted(text: str) -> str:
    r"""Return a text as one word of fish, in which a quote is escaped by a backslash.

    >>> print(_quoted("l'index"))
    'l\'index'
    """
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
