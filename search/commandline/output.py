"""The file or folder that a command writes for a person: whole at the end, or not there at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.errors import system_cause
from corpus.message import message
from search.errors import SearchError


@contextmanager
def fresh(path: Path, *, is_folder: bool = False, force: bool = False) -> Iterator[Path]:
    """Give a path beside another one to write to; at the end, what was written there takes the name of the other path.

    Where the writing fails or is interrupted, nothing is left.  A file is replaced by `force` alone, and a folder that
    holds something never is.  What is no file (a pipe, a device) is written to as it is.

    Raises:
        SearchError: there is a file of this name, or the system refuses to write.
    """
    _check(path, is_folder=is_folder, force=force)
    if path.exists() and not path.is_file() and not path.is_dir():
        with _said_of(path):
            yield path
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _said_of(path):
        try:
            if is_folder:
                beside.mkdir()
            yield beside
            beside.replace(path)
        except BaseException:
            _remove(beside)
            raise


def _check(path: Path, *, is_folder: bool, force: bool) -> None:
    if path.is_dir() and not (is_folder and not any(path.iterdir())):
        raise SearchError("export.folder_exists", path=str(path), mend=message("export.other_name"))
    if path.is_file() and (is_folder or not force):
        raise SearchError("export.file_exists", path=str(path), mend=message("export.force"))
    if not path.parent.is_dir():
        raise SearchError(
            "error.system",
            path=str(path.parent),
            cause=message("error.no_such_file"),
            mend=message("export.make_folder"),
        )


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Raise an error of the system as one of the path, whichever file it is about: the disk is full, the folder is closed."""
    try:
        yield
    except OSError as error:
        raise SearchError("error.system", path=str(path), cause=system_cause(error)) from error


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
