"""Whether the files of an engine are as the build left them: a disk or a copy may have changed a byte.

An engine reads some changed bytes without a complaint and answers otherwise, so `check` compares digests.
"""

import json
from hashlib import file_digest
from pathlib import Path

from index import layout


def seal(folder: Path) -> None:
    """Note the digest of every file of the engine of a generation; those that were not written since are not read.

    500 MB take half a second when all of them are new.  Files whose name begins with a dot are locks and notes
    of the engine to itself, which it may change when it changes nothing else.
    """
    known = _noted(folder)
    noted = {}
    for file in sorted(layout.engine(folder).glob("[!.]*")):
        status = file.stat()
        written = (status.st_size, status.st_mtime_ns)
        digest, *before = known.get(file.name, ("", 0, 0))
        noted[file.name] = (digest if tuple(before) == written else _digest(file), *written)
    layout.seal(folder).write_text(json.dumps(noted), "utf-8")


def broken(folder: Path) -> list[str]:
    """Return the names of the files of the engine that are not as they were sealed."""
    files = {file.name: file for file in layout.engine(folder).iterdir()}
    return [
        name
        for name, (digest, *_) in _noted(folder).items()
        if name not in files or _digest(files[name]) != digest
    ]


def _noted(folder: Path) -> dict[str, tuple[str, int, int]]:
    """Return the digest, the size and the time of change of each file that was sealed."""
    try:
        noted: dict[str, tuple[str, int, int]] = json.loads(layout.seal(folder).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return noted


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "blake2b").hexdigest()[:32]
