"""Makes an index, or brings it up to date: only new, changed, moved and removed files are read.

If a build is killed at any moment, or the power is cut, readers still answer from the last good index.  A rebuild is made
beside that index and replaces it by one rename; it is saved meanwhile, and the next build goes on with what was saved.  An
update is one commit of the engine, or two where the ids of articles change, or the lines that are left out of them.  The
next build mends what lies between (`index.building.update`).  An index that is found damaged is made anew.
"""

import shlex
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from corpus import Rejected, walk
from corpus.entities import VERSION, Model
from corpus.message import Message, message
from corpus.readers.columns import mapping
from corpus.records import replace
from index import engines, layout
from index.building import formats, generations, scan, space
from index.building.intake import Outgrown
from index.building.report import Progress, Report
from index.building.update import Update
from index.engine import count
from index.errors import Damaged, IndexBusy, IndexFailure, IndexMismatch, IndexNotFound
from index.layout import disk, durable, locking, private
from index.opening import check_built_here, engine_of, open_engine
from index.query import Dated
from index.storage import manifest, seal
from index.storage.catalog import Catalog
from index.storage.manifest import NO_ENTITIES, Manifest


def build(
    home: Path,
    roots: Sequence[Path] = (),
    *,
    columns: Mapping[str, str] | None = None,
    forced: str = "",
    engine: str = engines.AUTO,
    entities: str = "",
    vectors: bool | None = None,
    rebuild: bool = False,
    jobs: int = 1,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Report:
    """Bring the index of a folder up to date with its files, and return what was done.

    `home` is the `.manchette` folder.  `roots` are added to the roots of earlier builds; with `rebuild` they replace
    them.  `forced` is the name of the format of the files of the `roots`, or of all roots if none is given; `auto` has
    formats recognised again, "" leaves that as it was.  `entities` names the model that looks for names, or `none`; ""
    keeps the model of the last build.  `vectors` says whether hits are reranked by vectors; None keeps the choice of the
    last build.

    The index is made anew, beside the one that answers, where the version, the extractor, the engine, the model or the
    mapping of columns has changed, where it has outgrown an engine that no person named, and where a part of it is found
    damaged: the report then says what was (`damage`).  Where the vectors or the stories alone are damaged, they alone are
    made anew; where the format of some files is named, these files alone are read again.

    `jobs` processes read and analyse the articles; their number changes nothing of the result.  With several, a script
    that calls this at its top level must guard the call with `if __name__ == "__main__"`.

    Raises:
        IndexBusy: another build is under way.
        IndexNotFound: there are no roots, neither given nor of an earlier build.
        IndexFailure: all the roots of earlier builds are missing; or one is, and the index is to be made anew; or another
            machine builds this index.
        CorpusError: a given root is missing, or `columns` maps to a field that articles do not have or
            a column that no file has.
    """
    started = time.monotonic()
    mapping.check_fields(columns or {})
    engines.check(engine)
    check_built_here(home)
    home.mkdir(parents=True, exist_ok=True)
    private.keep(home)
    with ExitStack() as alone:
        try:
            alone.enter_context(locking.held(layout.lock(home)))
        except locking.Taken:
            raise IndexBusy("index.busy", home=str(home), mend=message("mend.wait")) from None
        named = tuple(scan.from_base(root.resolve(), home.parent.resolve()).as_posix() for root in roots)
        before, after = _plan(
            home,
            named,
            columns,
            forced=forced,
            engine=engine,
            entities=entities,
            vectors=vectors,
            rebuild=rebuild,
        )
        files = _files(home, named, after)
        if before and before.generation != after.generation:
            _check_roots(home, after)
        if columns:
            mapping.check_columns(files, columns, lambda path: _forced(path, home, after))
        generations.tidy(home, before, after)
        if before is None or before.generation != after.generation:
            after = generations.unfinished(home, after) or after
        with space.watched(home, files, after, anew=before is None or before.generation != after.generation):
            if not (home / ".gitignore").exists():
                durable.write(home / ".gitignore", b"*\n")
            report = _make(home, before, after, files, jobs=jobs, progress=progress)
        private.keep(home)
    return replace(
        report,
        undated=_undated(home),
        address=_address(home),
        seconds=round(time.monotonic() - started, 3),
    )


def _address(home: Path) -> str:
    """Return the address with which another machine opens the index."""
    made = manifest.read(home)
    return engines.address(made.engine, layout.engine(layout.generation(home, made.generation)))


def _undated(home: Path) -> int:
    """Return the number of articles without a date."""
    with closing(open_engine(home)) as engine:
        return count(engine, Dated(0, 0))


def _make(
    home: Path,
    before: Manifest | None,
    after: Manifest,
    files: Sequence[Path | Rejected],
    *,
    jobs: int,
    progress: Callable[[Progress], None],
) -> Report:
    """Make the planned index; where it is to be brought up to date and cannot be, make it anew."""
    damage: Message | None = None
    folder = layout.generation(home, after.generation)
    answers = before is not None and before.generation == after.generation
    is_begun = answers or layout.unfinished(folder).exists()
    try:
        if is_begun:
            _check_readable(folder, after)
        return _run(home, before, after, files, jobs=jobs, progress=progress)
    except Outgrown:
        pass
    except Damaged as damaged:
        if not is_begun:
            raise
        damage = damaged.message
        if not answers:
            generations.remove(folder)
    _check_roots(home, after)
    anew = replace(after, generation=after.generation + 1)
    anew = generations.unfinished(home, anew) or anew
    return replace(_run(home, before, anew, files, jobs=jobs, progress=progress), damage=damage)


def _check_readable(folder: Path, made: Manifest) -> None:
    """Raise if an index cannot be opened, or if its seal does not name a file; the update compares the files with the seal.

    Before that, what a build that was killed left in the folder of the engine is removed.

    Raises:
        Damaged: one of these.
    """
    engine_of(made, folder).close()
    Catalog(layout.catalog(folder)).close()
    if not engines.backend(made.engine).is_local:
        return
    committed = engines.committed(made.engine, layout.engine(folder))
    disk.keep_only(layout.engine(folder), committed)
    if layout.pending(folder).exists():
        return
    for name in seal.unsealed(folder, committed):
        raise Damaged("index.file_unsealed", name=name, mend=message("mend.index"))


def _run(
    home: Path,
    before: Manifest | None,
    after: Manifest,
    files: Sequence[Path | Rejected],
    *,
    jobs: int,
    progress: Callable[[Progress], None],
) -> Report:
    """Make the planned index, and replace the manifest if it is another one; what cannot be made leaves no files."""
    folder = layout.generation(home, after.generation)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        answers = before is not None and after.generation == before.generation
        fresh = not answers and not layout.unfinished(folder).exists()
        with closing(Update(folder, after, fresh=fresh, answers=answers, jobs=jobs)) as update:
            if before and answers and update.distrust(before.formats):
                # the next build goes on with these formats if this one is killed
                manifest.save(home, replace(before, formats=after.formats, roots=after.roots))
            update.run(files, home.parent, progress)
            report = update.report()
        made = replace(after, engine=report.engine)
        if made != before:
            for named in (folder, folder.parent, home, home.parent):  # each may have been made by this build
                durable.sync_folder(named)
            manifest.save(home, made)
        generations.end(folder)
        # after a build that changed articles alone too: readers see by it that a build ended
        generations.announce(home, made)
        generations.sweep(home, [made], made.engine)
    except BaseException as error:
        with suppress(IndexFailure):  # the first error is the one to report; the next build tries again
            _let_go(home, after, error)
        raise
    return report


def _let_go(home: Path, plan: Manifest, error: BaseException) -> None:
    """Remove what a build that failed has begun, unless it was interrupted: then the next one goes on with what was saved.

    A disk that is full gets back what another one saved, too.
    """
    folder = layout.generation(home, plan.generation)
    was_interrupted = isinstance(error, KeyboardInterrupt | IndexFailure) and not isinstance(error, Damaged)
    goes_on = was_interrupted and layout.unfinished(folder).exists()
    if not goes_on and not _answers(home, plan.generation):
        generations.remove(folder)
    if isinstance(error, OSError) and (begun := generations.unfinished(home, plan)):
        generations.remove(layout.generation(home, begun.generation))


def _answers(home: Path, generation: int) -> bool:
    """Return whether the manifest names this generation."""
    try:
        return manifest.read(home).generation == generation
    except IndexFailure:
        return False


def _files(home: Path, named: Sequence[str], plan: Manifest) -> list[Path | Rejected]:
    """Return the files to index; a root of an earlier build that is missing is rejected, and keeps its articles.

    Raises:
        IndexFailure: all the roots are missing.
    """
    gone = [root for root in _gone(home, plan) if root not in named]
    if len(gone) == len(plan.roots):
        raise _root_gone(home, plan)
    here = [home.parent / root for root in plan.roots if root not in gone]
    reason = message("index.root_stays", remedy=_mend_without_gone(home, plan))
    return [*walk(here), *(Rejected(str(home.parent / root), reason) for root in gone)]


def _forced(path: Path, home: Path, plan: Manifest) -> str:
    """Return the format that was named for a file, "" where none was."""
    return formats.of(plan.formats, scan.name(path, home.parent))


def _gone(home: Path, plan: Manifest) -> list[str]:
    """Return the roots that are missing: a file that was deleted, a disk that is not mounted."""
    return [root for root in plan.roots if not (home.parent / root).exists()]


def _check_roots(home: Path, plan: Manifest) -> None:
    """Raise if a root is missing: an index made anew would lose its articles.

    Raises:
        IndexFailure: a root is missing.
    """
    if _gone(home, plan):
        raise _root_gone(home, plan)


def _root_gone(home: Path, plan: Manifest) -> IndexFailure:
    return IndexFailure("index.root_gone", root=_gone(home, plan)[0], mend=_mend_without_gone(home, plan))


def _mend_without_gone(home: Path, plan: Manifest) -> Message:
    """Return what to type to do without the roots that are missing, for a shell to read."""
    gone = _gone(home, plan)
    remaining = shlex.join(root for root in plan.roots if root not in gone)
    return message("mend.rebuild_without", roots=remaining or message("mend.folder"))


def _plan(
    home: Path,
    named: tuple[str, ...],
    columns: Mapping[str, str] | None,
    *,
    forced: str,
    engine: str,
    entities: str,
    vectors: bool | None,
    rebuild: bool,
) -> tuple[Manifest | None, Manifest]:
    """Return the manifest of the last build, if there is one, and the manifest that this build is to write."""
    try:
        before: Manifest | None = manifest.read(home)
    except IndexNotFound:
        before = None
    except (Damaged, IndexMismatch):
        if not named:
            raise
        before = None
    if before is None:
        if not named:
            raise IndexNotFound(
                "index.nothing_to_index", folder=str(home.parent), mend=message("mend.index_folder")
            )
        last = max((int(folder.name) for folder in layout.generations(home).glob("[0-9]*")), default=0)
        return None, Manifest(
            engine=engines.suiting(0) if engine == engines.AUTO else engine,
            pinned=engine != engines.AUTO,
            generation=last + 1,
            roots=named,
            columns=dict(columns or {}),
            formats=formats.after({}, named, forced, kept=named),
            entities=entities or Model.MODERN,
            extractor=_extractor(entities),
            vectors=vectors is not False,
            analysis=manifest.ANALYSIS,
        )
    roots = named if rebuild and named else tuple(dict.fromkeys((*before.roots, *named)))
    after = replace(
        before,
        engine=before.engine if engine == engines.AUTO else engine,
        pinned=before.pinned or engine != engines.AUTO,
        roots=roots,
        formats=formats.after(before.formats, named or roots, forced, kept=roots),
        columns=before.columns if columns is None else dict(columns),
        entities=entities or before.entities,
        extractor=_extractor(entities or before.entities),
        vectors=before.vectors if vectors is None else vectors,
        analysis=manifest.ANALYSIS,
    )
    if rebuild or _made_with(after) != _made_with(before):
        after = replace(after, generation=before.generation + 1)
    return before, after


def _made_with(made: Manifest) -> tuple[object, ...]:
    """Return the parts of a manifest whose change makes an index anew."""
    return made.engine, made.columns, made.entities, made.extractor, made.vectors, made.analysis


def _extractor(entities: str) -> int:
    return 0 if entities == NO_ENTITIES else VERSION
