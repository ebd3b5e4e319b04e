"""How a row of the sidebar is painted: icon, text, count; what is searched for stands out, what is not is struck."""

from functools import cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.sidebar_model import NODE_ROLE, Kind, Mark, Node, SidebarModel
from wavlink_desktop.gui.wording import grouped

_ICON = 16
_GAP = 8
_LEAST_NAME = 8
"""Letters of a name that are to be seen beside a note."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

Index = QModelIndex | QPersistentModelIndex


class SidebarDelegate(QStyledItemDelegate):
    """Paints `Node`s. All colours come from the palette."""

    def __init__(self, model: SidebarModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._entry = self._section = QSize()

    def measure(self, metrics: QFontMetrics) -> None:
        """Fit the rows to a font; a section has some room above it."""
        self._entry, self._section = QSize(80, metrics.height() + 9), QSize(80, metrics.height() + 18)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As measured: Qt asks for every row of a folder that is opened."""
        node: Node = index.internalPointer()
        return self._section if node.kind == Kind.SECTION else self._entry

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        font = QFont(option.font)  # type: ignore[attr-defined]
        node: Node = index.data(NODE_ROLE)
        painter.save()
        mark = self._model.mark(node)
        _paint_ground(painter, rect, palette, state, mark)
        if node.kind == Kind.SECTION:
            _paint_section(painter, rect, palette, font, node)
        else:
            _paint_entry(painter, rect, palette, font, node, mark)
        painter.restore()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the text, not over the icon."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(rect.adjusted(_ICON + _GAP - 4, 1, -6, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A plain line."""
        line = QLineEdit(parent)
        line.setObjectName("inPlace")
        line.setAccessibleName(self.tr("Name of the collection"))
        return line


@cache
def _icon(name: str, role: QPalette.ColorRole) -> QIcon:
    return icon(name, role)


def _paint_ground(painter: QPainter, rect: QRect, palette: QPalette, state: QStyle.StateFlag, mark: Mark) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    box = QRectF(rect).adjusted(-4, 1, -4, -1)
    if mark == Mark.WANTED:
        painter.setBrush(palette.brush(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(box, 4, 4)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(palette.brush(QPalette.ColorRole.Midlight))
        painter.drawRoundedRect(box, 4, 4)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(palette.color(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _paint_section(painter: QPainter, rect: QRect, palette: QPalette, font: QFont, node: Node) -> None:
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(font.pointSizeF() * 0.9)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(rect.adjusted(0, 8, -8, 0), _LEFT, node.text)


def _paint_entry(painter: QPainter, rect: QRect, palette: QPalette, font: QFont, node: Node, mark: Mark) -> None:
    dim = palette.color(QPalette.ColorRole.PlaceholderText)
    strong = palette.color(QPalette.ColorRole.HighlightedText if mark == Mark.WANTED else QPalette.ColorRole.WindowText)
    faint = node.kind == Kind.HINT or (node.facet is not None and not node.facet.online)
    left = rect.left()
    if node.icon:
        role = QPalette.ColorRole.Accent if mark == Mark.WANTED else QPalette.ColorRole.PlaceholderText
        role = QPalette.ColorRole.BrightText if node.kind == Kind.PROBLEMS else role
        place = QRect(left, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        _icon(node.icon, role).paint(painter, place)
        left += _ICON + _GAP
    figure = grouped(node.count) if node.count is not None else ""
    noted = f"{node.note}   {figure}" if node.note and figure else node.note or figure
    painter.setFont(font)
    metrics = QFontMetrics(font)
    right = rect.right() - 10
    # The icon says it, too: where there is no room for both, the name comes before the note.
    named = right - left - metrics.horizontalAdvance(noted) - _GAP >= _LEAST_NAME * metrics.averageCharWidth()
    figure = noted if named or not figure else figure
    width = metrics.horizontalAdvance(figure) + _GAP if figure else 0
    action = node.kind == Kind.NEAR and node.count is None
    painter.setPen(palette.color(QPalette.ColorRole.Link) if action else strong if mark == Mark.WANTED else dim)
    painter.drawText(QRect(right - width, rect.top(), width, rect.height()), _RIGHT, figure)
    font.setStrikeOut(mark == Mark.EXCLUDED)
    painter.setFont(font)
    painter.setPen(dim if faint or mark == Mark.EXCLUDED else strong)
    area = QRect(left, rect.top(), max(0, right - width - left), rect.height())
    middle = Qt.TextElideMode.ElideRight
    painter.drawText(area, _LEFT, metrics.elidedText(node.text, middle, area.width()))
