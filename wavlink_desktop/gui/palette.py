"""The palette: every command by some letters of its name, those used last first, and whatever else one can go to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.fuzzy import match

_WIDTH, _ROWS = 620, 12
_ENTRY, _PLACES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the palette offers. `reason`: why it cannot be done now; empty when it can."""

    id: str
    text: str
    where: str
    run: Callable[[], None]
    keys: str = ""
    reason: str = ""


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[tuple[Entry, tuple[int, ...]]] = []

    def show(self, rows: list[tuple[Entry, tuple[int, ...]]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        # Selectable although it cannot be run: only so can one go there and hear why.
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, places = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.text, entry.where, entry.keys, entry.reason) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.reason or None
        return {_ENTRY: entry, _PLACES: places}.get(Qt.ItemDataRole(role) if role < _ENTRY else role)


class _Rows(QStyledItemDelegate):
    """Name with the letters that were typed, its menu, and at the right its keys or why it cannot be done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(_ENTRY)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, roles = option.palette, QPalette.ColorRole
        dim = palette.color(roles.HighlightedText if selected else roles.PlaceholderText)
        text = palette.color(roles.HighlightedText if selected else roles.Text)
        painter.save()
        if selected:
            painter.fillRect(option.rect, palette.color(roles.Highlight))
        area = option.rect.adjusted(14, 0, -14, 0)
        centre = Qt.AlignmentFlag.AlignVCenter
        metrics = option.fontMetrics
        painter.setPen(dim)
        right = metrics.elidedText(entry.reason or entry.keys, Qt.TextElideMode.ElideRight, area.width() // 2)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | centre, right)
        room = area.width() - metrics.horizontalAdvance(right) - 24
        name = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(dim if entry.reason else text)
        across = self._draw_name(
            painter, option.font, name, index.data(_PLACES), area.left(), area.y() + area.height() / 2
        )
        painter.setPen(dim)
        rest = area.adjusted(round(across) + 14, 0, 0, 0)
        rest.setWidth(max(0, room - round(across) - 14))
        painter.drawText(rest, centre, metrics.elidedText(entry.where, Qt.TextElideMode.ElideRight, rest.width()))
        painter.restore()

    @staticmethod
    def _draw_name(painter: QPainter, font: QFont, name: str, places: Sequence[int], left: int, middle: float) -> float:
        layout = QTextLayout(name, font)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        ranges = []
        for place in places:
            if place < len(name):
                marked = QTextLayout.FormatRange()
                marked.start, marked.length, marked.format = place, 1, bold
                ranges.append(marked)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        layout.draw(painter, QPointF(left, middle - line.height() / 2))
        return line.naturalTextWidth()


class Palette(QDialog):
    """A box to type into and a list of what that may mean. Enter does it, Esc goes back to where one was."""

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Commands"))
        order = {name: place for place, name in enumerate(recent)}
        self._entries = sorted(entries, key=lambda entry: order.get(entry.id, len(order)))
        self._order = order
        self._chosen: Entry | None = None
        self.box = QLineEdit(self)
        self.box.setObjectName("paletteBox")
        self.box.setPlaceholderText(self.tr("What do you want to do?"))
        self.box.setAccessibleName(self.tr("Command"))
        self.box.textChanged.connect(self._filter)
        self.box.installEventFilter(self)
        self._model = _Model(self)
        self.list = QListView(self)
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addWidget(self.list)
        self._filter("")
        self._place(parent)

    @property
    def shown(self) -> list[Entry]:
        """What is listed, best first."""
        return [entry for entry, _ in self._model.rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that move in the list go there; the box keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        found: list[tuple[float, Entry, tuple[int, ...]]] = []
        for entry in self._entries:
            if not text.strip():
                found.append((0.0, entry, ()))
            elif hit := match(text, f"{entry.text} {entry.where}"):
                recent = 3.0 if entry.id in self._order else 0.0
                found.append((hit[0] + recent, entry, hit[1]))
        found.sort(key=lambda row: -row[0])
        self._model.show([(entry, places) for _, entry, places in found])
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry: Entry = index.data(_ENTRY)
        if not entry.reason:
            self.accept()  # first: what is done may need the focus where it was
            entry.run()

    def _place(self, window: QWidget) -> None:
        self.box.setMinimumHeight(self.box.fontMetrics().height() + 24)
        height = self.box.minimumHeight() + _ROWS * (self.fontMetrics().height() + 14) + 2
        width = min(max(_WIDTH, 44 * self.fontMetrics().averageCharWidth() * 2), window.width() - 32)
        self.resize(width, min(height, window.height() - 96))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 72)
