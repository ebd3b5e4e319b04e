"""The safe way to change a file: a copy beside it, checked, then put in its place.

The order is what makes it safe. The journal announces the copy before there is one, so that a copy that was left behind
is found. It holds all that brings the former file back before the copy takes the file's place, which the file system
does at one stroke. So whatever moment a program is killed at, there is the old file or the new one, whole, and
`recover` can tell which.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from wavlink_desktop.library import journal
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.journal import Change, Standing
from wavlink_desktop.library.scan import alone
from wavlink_desktop.library.scanner import read_headers
from wavlink_desktop.library.walk import Found

from .errors import ChangedError, RefusedError
from .preflight import may_rewrite, may_write_in, refusing, standing
from .segments import Segment, pack

ENDING = ".wavlink-part"
"""Of temporary files, whose names start with a dot: scans pass them over."""
_NOTICEABLE_NS = 2_000_000_000
"""The coarsest clock of a file system, FAT's."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A file to be changed. `path` is no link."""

    file_id: int | None
    path: Path
    known: Standing
    make: Callable[[Path, Path], list[Segment]]
    """Writes the changed copy of the first path to the second; gives what describes the file in terms of the copy."""
    check: Callable[[Path, Path], None]
    """Raises `RefusedError` if the copy lacks anything of the file that it should have."""
    written: Mapping[str, str] = field(default_factory=dict)
    mtime_ns: int | None = None
    """The copy's time of modification; None keeps the file's."""
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Renaming:
    """A file to be given another name in its folder."""

    file_id: int | None
    path: Path
    target: Path
    undoes: int | None = None


def rewrite(catalogue: Catalogue, batch: int, job: Rewriting) -> None:
    """Change a file's content, and what the catalogue says of it.

    Raises:
        ChangedError: it is not the file that is known.
        RefusedError: it cannot be done; the file is as it was.
    """
    before = may_rewrite(job.path, job.known)
    temporary = job.path.with_name(f".{secrets.token_hex(8)}{ENDING}")
    with catalogue.writing() as database:
        change = journal.prepare(database, batch, job.file_id, "write", job.path, temporary, before, job.undoes)
    try:
        with refusing():
            former = job.make(job.path, temporary)
            _flush(temporary)
            job.check(job.path, temporary)
            _dress(temporary, job.path, before, job.mtime_ns)
            after = standing(temporary)
            if _moment(job.path.stat()) != _moment(before):
                raise ChangedError(
                    "It was changed by another program at the same moment. Scan its folder, then try again."
                )
            with catalogue.durably() as database:
                journal.decide(database, change, after, pack(former), job.written)
            temporary.replace(job.path)
            _flush_folder(job.path.parent)
    finally:
        _settle(catalogue, change)


def rename(catalogue: Catalogue, batch: int, job: Renaming) -> None:
    """Give a file another name, on the disk and in the catalogue.

    Raises:
        ChangedError: it is not there.
        RefusedError: it cannot be done, or the name is taken.
    """
    with refusing():
        if not os.path.lexists(job.path):
            raise ChangedError("It is not there: it was moved, renamed or deleted. Scan its folder, then try again.")
        may_write_in(job.path.parent)
        if is_taken(job.target, job.path):
            raise RefusedError(f"There is a file {job.target.name} already.")
        before = job.path.lstat()
    with catalogue.writing() as database:
        change = journal.prepare(database, batch, job.file_id, "rename", job.path, job.target, before, job.undoes)
    try:
        with refusing():
            with catalogue.durably() as database:
                journal.decide(database, change, Standing(before.st_size, before.st_mtime_ns, None))
            _move(job.path, job.target)
            _flush_folder(job.path.parent)
    finally:
        _settle(catalogue, change)


def recover(catalogue: Catalogue) -> None:
    """Tidy up after a program that was killed: temporary files go, and the catalogue learns which changes were made.

    Costs one look at the catalogue when there is nothing to do.
    """
    with catalogue.reading() as database:
        if not journal.unfinished(database):
            return
    with alone(catalogue.path):
        settle_all(catalogue)


def settle_all(catalogue: Catalogue) -> None:
    """As `recover`, for who holds the library already."""
    with catalogue.reading() as database:
        left = journal.unfinished(database)
    for change in left:
        _settle(catalogue, change.id)


def is_taken(target: Path, path: Path) -> bool:
    """Whether `target` names a file other than `path`; the two may differ in case only where case does not matter."""
    return os.path.lexists(target) and not (target.name.casefold() == path.name.casefold() and _same(target, path))


def _settle(catalogue: Catalogue, change_id: int) -> None:
    """Bring journal and catalogue into step with what the disk says of one change; temporary files go."""
    with catalogue.reading() as database:
        change = journal.change(database, change_id)
    with suppress(OSError):  # its drive is away: later
        if not change.path.parent.is_dir():
            return
        made = _was_rewritten(change) if change.kind == "write" else _was_renamed(change)
        if not made:
            with catalogue.writing() as database:
                journal.drop(database, change.id)
        elif change.kind == "write":
            _take_over(catalogue, change)
        else:
            with catalogue.writing() as database:
                journal.finish(database, change.id)
                if change.file_id is not None and journal.known(database, change.file_id):
                    journal.follow(database, change.file_id, change.target)


def _was_rewritten(change: Change) -> bool:
    if os.path.lexists(change.target):
        change.target.unlink()
        return False
    return change.state == "decided" and change.path.exists() and standing(change.path) == change.after


def _was_renamed(change: Change) -> bool:
    names = {
        entry.name for entry in change.path.parent.iterdir()
    }  # exact names, where `exists` may not care for their case
    old, new = change.path.name in names, change.target.name in names
    if change.state == "decided" and old and new and _same(change.path, change.target):
        change.path.unlink()  # killed between the two steps of `_move`
        return True
    return change.state == "decided" and new and not old


def _take_over(catalogue: Catalogue, change: Change) -> None:
    now = standing(change.path)
    assert now.fingerprint is not None
    reading = read_headers(os.fsencode(change.path), now.fingerprint)
    with catalogue.writing() as database:
        journal.finish(database, change.id)
        if change.file_id is not None and journal.known(database, change.file_id):
            journal.take_over(database, change, change.file_id, Found(b"", now.size, now.mtime_ns), reading)


def _move(path: Path, target: Path) -> None:
    """Rename without ever overwriting: a second name, then the first one goes."""
    try:
        os.link(path, target, follow_symlinks=False)
    except OSError as error:
        if is_taken(target, path):
            raise RefusedError(f"There is a file {target.name} already.") from error
        path.rename(target)  # a file system without hard links, or another case of the same name
    else:
        path.unlink()


def _same(one: Path, other: Path) -> bool:
    first, second = one.lstat(), other.lstat()
    return (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)


def _moment(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _dress(temporary: Path, path: Path, before: os.stat_result, mtime_ns: int | None) -> None:
    """Owner, permissions, extended attributes and times of the file for the copy.

    A copy of the same size is a little younger, so that back-ups, which go by size and time, see it.
    """
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give files away
            os.chown(temporary, before.st_uid, before.st_gid)
    shutil.copystat(path, temporary)
    if mtime_ns is None:
        later = _NOTICEABLE_NS if temporary.stat().st_size == before.st_size else 0
        mtime_ns = before.st_mtime_ns + later
    os.utime(temporary, ns=(before.st_atime_ns, mtime_ns))


def _flush(path: Path) -> None:
    """To the disk with it, and out of memory, so that what is checked next is what the disk gives back."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems cannot
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
