"""Undo and redo: what the user changes by hand, done on a worker one thing after the other, and taken back likewise."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QUndoCommand, QUndoStack

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.library.errors import StaleError

_Job = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that the user does to the library. Everything but `text` runs on a worker.

    `text` follows "Undo" in the menu: `accept “door” for 12 clips`. `do` gives what `undo` is given to take it back;
    what `undo` gives is said in the status line (empty: nothing is). `undo` raises `StaleError` where it is no longer
    possible, and any other error where it may be possible later.
    """

    text: str
    do: Callable[[Library], Any]
    undo: Callable[[Library, Any], str]
    redo: Callable[[Library], Any] | None = None
    """Where doing it again is another thing than doing it."""


class _Done(QUndoCommand):
    """An edit that has been done. `Undoing` does the work; the stack only keeps the order."""

    def __init__(self, edit: Edit, state: Any) -> None:
        super().__init__(edit.text)
        self.edit, self.state = edit, state


class Undoing(QObject):
    """Does edits and takes them back. Other parts may push `QUndoCommand`s of their own onto `stack`."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs: deque[_Job] = deque()
        self._busy = False
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(200)

    @property
    def busy(self) -> bool:
        """Whether anything is being done or taken back."""
        return self._busy

    def perform(self, edit: Edit, done: Callable[[Any], None] = lambda _: None) -> None:
        """Do an edit, after those before it; then call `done` with what it gave, on this thread."""

        def over(state: Any) -> None:
            self.stack.push(_Done(edit, state))
            done(state)

        self._queue(lambda: self._run(edit.do, over, self._failed))

    def record(self, edit: Edit, state: Any) -> None:
        """Remember an edit that somebody else has done."""
        self.stack.push(_Done(edit, state))

    def tell(self, done: int, total: int) -> None:
        """How far a long undo or redo is; from any thread."""
        self.said.emit(self.tr("{0} of {1} files").format(grouped(done), grouped(total)))

    def follow(self, undo: QAction, redo: QAction) -> None:
        """Let two actions say what would be undone and redone."""
        self.stack.undoTextChanged.connect(lambda text: undo.setText(self.tr("&Undo {0}").format(_escaped(text))))
        self.stack.redoTextChanged.connect(lambda text: redo.setText(self.tr("&Redo {0}").format(_escaped(text))))

    def close(self) -> None:
        """The window goes, and its actions with it: tell them nothing more."""
        self.stack.blockSignals(True)

    # Commands

    def undo(self) -> None:
        """Take back the last thing that was done."""
        self._queue(self._undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._queue(self._redo)

    # One after the other

    def _queue(self, job: _Job) -> None:
        self._jobs.append(job)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        while self._jobs and not self._busy:
            self._jobs.popleft()()

    def _run(self, work: Callable[[Library], Any], over: Callable[[Any], None], failed: Callable[[Any], None]) -> None:
        library = self._session.library
        if library is None:
            return

        def ended(result: Any, error: BaseException | None) -> None:
            self._busy = False
            if error is None:
                over(result)
            else:
                failed(error)
            self._session.poll()
            self._next()

        self._busy = True
        run_task(lambda: work(library), ended)

    def _undo(self) -> None:
        if not self.stack.canUndo():
            self.said.emit(self.tr("There is nothing to undo."))
            return
        command = self.stack.command(self.stack.index() - 1)
        if not isinstance(command, _Done):
            self.stack.undo()
            return
        edit, state = command.edit, command.state

        def over(note: str) -> None:
            self.stack.undo()
            self.said.emit(note or self.tr("Undone: {0}").format(edit.text))

        def failed(error: BaseException) -> None:
            if isinstance(error, StaleError):
                command.setObsolete(True)  # the stack drops it
                self.stack.undo()
            self.said.emit(self.tr("Cannot undo {0}. {1}").format(edit.text, told(error)))

        self._run(lambda library: edit.undo(library, state), over, failed)

    def _redo(self) -> None:
        if not self.stack.canRedo():
            self.said.emit(self.tr("There is nothing to redo."))
            return
        command = self.stack.command(self.stack.index())
        if not isinstance(command, _Done):
            self.stack.redo()
            return
        edit = command.edit

        def over(state: Any) -> None:
            command.state = state
            self.stack.redo()
            self.said.emit(self.tr("Done again: {0}").format(edit.text))

        self._run(edit.redo or edit.do, over, self._failed)

    def _failed(self, error: BaseException) -> None:
        self.said.emit(told(error))


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
