"""One command of the command line at a time, in a process of its own: what map and tagging have in common."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from wavlink_desktop.gui.child_process import ChildProcess, command_line


class ChildJob(QObject):
    """Starts the child and sees it off; a subclass makes sense of what it says."""

    def __init__(
        self, library: Path, command: Callable[[], Sequence[str]] = command_line, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._command = library, command
        self._child: ChildProcess | None = None

    @property
    def running(self) -> bool:
        """Whether the child is at work."""
        return self._child is not None

    def cancel(self) -> None:
        """Stop; what is done by now stays."""
        if self._child is not None:
            self._child.terminate()

    def close(self) -> None:
        """End the child, for the window closes."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def _launch(self, *arguments: str) -> None:
        command = [*self._command(), *arguments, "--library", str(self._library), "--json"]
        self._child = ChildProcess(command, self)
        self._child.spoke.connect(self._heard)
        self._child.ended.connect(self._gone)
        self._child.start()

    def _gone(self, exit_code: int, errors: str) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self._ended(exit_code, errors.splitlines()[-1] if errors else "")

    def _heard(self, message: dict[str, Any]) -> None:
        """A line of the child's output."""
        raise NotImplementedError

    def _ended(self, exit_code: int, reason: str) -> None:
        """It is over; `reason`: the last line of what it said to standard error."""
        raise NotImplementedError
