"""Files shown in the system's file manager, marked where it can do that."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QDesktopServices

from wavlink_desktop.gui.file_urls import file_url

_PATIENCE_MS = 3000


def show_files(files: list[Path], parent: QObject, failed: Callable[[], None]) -> None:
    """Open the folder of files with them marked, or at least the folder. `failed`: nothing answers."""
    if sys.platform == "win32":
        if not QProcess.startDetached("explorer", ["/select,", str(files[0])])[0]:
            failed()
    elif sys.platform == "darwin":
        if not QProcess.startDetached("open", ["-R", *map(str, files)])[0]:
            failed()
    else:
        _ask_file_manager(files, parent, lambda: _open_folder(files[0].parent, failed))


def _ask_file_manager(files: list[Path], parent: QObject, otherwise: Callable[[], None]) -> None:
    """By D-Bus, as freedesktop.org agreed on; `otherwise` where no file manager listens there."""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        otherwise()
        return
    name = "org.freedesktop.FileManager1"
    message = QDBusMessage.createMethodCall(name, "/org/freedesktop/FileManager1", name, "ShowItems")
    urls = [bytes(file_url(path).toEncoded().data()).decode("ascii") for path in files]
    message.setArguments([urls, ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _PATIENCE_MS), parent)

    def answered() -> None:
        if watcher.isError():
            otherwise()
        watcher.deleteLater()

    watcher.finished.connect(answered)


def _open_folder(folder: Path, failed: Callable[[], None]) -> None:
    if not QDesktopServices.openUrl(file_url(folder)):
        failed()
