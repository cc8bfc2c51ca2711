"""The seal of an engine: the digests of its files, by which `check` finds a byte that a disk or a copy has changed.

An engine reads some changed bytes without an error, and gives another answer.
"""

import json
from hashlib import file_digest
from pathlib import Path

from index import layout


def seal(folder: Path) -> None:
    """Note the digest of every file of the engine of a generation; a file not written since it was sealed is not read.

    500 MB of new files take half a second.  A file whose name begins with a dot is left out: it is a lock or a note of
    the engine, which the engine may change when it changes nothing else.
    """
    sealed = _noted(folder)
    noted = {}
    for file in sorted(layout.engine(folder).glob("[!.]*")):
        status = file.stat()
        written = (status.st_size, status.st_mtime_ns)
        digest, *sealed_at = sealed.get(file.name, ("", 0, 0))
        noted[file.name] = (digest if tuple(sealed_at) == written else _digest(file), *written)
    layout.seal(folder).write_text(json.dumps(noted), "utf-8")


def broken(folder: Path) -> list[str]:
    """Return the names of the files that are missing or have changed since the engine was sealed."""
    files = {file.name: file for file in layout.engine(folder).iterdir()}
    return [
        name
        for name, (digest, *_) in _noted(folder).items()
        if name not in files or _digest(files[name]) != digest
    ]


def _noted(folder: Path) -> dict[str, tuple[str, int, int]]:
    """Return the digest, the size and the time of change of each sealed file, by its name."""
    try:
        noted: dict[str, tuple[str, int, int]] = json.loads(layout.seal(folder).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return noted


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "blake2b").hexdigest()[:32]
