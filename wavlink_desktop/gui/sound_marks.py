"""What stands around a waveform: ruler, heat of the search, tagged regions, markers, the strip of the whole."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPolygonF

from wavlink_desktop.audio import Marker
from wavlink_desktop.gui.sound_layout import Content, Layout
from wavlink_desktop.gui.time_axis import TimeAxis
from wavlink_desktop.gui.wording import ruler_clock
from wavlink_desktop.library.records import Region as TaggedRegion

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def faded(colour: QColor, part: float) -> QColor:
    """The same colour, so much of it."""
    made = QColor(colour)
    made.setAlphaF(part)
    return made


def paint_ruler(painter: QPainter, area: QRectF, axis: TimeAxis, palette: QPalette, font: QFont) -> None:
    """Times as round as the zoom allows."""
    metrics = QFontMetricsF(font)
    step = axis.step(metrics.horizontalAdvance("0:00:00.0000" if axis.span < 1 else "0:00:00.0") + 12)
    painter.setFont(font)
    for seconds in axis.marks(step):
        x = axis.x(seconds)
        painter.fillRect(QRectF(x, area.top(), 1, 4), palette.color(QPalette.ColorRole.Dark))
        text = ruler_clock(seconds, step)
        width = metrics.horizontalAdvance(text)
        if x + 3 + width > area.right():
            break
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(QRectF(x + 4, area.top() + 1, width + 2, area.height()), _LEFT, text)


def paint_heat(painter: QPainter, area: QRectF, content: Content, axis: TimeAxis, palette: QPalette) -> None:
    """How well each stretch matches, as bars on a line: the higher the better; those that count as a match, in full."""
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), palette.color(QPalette.ColorRole.Mid))
    if len(content.heat) < 2:
        return
    scores = np.array([score for _, _, score in content.heat])
    low, spread = float(scores.min()), float(np.ptp(scores)) or 1.0
    accent = palette.color(QPalette.ColorRole.Accent)
    for start, end, score in content.heat:
        if end < axis.start or start > axis.end:
            continue
        strong = any(begin <= start and end <= finish for begin, finish, _ in content.matches)
        part = ((score - low) / spread) ** 1.5
        left, right = axis.x(start), axis.x(end)
        height = max(1.0, part * area.height())
        bar = QRectF(left, area.bottom() - height, max(1.0, right - left), height)
        painter.fillRect(bar, accent if strong else faded(accent, 0.4))


def paint_bands(
    painter: QPainter,
    area: QRectF,
    regions: Sequence[TaggedRegion],
    axis: TimeAxis,
    palette: QPalette,
    font: QFont,
) -> None:
    """Tagged regions, each with its label; where two overlap, the likelier one lies on top."""
    metrics = QFontMetricsF(font)
    painter.save()
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for region in sorted(regions, key=lambda region: region.score):
        left, right = max(area.left(), axis.x(region.start)), min(area.right(), axis.x(region.end))
        if right - left < 1:
            continue
        band = QRectF(left + 0.5, area.top() + 0.5, right - left - 1, area.height() - 1)
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
        painter.drawRoundedRect(band, 3, 3)
        text = metrics.elidedText(region.label, Qt.TextElideMode.ElideRight, band.width() - 10)
        if len(text) > 2:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(band.adjusted(5, 0, -5, 0), _LEFT, text)
    painter.restore()


def paint_markers(
    painter: QPainter,
    layout: Layout,
    markers: Sequence[Marker],
    axis: TimeAxis,
    palette: QPalette,
    font: QFont,
) -> None:
    """A line down the picture and a flag with the name; a region of the file as a bar along the flags."""
    metrics = QFontMetricsF(font)
    colour = palette.color(QPalette.ColorRole.BrightText)
    picture, flags = layout.picture, layout.flags
    painter.save()
    painter.setFont(font)
    painter.setClipRect(flags.united(picture))
    places = [axis.x(marker.start) for marker in markers]
    for number, (marker, x) in enumerate(zip(markers, places, strict=True)):
        if marker.end is not None:
            bar = QRectF(x, flags.top(), axis.x(marker.end) - x, flags.height())
            painter.fillRect(bar, faded(colour, 0.18))
            painter.fillRect(QRectF(bar.right() - 1, flags.top(), 1, picture.bottom()), faded(colour, 0.45))
        if x < -1 or x > flags.right():
            continue
        painter.fillRect(QRectF(x, flags.top(), 1, picture.bottom() - flags.top()), faded(colour, 0.7))
        tip = flags.top() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, tip), QPointF(x + 6, tip + 3.5), QPointF(x, tip + 7)]))
        room = min((place for place in places[number + 1 :] if place > x + 0.5), default=flags.right()) - x - 14
        text = metrics.elidedText(" · ".join(marker.texts) or str(number + 1), Qt.TextElideMode.ElideRight, room)
        if len(text) > 1 or not marker.texts:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(QRectF(x + 9, flags.top(), max(0.0, room), flags.height()), _LEFT, text)
    painter.restore()


def paint_overview(painter: QPainter, area: QRectF, axis: TimeAxis, palette: QPalette) -> None:
    """Dims what is out of sight, frames what is in sight; the small waveform below it is painted before."""
    left = area.left() + axis.start / axis.duration * area.width()
    right = area.left() + axis.end / axis.duration * area.width()
    right = max(right, left + 3)
    window = QRectF(left, area.top() + 0.5, right - left, area.height() - 1)
    accent = palette.color(QPalette.ColorRole.Accent)
    painter.save()
    painter.fillRect(window, faded(accent, 0.16))
    painter.setPen(accent)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(window.adjusted(0.5, 0, -0.5, 0), 2, 2)
    painter.restore()
