"""The command `completion`: what each shell completes, asked of the shells themselves where this machine has them."""

import re
import shutil
import subprocess
from pathlib import Path

import pexpect
import pytest

from search.commandline import forms
from search.commandline.forms import Values
from search.commandline.names import names
from search.commands import COMMAND_NAMES, load
from search.commands.setup.completion import SHELLS, script
from search.messages import Language, speaking

FORMS = {name: forms.form(load(name)) for name in COMMAND_NAMES}


def has(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not on this machine")


@pytest.mark.parametrize("command", COMMAND_NAMES)
def test_the_forms_are_the_options_of_the_parser(command: str) -> None:
    form = FORMS[command]
    usage = load(command).parser().format_usage()
    long = [name for option in form.options for name in option.names if name.startswith("--")]
    assert set(re.findall(r"--[a-z-]+", usage)) <= set(long)
    assert {"--help", "--index", "--lang"} <= set(long)
    assert form.names == names(command)


def parts(shell: str, made: str) -> dict[str, set[str]]:
    """Return the options that a script has for each command."""
    found: dict[str, set[str]] = {}
    for name in COMMAND_NAMES:
        every = "|".join(names(name))
        if shell == "fish":
            own = [
                line for line in made.splitlines() if f"'__manchette_in {every.replace('|', ' ')}'" in line
            ]
            found[name] = {f"--{word}" for line in own for word in re.findall(r" -l ([a-z-]+)", line)}
        else:
            behind = made.split(f"{every})\n")[1].split(
                ";;\n            ;;" if shell == "zsh" else "\n            case", maxsplit=1
            )[0]
            behind = behind.split(" ;;\n")[0].split("                    ;;\n")[0]
            found[name] = set(
                re.findall(r"(?<![\w(-])--[a-z-]+", re.sub(r"\([^)]*\)|\[[^]]*\]", " ", behind))
            )
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_has_exactly_the_options_of_each_command(shell: str, language: Language) -> None:
    with speaking(language):
        made = script(shell)
        found = parts(shell, made)
        for command, options in found.items():
            form = forms.form(load(command))
            assert options == {name for one in form.options for name in one.names if name.startswith("--")}, (
                command
            )
            for option in form.options:
                if option.values is Values.CHOICES:
                    assert " ".join(option.choices) in made


CASES = [
    (["manchette", "que"], {"query"}),
    (["manchette", "query", "--so"], {"--sort"}),
    (["manchette", "chercher", "--sort", "n"], {"newest"}),
    (["manchette", "-i", "presse", "facets", "per"], {"person"}),
    (["manchette", "query", "--facet", "pl"], {"place"}),
    (["manchette", "entities", "li"], {"list"}),
    (["manchette", "completion", ""], {"bash", "zsh", "fish"}),
]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    for shell in SHELLS:
        (tmp_path / f"manchette.{shell}").write_text(script(shell), "utf-8")
    return tmp_path


@has("bash")
def test_bash_completes(written: Path) -> None:
    asked = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _manchette; echo "${COMPREPLY[@]}"'
    cut = [
        (["manchette", "query", "--sort", "=", "n"], {"newest"}),
        (["manchette", "--index", "=", "presse", "facets", "per"], {"person"}),
    ]
    for words, offered in [*CASES, *cut]:
        done = subprocess.run(
            ["bash", "-c", asked, "bash", written / "manchette.bash", *words],  # noqa: S607 - whichever there is
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert (set(done.stdout.split()), done.stderr) == (offered, ""), words


@has("fish")
def test_fish_completes(written: Path) -> None:
    lines = [" ".join(words) for words, _ in CASES]
    asked = "source $argv[1]; for line in $argv[2..-1]; complete -C $line; echo ---; end"
    done = subprocess.run(
        ["fish", "--no-config", "-c", asked, written / "manchette.fish", *lines],  # noqa: S607 - whichever there is
        env={"HOME": str(written), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    answers = done.stdout.split("---\n")
    for (words, offered), answer in zip(CASES, answers, strict=False):
        assert {line.split("\t")[0] for line in answer.splitlines()} == offered, (words, done.stderr)


@has("zsh")
def test_zsh_completes(written: Path) -> None:
    """A line that has one completion becomes it on Tab; zsh does that at a terminal alone."""
    environment = {"PATH": "/usr/bin:/bin", "TERM": "dumb", "HOME": str(written), "LC_ALL": "C.UTF-8"}
    zsh = pexpect.spawn(
        "zsh", ["-f", "-i"], env=environment, encoding="utf-8", timeout=20, dimensions=(40, 200)
    )
    zsh.sendline(f"autoload -Uz compinit; compinit -u -D; source {written}/manchette.zsh; echo re''ady")
    zsh.expect("ready")
    for words, whole in [(words, offered) for words, offered in CASES if len(offered) == 1]:
        [expected] = whole
        begun = " ".join(words)
        zsh.send(f"{begun}\t")
        zsh.expect_exact(
            f"{begun[: len(begun) - len(words[-1])]}{expected}" if expected[0] != "-" else expected
        )
        zsh.sendline("\x15")
    zsh.sendline("exit")
    zsh.close()
