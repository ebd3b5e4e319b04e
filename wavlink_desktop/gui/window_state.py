"""Where the window was and how it was divided, kept from run to run; whatever the settings say, it can be seen."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication

from wavlink_desktop.gui.window import MainWindow

_IN_SIGHT = 100
"""So many pixels of it, each way, must be on a screen."""


def save_state(settings: QSettings, window: MainWindow) -> None:
    """Keep geometry, splitters and columns."""
    for key, save, _ in _parts(window):
        settings.setValue(key, save())


def restore_state(settings: QSettings, window: MainWindow) -> None:
    """As it was; on a screen that is there now."""
    for key, _, restore in _parts(window):
        kept = settings.value(key)
        if isinstance(kept, QByteArray):
            restore(kept)
    _bring_into_sight(window)


def _parts(window: MainWindow) -> Iterator[tuple[str, Callable[[], QByteArray], Callable[[QByteArray], object]]]:
    header = window.results.horizontalHeader()
    yield "window/geometry", window.saveGeometry, window.restoreGeometry
    yield "window/panes", window.panes.saveState, window.panes.restoreState
    yield "window/levels", window.levels.saveState, window.levels.restoreState
    # With their number: widths of other columns would leave some without any.
    yield f"window/columns{header.count()}", header.saveState, header.restoreState


def _bring_into_sight(window: MainWindow) -> None:
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    frame = window.frameGeometry()
    if not screens or any(_enough(frame.intersected(screen)) for screen in screens):
        return
    home = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(window.size().boundedTo(home.size()))
    window.move(home.center() - window.rect().center())


def _enough(seen: QRect) -> bool:
    return seen.width() >= _IN_SIGHT and seen.height() >= _IN_SIGHT
