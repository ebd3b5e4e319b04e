"""Tagging in the background: a child process, with the time that is left. What is new waits for what is asked for."""

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
    """Whether it went to the end; what was tagged before a cancel stays tagged. `only_new`, `tagged`: of which run."""
    failed = Signal(str)

    def __init__(
        self, library: Path, command: Callable[[], Sequence[str]] = command_line, parent: QObject | None = None
    ) -> None:
        super().__init__(library, command, parent)
        self.only_new = False
        """Whether it goes, or went last, over the new clips only, unasked."""
        self.tagged = 0
        """How many clips were gone over, once that is finished."""
        self._next: Sequence[str] = ()
        self._parts = 1
        self._finished = 0
        self._cancelled = False
        self._began: float | None = None
        self._began_at = 0.0

    def start(self, vocabularies: Sequence[str], only_new: bool = False) -> None:
        """Tag the library with these; once it is done with what is new, if it is at that."""
        if not vocabularies:
            return
        if self.running:
            if self.only_new and not only_new:
                self._next = vocabularies
            return
        self._parts, self._finished, self._cancelled, self._began = 1 if only_new else len(vocabularies), 0, False, None
        self.only_new, self.tagged = only_new, 0
        options = [word for name in vocabularies for word in ("--vocabulary", name)]
        self._launch("tag", *options, *(["--new"] if only_new else []))
        self.progressed.emit(0, -1.0)

    @property
    def wanted(self) -> bool:
        """Whether it does, or is about to do, what was asked for."""
        return bool(self._next) or (self.running and not self.only_new)

    def cancel(self) -> None:
        """Stop; what is tagged by now stays so."""
        self._next = ()
        self.give_up()

    def give_up(self) -> None:
        """End this run, for the sake of the next one."""
        self._cancelled = self.running
        super().cancel()

    def _heard(self, message: dict[str, Any]) -> None:
        part = 0.0
        if message.get("event") == "done":
            self._finished += 1
            self.tagged = message["tagged"]
        elif message.get("event") == "progress" and message["total"]:
            part = message["done"] / message["total"]
        done = (self._finished + part) / self._parts
        now = time.monotonic()
        if self._began is None:  # loading the model is no measure of the pace
            self._began, self._began_at = now, done
        gone = done - self._began_at
        left = (now - self._began) / gone * (1 - done) if gone > 0 else -1.0
        self.progressed.emit(round(1000 * done), left)

    def _ended(self, exit_code: int, reason: str) -> None:
        following, self._next = self._next, ()
        if following:
            self.start(following)
        elif exit_code != 0 and not self._cancelled:
            self.failed.emit(reason or self.tr("Tagging ended unexpectedly."))
        else:
            self.finished.emit(not self._cancelled)
