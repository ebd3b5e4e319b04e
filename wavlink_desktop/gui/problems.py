"""The files that could not be read, by what is wrong with them; to be tried again, shown, copied or ignored."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.button_row import ButtonRow
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.wording import counted, grouped
from wavlink_desktop.library.records import Problem

_PROBLEMS = Qt.ItemDataRole.UserRole
_SEEN_AT_ONCE = 14
"""Lines that there is room for: no more are opened unasked."""
_LISTED = 2000
"""So many files of a reason are listed; all that is done concerns all of them."""


class ProblemsDialog(QDialog):
    """A tree of reasons and files; with nothing chosen, what is done concerns all."""

    retry_wanted = Signal(list)
    """Those files (`Path`) are to be read again."""
    ignore_wanted = Signal(list)
    reveal_wanted = Signal(object)

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Problems"))
        self.resize(860, 480)
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        self._list = QTreeWidget(self)
        self._list.setHeaderLabels([self.tr("File"), self.tr("Folder")])
        self._list.setUniformRowHeights(True)
        self._list.ensurePolished()  # or rows are as high as without the style sheet
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("Problems"))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.itemDoubleClicked.connect(lambda *_: self._reveal())
        self._list.itemSelectionChanged.connect(self._chosen_changed)
        header = self._list.header()
        header.resizeSection(0, 320)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._retry = self._button("redo", self.tr("&Try again"), lambda: self.retry_wanted.emit(self._paths()))
        self._show = self._button("reveal", self.tr("&Show in folder"), self._reveal)
        self._copy = self._button("copy", self.tr("&Copy list"), self.copy)
        self._ignore = self._button("close", self.tr("&Ignore"), lambda: self.ignore_wanted.emit(self._paths()))
        self._ignore.setToolTip(self.tr("Not listed any more, until the file changes"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._list, 1)
        layout.addLayout(ButtonRow(self, self._retry, self._show, self._copy, self._ignore))
        self.show_problems(problems)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List these instead, the most frequent reason first."""
        one = self.tr("One file could not be read, or not wholly. Everything else is in.")
        many = self.tr("{0} files could not be read, or not wholly. Everything else is in.")
        nothing = self.tr("Every file could be read.")
        self._heading.setText(counted(len(problems), one, many) if problems else nothing)
        self._list.clear()
        by_reason = sorted(problems, key=lambda problem: problem.reason)
        groups = [list(group) for _, group in groupby(by_reason, key=lambda problem: problem.reason)]
        for group in sorted(groups, key=len, reverse=True):
            item = self._group(group)
            self._list.addTopLevelItem(item)
            item.setFirstColumnSpanned(True)
            item.setExpanded(len(problems) + len(groups) <= _SEEN_AT_ONCE)
        self._chosen_changed()

    def rows(self) -> list[tuple[str, str, str]]:
        """File, reason and folder of each problem."""
        return [_row(problem) for item in self._groups() for problem in item.data(0, _PROBLEMS)]

    def copy(self) -> None:
        """Copy what is chosen, or all, as a table that a spreadsheet takes."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(_row(problem)) for problem in self._chosen()))

    def _group(self, problems: list[Problem]) -> QTreeWidgetItem:
        reason = told(problems[0].reason)
        files = counted(len(problems), self.tr("1 file"), self.tr("{0} files"))
        group = QTreeWidgetItem([f"{reason}  ({files})"])
        group.setToolTip(0, reason)
        group.setData(0, _PROBLEMS, problems)
        for problem in problems[:_LISTED]:
            name, _, folder = _row(problem)
            item = QTreeWidgetItem(group, [name, folder])
            item.setToolTip(0, f"{name}: {reason}")
            item.setToolTip(1, folder)
            item.setData(0, _PROBLEMS, [problem])
        if len(problems) > _LISTED:
            QTreeWidgetItem(group, [self.tr("… and {0} more").format(grouped(len(problems) - _LISTED))])
        return group

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(name), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: slot())
        return button

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _chosen(self) -> list[Problem]:
        items: Iterable[QTreeWidgetItem] = self._list.selectedItems() or self._groups()
        # A file may be chosen beside its reason: each once, in order.
        return list(dict.fromkeys(problem for item in items for problem in item.data(0, _PROBLEMS) or ()))

    def _paths(self) -> list[Path]:
        return [problem.path for problem in self._chosen()]

    def _chosen_changed(self) -> None:
        there, chosen = self._list.topLevelItemCount() > 0, bool(self._list.selectedItems())
        for button in (self._retry, self._copy, self._ignore):
            button.setEnabled(there)
        self._show.setEnabled(chosen)
        self._retry.setText(self.tr("&Try again") if chosen else self.tr("&Try all again"))
        self._ignore.setText(self.tr("&Ignore") if chosen else self.tr("&Ignore all"))

    def _reveal(self) -> None:
        for problem in self._chosen()[:1] if self._list.selectedItems() else []:
            self.reveal_wanted.emit(problem.path)


def _row(problem: Problem) -> tuple[str, str, str]:
    name, folder = (str(part).encode(errors="replace").decode() for part in (problem.path.name, problem.path.parent))
    return name, told(problem.reason), folder
