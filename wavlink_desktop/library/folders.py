"""Library folders: which are there, and how a path lies below one."""

import os
from dataclasses import dataclass
from pathlib import Path

SEPARATOR = os.fsencode(os.sep)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the library. Paths are the system's own bytes."""

    id: int
    path: bytes
    whole: bool
    """False: only the files in it that were asked for by name belong to the library."""

    def below(self, path: bytes) -> bytes | None:
        """`path` relative to this folder (b"" for the folder itself), or None when it lies elsewhere."""
        return relative(path, self.path)

    def holds(self, path: bytes) -> bytes | None:
        """As `below`, whatever links lead to either."""
        below = self.below(path)
        return relative(os.path.realpath(path), self.real()) if below is None else below

    def real(self) -> bytes:
        """The folder's path with every link resolved."""
        return os.path.realpath(self.path)


def absolute(path: Path) -> bytes:
    """The path as the catalogue keeps it: absolute, tidy, links not resolved (people know it by this name)."""
    return os.path.abspath(os.fsencode(path))


def relative(path: bytes, folder: bytes) -> bytes | None:
    """`path` relative to `folder` (b"" when they are the same), or None when it lies elsewhere."""
    if path == folder:
        return b""
    root = folder if folder.endswith(SEPARATOR) else folder + SEPARATOR
    return path[len(root) :] if path.startswith(root) else None


def reachable(folder: bytes) -> bool:
    """Whether the folder is there. An empty one counts as away: it is where an unplugged drive was mounted."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is not None
    except OSError:
        return False
