"""Tagging in the background: a child process, vocabulary after vocabulary, with the time that is left."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from wavlink_desktop.gui.child_job import ChildJob
from wavlink_desktop.gui.child_process import command_line


class TaggingJob(ChildJob):
    """One run at a time."""

    progressed = Signal(int, float)
    """Thousandths that are done, and seconds that are left (below 0: not known yet)."""
    finished = Signal(bool)
    """Whether it went to the end; what was tagged before a cancel stays tagged."""
    failed = Signal(str)

    def __init__(
        self, library: Path, command: Callable[[], Sequence[str]] = command_line, parent: QObject | None = None
    ) -> None:
        super().__init__(library, command, parent)
        self._vocabularies: Sequence[str] = ()
        self._finished = 0
        self._cancelled = False
        self._began: float | None = None
        self._began_at = 0.0

    def start(self, vocabularies: Sequence[str]) -> None:
        """Tag the library with these."""
        if self.running or not vocabularies:
            return
        self._vocabularies, self._finished, self._cancelled, self._began = vocabularies, 0, False, None
        options = [word for name in vocabularies for word in ("--vocabulary", name)]
        self._launch("tag", *options)
        self.progressed.emit(0, -1.0)

    def cancel(self) -> None:
        """Stop; what is tagged by now stays so."""
        self._cancelled = self.running
        super().cancel()

    def _heard(self, message: dict[str, Any]) -> None:
        part = 0.0
        if message.get("event") == "done":
            self._finished += 1
        elif message.get("event") == "progress" and message["total"]:
            part = message["done"] / message["total"]
        done = (self._finished + part) / len(self._vocabularies)
        now = time.monotonic()
        if self._began is None:  # loading the model is no measure of the pace
            self._began, self._began_at = now, done
        gone = done - self._began_at
        left = (now - self._began) / gone * (1 - done) if gone > 0 else -1.0
        self.progressed.emit(round(1000 * done), left)

    def _ended(self, exit_code: int, reason: str) -> None:
        if exit_code != 0 and not self._cancelled:
            self.failed.emit(reason or self.tr("Tagging ended unexpectedly."))
        else:
            self.finished.emit(not self._cancelled)
