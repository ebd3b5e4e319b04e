"""Whether a file may be changed: everything that can be known before touching it."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from wavlink_desktop.library.fingerprints import fingerprint
from wavlink_desktop.library.journal import Standing

from .errors import ChangedError, RefusedError

_MARGIN = 4 << 20
"""Bytes of tags, and of the journal, for which there must be room beside the copy of the file."""
_REASONS = {
    errno.ENOSPC: "The disk is full. Make room, then try again.",
    errno.EDQUOT: "Your quota on this disk is used up. Make room, then try again.",
    errno.EROFS: "It lies on a medium that is read-only.",
    errno.EACCES: "You may not write it, or not its folder. Change the permissions, then try again.",
    errno.EPERM: "You may not write it, or not its folder. Change the permissions, then try again.",
    errno.EBUSY: "Another program holds it. Close that, then try again.",
    errno.ETXTBSY: "Another program holds it. Close that, then try again.",
    errno.EFBIG: "The disk does not take files of this size.",
    errno.EIO: "The disk gave an error. Check the disk.",
    errno.ENOENT: "It is not there: it was moved, renamed or deleted, or its drive is not connected.",
    errno.ENAMETOOLONG: "Its new name is too long for this system.",
}


@contextmanager
def refusing() -> Iterator[None]:
    """Turn the system's complaints about a file into a `RefusedError`."""
    try:
        yield
    except OSError as error:
        known = _REASONS.get(error.errno or 0)
        raise RefusedError(known or f"The system refused: {error.strerror or error}.") from error


def standing(path: Path) -> Standing:
    """How the file at `path` looks now."""
    status = path.stat()
    return Standing(status.st_size, status.st_mtime_ns, fingerprint(os.fsencode(path), status.st_size))


def may_rewrite(path: Path, known: Standing) -> os.stat_result:
    """The status of the file at `path`, which is no link, if it may be replaced by a changed copy.

    Raises:
        ChangedError: it is not the file that is `known`.
        RefusedError: it may not be replaced.
    """
    with refusing():
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError("It is not a file but a folder, a pipe or a device.")
        may_write_in(path.parent)
        _refuse_protected(path, status)
        if standing(path) != known:
            raise ChangedError("It has changed since it was last looked at. Scan its folder, then try again.")
        if shutil.disk_usage(path.parent).free < _room_for(status) + _MARGIN:
            raise RefusedError("The disk has no room for a second copy of it, which is needed for a moment.")
        with path.open("rb+") as file:
            _refuse_locked(file)
        return status


def may_write_in(folder: Path) -> None:
    """Raises `RefusedError` if nothing can be put into `folder`."""
    if hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY:
        raise RefusedError(_REASONS[errno.EROFS])
    if not os.access(folder, os.W_OK | os.X_OK):
        raise RefusedError("You may not write in its folder. Change the folder's permissions, then try again.")


def _refuse_protected(path: Path, status: os.stat_result) -> None:
    # A file may be replaced in a folder that may be written, whatever its own permissions: those are heeded here.
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        raise RefusedError("It is write-protected. Change its permissions if you want tags in it.")
    if status.st_nlink > 1:
        raise RefusedError(
            "It has several names (hard links), and only this one would get the tags. Make a copy of it first."
        )


def _room_for(status: os.stat_result) -> int:
    """Bytes that a copy takes: less than its size if it has holes."""
    return min(status.st_size, getattr(status, "st_blocks", status.st_size) * 512)


def _refuse_locked(file: BinaryIO) -> None:
    try:
        import fcntl
    except ImportError:  # on Windows, opening it for writing has been the test
        return
    for lock in (fcntl.flock, fcntl.lockf):
        try:
            lock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            lock(file, fcntl.LOCK_UN)
        except (BlockingIOError, PermissionError) as error:
            raise RefusedError("Another program has locked it. Close that, then try again.") from error
        except OSError:  # the file system has no locks
            continue
