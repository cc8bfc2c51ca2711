"""The script of completion for bash, of version 3.2 (macOS) on; files are completed from version 4 on."""

from collections.abc import Iterator, Sequence
from shlex import quote

from search.commandline.forms import CommandForm, Form, Values

_BEFORE = """\
_manchette() {
    local current previous command names options words position
    current=${COMP_WORDS[COMP_CWORD]}
    previous=${COMP_WORDS[COMP_CWORD-1]}
    if [[ $current == = ]]; then  # bash cuts --sort=newest into three words
        current=
    elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
    fi
    command=
    for ((position = 1; position < COMP_CWORD; position++)); do
        case ${COMP_WORDS[position]} in
            -i|--index|--lang) [[ ${COMP_WORDS[position+1]} == = ]] || ((position++)) ;;
            =) ((position++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[position]}; break ;;
        esac
    done
    COMPREPLY=()
    options= words=
    case $command in
"""
_AFTER = """\
        *) return ;;
    esac
    if [[ $current == -* ]]; then words=$options; fi
    case $words in
        FILES) compopt -o default 2>/dev/null ;;
        *) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    esac
}
complete -F _manchette manchette
"""


def script(general: Sequence[Form], commands: Sequence[CommandForm]) -> str:
    """Return the script; `general` are the options before the command."""
    names = " ".join(name for command in commands for name in command.offered)
    lines = [f"        '') words={quote(names)}", *_options(general), "            ;;"]
    for command in commands:
        lines.append(f"        {'|'.join(command.names)})")
        lines += _options(command.options)
        if argument := next(iter(command.arguments), None):
            lines.append(f"            words={quote(_words(argument))}")
        lines.append("            ;;")
    return _BEFORE + "\n".join(lines) + "\n" + _AFTER


def _options(options: Sequence[Form]) -> Iterator[str]:
    """Yield the lines for the options, and for the values of those that take one."""
    yield f"            options={quote(' '.join(name for option in options for name in option.names))}"
    yield "            case $previous in"
    for option in options:
        if option.placeholder:
            pattern = "|".join(option.names)
            yield f"                {pattern}) {_complete(option)}; return ;;"
    yield "            esac"


def _complete(option: Form) -> str:
    match option.values:
        case Values.CHOICES:
            return f'COMPREPLY=($(compgen -W {quote(_words(option))} -- "$current"))'
        case Values.FILES:
            return "compopt -o default 2>/dev/null"
        case Values.FOLDERS:
            return 'COMPREPLY=($(compgen -d -- "$current"))'
        case Values.NOTHING:
            return ":"


def _words(form: Form) -> str:
    """Return the words that complete a value; FILES stands for the names of files."""
    return "FILES" if form.values in (Values.FILES, Values.FOLDERS) else " ".join(form.choices)
