"""The command `man`: the page of the manual."""

import re
import shutil
import subprocess

import pytest

from search.commandline import forms
from search.commandline.manual import text
from search.commands import COMMAND_NAMES, load
from search.commands.setup.man import page
from search.messages import Language, say, speaking

CHECKERS = {
    "mandoc": ["mandoc", "-T", "lint", "-W", "error"],
    "groff": ["groff", "-man", "-ww", "-z"],
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("checker", CHECKERS)
def test_the_page_is_one_that_man_reads(checker: str, language: Language) -> None:
    if not shutil.which(checker):
        pytest.skip(f"{checker} is not on this machine")
    with speaking(language):
        made = page()
    done = subprocess.run(CHECKERS[checker], input=made, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("language", Language)
def test_the_page_has_every_command_with_its_options(language: Language) -> None:
    with speaking(language):
        made = page()
        assert made.isascii()
        sections = dict(re.findall(r'^\.SS "(.*)"\n((?:(?!\.S[SH]).*\n)*)', made, re.MULTILINE))
        for name in COMMAND_NAMES:
            form = forms.form(load(name))
            section = sections[text(form.names[0])]
            assert text(say(f"command.{name}")[1:]) in section
            for option in form.options:
                assert option in forms.general() or rf"\fB{text(option.names[-1])}\fR" in section


def test_a_line_of_text_commands_nothing() -> None:
    assert text(".manchette") == "\\&.manchette"
    assert text("a\\b -c") == "a\\eb \\-c"
