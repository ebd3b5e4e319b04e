"""What moves over the picture of a sound: the region, the playhead, the pointer's line with what is under it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPolygonF

from wavlink_desktop.gui.region import Region
from wavlink_desktop.gui.sound_layout import Layout
from wavlink_desktop.gui.sound_marks import faded
from wavlink_desktop.gui.time_axis import TimeAxis
from wavlink_desktop.gui.wording import ruler_clock


def paint_region(
    painter: QPainter, layout: Layout, region: Region, axis: TimeAxis, palette: QPalette, font: QFont
) -> None:
    """The region, its edges, and how long it is."""
    area = layout.picture
    text, accent = (palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Accent))
    left, right = max(-2.0, axis.x(region[0])), min(area.right() + 2, axis.x(region[1]))
    if right < area.left() or left > area.right():
        return
    # Fainter where colours mean something.
    for part, strength in ((layout.waveform, 0.24), (layout.spectrogram, 0.1)):
        painter.fillRect(QRectF(left, part.top(), right - left, part.height()), faded(accent, strength))
    for x, inward in ((left, 1), (right, -1)):
        painter.fillRect(QRectF(x - 0.75, area.top(), 1.5, area.height()), text)
        grip = QRectF(min(x, x + 4 * inward), area.center().y() - 7, 4, 14)
        painter.fillRect(grip, text)
    length = region[1] - region[0]
    # A thousandth of the length is exact enough.
    label = ruler_clock(length, 0.1 if length >= 100 else 0.01 if length >= 10 else 0.001)
    paint_label(painter, area, (max(left, 0.0) + min(right, area.right())) / 2, area.bottom() - 2, label, palette, font)


def paint_playhead(painter: QPainter, area: QRectF, x: float, playing: bool, palette: QPalette) -> None:
    """Where it plays; a faint line where it stopped."""
    if not area.left() - 1 <= x <= area.right() + 1:
        return
    role = QPalette.ColorRole.BrightText if playing else QPalette.ColorRole.PlaceholderText
    colour = palette.color(role)
    painter.fillRect(QRectF(x - 0.75, area.top(), 1.5, area.height()), colour)
    if playing:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        top = area.top()
        painter.drawPolygon(QPolygonF([QPointF(x - 4, top), QPointF(x + 4, top), QPointF(x, top + 5)]))
        painter.restore()


def paint_hover(painter: QPainter, area: QRectF, x: float, text: str, palette: QPalette, font: QFont) -> None:
    """A line at the pointer, and what is there."""
    painter.fillRect(QRectF(x, area.top(), 1, area.height()), palette.color(QPalette.ColorRole.Dark))
    width = QFontMetricsF(font).horizontalAdvance(text) + 10
    side = x + 6 + width / 2 if x + 8 + width <= area.right() else x - 6 - width / 2
    paint_label(painter, area, side, area.top() + QFontMetricsF(font).height() + 4, text, palette, font)


def paint_label(
    painter: QPainter, area: QRectF, middle: float, bottom: float, text: str, palette: QPalette, font: QFont
) -> None:
    """A text on a ground of its own, around `middle` as far as the area allows, standing on `bottom`."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 10, metrics.height() + 2
    left = min(max(area.left() + 2, middle - width / 2), area.right() - width - 2)
    ground = QRectF(left, bottom - height, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(palette.color(QPalette.ColorRole.Base), 0.88))
    painter.drawRoundedRect(ground, 3, 3)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
