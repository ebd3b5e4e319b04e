"""Chips: what a search holds besides words, each with its own way out, in rows that wrap."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

from wavlink_desktop.gui.icons import icon

_LONGEST = 260


class Chip(QWidget):
    """A text and a button that takes it away; a click on the text asks for a change."""

    removed = Signal()
    changed = Signal()

    def __init__(self, text: str, help_text: str, kind: str, parent: QWidget | None = None) -> None:
        """`kind` is a name for the style sheet: "filter", "like" or "unlike"."""
        super().__init__(parent)
        self.setObjectName("chipBody")
        self.setProperty("kind", kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _LONGEST), self)
        self._remove = QToolButton(self)
        self._remove.setObjectName("chipRemove")
        self._remove.setIcon(icon("close"))
        self._remove.setIconSize(QSize(10, 10))
        self._remove.setAccessibleName(self.tr("Remove {0}").format(text))
        self._remove.setToolTip(self.tr("Remove"))
        self._remove.clicked.connect(self.removed)
        self.setToolTip(help_text)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 1, 2, 1)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addWidget(self._remove)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def mouseReleaseEvent(self, event: object) -> None:
        """A click on the text."""
        self.changed.emit()


class Flow(QLayout):
    """Left to right, then the next row: as Qt's own example of a flow layout has it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(6)

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """That one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Let that one go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all rows, in pixels."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """One row's height."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest one's."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, really: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + self.spacing(), 0
            if really:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, height = x + size.width() + self.spacing(), max(height, size.height())
        return y + height - rect.y()


class ChipRow(QWidget):
    """As many chips as are given, made anew whenever that changes; hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def chips(self) -> list[Chip]:
        """Left to right."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [widget for item in items if item is not None and isinstance(widget := item.widget(), Chip)]

    def show_chips(self, chips: list[Chip]) -> None:
        """Show these instead."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for chip in chips:
            self._flow.addWidget(chip)
        self.setVisible(bool(chips))
        self.updateGeometry()
