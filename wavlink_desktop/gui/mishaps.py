"""What went wrong in the program itself is said, once and calmly, with the report that was written of it."""

from PySide6.QtCore import QObject, Signal

from wavlink_desktop import logs
from wavlink_desktop.gui.file_manager import show_files
from wavlink_desktop.gui.mishap_dialog import MishapDialog
from wavlink_desktop.gui.window import MainWindow
from wavlink_desktop.reports import Report, Watch


class Mishaps(QObject):
    """A dialog for what went wrong before the user's eyes, a notice for all else; the log folder has every report."""

    _reported = Signal(object)

    def __init__(self, watch: Watch, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: MishapDialog | None = None
        self._reported.connect(self._show)
        watch.tell = self._reported.emit  # from whichever thread; what is shown comes on the window's

    def say_of_last_time(self, report: Report) -> None:
        """The system ended the program the last time."""
        self._notice(self.tr("WavLink Desktop ended unexpectedly the last time."), report)

    def _show(self, report: Report) -> None:
        if report.calm:
            self._notice(self._what(report.process), report)
        elif self._dialog is None:  # while one is being read, what comes is in the log folder only
            self._open(self.tr("Something went wrong in the program."), report)

    def _what(self, process: str) -> str:
        if process == "model":
            return self.tr("The model's process ended unexpectedly. It starts again when it is needed.")
        if process == "command":
            return self.tr("A part of the program that worked in the background ended unexpectedly.")
        return self.tr("Something went wrong in the background. You can go on.")

    def _notice(self, what: str, report: Report) -> None:
        self._window.notice.say(what, self.tr("Show the &report…"), lambda: self._look(what, report))

    def _look(self, what: str, report: Report) -> None:
        self._window.notice.dismiss()
        if self._dialog is not None:
            self._dialog.close()
        self._open(what, report)

    def _open(self, what: str, report: Report) -> None:
        self._dialog = dialog = MishapDialog(what, report, self._window)
        dialog.finished.connect(self._closed)
        dialog.reveal_wanted.connect(lambda: self._reveal(report))
        dialog.show()

    def _closed(self) -> None:
        self._dialog = None

    def _reveal(self, report: Report) -> None:
        path = report.path or logs.log_file()
        text = self.tr("No file manager answers. The folder is {0}").format(path.parent)
        show_files([path], self, lambda: self._window.status_line.say(text))
