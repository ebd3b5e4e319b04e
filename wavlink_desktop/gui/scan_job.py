"""Scans in the background: a child process that can be paused, resumed and cancelled."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from wavlink_desktop.gui.child_process import ChildProcess, command_line
from wavlink_desktop.library.records import ScanProgress
from wavlink_desktop.library.trail import left_at


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
    crashed = Signal(object)
    """The child crashed while it read that file (`Path`); another goes on, and sets it aside if it is at fault."""

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
        self._crashed_on: Path | None = None
        self.state = ScanState.IDLE

    def start(self, folders: Sequence[Path] = ()) -> None:
        """Scan `folders` (files are welcome), or everything again when none is given."""
        if self.state in (ScanState.RUNNING, ScanState.STOPPING):
            self._waiting += folders
            return
        self._folders = [*self._folders, *folders] if self.state == ScanState.PAUSED else list(folders)
        self._crashed_on = None
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
        if exit_code < 0 and not stopped and self._go_on_after_crash():
            return
        self._set_state(self._after_stop)
        if exit_code != 0 and not stopped:
            self.failed.emit(self._reason(exit_code, errors))
        else:
            self.finished.emit(self._report)
        if self._waiting and self.state == ScanState.IDLE:
            waiting, self._waiting = self._waiting, []
            self.start(waiting)

    def _reason(self, exit_code: int, errors: str) -> str:
        if exit_code > 0 and errors:
            return errors.splitlines()[-1]  # the command line says what can be done
        path = left_at(self._library)
        if path is not None:
            text = self.tr("The scan ended unexpectedly while it read {0}. Rescan to go on.").format(path)
        else:
            text = self.tr("The scan ended unexpectedly. Rescan to go on.")
        return f"{text} {errors.splitlines()[-1]}" if errors else text

    def _go_on_after_crash(self) -> bool:
        path = left_at(self._library)
        if path is None or path == self._crashed_on:
            return False  # nobody knows why, or going on has not helped
        self._crashed_on = path
        self.crashed.emit(path)
        self._launch()
        return True

    def _set_state(self, state: ScanState) -> None:
        self.state = state
        self.state_changed.emit()
