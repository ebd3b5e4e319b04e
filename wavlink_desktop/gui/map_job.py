"""Making the map in the background: the command line in a process of its own."""

from typing import Any

from PySide6.QtCore import Signal

from wavlink_desktop.gui.child_job import ChildJob


class MapJob(ChildJob):
    """One `wavlink-desktop map` at a time. Cancelled, the former map stays."""

    progressed = Signal(int, int)
    finished = Signal(dict)
    """The command line's report."""
    failed = Signal(str)
    """It could not be made: why."""

    _report: dict[str, Any]

    def start(self, anew: bool = False) -> None:
        """Make it, or bring it up to date; `anew`: lay out everything again."""
        if not self.running:
            self._report = {}
            self._launch("map", *(["--anew"] if anew else []))

    def _heard(self, message: dict[str, Any]) -> None:
        if message.get("event") == "progress":
            self.progressed.emit(int(message["done"]), int(message["total"]))
        elif message.get("event") == "done":
            self._report = message

    def _ended(self, exit_code: int, reason: str) -> None:
        if exit_code == 0:
            self.finished.emit(self._report)
        else:
            self.failed.emit(reason or self.tr("The map's process ended unexpectedly."))
