"""The application: Qt, the theme that follows the system, and the one place where the window is built."""

import os
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QFont
from PySide6.QtWidgets import QApplication
from threadpoolctl import threadpool_limits

from wavlink_desktop import logs, paths, reports
from wavlink_desktop.gui import qt_messages
from wavlink_desktop.gui.garbage import GarbageCollector
from wavlink_desktop.gui.icons import application_icon
from wavlink_desktop.gui.mishaps import Mishaps
from wavlink_desktop.gui.preferences import Preferences
from wavlink_desktop.gui.theme import apply_theme, theme_for
from wavlink_desktop.gui.translation import speak
from wavlink_desktop.wavlink.tuning import tune

if TYPE_CHECKING:
    from wavlink_desktop.gui.desk import Desk

PATIENCE_S = 10.0
DESKTOP_ID = "io.github.wavlink_desktop.wavlink"
"""What desktops know the program by: the name of its files in `packaging/linux/`, and the windows' in Wayland."""


def favour_the_window() -> None:
    """Let the interpreter serve the window's thread first, in a process where workers build lists of many thousands."""
    # Painting re-enters Python cell by cell; with the default of 5 ms each entry may wait that long for a busy worker.
    sys.setswitchinterval(0.0005)
    # Two cores that share a product of 2 ms wait for each other: on a busy machine it becomes 20.
    threadpool_limits(limits=1, user_api="blas")


class Application(QApplication):
    """Fusion in our own colours, light or dark as the system (or the user) has it."""

    asked_to_open = Signal(Path)
    """macOS, while the program runs: a sound or a folder was opened with it, or dropped on its icon."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        favour_the_window()
        GarbageCollector(self)
        self.setApplicationName("wavlink-desktop")
        self.setApplicationDisplayName("WavLink Desktop")
        self.setDesktopFileName(DESKTOP_ID)
        self.setWindowIcon(application_icon())
        self.setStyle("Fusion")
        self._chosen = Qt.ColorScheme.Unknown
        self._font, self._text_scale = self.font(), 100
        self.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    def event(self, event: QEvent) -> bool:
        """Qt's."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked_to_open.emit(Path(event.file()))
            return True
        return super().event(event)

    def choose_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Light or dark whatever the system has; Unknown: as the system has it."""
        self._chosen = scheme
        self._dress()

    def scale_text(self, percent: int) -> None:
        """All texts at that size, 100 being the system's own."""
        self._text_scale = percent
        self._dress()

    def _dress(self) -> None:
        font = QFont(self._font)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * self._text_scale / 100)
        else:
            font.setPixelSize(round(font.pixelSize() * self._text_scale / 100))
        self.setFont(font)
        unknown = self._chosen == Qt.ColorScheme.Unknown
        apply_theme(self, theme_for(self.styleHints().colorScheme() if unknown else self._chosen))


def open_window(library: Path | None, opened: Sequence[Path] = ()) -> int:
    """Open the window on `library` (default: the user's own), in it `opened`, until it is closed; the exit status."""
    logs.begin("window", library or paths.default_library())
    watching = reports.watch("window")
    last_time = reports.take_hard_crash("window")
    with qt_messages.logged():
        application, windows = begin(library)
        mishaps = Mishaps(watching, windows.desk.window)
        windows.opened.connect(lambda desk: Mishaps(watching, desk.window))
        if last_time is not None:
            mishaps.say_of_last_time(last_time)
        windows.desk.opening.open(opened)
        application.asked_to_open.connect(lambda path: windows.desk.opening.open([path]))
        status = application.exec()
    end_within(PATIENCE_S, status)
    return status


def end_within(seconds: float, status: int) -> None:
    """Let the program end, but no later than this. A thread that waits for a drive that does not answer would keep it
    for ever; what is in the library is committed."""
    impatient = threading.Timer(seconds, os._exit, [status])
    impatient.daemon = True
    impatient.start()


def start(library: Path | None) -> tuple[Application, "Desk"]:
    """The window on `library`, on the screen; the rest of the program goes on once the application runs."""
    application, windows = begin(library)
    return application, windows.desk


def begin(library: Path | None) -> tuple[Application, "Windows"]:
    """As `start`, with what can open another library in the place of that one."""
    settings = QSettings(str(paths.data_folder() / "window.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(settings)
    threads, number_format = preferences.number("scan/threads"), preferences.text("scan/number_format")
    if threads or number_format:
        tune(threads, number_format)
    from wavlink_desktop.gui.desk import Desk

    application = Application(sys.argv[:1])
    speak(application, preferences.text("window/language"))
    application.scale_text(preferences.number("window/text_scale"))
    application.choose_scheme(Qt.ColorScheme[preferences.text("window/scheme")])

    def make(path: Path) -> Desk:
        desk = Desk(path, settings, application.choose_scheme)
        desk.preferences.changed.connect(
            lambda key: application.scale_text(desk.preferences.number(key)) if key == "window/text_scale" else None
        )
        desk.session.opened.connect(desk.watching.go_on)
        return desk

    return application, Windows((library or paths.default_library()).absolute(), make, application)


class Windows(QObject):
    """One window at a time, on one library after the other; the first is opened at once."""

    opened = Signal(object)
    """Another one (its `Desk`) is on the screen."""

    def __init__(self, library: Path, make: Callable[[Path], "Desk"], application: QApplication) -> None:
        super().__init__(application)
        self._make, self._application = make, application
        self.desk = self._open(library)

    def _open(self, library: Path) -> "Desk":
        desk = self._make(library)
        # Queued: it is the window that goes who asks.
        desk.another_wanted.connect(self._exchange, Qt.ConnectionType.QueuedConnection)
        desk.open()
        return desk

    def _exchange(self, library: Path) -> None:
        """Close the window, then open one on `library`."""
        former = self.desk
        self._application.setQuitOnLastWindowClosed(False)
        former.window.close()  # what it had begun ends before anything of the next one begins
        self.desk = self._open(library)
        former.pass_on(self.desk)
        self._application.setQuitOnLastWindowClosed(True)
        former.window.deleteLater()
        self.opened.emit(self.desk)
