"""Files dragged out of the window, onto any program that takes files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDrag, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from wavlink_desktop.gui.file_urls import file_mime

_WIDEST = 360


def drag_files(source: QWidget, files: Sequence[Path], label: str) -> bool:
    """Let the user drop files somewhere, as copies; whether they were taken. Blocks while the drag lasts."""
    drag = QDrag(source)
    drag.setMimeData(file_mime(files))
    drag.setPixmap(_picture(source, label))
    drag.setHotSpot(QPoint(-12, -8))
    return drag.exec(Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction


def _picture(source: QWidget, label: str) -> QPixmap:
    """What hangs at the pointer."""
    metrics, ratio = source.fontMetrics(), source.devicePixelRatioF()
    text = metrics.elidedText(label.encode(errors="replace").decode(), Qt.TextElideMode.ElideMiddle, _WIDEST)
    size = QSize(metrics.horizontalAdvance(text) + 24, metrics.height() + 12)
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(source.font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(source.palette().brush(QPalette.ColorRole.Highlight))
    painter.drawRoundedRect(QRect(QPoint(), size), 6, 6)
    painter.setPen(source.palette().color(QPalette.ColorRole.HighlightedText))
    painter.drawText(QRect(QPoint(), size), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return pixmap
