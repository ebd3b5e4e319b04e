"""Making the map in the background: the command line in a process of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from wavlink_desktop.gui.child_process import ChildProcess, command_line


class MapJob(QObject):
    """One `wavlink-desktop map` at a time."""

    progressed = Signal(int, int)
    finished = Signal(dict)
    """The command line's report."""
    failed = Signal(str)
    """It could not be made: why."""

    def __init__(
        self, library: Path, command: Callable[[], Sequence[str]] = command_line, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._command = library, command
        self._child: ChildProcess | None = None
        self._report: dict[str, Any] = {}

    @property
    def running(self) -> bool:
        """Whether the map is being made."""
        return self._child is not None

    def start(self, anew: bool = False) -> None:
        """Make it, or bring it up to date; `anew`: lay out everything again."""
        if self._child is not None:
            return
        arguments = ["map", *(["--anew"] if anew else []), "--library", str(self._library), "--json"]
        self._report = {}
        self._child = ChildProcess([*self._command(), *arguments], self)
        self._child.spoke.connect(self._heard)
        self._child.ended.connect(self._ended)
        self._child.start()

    def cancel(self) -> None:
        """Stop; the former map stays."""
        if self._child is not None:
            self._child.terminate()

    def close(self) -> None:
        """End the child, for the window closes."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def _heard(self, message: dict[str, Any]) -> None:
        if message.get("event") == "progress":
            self.progressed.emit(int(message["done"]), int(message["total"]))
        elif message.get("event") == "done":
            self._report = message

    def _ended(self, exit_code: int, errors: str) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        if exit_code == 0:
            self.finished.emit(self._report)
        else:
            self.failed.emit(errors.splitlines()[-1] if errors else self.tr("The map's process ended unexpectedly."))
