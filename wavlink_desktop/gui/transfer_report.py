"""What became of a transfer: the sounds that failed, and why; what should be known of others. Copyable."""

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.wording import counted
from wavlink_desktop.library.records import Problem
from wavlink_desktop.transfer import TransferReport

_LISTED = 2000
"""So many are listed; all are copied."""


class TransferReportDialog(QDialog):
    """A list of sounds and reasons, those that failed first."""

    def __init__(self, report: TransferReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [_row(problem) for problem in (*report.failed, *report.notes)]
        self.setWindowTitle(self.tr("Transfer"))
        self.resize(860, 420)
        heading = QLabel(self._sentence(report), self)
        heading.setWordWrap(True)
        table = QTreeWidget(self)
        table.setHeaderLabels([self.tr("Sound"), self.tr("What"), self.tr("Folder")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setAccessibleName(self.tr("What became of the transfer"))
        for row in self._rows[:_LISTED]:
            item = QTreeWidgetItem(table, list(row))
            for column, text in enumerate(row):
                item.setToolTip(column, text)
        table.header().resizeSection(0, 220)
        table.header().resizeSection(1, 420)
        copy = QPushButton(icon("copy"), self.tr("&Copy list"), self)
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)

    def rows(self) -> list[tuple[str, str, str]]:
        """Name, what is to be known, and folder of each sound."""
        return self._rows

    def copy(self) -> None:
        """Copy all as a table that a spreadsheet takes."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self._rows))

    def _sentence(self, report: TransferReport) -> str:
        if not report.failed:
            return self.tr("Everything was transferred. Some sounds are not quite what was asked for:")
        one = self.tr("One sound could not be transferred: no part of it was left behind.")
        many = self.tr("{0} sounds could not be transferred: no parts of them were left behind.")
        sentence = counted(len(report.failed), one, many)
        return f"{sentence} {told(report.stopped)}".strip()


def _row(problem: Problem) -> tuple[str, str, str]:
    name, folder = (str(part).encode(errors="replace").decode() for part in (problem.path.name, problem.path.parent))
    return name, told(problem.reason), folder
