"""What is said of the point under the pointer: near it, inside the view, beside what covers that."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen

_WIDEST = 340.0
_INSIDE = 9.0
_AWAY = 16.0
_EDGE = 4.0


def draw_note(
    painter: QPainter,
    palette: QPalette,
    at: QPointF,
    view: QRectF,
    covered: Sequence[QRectF],
    title: str,
    text: str,
) -> None:
    """A small panel with a title and a line of dim text beside `at`, where `place` puts it."""
    font = painter.font()
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    above, below = QFontMetricsF(bold), QFontMetricsF(font)
    middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
    title, text = above.elidedText(title, middle, _WIDEST), below.elidedText(text, right, _WIDEST)
    width = max(above.horizontalAdvance(title), below.horizontalAdvance(text)) + 2 * _INSIDE
    height = above.height() + (below.height() if text else 0) + 2 * _INSIDE * 0.7
    box = place(at, QSizeF(width, height), view, covered)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
    painter.drawRoundedRect(box.translated(0.5, 0.5), 5, 5)
    inside = box.adjusted(_INSIDE, _INSIDE * 0.7, -_INSIDE, -_INSIDE * 0.7)
    painter.setFont(bold)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)


def place(at: QPointF, size: QSizeF, view: QRectF, covered: Sequence[QRectF]) -> QRectF:
    """Below `at` and to the right; where the view ends there, or something covers it, on another side."""
    right, left = at.x() + _AWAY, at.x() - _AWAY - size.width()
    below, above = at.y() + _AWAY / 2, at.y() - _AWAY / 2 - size.height()
    boxes = [QRectF(QPointF(x, y), size) for y in (below, above) for x in (right, left)]
    inside = view.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    seen = [box for box in boxes if inside.contains(box)] or boxes
    return next((box for box in seen if not any(box.intersects(each) for each in covered)), seen[0])
