"""The files that could not be read, and why; copyable."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.wording import counted
from wavlink_desktop.library.records import Problem


class ProblemsDialog(QDialog):
    """A list of files and reasons."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Problems"))
        self.resize(820, 420)
        heading = QLabel(self._heading(len(problems)))
        heading.setWordWrap(True)
        self._list = QTreeWidget(self)
        self._list.setHeaderLabels([self.tr("File"), self.tr("Reason"), self.tr("Folder")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("Problems"))
        for problem in problems:
            name, folder = (
                str(part).encode(errors="replace").decode() for part in (problem.path.name, problem.path.parent)
            )
            item = QTreeWidgetItem([name, problem.reason, folder])
            for column in range(3):
                item.setToolTip(column, item.text(column))
            self._list.addTopLevelItem(item)
        header = self._list.header()
        header.resizeSection(0, 220)
        header.resizeSection(1, 380)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        copy = QPushButton(icon("copy"), self.tr("Copy"), self)
        copy.clicked.connect(self.copy)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)

    def _heading(self, count: int) -> str:
        one = self.tr("One file could not be read, or not wholly. Everything else is in.")
        many = self.tr("{0} files could not be read, or not wholly. Everything else is in.")
        return counted(count, one, many) if count else self.tr("Every file could be read.")

    def rows(self) -> list[tuple[str, str, str]]:
        """File, reason and folder of each problem listed."""
        items = [self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount())]
        return [(item.text(0), item.text(1), item.text(2)) for item in items if item is not None]

    def copy(self) -> None:
        """Copy the selected lines, or all of them, as a table that a spreadsheet takes."""
        chosen = self._list.selectedItems() or [
            item for row in range(self._list.topLevelItemCount()) if (item := self._list.topLevelItem(row)) is not None
        ]
        lines = ("\t".join(item.text(column) for column in range(3)) for item in chosen)
        QGuiApplication.clipboard().setText("\n".join(lines))
