"""The application: Qt, the theme that follows the system, and the one place where the window is built."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from wavlink_desktop import paths
from wavlink_desktop.gui.desk import Desk
from wavlink_desktop.gui.icons import application_icon
from wavlink_desktop.gui.theme import apply_theme, theme_for


class Application(QApplication):
    """Fusion in our own colours, light or dark as the system (or the user) has it."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.setApplicationName("wavlink-desktop")
        self.setApplicationDisplayName("WavLink Desktop")
        self.setDesktopFileName("wavlink-desktop")
        self.setWindowIcon(application_icon())
        self.setStyle("Fusion")
        self._chosen = Qt.ColorScheme.Unknown
        self.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    def choose_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Light or dark whatever the system has; Unknown: as the system has it."""
        self._chosen = scheme
        self._dress()

    def _dress(self) -> None:
        unknown = self._chosen == Qt.ColorScheme.Unknown
        apply_theme(self, theme_for(self.styleHints().colorScheme() if unknown else self._chosen))


def open_window(library: Path | None) -> int:
    """Open the window on `library` (default: the user's own) and stay until it is closed; the exit status."""
    application = Application(sys.argv[:1])
    settings = QSettings(str(paths.data_folder() / "window.ini"), QSettings.Format.IniFormat)
    scheme = str(settings.value("window/scheme", Qt.ColorScheme.Unknown.name))
    application.choose_scheme(Qt.ColorScheme[scheme])
    desk = Desk((library or paths.default_library()).absolute(), settings, application.choose_scheme)
    desk.open()
    return application.exec()
