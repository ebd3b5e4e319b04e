"""The window: the only room that imports PySide6."""

from collections.abc import Sequence
from pathlib import Path


def run(library: Path | None = None, opened: Sequence[Path] = ()) -> int:
    """Open the window on `library` (default: the user's own) and in it what is to be `opened`: folders, sounds.

    Returns the window's exit status when it is closed.

    Qt is imported here and not with the package, so that the command line never pays for it.
    """
    from wavlink_desktop.gui.application import open_window

    return open_window(library, opened)
