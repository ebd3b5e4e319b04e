"""Changes to files: a preview that comes in as it is worked out, then the changes, which can be cancelled."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.changes_model import ChangesModel, Kind, Line
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.undoing import Edit, Undoing
from wavlink_desktop.gui.wording import counted, grouped
from wavlink_desktop.library.errors import LibraryError, StaleError
from wavlink_desktop.metadata.writing import ChangeReport

PAUSE_MS = 350
"""After the last key in a field, before the preview is worked out again."""

Plan = Any
"""A `WritePlan` or a `RenamePlan`."""
Progress = Callable[[int, int], None]


class ChangesDialog(QDialog):
    """What writing and renaming have in common. Does not hold up the window; nothing is changed without its button."""

    said = Signal(str)
    """Something for the status line."""
    _progressed = Signal(int, int)

    def __init__(self, library: Library, ids: Sequence[int], undoing: Undoing, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1040, 640)
        self._library, self._ids, self._undoing = library, list(ids), undoing
        self._plans: list[Plan] = []
        self._generation = 0
        self._planning = self._running = False
        self._stop = threading.Event()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.plan)
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._model = ChangesModel(self.headings(), self)
        self._table = self._make_table()
        self._only = QCheckBox(self.tr("Only what is refused"), self)
        self._only.toggled.connect(self._model.set_only_refusals)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._go = buttons.addButton(self.texts(self._files(0))[0], QDialogButtonBox.ButtonRole.ActionRole)
        self._go.setEnabled(False)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        for button in (self._go, self._close):
            button.setAutoDefault(False)  # Enter in a field writes nothing
        self._go.clicked.connect(self._carry_out)
        buttons.rejected.connect(self.reject)
        self._progressed.connect(self._show_progress)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(self.make_form())
        body.addWidget(self._table, 1)
        below = QHBoxLayout()
        below.addWidget(self._only)
        below.addStretch(1)
        below.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._summary)
        layout.addLayout(body, 1)
        layout.addWidget(self._progress)
        layout.addLayout(below)
        self.plan()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("preview")  # first: its header's style hangs on it
        table.setModel(self._model)
        table.setAccessibleName(self.tr("What changes"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in enumerate(self.widths()):
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            )
            if width:
                header.resizeSection(column, width)
        self._model.rowsInserted.connect(lambda _, first, last: self._span(table, first, last))
        self._model.modelReset.connect(lambda: self._span(table, 0, self._model.rowCount() - 1))
        return table

    def _span(self, table: QTableView, first: int, last: int) -> None:
        """Names of files, and reasons, may be as long as the line."""
        if first == 0:
            table.clearSpans()
        for row in range(first, last + 1):
            kind = self._model.lines()[row].kind
            if kind == Kind.FILE:
                table.setSpan(row, 0, 1, 3)
            elif kind == Kind.REFUSAL:
                table.setSpan(row, 1, 1, 2)

    # What the two differ in

    def headings(self) -> tuple[str, ...]:
        """Of the preview's three columns."""
        raise NotImplementedError

    def widths(self) -> tuple[int, int, int]:
        """Of the preview's columns; 0: as wide as there is room."""
        raise NotImplementedError

    def make_form(self) -> QWidget:
        """The fields at the left; they call `replan` when they are edited."""
        raise NotImplementedError

    def chunk(self) -> int:
        """How many clips are planned at a time."""
        raise NotImplementedError

    def planner(self) -> Callable[[Library, Sequence[int]], list[Plan]]:
        """What plans some clips, with the fields as they are now; it runs on a worker."""
        raise NotImplementedError

    def changer(self) -> Callable[[Library, Sequence[Plan], Progress, Callable[[], bool]], ChangeReport]:
        """What carries plans out; it runs on a worker."""
        raise NotImplementedError

    def changes(self, plan: Plan) -> bool:
        """Whether anything would change."""
        raise NotImplementedError

    def lines(self, plan: Plan) -> list[Line]:
        """A plan as lines of the preview."""
        raise NotImplementedError

    def texts(self, files: str) -> tuple[str, str, str]:
        """The button, the text of undo, and what is said when it is done; `files`: how many."""
        raise NotImplementedError

    # The preview

    def replan(self) -> None:
        """A field was edited: work the preview out again, in a moment."""
        self._go.setEnabled(False)
        self._pause.start()

    def plan(self) -> None:
        """Work the preview out."""
        self._generation += 1
        self._plans = []
        self._model.clear()
        self._planning = True
        self._next(0, self._generation, self.planner())

    def _next(self, start: int, generation: int, planner: Callable[[Library, Sequence[int]], list[Plan]]) -> None:
        ids, library = self._ids[start : start + self.chunk()], self._library

        def came(plans: list[Plan], error: BaseException | None) -> None:
            if generation != self._generation:
                return
            if error is not None:
                self._planning = False
                self._summary.setText(told(error))
                return
            self._plans += plans
            self._model.add([line for plan in plans for line in self.lines(plan)])
            seen = min(len(self._ids), start + self.chunk())
            self._planning = seen < len(self._ids)
            self._tell(seen)
            if self._planning:
                self._next(seen, generation, planner)

        run_task(lambda: planner(library, ids), came)

    def _files(self, count: int) -> str:
        return counted(count, self.tr("1 file"), self.tr("{0} files"))

    def _tell(self, seen: int) -> None:
        refused = sum(bool(plan.refusal) for plan in self._plans)
        changing = sum(self.changes(plan) for plan in self._plans)
        text = self.tr("{0} change").format(self._files(changing))
        if refused:
            text += self.tr(", {0} refused").format(grouped(refused))
        if self._planning:
            text += self.tr("  ·  looked at {0} of {1}").format(grouped(seen), grouped(len(self._ids)))
        elif not changing and not refused:
            text = self.tr("There is nothing to change: the files say all that already.")
        self._summary.setText(text)
        self._only.setVisible(refused > 0)
        self._progress.setVisible(self._planning)
        self._progress.setRange(0, len(self._ids))
        self._progress.setValue(seen)
        self._go.setText(self.texts(self._files(changing))[0])
        self._go.setEnabled(not self._planning and changing > 0)

    def summary(self) -> str:
        """What is said above the preview."""
        return self._summary.text()

    # The changes

    def _carry_out(self) -> None:
        plans = [plan for plan in self._plans if self.changes(plan)]
        library, change = self._library, self.changer()
        self._set_running(True)
        self._stop.clear()
        run_task(lambda: change(library, plans, self._progressed.emit, self._stop.is_set), self._changed)

    def _set_running(self, running: bool) -> None:
        self._running = running
        self._go.setEnabled(not running)
        self._form_enabled(not running)
        self._progress.setVisible(running)
        self._close.setText(self.tr("Cancel") if running else self.tr("Close"))

    def _form_enabled(self, on: bool) -> None:
        for field in self.findChildren(QWidget, "field"):
            field.setEnabled(on)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._summary.setText(self.tr("{0} of {1} files").format(grouped(done), grouped(total)))

    def _changed(self, report: ChangeReport, error: BaseException | None) -> None:
        self._set_running(False)
        if error is not None:
            self._summary.setText(told(error))
            self._go.setEnabled(True)
            return
        _, undo, done = self.texts(self._files(report.done))
        if report.done:
            self._undoing.record(self._edit(undo), report)
            done += " " + self.tr("Ctrl+Z in the window takes it back.")
        else:
            done = self.tr("Nothing was changed.")
        if report.cancelled:
            done = self.tr("Cancelled.") + " " + done
        self._summary.setText(done)
        self.said.emit(done)
        self._model.clear()
        self._model.add(
            [Line(Kind.REFUSAL, (_printable(problem.path.name), problem.reason)) for problem in report.refused]
        )
        self._only.setVisible(False)
        self._go.setEnabled(False)

    def _edit(self, text: str) -> Edit:
        ids, planner, change, undoing = self._ids, self.planner(), self.changer(), self._undoing
        nothing, too_late = self.tr("There is nothing to change now."), self.tr("It has been taken back already.")

        def redo(library: Library) -> ChangeReport:
            report = change(library, planner(library, ids), undoing.tell, lambda: False)
            if not report.done:
                raise LibraryError(report.refused[0].reason if report.refused else nothing)
            return report

        def undo(library: Library, report: ChangeReport) -> str:
            taken = library.undo(undoing.tell, report.batch)
            if not taken.done:
                reason = taken.refused[0].reason if taken.refused else too_late
                raise (LibraryError if library.undoable(report.batch) else StaleError)(reason)
            return refusals(len(taken.refused))

        left = self.tr("{0} have changed since and stay as they are.")

        def refusals(count: int) -> str:
            return left.format(self._files(count)) if count else ""

        return Edit(text, redo, undo)

    def reject(self) -> None:
        """Close; while files are being changed: stop behind the one that is."""
        if self._running:
            self._stop.set()
            return
        self._generation += 1  # what is still being planned is not wanted any more
        super().reject()


def _printable(text: str) -> str:
    return text.encode(errors="replace").decode()
