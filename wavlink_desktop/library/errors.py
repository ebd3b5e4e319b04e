"""What a user can act on. Anything else that goes wrong is a bug and is left to be seen as one."""

import errno
import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_log = logging.getLogger(__name__)


class LibraryError(Exception):
    """Something about the library that its user can put right; the message says how."""


class NotALibraryError(LibraryError):
    """The file is something else, or is damaged."""


class NewerLibraryError(LibraryError):
    """The library was written by a newer version of the program."""


class LibraryBusyError(LibraryError):
    """Another program holds the library."""


class ScanRunningError(LibraryBusyError):
    """Another scan of the same library is under way."""


class FolderError(LibraryError):
    """A folder or file that was to be scanned is not there."""


class ModelError(LibraryError):
    """The model cannot be loaded or has failed."""


class StaleError(LibraryError):
    """What was to be taken back is no longer as it was left: nothing was touched."""


class DiskFullError(LibraryError):
    """There is no room left."""


class ReadOnlyError(LibraryError):
    """The library, or its folder, may not be written."""


_SQLITE_ERRORS: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_NOTADB: (
        NotALibraryError,
        "{path} is not a WavLink library. Choose another file, or a new name to begin a library.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        NotALibraryError,
        "The library {path} is damaged. Restore a copy, or begin a new library and scan your folders again.",
    ),
    sqlite3.SQLITE_BUSY: (
        LibraryBusyError,
        "Another program is writing to the library {path}. Try again when it is done.",
    ),
    sqlite3.SQLITE_FULL: (
        DiskFullError,
        "The disk that holds the library {path} is full. Make room, then try again; nothing was lost.",
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyError,
        "The library {path} may not be written. Check the permissions of the file and of its folder.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        LibraryError,
        "The library {path} could not be opened. Check that its folder exists and that you may write there.",
    ),
    sqlite3.SQLITE_IOERR: (
        LibraryError,
        "The disk that holds the library {path} gave an error. Check that it is connected and has room.",
    ),
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's complaints about the library at `path` into a `LibraryError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if primary == sqlite3.SQLITE_LOCKED:
            primary = sqlite3.SQLITE_BUSY
        if primary not in _SQLITE_ERRORS:
            raise
        kind, message = _SQLITE_ERRORS[primary]
        raise kind(message.format(path=path)) from error


_FILE_REASONS = {
    errno.EACCES: "You may not read it. Change its permissions, then scan again.",
    errno.EPERM: "You may not read it. Change its permissions, then scan again.",
    errno.ENOENT: "It is a link to a file that is not there.",
    errno.ELOOP: "It is a link that leads back to itself.",
    errno.EIO: "The disk gave an error while it was read. Check the disk, then scan again.",
    errno.ENAMETOOLONG: "Its path is too long for this system. Shorten the names of its folders, then scan again.",
}


def unreadable(error: OSError) -> str:
    """Why a file or folder could not be read, in a sentence or two for its user."""
    known = _FILE_REASONS.get(error.errno or 0)
    return known or f"The system could not read it: {error.strerror or os.strerror(error.errno or errno.EIO)}."


def unexpected(error: Exception) -> str:
    """What to tell the user of a file on which the program itself failed; the log has the details."""
    _log.error("a file could not be read", exc_info=error)
    return f"The program failed on it ({type(error).__name__}: {error}). Please report this with the file."
