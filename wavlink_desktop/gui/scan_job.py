"""Scans in the background: a child process that can be paused, resumed and cancelled."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from wavlink_desktop.gui.child_process import ChildProcess, command_line
from wavlink_desktop.library.records import ScanProgress


class ScanState(Enum):
    """What a scan is doing."""

    IDLE = auto()
    RUNNING = auto()
    STOPPING = auto()
    PAUSED = auto()


class ScanJob(QObject):
    """One scan at a time; what is dropped meanwhile is scanned next.

    A pause ends the child, which commits its batch; resuming starts another, which goes on where the first was.
    """

    state_changed = Signal()
    progressed = Signal(object)
    """A `ScanProgress`."""
    finished = Signal(dict)
    """The scan's own report, as the command line prints it."""
    failed = Signal(str)
    """The child could not do its work: why."""

    def __init__(
        self, library: Path, command: Callable[[], Sequence[str]] = command_line, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._command = command
        self._child: ChildProcess | None = None
        self._folders: list[Path] = []
        self._waiting: list[Path] = []
        self._report: dict[str, Any] = {}
        self._after_stop = ScanState.IDLE
        self.state = ScanState.IDLE

    def start(self, folders: Sequence[Path] = ()) -> None:
        """Scan `folders` (files are welcome), or everything again when none is given."""
        if self.state in (ScanState.RUNNING, ScanState.STOPPING):
            self._waiting += folders
            return
        self._folders = [*self._folders, *folders] if self.state == ScanState.PAUSED else list(folders)
        self._launch()

    def pause(self) -> None:
        """Stop for now; what is done is kept."""
        self._stop(ScanState.PAUSED)

    def resume(self) -> None:
        """Go on where the pause came."""
        if self.state == ScanState.PAUSED:
            self._launch()

    def cancel(self) -> None:
        """Stop for good; what is done is kept."""
        if self.state == ScanState.PAUSED:
            self._set_state(ScanState.IDLE)
        else:
            self._waiting.clear()
            self._stop(ScanState.IDLE)

    def close(self) -> None:
        """End the child, for the window closes."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def _launch(self) -> None:
        folders = [str(folder) for folder in self._folders]
        arguments = ["scan", *folders, "--library", str(self._library), "--json"]
        self._report = {}
        self._after_stop = ScanState.IDLE
        self._child = ChildProcess([*self._command(), *arguments], self)
        self._child.spoke.connect(self._heard)
        self._child.ended.connect(self._ended)
        self._set_state(ScanState.RUNNING)
        self._child.start()

    def _stop(self, then: ScanState) -> None:
        if self._child is not None and self.state == ScanState.RUNNING:
            self._after_stop = then
            self._set_state(ScanState.STOPPING)
            self._child.terminate()

    def _heard(self, message: dict[str, Any]) -> None:
        if message.get("event") == "progress":
            fields = ScanProgress.__dataclass_fields__
            self.progressed.emit(ScanProgress(**{name: message[name] for name in fields if name in message}))
        elif message.get("event") == "done":
            self._report = message

    def _ended(self, exit_code: int, errors: str) -> None:
        stopped = self.state == ScanState.STOPPING
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self._set_state(self._after_stop)
        if exit_code != 0 and not stopped:
            self.failed.emit(errors.splitlines()[-1] if errors else self.tr("The scan ended unexpectedly."))
        else:
            self.finished.emit(self._report)
        if self._waiting and self.state == ScanState.IDLE:
            waiting, self._waiting = self._waiting, []
            self.start(waiting)

    def _set_state(self, state: ScanState) -> None:
        self.state = state
        self.state_changed.emit()
