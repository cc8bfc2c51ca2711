"""The notes and tags of a person, in a text file beside the index: `.manchette/notes.txt`.

    ## dep-2025-0303  2025-03-03  La Dépêche du fleuve  Le marché couvert rouvre
    tags: procès, à citer
    Vérifier le nom de l’adjoint.

A line `##` begins an article: its id, then what helps a person to recognise it.  `tags:` has its tags between commas; the
other lines are its note.  The commands `note`, `tag` and `undo` write to the file, and leave the other lines as they are.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from corpus import Article
from corpus.records import record, replace
from index import layout
from index.document import whole
from index.fields import TAG
from index.layout import edited
from search.messages import say
from search.planning.kept import NOTHING_KEPT, Kept

_MAX_BYTES = 16 << 20
"""Bytes of the file, above which it is refused: 100,000 articles with a tag and a note."""

_BEGINNING = re.compile(r"##(?:\s+(\S*).*)?", re.DOTALL)
_TAGS = re.compile(r"(?:tags?|étiquettes?)\s*:(.*)", re.IGNORECASE | re.DOTALL)
_BETWEEN_TAGS = re.compile("[,;]")
_NO_WORD = whole("")


@record
class Block:
    """The lines of the file about an article; `id` is "" where the first line has none."""

    id: str
    lines: tuple[str, ...]

    @property
    def kept(self) -> Kept:
        """The tags, each once whatever its spelling, and the lines of the note."""
        tags: dict[str, str] = {}
        notes = []
        for line in self.lines:
            if _BEGINNING.fullmatch(line):
                continue
            shown = edited.FOREIGN.sub("\ufffd", line).strip()
            if _TAGS.match(line):
                for tag in tags_of(shown):
                    tags.setdefault(whole(tag), tag)
            elif shown:
                notes.append(shown)
        return Kept(tuple(tags.values()), tuple(notes))

    def tagged(self, added: Sequence[str], dropped: Sequence[str]) -> "Block":
        """Return the block with some tags more, and some less; a line of tags that is left without one goes."""
        gone = {whole(tag) for tag in dropped}
        known = {whole(tag) for tag in self.kept.tags}
        more = [tag for tag in added if whole(tag) not in known]
        if not more and not gone & known:
            return self
        first, *rest = self.lines
        lines: list[str] = []
        for line in rest:
            tags = tags_of(line) if _TAGS.match(line) else None
            if tags is None or (not more and not gone.intersection(map(whole, tags))):
                lines.append(line)
                continue
            tags = [*(tag for tag in tags if whole(tag) not in gone), *more]
            more = []
            lines += [_tags_line(tags)] if tags else []
        return replace(self, lines=(first, *([_tags_line(more)] if more else []), *lines))

    def noted(self, text: str) -> "Block":
        """Return the block with a line more, which no reader takes for an article or for tags."""
        *lines, last = self.lines
        behind = []
        while lines and not last.strip():
            behind.append(last)
            *lines, last = lines
        is_plain = not _BEGINNING.fullmatch(text) and not _TAGS.match(text)
        return replace(self, lines=(*lines, last, text if is_plain else f" {text}", *behind))

    @property
    def is_bare(self) -> bool:
        """Whether the block has no line but its first."""
        return not any(line.strip() for line in self.lines[1:])


@record
class NotesFile:
    """The lines above the first article, and the block of each article; a line that is not edited stays as it is."""

    above: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield from self.above
        for block in self.blocks:
            yield from block.lines

    @property
    def unread(self) -> tuple[str, ...]:
        """The lines that belong to no article: they have no effect."""
        above = [line for line in self.above if line.strip() and not line.lstrip().startswith("#")]
        return (
            *above,
            *(line for block in self.blocks if not block.id for line in block.lines if line.strip()),
        )

    @cached_property
    def _lines_by_id(self) -> Mapping[str, Sequence[str]]:
        """The lines about each article; the blocks of an article are read as one."""
        lines: defaultdict[str, list[str]] = defaultdict(list)
        for block in self.blocks:
            lines[block.id] += block.lines
        lines.pop("", None)
        return lines

    def of(self, article_id: str) -> Kept:
        """Return what is kept about an article: a page asks for ten of thousands."""
        lines = self._lines_by_id.get(article_id)
        return Block(article_id, tuple(lines)).kept if lines else NOTHING_KEPT

    @cached_property
    def kept(self) -> Mapping[str, Kept]:
        """What is kept about each article, by its id."""
        return {article_id: self.of(article_id) for article_id in self._lines_by_id}

    @cached_property
    def tags(self) -> Mapping[str, frozenset[str]]:
        """Each tag, as it is first written, with the ids of its articles."""
        spellings: dict[str, str] = {}
        ids: defaultdict[str, set[str]] = defaultdict(set)
        for article_id, kept in self.kept.items():
            for tag in kept.tags:
                ids[spellings.setdefault(whole(tag), tag)].add(article_id)
        return {tag: frozenset(found) for tag, found in ids.items()}

    @cached_property
    def notes(self) -> Mapping[str, frozenset[str]]:
        """The whole note of each article, with the ids of the articles that have this note."""
        ids: defaultdict[str, set[str]] = defaultdict(set)
        for article_id, kept in self.kept.items():
            if kept.notes:
                ids["\n".join(kept.notes)].add(article_id)
        return {note: frozenset(found) for note, found in ids.items()}

    def texts(self, field: str) -> Mapping[str, frozenset[str]]:
        """Return the tags or the notes, with the ids of their articles."""
        return self.tags if field == TAG.name else self.notes

    def edited(self, articles: Iterable[Article], edit: Callable[[Block], Block]) -> "NotesFile":
        """Return the file with the block of each article edited; a new block comes last, one left bare goes.

        Where an article has several blocks, the first takes the lines of the others.
        """
        wanted = {article.id: article for article in articles}
        own: defaultdict[str, list[str]] = defaultdict(list)
        for block in self.blocks:
            own[block.id] += block.lines[1:]
        blocks: list[Block] = []
        for block in self.blocks:
            if block.id not in wanted:
                blocks.append(block)
            elif block.id in own:
                after = edit(replace(block, lines=(block.lines[0], *own.pop(block.id))))
                blocks += [] if after.is_bare else [after]
        begun = {block.id for block in self.blocks}
        for article_id in (one for one in wanted if one not in begun):
            new = edit(Block(article_id, (_beginning(wanted[article_id]),)))
            if not new.is_bare:
                _part(blocks)
                blocks.append(new)
        return replace(self, blocks=tuple(blocks))


def _part(blocks: list[Block]) -> None:
    """Leave a blank line below the last block."""
    if blocks and blocks[-1].lines[-1].strip():
        blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, ""))


def _beginning(article: Article) -> str:
    day = article.date.isoformat() if article.date else ""
    known = map(edited.one_line, (article.id, day, article.source, article.title))
    return f"## {'  '.join(filter(None, known))}"


def _tags_line(tags: Sequence[str]) -> str:
    return f"tags: {', '.join(tags)}"


def tags_of(line: str) -> list[str]:
    """Return the tags of a line, or of what a person types: between commas.

    >>> tags_of("tags: procès, à citer"), tags_of("à  citer;;")
    (['procès', 'à citer'], ['à citer'])
    """
    named = _TAGS.match(line)
    written = _BETWEEN_TAGS.split(named[1] if named else line)
    return [tag for text in written if (tag := edited.one_line(text))]


def is_tag(tag: str) -> bool:
    """Return whether a tag has a word by which it can be found."""
    return whole(tag) != _NO_WORD


def parse(lines: Iterable[str]) -> NotesFile:
    """Return the notes of the lines of a file."""
    above: list[str] = []
    blocks: list[Block] = []
    begun: list[str] | None = None
    for line in lines:
        if _BEGINNING.fullmatch(line):
            blocks += [_block(begun)] if begun else []
            begun = [line]
        else:
            (above if begun is None else begun).append(line)
    return NotesFile(tuple(above), (*blocks, _block(begun)) if begun else ())


def _block(lines: Sequence[str]) -> Block:
    beginning = _BEGINNING.fullmatch(lines[0])
    article_id = beginning[1] if beginning and beginning[1] else ""
    return Block("" if edited.FOREIGN.search(article_id) else article_id, tuple(lines))


def read(home: Path) -> NotesFile:
    """Return the notes of an index; there are none if there is no file.

    Raises:
        IndexFailure: the file is no file, or longer than `_MAX_BYTES`.
    """
    return parse(edited.read(layout.notes(home), _MAX_BYTES))


def save(home: Path, notes: NotesFile) -> None:
    """Replace the file by one rename; the file before is kept for `undo`."""
    edited.replace(layout.notes(home), str(notes), f"# {say('notebook.notes_heading')}\n\n")
