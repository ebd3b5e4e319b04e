"""What would be changed in files, line by line, as it comes in: thousands of files cost what is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from wavlink_desktop.gui.told import told

Index = QModelIndex | QPersistentModelIndex


class Kind(Enum):
    """What a line is about."""

    FILE = auto()
    """A file whose changes follow."""
    UNCHANGED = auto()
    RENAMED = auto()
    CHANGE = auto()
    REFUSAL = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a file with what happens to it, or one change in it."""

    kind: Kind
    cells: tuple[str, ...]


class ChangesModel(QAbstractTableModel):
    """Lines under headings; only refusals, if so wanted."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._lines: list[Line] = []
        self._shown: list[Line] = []
        self._only_refusals = False

    def clear(self) -> None:
        """Nothing is known yet."""
        self.beginResetModel()
        self._lines, self._shown = [], []
        self.endResetModel()

    def add(self, lines: Sequence[Line]) -> None:
        """More has come in."""
        self._lines += lines
        fresh = self._wanted(lines)
        if fresh:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._shown += fresh
            self.endInsertRows()

    def set_only_refusals(self, only: bool) -> None:
        """Show refusals only, or everything."""
        self.beginResetModel()
        self._only_refusals = only
        self._shown = self._wanted(self._lines)
        self.endResetModel()

    def lines(self) -> list[Line]:
        """What is shown."""
        return self._shown

    def _wanted(self, lines: Sequence[Line]) -> list[Line]:
        return [line for line in lines if line.kind == Kind.REFUSAL or not self._only_refusals]

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """As many as there are lines."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One a heading."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; files stand out, refusals warn."""
        line, column = self._shown[index.row()], index.column()
        text = line.cells[column] if column < len(line.cells) else ""
        if line.kind == Kind.REFUSAL and column > 0:
            text = told(text)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"      {text}" if line.kind == Kind.CHANGE and column == 0 else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        if role == Qt.ItemDataRole.FontRole and line.kind == Kind.FILE and column == 0:
            font = QFont(QGuiApplication.font())
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(line.kind, column)
        return None

    def _colour(self, kind: Kind, column: int) -> Any:
        palette = QGuiApplication.palette()
        if kind == Kind.REFUSAL and column > 0:
            return palette.brush(QPalette.ColorRole.BrightText)
        dim = kind == Kind.UNCHANGED or (kind == Kind.CHANGE and column < 2) or (kind == Kind.RENAMED and column != 1)
        return palette.brush(QPalette.ColorRole.PlaceholderText) if dim else None
