"""A text file that a person edits and commands change: read line by line, replaced whole, its state before kept for `undo`."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from stat import S_ISREG

from corpus.expression import expression
from corpus.message import message
from index.errors import IndexFailure
from index.layout import durable

FOREIGN = expression("[\udc80-\udcff]")
"""The characters that stand for bytes that are not UTF-8."""

_BREAK = expression(r"\r\n?|\n")


def read(file: Path, max_bytes: int) -> list[str]:
    """Return the lines of a file; there are none if there is no file.

    Bytes that are not UTF-8 become characters of `FOREIGN`, and are written back as they were.

    Raises:
        IndexFailure: what has this name is no file, or longer than `max_bytes`.
    """
    try:
        status = file.stat()
    except FileNotFoundError:
        return []
    if not S_ISREG(status.st_mode) or status.st_size > max_bytes:
        mend = message("mend.move_away")
        raise IndexFailure("index.unfit_text", path=str(file), most=max_bytes >> 20, mend=mend)
    data = file.read_bytes()
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # some editors call it Unicode
        return lines(data.decode("utf-16", "replace"))
    return lines(data.decode("utf-8-sig", "surrogateescape"))


def lines(text: str) -> list[str]:
    r"""Return the lines of a text, whatever the system that wrote it; the line break at its end makes no line.

    >>> lines("a\r\nb\n"), lines("a\n\n"), lines("")
    (['a', 'b'], ['a', ''], [])
    """
    split = _BREAK.split(text)
    return split if split[-1] else split[:-1]


def one_line(text: str) -> str:
    r"""Return a text as a line of such a file has it: without line breaks and without what an editor does not show.

    >>> one_line(" proc\u00ads\x1b\n d’assises ")
    'procs d’assises'
    """
    return " ".join("".join(char for char in text if char.isprintable() or char.isspace()).split())


def replace(file: Path, text: str, heading: str) -> None:
    """Replace a file by one rename; the file before is kept for `undo`.

    A new file begins with the heading, which is all that an undo leaves of it.
    """
    written = text.encode("utf-8", "surrogateescape")
    if file.exists():
        before = file.read_bytes()
    else:
        before = heading.encode()
        written = before + written
    durable.write(before_of(file), before)
    durable.write(file, written)


def undo(file: Path) -> bool:
    """Make the file what it was before the last `replace` or `undo`; return whether there was such a file."""
    before = before_of(file)
    if not before.exists():
        return False
    undone = file.read_bytes() if file.exists() else b""
    durable.write(file, before.read_bytes())
    durable.write(before, undone)
    return True


def before_of(file: Path) -> Path:
    """Return the path of the copy that `undo` restores; it is written at each change."""
    return file.with_suffix(f".before{file.suffix}")
