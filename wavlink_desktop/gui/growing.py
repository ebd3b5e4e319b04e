"""What makes the library grow: folders, the demo, scans."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wavlink_desktop import demo, paths
from wavlink_desktop.gui.child_process import command_line
from wavlink_desktop.gui.scan_bar import ScanBar
from wavlink_desktop.gui.scan_job import ScanJob, ScanState
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.welcome import Welcome


class Growing(QObject):
    """Runs scans and the demo for one session."""

    said = Signal(str)
    """Something for the status line."""
    listened = Signal()
    """A scan is over, and there may be sounds that had not been listened to before."""
    _demo_progress = Signal(int, int)

    def __init__(
        self,
        session: Session,
        window: QWidget,
        welcome: Welcome,
        bar: ScanBar,
        command: Callable[[], Sequence[str]] = command_line,
        demo_folder: Callable[[], Path] = paths.demo_folder,
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._welcome, self._bar = session, window, welcome, bar
        self._command, self._demo_folder = command, demo_folder
        self.early: list[Path] = []
        """What was added and waits for the library to be open."""
        self._looked = False
        self.scan = ScanJob(session.path, command, self)
        self.scan.state_changed.connect(self._scan_state_changed)
        self.scan.progressed.connect(bar.set_progress)
        self.scan.finished.connect(self._scan_finished)
        self.scan.failed.connect(self._scan_failed)
        self.scan.crashed.connect(self._scan_crashed)
        bar.pause_toggled.connect(self._toggle_pause)
        bar.cancelled.connect(self.scan.cancel)
        bar.cancelled.connect(self._hide_bar)
        welcome.add_wanted.connect(self.add_folder)
        welcome.demo_wanted.connect(self.make_demo)
        self._demo_progress.connect(welcome.set_progress)
        session.opened.connect(self._offer_to_go_on)

    # Commands

    def add_folder(self) -> None:
        """Ask for a folder and scan it."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Add a folder of sounds"))
        if chosen:
            self.add([Path(chosen)])

    def add(self, folders: Sequence[Path]) -> None:
        """Scan folders or files in the background."""
        if self._session.library is not None:
            self.scan.start(folders)
        else:
            self.early += folders
            self.said.emit(self.tr("Added as soon as a library is open."))

    def rescan(self) -> None:
        """Look at every folder again."""
        self.add([])

    def make_demo(self) -> None:
        """Write the demo library's sounds, then scan them."""
        folder = self._demo_folder()
        self._welcome.set_progress(0, 0)
        run_task(lambda: demo.write_demo_library(folder, self._demo_progress.emit), self._demo_made)

    def pause_scan(self) -> None:
        """Pause the scan that runs, or go on with the one that waits."""
        self._toggle_pause()

    def close(self) -> None:
        """End the child."""
        self.scan.close()

    # What happens then

    def _offer_to_go_on(self) -> None:
        if self.early:
            early, self.early = self.early, []
            self.add(early)
        info = self._session.info
        if info is not None and info.clips > info.embedded and self.scan.state == ScanState.IDLE:
            self._bar.set_waiting(info.clips - info.embedded)

    def _toggle_pause(self) -> None:
        if self.scan.state == ScanState.RUNNING:
            self.scan.pause()
        elif self.scan.state == ScanState.PAUSED:
            self.scan.resume()
        else:
            self.rescan()

    def _hide_bar(self) -> None:
        if self.scan.state == ScanState.IDLE:
            self._bar.hide()

    def _scan_state_changed(self) -> None:
        self._bar.set_state(self.scan.state)
        self._session.set_busy(self.scan.state == ScanState.RUNNING)
        self._session.poll()

    def _scan_finished(self, report: dict[str, Any]) -> None:
        self._session.poll()
        if report and not report.get("cancelled"):
            text = self.tr("Scan done: {0} new, {1} listened to, {2} skipped")
            self.said.emit(text.format(report["added"], report["embedded"], report["skipped"]))
            if report["embedded"] or not self._looked:
                self._looked = True  # the first time also for what an earlier run of the program has left
                self.listened.emit()

    def _scan_failed(self, reason: str) -> None:
        self._welcome.set_note(reason)
        self.said.emit(reason)

    def _scan_crashed(self, path: Path) -> None:
        text = self.tr("The program that reads sounds crashed on {0}. It goes on without it; see Problems.")
        self.said.emit(text.format(path.name))

    def _demo_made(self, _: object, error: BaseException | None) -> None:
        if error is not None:
            self._welcome.set_note(told(error))
            return
        self._welcome.set_idle()
        self.add([self._demo_folder()])
