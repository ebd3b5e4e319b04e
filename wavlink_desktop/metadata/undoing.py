"""Taking back what was done to people's files, the last command first."""

import os
from collections.abc import Callable
from pathlib import Path

from wavlink_desktop.library import journal
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.journal import Change

from .errors import ChangedError, RefusedError
from .exchange import Renaming, Rewriting, recover, rename, rewrite
from .formats import format_of
from .preflight import refusing
from .segments import Segment, assemble, length, unpack
from .writing import ChangeReport, each


def changes_to_undo(catalogue: Catalogue, batch: int | None = None) -> list[Change]:
    """What `undo` would take back; empty if there is nothing."""
    recover(catalogue)
    with catalogue.reading() as database:
        return journal.undoable(database, batch)


def undo(
    catalogue: Catalogue, progress: Callable[[int, int], None] | None = None, batch: int | None = None
) -> ChangeReport:
    """Take back a command that changed files, by default the last one: they become, byte for byte, what they were.

    A file that others have changed since keeps what it has; it is reported, and not tried again.

    Raises:
        ScanRunningError: the library is being scanned or written.
    """
    steps = {"write": _unwrite, "rename": _unname}

    def one(batch: int, change: Change) -> None:
        try:
            steps[change.kind](catalogue, batch, change)
        except ChangedError:
            with catalogue.writing() as database:
                journal.keep(database, change.id)
            raise

    changes = changes_to_undo(catalogue, batch)
    return each(catalogue, [(_place(catalogue, change), change) for change in changes], one, progress)


def _place(catalogue: Catalogue, change: Change) -> Path:
    """Where the changed file is now, as far as the catalogue knows."""
    with catalogue.reading() as database:
        found = journal.known(database, change.file_id) if change.file_id is not None else None
    return found[0] if found else change.path if change.kind == "write" else change.target


def _unwrite(catalogue: Catalogue, batch: int, change: Change) -> None:
    path = Path(os.path.realpath(_place(catalogue, change)))
    if not path.exists():
        raise ChangedError("It is not there: it was moved, renamed or deleted.")
    assert change.after is not None
    former = unpack(change.former)
    with refusing():
        form = format_of(path)

    def make(old: Path, new: Path) -> list[Segment]:
        with old.open("rb") as source, new.open("wb") as target:
            assemble(source, former, target)
        return []  # what was taken back is not taken back again

    if length(former) != change.before_size:
        raise RefusedError("The journal's record of it is damaged.")
    job = Rewriting(
        change.file_id, path, change.after, make, form.check_kept, mtime_ns=change.before_mtime_ns, undoes=change.id
    )
    rewrite(catalogue, batch, job)


def _unname(catalogue: Catalogue, batch: int, change: Change) -> None:
    path = _place(catalogue, change)
    rename(catalogue, batch, Renaming(change.file_id, path, path.with_name(change.path.name), undoes=change.id))
