"""The jars of a node: those of the server, which Maven brings once for all runs, and that of the launcher.

They stand in `~/.cache/manchette-opensearch`, in a folder per POM, launcher and Java, of 126 MB, or 195 with security; CI can keep
that folder.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from zipfile import ZipFile

from index.layout import locking
from tests.support.opensearch.java import Java, UnavailableError

LAUNCHER = Path(__file__).parent / "launcher"
"""The folder of what is ours: the POMs, the class that starts a node, what a node logs, and its users."""

MAX_MAVEN_SECONDS = 240
"""How long Maven may take: 60 MB took 45 s; the rest is for slow networks."""

_IMPATIENT = ("-Daether.connector.connectTimeout=5000", "-Dmaven.wagon.http.connectionTimeout=5000")
"""A network that does not answer is given up after 5 s, not 10; the first name is that of Maven 3.9, the second of 3.8."""


_MODULES = (
    "org.opensearch.transport.Netty4ModulePlugin",
    "org.opensearch.analysis.common.CommonAnalysisModulePlugin",
)


@dataclass(frozen=True)
class Distribution:
    """A server: its POM, the classes of its plugins, and the settings that go with them."""

    pom: str
    plugins: tuple[str, ...]
    settings: tuple[str, ...] = ()


PLAIN = Distribution("plain.xml", _MODULES, ("http.type=netty4", "transport.type=netty4"))
SECURED = Distribution("secured.xml", (*_MODULES, "org.opensearch.security.OpenSearchSecurityPlugin"))


def cache() -> Path:
    """Return the folder that keeps the jars."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "manchette-opensearch"


def resolve(java: Java, kept: Path, distribution: Distribution = PLAIN) -> Path:
    """Return the folder of the jars; they are made beside it, and put in place by one rename.

    The launcher is a jar as well: Java keeps no archive of classes where a folder is on the class path, and starts in
    40 s instead of 7.

    Raises:
        UnavailableError: there is no Maven here, or it could not have the jars.
    """
    sources = b"".join((LAUNCHER / name).read_bytes() for name in (distribution.pom, "OpenSearchNode.java"))
    jars = kept / blake2b(sources + str(java.version).encode(), digest_size=6).hexdigest()
    kept.mkdir(parents=True, exist_ok=True)
    with locking.held(kept / "lock", 2 * MAX_MAVEN_SECONDS):
        if not jars.exists():
            fresh = jars.with_suffix(".new")
            shutil.rmtree(fresh, ignore_errors=True)
            _bring(java, fresh, distribution.pom)
            _unpack(fresh)
            _compile(java, fresh)
            fresh.rename(jars)
    return jars


def _bring(java: Java, folder: Path, pom: str) -> None:
    maven = shutil.which("mvn")
    if not maven:
        raise UnavailableError(
            "the jars of OpenSearch are not in the cache, and there is no Maven: install mvn"
        )
    copy = [f"-DoutputDirectory={folder}", "-DincludeScope=runtime", "dependency:copy-dependencies"]
    _run([maven, "-q", "-B", "-Dstyle.color=never", *_IMPATIENT, "-f", str(LAUNCHER / pom), *copy], java)


def _unpack(folder: Path) -> None:
    """Put the jars of plugins beside those of the server, and what configures them in the folder `config`."""
    for path in folder.glob("*.zip"):
        with ZipFile(path) as packed:
            for name in packed.namelist():
                if name.startswith("config/") or (name.endswith(".jar") and not (folder / name).exists()):
                    packed.extract(name, folder)
        path.unlink()


def _compile(java: Java, folder: Path) -> None:
    classes = folder / "classes"
    source = str(LAUNCHER / "OpenSearchNode.java")
    _run([java.tool("javac"), "-cp", f"{folder}/*", "-d", str(classes), source], java)
    _run([java.tool("jar"), "-c", "-f", str(folder / "node.jar"), "-C", str(classes), "."], java)
    shutil.rmtree(classes)


def _run(command: list[str], java: Java) -> None:
    name = Path(command[0]).name
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "JAVA_HOME": str(java.home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=MAX_MAVEN_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnavailableError(
            f"the jars of OpenSearch are not there: {name} took more than {MAX_MAVEN_SECONDS} s"
        ) from None
    if done.returncode:
        said = next(iter((done.stdout + done.stderr).splitlines()), "").removeprefix("[ERROR] ")
        raise UnavailableError(f"the jars of OpenSearch are not there: {name} failed: {said[:120]}")
