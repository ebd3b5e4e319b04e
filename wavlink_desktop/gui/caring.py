"""Help when something does not work: the logs, the doctor."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wavlink_desktop import logs
from wavlink_desktop.gui.file_manager import show_files
from wavlink_desktop.gui.tasks import run_task

if TYPE_CHECKING:
    from wavlink_desktop.doctor import Examination, Finding
    from wavlink_desktop.gui.doctor_dialog import DoctorDialog


def _examination(library: Path) -> "Examination":
    from wavlink_desktop.doctor import Examination  # here: the window's first second has no need of it

    return Examination(library)


class Caring(QObject):
    """Shows the log folder; has the doctor look at this machine and at `library`, in the background."""

    said = Signal(str)
    """Something for the status line."""
    _found = Signal(object, object)

    def __init__(
        self, library: Path, window: QWidget, examination: "Callable[[Path], Examination]" = _examination
    ) -> None:
        super().__init__(window)
        self._library, self._window, self._make = library, window, examination
        self.dialog: DoctorDialog | None = None
        self._examination: Examination | None = None
        self._found.connect(self._add)

    # Commands

    def show_logs(self) -> None:
        """Open the folder of the log and of the reports, in the system's file manager."""
        log = logs.log_file()
        text = self.tr("No file manager answers. The folder is {0}").format(log.parent)
        show_files([log], self, lambda: self.said.emit(text))

    def show_doctor(self) -> None:
        """Look at what the program needs on this machine, and say what is missing and what to do about it."""
        if self.dialog is None:
            from wavlink_desktop.gui.doctor_dialog import DoctorDialog

            self.dialog = dialog = DoctorDialog(self._window)
            dialog.again_wanted.connect(self._look)
            dialog.finished.connect(self._closed)
            dialog.show()
            self._look()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """Look no further, for the window closes."""
        examination, self._examination = self._examination, None
        if examination is not None:
            examination.stop()

    def _look(self) -> None:
        if self.dialog is None:
            return
        self.dialog.begin()
        self._examination = examination = self._make(self._library)

        def work() -> None:
            for finding in examination.findings():
                self._found.emit(examination, finding)

        run_task(work, lambda _, error: self._ended(examination))

    def _add(self, examination: "Examination", finding: "Finding") -> None:
        if examination is self._examination and self.dialog is not None:
            self.dialog.add(finding)

    def _ended(self, examination: "Examination") -> None:
        if examination is self._examination and self.dialog is not None:
            self._examination = None
            self.dialog.end()

    def _closed(self) -> None:
        self.close()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
