"""Which Java runs the nodes: one of version 21 or newer, with its compiler."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MIN_VERSION = 21
"""What OpenSearch 3 is compiled for."""

INSTALLED = Path("/usr/lib/jvm")
"""Where the packages of a Linux distribution put each Java."""

NAMED_BY = ("OPENSEARCH_JAVA_HOME", "JAVA_HOME")
"""The variables that name a Java; the first is that of OpenSearch itself."""


class UnavailableError(Exception):
    """Something that a node needs is not on this machine; the text says what, and what to do."""


@dataclass(frozen=True)
class Java:
    """A Java on this machine."""

    home: Path
    version: int

    def tool(self, name: str) -> str:
        """Return the path of one of its programs."""
        return str(self.home / "bin" / name)


def find(environment: Mapping[str, str] = os.environ, installed: Path = INSTALLED) -> Java:
    """Return the Java that is named, else the newest that is installed.

    Raises:
        UnavailableError: none is new enough.
    """
    named = [Path(environment[name]) for name in NAMED_BY if environment.get(name)]
    newest = sorted(_javas(installed.glob("*")), key=lambda java: java.version, reverse=True)
    for java in (*_javas(iter(named)), *newest):
        if java.version >= MIN_VERSION:
            return java
    raise UnavailableError(f"no Java {MIN_VERSION} or newer (a JDK): set {NAMED_BY[0]} to the folder of one")


def _javas(homes: Iterator[Path]) -> Iterator[Java]:
    """Yield the Javas of these folders, without those that have no compiler; each says its version in `release`."""
    for home in homes:
        if (home / "bin" / "javac").exists() and (release := home / "release").is_file():
            version = re.search(r'^JAVA_VERSION="(\d+)', release.read_text("utf-8"), re.MULTILINE)
            if version:
                yield Java(home, int(version[1]))
