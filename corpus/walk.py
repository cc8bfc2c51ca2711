"""The files below the folders that a person names, in an order that never changes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.article import Rejected
from corpus.errors import PathNotFound, system_cause
from corpus.message import message

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".php")
_FOLDER_ENDINGS = ("_files", "_fichiers", "-Dateien", "_archivos", "_file", "_bestanden")
"""What browsers add to the name of a page for the folder of its pictures and scripts, by their language."""
_RESOURCES = frozenset(
    """.avif .bmp .css .cur .eot .gif .ico .jp2 .jpeg .jpg .js .map .mjs .mov .mp3 .mp4 .msf .ogg .otf .png .svg .tif .tiff .ttf
    .wav .webm .webp .woff .woff2""".split()
)
"""The suffixes of pictures, styles, scripts, fonts, recordings and indexes of mail, which are no articles and lie beside them."""
_OF_PROGRAMS = frozenset(("desktop.ini", "thumbs.db", "ehthumbs.db"))
"""Files that Windows leaves in a folder, in small letters."""
_LOCK = "~$"
"""What the names of the files begin with that Word, Excel and PowerPoint write beside a document while it is open."""


def walk(roots: Iterable[Path]) -> Iterator[Path | Rejected]:
    """Yield every file below `roots` (a root may be a file), by name within a folder.

    A folder that cannot be read is yielded as Rejected.  Names that begin with a dot are skipped, unless they are
    roots.  The folder of a saved page (`port_files` beside `port.html`), and pictures, styles, scripts, fonts and files
    that programs leave behind elsewhere, are passed over, unless they are roots: one Rejected at the end counts them, under the
    name of the first.  Links are followed, and a file or a folder that can be reached twice is yielded once: loops end, and
    overlapping roots repeat nothing.

    Raises:
        PathNotFound: at the call, before anything is read, a root does not exist.
    """
    pending = list(roots)
    for root in pending:
        if not root.exists():
            raise PathNotFound("reading.path_not_found", path=str(root))
    pending.reverse()
    return _below(pending)


def _below(pending: list[Path]) -> Iterator[Path | Rejected]:
    """Yield the files below `pending`, the last path first; without recursion, for folders nest deeper than calls."""
    seen: set[tuple[int, int]] = set()
    roots = set(pending)
    passed: list[Path] = []
    while pending:
        path = pending.pop()
        try:
            status = path.stat()
        except OSError:  # a broken link: `read` rejects it
            yield path
            continue
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            continue
        seen.add(identity)
        if not path.is_dir():
            if path not in roots and _is_resource(path):
                passed.append(path)
            else:
                yield path
            continue
        if path not in roots and _is_of_page(path):
            passed += (file for file in sorted(path.rglob("*")) if file.is_file())
            continue
        try:
            inside = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield Rejected(str(path), message("reading.folder", cause=system_cause(error)))
            continue
        pending.extend(entry for entry in inside if not entry.name.startswith("."))
    if passed:
        yield Rejected(str(passed[0]), message("reading.resources", count=len(passed)))


def _is_resource(path: Path) -> bool:
    """Return whether a file is no article by its name: a picture, a style, a script, or what a program left behind."""
    return path.suffix.lower() in _RESOURCES or is_of_program(path.name)


def is_of_program(name: str) -> bool:
    """Return whether the name of a file is one that Windows or Office gives to what it leaves behind.

    >>> is_of_program("Thumbs.db"), is_of_program("~$port.docx"), is_of_program("port.docx")
    (True, True, False)
    """
    return name.lower() in _OF_PROGRAMS or name.startswith(_LOCK)


def pages_beside(folder: str) -> list[str]:
    """Return the names of which one is that of a saved page if the folder of this name holds its pictures and scripts.

    >>> pages_beside("port_fichiers")[0], pages_beside("presse")
    ('port.html', [])
    """
    ending = next((ending for ending in _FOLDER_ENDINGS if folder.endswith(ending)), "")
    page = folder.removesuffix(ending)
    return [f"{page}{suffix}" for suffix in _PAGES] if ending and page else []


def _is_of_page(folder: Path) -> bool:
    """Return whether a folder holds the pictures and scripts of a page that a browser saved beside it."""
    return any((folder.parent / page).exists() for page in pages_beside(folder.name))
