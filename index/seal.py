"""Whether the files of an engine are as the build left them: a disk or a copy may have changed a byte.

An engine reads some changed bytes without a complaint and answers otherwise, so `check` compares digests.
"""

import json
from hashlib import file_digest
from pathlib import Path

NAME = "seal.json"


def seal(folder: Path) -> None:
    """Note the digest of every file of the engine of a generation; files it knows by name and size are not read.

    Engines write files once: 500 MB take half a second when all of them are new.
    """
    known = _noted(folder)
    noted = {}
    for file in sorted((folder / "engine").iterdir()):
        size = file.stat().st_size
        noted[file.name] = (
            known[file.name] if known.get(file.name, ("", -1))[1] == size else (_digest(file), size)
        )
    (folder / NAME).write_text(json.dumps(noted), "utf-8")


def broken(folder: Path) -> list[str]:
    """Return the names of the files of the engine that are not as they were sealed."""
    files = {file.name: file for file in (folder / "engine").iterdir()}
    return [
        name
        for name, (digest, _) in _noted(folder).items()
        if name not in files or _digest(files[name]) != digest
    ]


def _noted(folder: Path) -> dict[str, tuple[str, int]]:
    try:
        noted: dict[str, tuple[str, int]] = json.loads((folder / NAME).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return noted


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "blake2b").hexdigest()[:32]
