"""What a person decided about names, in a text file beside the index: `.manchette/aliases.txt`.

    # merged: Nations unies is the name to show
    Nations unies = ONU | Organisation des Nations unies
    org:Femen = place:Femen
    # dropped from the facets and filters
    !Lire
    # an entity of its own, whatever the corpus makes of it
    person:Lou

A name may say its field; one that says none means persons, organisations and places alike.  The last line
about a name holds.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from index import layout
from index.document import whole
from index.fields import BY_NAME, VALUES

ENTITIES = ("person", "org", "place")
"""The fields whose values are found in the text of the articles."""

_BREAK = re.compile(r"\r\n?|\n")
_FOREIGN = re.compile("[\udc80-\udcff]")
"""What bytes that are not UTF-8 are read as."""

_HEADING = (
    "# Names that are one: shown name = other name | other name",
    "# Names to leave out: !name      Names that stand alone: name",
)


class NameKey(NamedTuple):
    """A name however it is spelt: its field, and its one term."""

    field: str
    term: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a person writes it; `field` is "" where none is told.

    >>> str(Name("place", "Rabat")), Name.read("lieu:Rabat"), Name.read("Star Wars: Rogue One").field
    ('place:Rabat', Name(field='place', text='Rabat'), '')
    """

    field: str
    text: str

    @classmethod
    def read(cls, written: str) -> "Name":
        """Return the name of `place:Rabat` or `Rabat`."""
        prefix, colon, rest = written.partition(":")
        field = BY_NAME.get(prefix.strip().lower())
        if colon and field in VALUES:
            return cls(field.name, rest.strip())
        return cls("", written.strip())

    def __str__(self) -> str:
        return f"{self.field}:{self.text}" if self.field else self.text

    @property
    def meanings(self) -> tuple[NameKey, ...]:
        """Return what the name means in each of its fields."""
        return tuple(
            NameKey(field, whole(self.text)) for field in ((self.field,) if self.field else ENTITIES)
        )

    def means(self, other: "Name") -> bool:
        """Return whether a field has both names for one."""
        return not set(self.meanings).isdisjoint(other.meanings)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: `name`, with the `variants` that are merged into it, or `dropped`."""

    name: Name
    variants: tuple[Name, ...] = ()
    dropped: bool = False

    def drops(self, name: Name) -> bool:
        """Return whether the line drops a name."""
        return self.dropped and self.name.means(name)

    def __str__(self) -> str:
        if self.dropped:
            return f"!{self.name}"
        return f"{self.name} = {' | '.join(map(str, self.variants))}" if self.variants else str(self.name)


@dataclass(frozen=True, slots=True)
class Aliases:
    """The lines of the file; a comment, a blank or what is no rule is a string, and stays as it is."""

    lines: tuple[Rule | str, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in order."""
        return tuple(line for line in self.lines if isinstance(line, Rule))

    @property
    def unread(self) -> tuple[str, ...]:
        """The lines that are neither rule, comment nor blank."""
        return tuple(
            line for line in self.lines if isinstance(line, str) and line.strip() and not _is_comment(line)
        )

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)

    def merge(self, name: Name, variants: Sequence[Name]) -> "Aliases":
        """Return the lines with these variants merged into a name, and what was merged into them before.

        >>> print(parse("Nations unies = ONU").merge(Name("", "Nations unies"), [Name("", "UN")]), end="")
        Nations unies = ONU | UN
        """
        taken = (name, *variants)
        moved: list[Name] = []
        kept: list[Rule | str] = []
        for line in self.lines:
            if not isinstance(line, Rule):
                kept.append(line)
            elif any(map(line.drops, taken)):
                continue
            elif not line.dropped and any(map(line.name.means, taken)):
                moved += line.variants
            else:
                rest = tuple(variant for variant in line.variants if not any(map(variant.means, taken)))
                if rest or not line.variants:
                    kept.append(replace(line, variants=rest))
        others = dict.fromkeys(one for one in (*moved, *variants) if one.meanings != name.meanings)
        return Aliases((*kept, Rule(name, tuple(others))))

    def drop(self, name: Name) -> "Aliases":
        """Return the lines with a name dropped, and all that is merged into it."""
        kept = tuple(line for line in self.lines if not (isinstance(line, Rule) and line.drops(name)))
        return Aliases((*kept, Rule(name, dropped=True)))

    def split(self, name: Name) -> "Aliases":
        """Return the lines with a name that stands alone: not dropped, else not merged, else with none merged into it.

        >>> print(parse("Nations unies = ONU | UN").split(Name("", "UN")), end="")
        Nations unies = ONU
        """
        standing = [line for line in self.lines if not (isinstance(line, Rule) and line.drops(name))]
        if len(standing) < len(self.lines):
            return Aliases(tuple(standing))
        kept: list[Rule | str] = []
        for line in self.lines:
            if isinstance(line, Rule) and line.variants:
                rest = tuple(variant for variant in line.variants if not variant.means(name))
                if line.name.means(name) or not rest:
                    continue
                kept.append(replace(line, variants=rest))
            else:
                kept.append(line)
        if kept != list(self.lines):
            return Aliases(tuple(kept))
        return Aliases((*kept, Rule(name)))


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def parse(text: str) -> Aliases:
    """Return the aliases of the text of a file; a line that is no rule is left as it is, and does nothing."""
    lines = _BREAK.split(text)
    return Aliases(tuple(map(_line, lines if lines[-1] else lines[:-1])))


def _line(line: str) -> Rule | str:
    bare = line.strip()
    if not bare or _is_comment(bare) or _FOREIGN.search(bare):
        return line
    dropped = bare.startswith("!")
    shown, _, others = bare.removeprefix("!").partition("=")
    name = Name.read(shown)
    variants = tuple(filter(_is_name, map(Name.read, others.split("|")))) if not dropped else ()
    return Rule(name, variants, dropped=dropped) if _is_name(name) and not (dropped and others) else line


def _is_name(name: Name) -> bool:
    return whole(name.text) != whole("")


def read(home: Path) -> Aliases:
    """Return the aliases of the index of a `.manchette` folder; none where there is no file.

    A line that is not UTF-8 is no rule; its bytes stay as they are when the file is saved.
    """
    try:
        data = layout.aliases(home).read_bytes()
    except FileNotFoundError:
        return Aliases()
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # an editor's "Unicode"
        return parse(data.decode("utf-16", "replace"))
    return parse(data.decode("utf-8-sig", "surrogateescape"))


def save(home: Path, aliases: Aliases) -> None:
    """Replace the file, at once or not at all; what it was is kept for `undo`."""
    file = layout.aliases(home)
    before = file.read_bytes() if file.exists() else "".join(f"{line}\n" for line in _HEADING).encode()
    headed = aliases if file.exists() else Aliases((*_HEADING, *aliases.lines))
    _write(_before(file), before)
    _write(file, str(headed).encode("utf-8", "surrogateescape"))


def undo(home: Path) -> bool:
    """Make the file what it was before it was last saved or undone; tell whether it ever was."""
    file = layout.aliases(home)
    before = _before(file)
    if not before.exists():
        return False
    taken_back = file.read_bytes() if file.exists() else b""
    _write(file, before.read_bytes())
    _write(before, taken_back)
    return True


def _before(file: Path) -> Path:
    """Return the file as it was before the last change."""
    return file.with_suffix(f".before{file.suffix}")


def _write(file: Path, data: bytes) -> None:
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_bytes(data)
    fresh.replace(file)
