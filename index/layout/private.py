"""The home of an index is its owner's alone: it holds the texts of the articles, the names found in them, the lines typed."""

import os
from contextlib import suppress
from pathlib import Path

FILE_MODE = 0o600
"""The rights on a file: its owner alone reads and writes it."""

_FOLDER_MODE = 0o700


def opener(path: str, flags: int) -> int:
    """Open a file of the owner alone, as `open` asks for it."""
    return os.open(path, flags, FILE_MODE)


def keep(home: Path) -> None:
    """Take every right of others on a home, its folders and its files, whatever the umask; links are left alone.

    Only the owner of a file can do so, and some file systems have no rights: what cannot be changed stays.
    """
    _restrict(home)
    for folder, folders, files in os.walk(home):
        for name in (*folders, *files):
            _restrict(Path(folder, name))


def _restrict(path: Path) -> None:
    if path.is_symlink():
        return
    mode = _FOLDER_MODE if path.is_dir() else FILE_MODE
    with suppress(PermissionError, FileNotFoundError):
        if path.stat().st_mode & 0o777 != mode:
            path.chmod(mode)
