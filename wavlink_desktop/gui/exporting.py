"""Tags out of the library, into a table."""

import threading
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from wavlink_desktop.gui.export_dialog import ALL, CHOSEN, FOUND, ExportDialog, Wish
from wavlink_desktop.gui.file_urls import file_url
from wavlink_desktop.gui.inspecting import Inspecting
from wavlink_desktop.gui.results import ResultsModel
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.wording import counted


class _Cancelled(Exception):
    """The user has had enough."""


class Exporting(QObject):
    """Asks what to export and writes it on a worker."""

    said = Signal(str)
    """Something for the status line."""
    _progressed = Signal(int, int)

    def __init__(
        self, session: Session, settings: QSettings, inspecting: Inspecting, model: ResultsModel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._inspecting, self._model = inspecting, model
        self._dialog: ExportDialog | None = None
        self._stop = threading.Event()

    def export(self) -> None:
        """Ask what, as what and where to; then write it."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        info = self._session.info
        chosen, found = np.array(self._inspecting.ids, np.int64), self._model.answer.ids
        counts = {CHOSEN: len(chosen), FOUND: len(found), ALL: info.clips if info else 0}
        self._dialog = dialog = ExportDialog(self._settings, counts, self._window)
        dialog.wanted.connect(lambda wish: self._write(wish, {CHOSEN: chosen, FOUND: found}.get(wish.which)))
        dialog.stopped.connect(self._stop.set)
        dialog.finished.connect(self._closed)
        self._progressed.connect(dialog.set_progress)
        dialog.show()

    def close(self) -> None:
        """Stop what is being written."""
        self._stop.set()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _write(self, wish: Wish, ids: NDArray[np.int64] | None) -> None:
        library = self._session.library
        if library is None:
            return
        self._stop.clear()

        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise _Cancelled
            self._progressed.emit(done, total)

        def work() -> int:
            return library.export(
                wish.destination,
                wish.file_format,
                clip_ids=ids,
                columns=wish.columns,
                least_score=wish.least_score,
                progress=progress,
            )

        run_task(work, lambda clips, error: self._written(wish, clips, error))

    def _written(self, wish: Wish, clips: Any, error: BaseException | None) -> None:
        if isinstance(error, _Cancelled):
            text = self.tr("Cancelled: no file was written.")
        elif error is not None:
            text = told(error)
        else:
            what = counted(clips, self.tr("1 sound"), self.tr("{0} sounds"))
            text = self.tr("{0} exported to {1}").format(what, wish.destination)
            if wish.reveal:
                QDesktopServices.openUrl(file_url(wish.destination.parent))
        self.said.emit(text)
        if self._dialog is not None:
            self._dialog.set_result(text)
