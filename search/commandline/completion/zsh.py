"""The script of completion for zsh: a function for `_arguments`, to be read at once or from a folder of `fpath`."""

from collections.abc import Iterator, Sequence
from shlex import quote

from search.commandline.forms import CommandForm, Form, Values

_BEFORE = """\
#compdef manchette
_manchette() {
    local curcontext="$curcontext" state line
    local -a commands
"""
_AFTER = """\
            esac
            ;;
    esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _manchette "$@"
else
    compdef _manchette manchette
fi
"""


def script(general: Sequence[Form], commands: Sequence[CommandForm]) -> str:
    """Return the script; `general` are the options before the command."""
    described = [
        quote(f"{name}:{_escaped(command.promise)}") for command in commands for name in command.offered
    ]
    lines = [
        "    commands=(",
        *(f"        {name}" for name in described),
        "    )",
        "    _arguments -C \\",
        *(f"        {spec} \\" for spec in _specs(general)),
        "        '1:command:->command' '*::argument:->arguments'",
        "    case $state in",
        "        command) _describe -t commands manchette commands ;;",
        "        arguments)",
        "            case $words[1] in",
    ]
    for command in commands:
        lines += [
            f"                {'|'.join(command.names)})",
            "                    _arguments -S \\",
            *(
                f"                        {spec} \\"
                for spec in _specs((*command.options, *command.arguments))
            ),
            "                        && return",
            "                    ;;",
        ]
    return _BEFORE + "\n".join(lines) + "\n" + _AFTER


def _specs(forms: Sequence[Form]) -> Iterator[str]:
    """Yield the specification of each name of the options, and of the arguments."""
    position = 0
    for form in forms:
        if not form.names:
            position += 1
            which = "*" if form.many else str(position)
            yield quote(f"{which}:{_escaped(form.placeholder)}:{_action(form)}")
            continue
        others = f"({' '.join(form.names)})" if len(form.names) > 1 and not form.many else ""
        value = f":{_escaped(form.placeholder)}:{_action(form)}" if form.placeholder else ""
        for name in form.names:
            start = "*" if form.many else others
            yield quote(f"{start}{name}[{_escaped(form.help)}]{value}")


def _action(form: Form) -> str:
    match form.values:
        case Values.CHOICES:
            return f"({' '.join(form.choices)})"
        case Values.FILES:
            return "_files"
        case Values.FOLDERS:
            return "_files -/"
        case Values.NOTHING:
            return " "


def _escaped(text: str) -> str:
    r"""Return a text without the signs of a specification.

    >>> _escaped("the formats: a [b]")
    'the formats\\: a \\[b\\]'
    """
    return "".join(f"\\{sign}" if sign in "\\:[]" else sign for sign in text)
