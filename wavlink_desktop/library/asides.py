"""The log of files that a scan sets aside. The catalogue has all of them, with their reasons."""

import logging

from wavlink_desktop.library.texts import printable

_NAMED = 50

_log = logging.getLogger(__name__)


class Asides:
    """One scan's: the first so many by name, for a bounded log must have room for other things, too."""

    def __init__(self) -> None:
        self._count = 0

    def add(self, path: bytes, reason: str) -> None:
        """That file (its whole path) could not be read, or not wholly."""
        self._count += 1
        if self._count <= _NAMED:
            _log.info("set aside: %s: %s", printable(path), reason)
        elif self._count == _NAMED + 1:
            _log.info("more files are set aside: the library lists them all")
