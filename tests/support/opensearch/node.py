"""A node: a process of its own on a free port, with its data, its log and its leash in a folder."""

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.support.opensearch import leash
from tests.support.opensearch.jars import LAUNCHER
from tests.support.opensearch.java import Java

MAX_END_SECONDS = 60
"""How long a node may take to end: it closes its indices in 1 s; the first one then writes the archive of its classes."""


@dataclass(frozen=True)
class Node:
    """A node that may or may not run; its folder holds what survives it."""

    name: str
    port: int
    folder: str
    command: tuple[str, ...]

    @property
    def url(self) -> str:
        """Return where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def leash(self) -> Path:
        """Return what keeps it alive."""
        return Path(self.folder) / "leash"

    @property
    def log(self) -> Path:
        """Return what it says of itself."""
        return Path(self.folder) / "log"

    @property
    def runs(self) -> bool:
        """Return whether its process is there; it may not yet answer."""
        return leash.is_read(self.leash)

    @property
    def pid(self) -> int:
        """Return the number of its last process."""
        return int((Path(self.folder) / "pid").read_text("ascii"))

    def launch(self, *, alone: bool = False) -> int:
        """Start its process, and return the end of its leash that keeps it; `alone`, the node itself holds one for good.

        `posix_spawn` and not `subprocess`, which warns where it is not waited for a process: the node outlives those who
        ask for it.
        """
        folder = Path(self.folder)
        for part in ("home/config", "scratch"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        leash.make(self.leash)
        log = (os.POSIX_SPAWN_OPEN, 1, str(self.log), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with leash.reading(self.leash) as reader:
            held = leash.take(self.leash)
            os.set_inheritable(held, alone)
            actions = [(os.POSIX_SPAWN_DUP2, reader, 0), log, (os.POSIX_SPAWN_DUP2, 1, 2)]
            pid = os.posix_spawn(self.command[0], self.command, os.environ, file_actions=actions, setpgroup=0)
            os.set_inheritable(held, False)
        (folder / "pid").write_text(str(pid), "ascii")
        return held

    def kill(self) -> None:
        """End it as a power cut would, and wait until it is gone."""
        if self.runs:
            os.kill(self.pid, signal.SIGKILL)
        self.wait_gone()

    def end(self) -> None:
        """Have it close its indices and end; kill it where that takes too long."""
        leash.end(self.leash)
        if not self.wait_gone():
            self.kill()

    def wait_gone(self) -> bool:
        """Wait until its process is gone; return whether it is."""
        until = time.monotonic() + MAX_END_SECONDS
        while (runs := self.runs) and time.monotonic() < until:
            time.sleep(0.05)
        if not runs:
            with suppress(ChildProcessError, FileNotFoundError):  # another process started it
                os.waitpid(self.pid, 0)
        return not runs


_BRIEF = ("-XX:TieredStopAtLevel=1",)
"""What suits a life of minutes: the quick compiler alone, 20 s of a processor where both take 33 (60 small indices)."""


def command(
    java: Java, jars: Path, *, heap: str, arguments: list[str], folder: Path, brief: bool
) -> tuple[str, ...]:
    """Return what starts a node: `arguments` are the plugins and settings of the server, `brief` is a node of tests, not of measurements."""
    return (
        java.tool("java"),
        f"-Xms{heap}",
        f"-Xmx{heap}",
        *(_BRIEF if brief else ()),
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:+AutoCreateSharedArchive",  # classes as they are in memory: written by the first node that ends
        f"-XX:SharedArchiveFile={jars}/classes.jsa",
        "-Xlog:cds=off",
        "-Xlog:aot=off",
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        f"-Djava.io.tmpdir={folder}/scratch",
        f"-Dlog4j2.configurationFile={LAUNCHER}/log4j2.properties",
        "-cp",
        f"{jars}/*",
        "OpenSearchNode",
        *arguments,
    )
