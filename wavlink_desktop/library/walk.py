"""Walking a folder for sounds: one stat a file, no file opened."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wavlink_desktop.audio import EXTENSIONS
from wavlink_desktop.library.errors import unreadable
from wavlink_desktop.library.folders import SEPARATOR, relative

_SUFFIXES = tuple(os.fsencode(extension) for extension in EXTENSIONS)
_SYSTEM_FOLDERS = frozenset({b"$RECYCLE.BIN", b"System Volume Information", b"__MACOSX", b"@eaDir", b"#recycle"})


@dataclass(frozen=True, slots=True)
class Found:
    """A sound's path below the library folder, and what its stat says."""

    path: bytes
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Unopened:
    """A file or folder below the library folder that could not be looked into, and why."""

    path: bytes
    reason: str


def walk(root: bytes, below: bytes, covered: Callable[[bytes], bool]) -> Iterator[Found | Unopened]:
    """Every sound under `root`/`below` (a folder or one file), paths relative to `root`, in the order of their names.

    Links to folders are followed, each folder once, unless `covered(real path)` says that the library has that folder
    anyway. Hidden files and the systems' own folders are passed over.
    """
    if below and not os.path.isdir(os.path.join(root, below)):
        yield _look_at(os.path.join(root, below), below)
        return
    visited: set[tuple[int, int]] = set()
    waiting = [below]
    while waiting:
        folder = waiting.pop()
        whole = os.path.join(root, folder) if folder else root
        try:
            status = os.stat(whole)
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            with os.scandir(whole) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield Unopened(folder, unreadable(error))
            continue
        folders: list[bytes] = []
        for entry in entries:
            yield from _enter(entry, folder, covered, folders)
        waiting += reversed(folders)


def _enter(
    entry: os.DirEntry[bytes], folder: bytes, covered: Callable[[bytes], bool], folders: list[bytes]
) -> Iterator[Found | Unopened]:
    """Give the entry when it is a sound; add it to `folders` when it is a folder to walk."""
    name = entry.name
    if name.startswith(b".") or name in _SYSTEM_FOLDERS:
        return
    path = folder + SEPARATOR + name if folder else name
    try:
        if entry.is_dir():
            if entry.is_symlink():
                target = os.path.realpath(entry.path)
                if relative(os.path.realpath(os.path.dirname(entry.path)), target) is not None:
                    yield Unopened(path, "It is a link to a folder that contains it, a loop. It was not followed.")
                    return
                if covered(target):
                    return
            folders.append(path)
        elif name.lower().endswith(_SUFFIXES):
            yield _sound(path, entry.stat())
    except OSError as error:
        yield Unopened(path, unreadable(error))


def _look_at(whole: bytes, path: bytes) -> Found | Unopened:
    try:
        return _sound(path, os.stat(whole))
    except OSError as error:
        return Unopened(path, unreadable(error))


def _sound(path: bytes, status: os.stat_result) -> Found | Unopened:
    if not stat.S_ISREG(status.st_mode):
        return Unopened(path, "It is not a file but a pipe or a device.")
    return Found(path, status.st_size, status.st_mtime_ns)
