"""Lucene with its own FrenchAnalyzer, one field, any of the words, BM25 with its defaults.

Java runs it, from `Lucene.java` beside this module.  `python -m tests.relevance.peers` fetches the jars, by Maven and once: no
measurement and no test fetches anything.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from corpus import Article
from tests.relevance.systems import Answer, text_of

VERSION = "9.12.3"
"""The last that Java 17 runs."""
SHA256 = {
    f"lucene-core-{VERSION}.jar": "b64a3f8098a7572034fb30085cdee01b34ec81fb0e5a31b471536af58dc6c01b",
    f"lucene-analysis-common-{VERSION}.jar": "fa571bd7caf0f0b4faf46a72ca004a7836f348c31d92bd522dddcc3d128d287e",
}
"""The jars, and what each must hold to be used."""
PROGRAM = Path(__file__).with_name("Lucene.java")


def missing() -> str:
    """Return what to install or to type to have Lucene, nothing where it is at hand."""
    if not shutil.which("javac"):
        return "Java is not installed: Lucene needs a JDK, of Java 11 or later"
    if not all((_cache() / jar).exists() for jar in SHA256):
        return f"Lucene is not in {_cache()}; type: python -m tests.relevance.peers"
    return ""


def build(articles: Iterable[Article], folder: Path) -> None:
    """Index the articles."""
    with _started("build", folder) as java:
        for article in articles:
            _pipe(java.stdin).write(f"{article.id}\t{_line(text_of(article))}\n")
        java.communicate()
    if java.returncode:
        raise subprocess.CalledProcessError(java.returncode, java.args)


def opened(folder: Path) -> Answer:
    """Open the index: the process of Java lives as long as the answer does."""
    java = _started("search", folder)
    asked, answers = _pipe(java.stdin), _pipe(java.stdout)

    def answer(text: str, limit: int) -> list[str]:
        asked.write(f"{limit}\t{_line(text)}\n")
        asked.flush()
        found = answers.readline()
        if not found:  # an answer without articles is an empty line
            raise subprocess.CalledProcessError(java.wait(), java.args)
        return found.split()

    weakref.finalize(answer, java.communicate)
    return answer


def fetch() -> None:
    """Fetch the jars by Maven; one that does not hold what it must is not kept.

    Raises:
        SystemExit: Maven is not installed, or a jar is not the one that was pinned.
    """
    maven = shutil.which("mvn")
    if maven is None:
        sys.exit("Maven is not installed: it fetches Lucene")
    _cache().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_cache()) as unchecked:
        for jar, sha256 in SHA256.items():
            artifact = f"org.apache.lucene:{jar.removesuffix(f'-{VERSION}.jar')}:{VERSION}"
            copy = ["dependency:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={unchecked}"]
            subprocess.run([maven, "--batch-mode", "--quiet", *copy], check=True)
            if hashlib.sha256((Path(unchecked) / jar).read_bytes()).hexdigest() != sha256:
                sys.exit(f"{jar} is not the one that was pinned: {sha256}")
        for jar in SHA256:
            (Path(unchecked) / jar).replace(_cache() / jar)


def _cache() -> Path:
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return caches / "manchette" / f"lucene-{VERSION}"


def _started(command: str, folder: Path) -> "subprocess.Popen[str]":
    jars = os.pathsep.join(str(_cache() / jar) for jar in SHA256)
    return subprocess.Popen(
        [shutil.which("java") or "java", "-cp", jars, str(PROGRAM), command, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # Lucene's advice on the Java that runs it
        encoding="utf-8",
    )


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


def _line(text: str) -> str:
    return " ".join(text.split())
