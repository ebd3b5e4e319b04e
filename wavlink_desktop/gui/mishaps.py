"""What went wrong in the program itself is said, once and calmly, with the report that was written of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from wavlink_desktop import logs
from wavlink_desktop.gui.file_manager import show_files
from wavlink_desktop.reports import Report, Watch


class Mishaps(QObject):
    """Shows reports; one dialog at a time, and what comes while it is open is in the log folder only."""

    _reported = Signal(object)

    def __init__(self, watch: Watch, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QMessageBox | None = None
        self._reported.connect(self._show)
        watch.tell = self._reported.emit  # from whichever thread; the dialog comes on the window's

    def say_of_last_time(self, report: Report) -> None:
        """The system ended the program the last time."""
        self._open(self.tr("WavLink Desktop ended unexpectedly the last time."), report)

    def _show(self, report: Report) -> None:
        if self._dialog is None:
            self._open(self.tr("Something went wrong in the program."), report)

    def _open(self, what: str, report: Report) -> None:
        dialog = QMessageBox(QMessageBox.Icon.Warning, self.tr("A mishap"), what, parent=self._window)
        self._dialog = dialog
        where = str(report.path) if report.path is not None else self.tr("(it could not be written)")
        dialog.setInformativeText(
            self.tr(
                "Your library and your sounds are safe; you can go on. To have it mended, send the report: "
                "nothing was sent by itself.\n\n{0}\n\nThe report: {1}"
            ).format(report.summary, where)
        )
        dialog.setDetailedText(report.text)
        copy = dialog.addButton(self.tr("Copy the report"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.text))
        reveal = dialog.addButton(self.tr("Show it in its folder"), QMessageBox.ButtonRole.ActionRole)
        reveal.clicked.connect(lambda: show_files([report.path or logs.log_file()], self, lambda: None))
        dialog.setDefaultButton(dialog.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
