"""Shows hostile texts by every command, in a pipe and on a terminal: `python -m tests.hardening.outputs`.

Nothing of what strangers wrote may be obeyed.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir
from io import StringIO
from pathlib import Path

import pexpect

from search.render import renderers
from search.results import Results
from tests.conftest import ROOT
from tests.hardening.hostile import (
    ATTACKS,
    CANARY,
    EVERY_ATTACK,
    aliases,
    obeyed_in_pipe,
    obeyed_on_terminal,
    write,
)
from tests.search.shell.real_terminal import RealTerminal, shell_on

_SECONDS = 60
_COLUMNS = 80


class Press:
    """A folder with a hostile press and its index, and the commands that show it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write(folder / "presse")
        self.home = folder / ".manchette"
        (folder / "requetes.tsv").write_bytes(
            b"".join(
                f"{attack}\t{attack} port\n".encode("utf-8", "surrogatepass")
                for attack in (*ATTACKS, "a", "b")
            )
        )
        (folder / "requetes.csv").write_text(
            f"id,query\n{CANARY},port\n\x1b[31mx,Dakar {EVERY_ATTACK}\n", "utf-8"
        )
        self.piped("index", "presse", "--jobs", "1")
        (self.home / "aliases.txt").write_bytes(aliases())
        self.ids = [
            hit["id"]
            for hit in json.loads(self.piped("query", "*", "-n", "200", "--format", "json")[0])["hits"]
        ]

    def piped(self, *words: str) -> tuple[str, str]:
        """Return what a command writes to standard output and to standard error, both pipes."""
        done = subprocess.run(
            [sys.executable, "-m", "search", *map(_bytes, words)],
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
        return done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "surrogateescape")

    def shown(self, *words: str) -> str:
        """Return what a command writes to a terminal."""
        child = pexpect.spawn(
            sys.executable,
            ["-m", "search", *words],
            cwd=str(self.folder),
            env=_environment(),
            dimensions=(24, _COLUMNS),
            timeout=_SECONDS,
            encoding="utf-8",
            codec_errors="surrogateescape",
        )
        try:
            child.expect(pexpect.EOF)
            return str(child.before)
        finally:
            child.close(force=True)

    def commands(self) -> Iterator[tuple[str, ...]]:
        """Yield the words of each command."""
        typed = [attack.replace("\0", "") for attack in ATTACKS]
        every = EVERY_ATTACK.replace("\0", "")
        for format_ in renderers(Results):
            yield (
                "query",
                "port",
                "-n",
                "200",
                "--format",
                format_,
                "--facet",
                "person",
                "--facet",
                "source",
                "--facet",
                "place",
            )
        yield "query", "port", "--count"
        for attack in typed:
            yield "query", attack
        yield "query", f'"{every}'
        yield "query", f"person:{every}", "--explain"
        yield "query", "port", "--since", every
        yield "query", "port", "--facet", every
        yield "query", "port", "--format", every
        yield "query", "port", "-n", every
        for article_id in (*self.ids[:12], every):
            yield "show", article_id
            yield "show", "--raw", article_id
        for field in ("person", "org", "place", "source", "section", "author", "date", every):
            yield "facets", field
            yield "facets", field, "--format", "csv"
        for format_ in ("text", "json", "csv"):
            yield "entities", "list", "person", "org", "place", "-n", "200", "--format", format_
        for name in ("Dakar", f"Jean {CANARY}", every):
            yield "entities", "show", name
            yield "entities", "show", name, "--format", "json"
        yield "entities", "merge", "Dakar", every
        yield "entities", "drop", every
        for file in ("requetes.tsv", "requetes.csv", every):
            for format_ in ("jsonl", "csv", "trec"):
                yield "batch", file, "--format", format_
        yield ("status",)
        yield ("check",)
        yield "status", "-i", every
        yield (every,)
        yield "index", every
        yield "index", "presse", "--map", f"text={every}"
        yield "index", "presse", "--engine", every
        yield "index", "presse", "--json", "--jobs", "1"
        yield "index", "--rebuild", "--jobs", "2"


def obeyed(press: Press, commands: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """Yield a line for each command of which something is obeyed, or that ends with a traceback."""
    for words in commands:
        output, said = press.piped(*words)
        found = obeyed_in_pipe(output) or obeyed_in_pipe(said)
        if found or "Traceback" in said:
            yield f"{_shown(words)} in a pipe: {found or said[-300:]}"
        dressed = press.shown(*words)
        if (found := obeyed_on_terminal(dressed)) or "Traceback" in dressed:
            yield f"{_shown(words)} on a terminal: {found or dressed[-300:]}"


def obeyed_in_shell(press: Press) -> Iterator[str]:
    """Yield a line for each line of the shell of which something is obeyed."""
    pasted = [attack for attack in ATTACKS if "\x1b" not in attack]
    lines = ["port", "", "1", ":filter source:phare", "2", ":drop all", ":facets person", ":entities", ":entity Dakar", ":sort newest",
             ":help", *(f"\x1b[200~{attack} port\x1b[201~" for attack in pasted), "person:jean\t\t", f":filter {CANARY}", ":nope"]  # fmt: skip
    before = sorted(press.folder.iterdir())
    with chdir(press.folder), shell_on(press.home) as terminal:
        written = StringIO()
        terminal.child.logfile_read = written
        for line in lines:
            start = written.tell()
            terminal.enter(line)
            _rest(terminal)
            for key in (
                "q",
                "\x03",
            ):  # where the answer has the whole screen; Ctrl-C discards a key that is not read yet
                terminal.type(key)
                _rest(terminal)
            if found := obeyed_on_terminal(written.getvalue()[start:]):
                yield f"{line!r} in the shell: {found}"
        if CANARY in terminal.screen.title:
            yield "the title of the terminal was changed"
    if written_by_keys := sorted(set(press.folder.iterdir()) - set(before)):
        yield f"keys that were typed on the full screen wrote {written_by_keys}"


def _rest(terminal: RealTerminal) -> None:
    """Read until the screen rests."""
    before = None
    while before != terminal.text:
        before = terminal.text
        terminal.read()
        terminal.read()


def _environment() -> dict[str, str]:
    left = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "MANCHETTE_INDEX")}
    # A pager would wait for a key, and show the first page alone.
    return {**left, "PAGER": "cat", "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}


def _bytes(word: str) -> bytes:
    return word.encode("utf-8", "surrogateescape")


def _shown(words: Sequence[str]) -> str:
    return ascii(" ".join(words))[:120]


def main() -> int:
    """Make the press, show it, report."""
    defects = count = 0
    with tempfile.TemporaryDirectory() as temporary:
        press = Press(Path(temporary))
        commands = list(press.commands())
        for line in (*obeyed(press, iter(commands)), *obeyed_in_shell(press)):
            sys.stdout.write(f"{line}\n")
            defects += 1
        count = len(commands)
    sys.stdout.write(
        f"{count} commands, each in a pipe and on a terminal, and the shell: {defects} defects\n"
    )
    return bool(defects)


if __name__ == "__main__":
    sys.exit(main())
