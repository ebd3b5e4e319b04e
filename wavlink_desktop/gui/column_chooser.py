"""Which columns a table has, and in which order: ticked and moved by pointer or key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

_NAME = Qt.ItemDataRole.UserRole


class ColumnChooser(QListWidget):
    """Chosen columns first, in their order, then the others."""

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self.setObjectName("columns")
        self.setAccessibleName(self.tr("Columns"))
        self.setToolTip(self.tr("Space ticks a column, Alt with the arrows moves it; or drag it."))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)

    def choose(self, names: Sequence[str]) -> None:
        """Tick these, in that order; names that there are not are left out."""
        self.clear()
        known = [name for name in names if name in self._titles]
        for name in [*known, *(name for name in self._titles if name not in known)]:
            item = QListWidgetItem(self._titles[name], self)
            item.setData(_NAME, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in known else Qt.CheckState.Unchecked)

    def chosen(self) -> list[str]:
        """The ticked ones, top to bottom."""
        items = (self.item(row) for row in range(self.count()))
        return [item.data(_NAME) for item in items if item.checkState() == Qt.CheckState.Checked]

    def event(self, event: QEvent) -> bool:
        """The keys that move a column are ours while the list has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up or Down moves the current column."""
        step = _step(event)
        if step:
            row = self.currentRow()
            target = max(0, min(self.count() - 1, row + step))
            self.insertItem(target, self.takeItem(row))
            self.setCurrentRow(target)
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> int:
    """Rows that a key moves the current column by; 0: none."""
    if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
