"""The window: the only room that imports PySide6."""

from pathlib import Path


def run(library: Path | None = None) -> int:
    """Open the window on `library` (default: the user's own); returns its exit status when it is closed.

    Qt is imported here and not with the package, so that the command line never pays for it.
    """
    from wavlink_desktop.gui.application import open_window

    return open_window(library)
