"""An answer as a table: one model over its columns of numbers, whatever their length."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wavlink_desktop.gui.columns import COLUMNS, Column
from wavlink_desktop.gui.paging import Pages, Rows, Source
from wavlink_desktop.search.answer import Answer, Row
from wavlink_desktop.search.hits import Hit

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
)


class ResultsModel(QAbstractTableModel):
    """Rows of an `Answer`, read when they are looked at; until then they are empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = Pages(self)
        self._pages.arrived.connect(self._rows_arrived)

    @property
    def answer(self) -> Answer:
        """What is shown."""
        return self._pages.answer

    @property
    def ranked(self) -> bool:
        """Whether the rows answer a query; a mere list has no best match."""
        return self.answer.ranked

    def __len__(self) -> int:
        return len(self.answer)

    def show_answer(self, answer: Answer, source: Source, pages: dict[int, Rows]) -> None:
        """Show this instead; `pages` of it are there already."""
        if np.array_equal(answer.ids, self.answer.ids) and answer.ranked == self.ranked:
            self._pages.turn_to(answer, source, pages)
            if len(answer):
                self._rows_arrived(0, len(answer) - 1)
            return
        self.beginResetModel()
        self._pages.turn_to(answer, source, pages)
        self.endResetModel()

    def look_ahead(self, first: int, last: int) -> None:
        """Rows `first` to `last` are in sight."""
        self._pages.look_ahead(first, last)

    def row(self, number: int) -> Row | None:
        """A row as far as it is known; it is read, and `dataChanged` told, if it is not."""
        return self._pages.row(number)

    def hit(self, number: int) -> Hit | None:
        """The hit of a row, at once; None if its clip is gone or there is no such row."""
        if not 0 <= number < len(self.answer):
            return None
        row = self._pages.row_now(number)
        return row.hit if row is not None else None

    def hits_at(self, numbers: NDArray[np.int64]) -> list[Hit]:
        """The hits of many rows, at once."""
        return [row.hit for row in self._pages.rows_now(numbers) if row is not None]

    def hits_of(self, clip_ids: NDArray[np.int64]) -> list[Hit]:
        """The hits of clips, in the list or not, at once."""
        return self._pages.hits_of(clip_ids)

    def row_of(self, clip_id: int) -> int | None:
        """The row that shows a clip."""
        found = np.flatnonzero(self.answer.ids == clip_id)
        return int(found[0]) if len(found) else None

    def _rows_arrived(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """As many as the answer has."""
        return 0 if parent.isValid() else len(self.answer)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One an entry of `COLUMNS`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen and dragged out."""
        return _FLAGS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, tool tip and screen-reader text; the whole row as `ROW_ROLE`. None while it is on its way."""
        if role not in _ROLES:
            return None
        row = self._pages.row(index.row())
        if row is None or role == ROW_ROLE:
            return row
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row, column)
        return f"{column.heading()}: {self._text(row, column)}"

    def _text(self, row: Row, column: Column) -> str:
        return column.text(row) if self.ranked or not column.ranked else ""

    def _tool_tip(self, row: Row, column: Column) -> str | None:
        hit = row.hit
        if column.key == "name":
            path = str(hit.clip.path).encode(errors="replace").decode()
            return path if hit.clip.online else self.tr("{0}\nIts folder or drive is not connected.").format(path)
        if column.key == "match" and self.ranked:
            reasons = {
                "meaning": self.tr("It sounds like what you asked for"),
                "name": self.tr("Its name, folder, description or tags match"),
                "both": self.tr("Its sound and its name match"),
            }
            return f"{reasons[hit.reason]} ({hit.score:.2f})"
        return column.text(row) if column.key == "tags" else None


_ROLES = (
    ROW_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
