"""The waveform of one clip: its best moment marked, other strong ones as heat, a playhead, click to play from there."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from wavlink_desktop.audio import Peaks
from wavlink_desktop.gui.region import Grip, Press, Region, press, spanned
from wavlink_desktop.gui.time_axis import TimeAxis
from wavlink_desktop.gui.wording import clock, ruler_clock

RULER = 18
HEAT = 4
MOST_LANES = 8
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
"""Seconds between the ruler's labels."""

Moment = tuple[float, float]


class Waveform(QWidget):
    """One lane a channel. Times are seconds from the clip's beginning."""

    sought = Signal(float)
    """The user wants to hear it from there."""
    region_changed = Signal()
    """`region` is another one, or none."""
    region_dragged = Signal()
    """The user drags the region out: start the drag of its sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._peaks: Peaks | None = None
        self._duration = 0.0
        self._moment: Moment | None = None
        self._heat: Sequence[tuple[float, float, float]] = ()
        self._position: float | None = None
        self._hover: float | None = None
        self._message = ""
        self._axis = TimeAxis()
        self._region: Region | None = None
        self._press: Press | None = None
        self._drawn: tuple[QImage, QImage] | None = None
        self.setMouseTracking(True)
        self.setMinimumHeight(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Waveform"))

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(600, 104)

    def show_clip(self, duration: float, moment: Moment | None) -> None:
        """Start on another clip: its peaks and its heat follow."""
        self._duration, self._moment = duration, moment
        self._peaks, self._heat, self._position, self._message = None, (), None, ""
        self._drawn = None
        self._press = None
        self._axis.reset(duration, 48_000)
        self.set_region(None)
        self.update()

    def set_peaks(self, peaks: Peaks) -> None:
        """The clip's waveform has come."""
        self._peaks, self._drawn = peaks, None
        self.update()

    def set_message(self, message: str) -> None:
        """Say why there is no waveform."""
        self._message = message
        self.update()

    def set_heat(self, windows: Sequence[tuple[float, float, float]]) -> None:
        """`(start, end, score)` of the clip's windows: the strong ones glow."""
        self._heat = windows
        self.update()

    @property
    def region(self) -> Region | None:
        """Start and end, in seconds, of what the user marked; None: nothing."""
        return self._region

    def set_region(self, region: Region | None) -> None:
        """Mark another region, or none."""
        if region != self._region:
            self._region = region
            self.region_changed.emit()
            self.update()

    def set_position(self, position: float | None) -> None:
        """Where the playhead is; None: nothing plays."""
        self._position = position
        self.update()

    # What the user does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click plays from there; a drag marks a region, moves its edge or takes it out."""
        if event.button() == Qt.MouseButton.LeftButton and self._duration > 0:
            where = event.position()
            self._axis.width = self.width()
            self._press = press(self._axis, self._region, where.x(), where.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the time under the pointer; drag."""
        where = event.position()
        self._hover = where.x()
        if self._press is not None:
            self._drag(self._press, where)
        self.update()

    def _drag(self, press: Press, where: QPointF) -> None:
        distance = abs(where.x() - press.x) + abs(where.y() - press.y)
        press.moved = press.moved or distance >= QApplication.startDragDistance()
        if not press.moved:
            return
        if press.grip != Grip.INSIDE:
            self.set_region(spanned(press.anchor, self._axis.seconds(where.x()), self._duration))
        elif distance >= 2 * QApplication.startDragDistance():
            self._press = None
            self.region_dragged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click it was: play from there."""
        press, self._press = self._press, None
        if press is not None and not press.moved and event.button() == Qt.MouseButton.LeftButton:
            self.sought.emit(self._time_at(press.x))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Clear the region."""
        self.set_region(None)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went away."""
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the playhead by a twentieth of the clip."""
        steps = {Qt.Key.Key_Left: -0.05, Qt.Key.Key_Right: 0.05}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._duration <= 0:
            super().keyPressEvent(event)
            return
        position = (self._position or 0.0) + step * self._duration
        self.sought.emit(min(max(0.0, position), self._duration))

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lanes are drawn anew for the new width."""
        self._drawn = None

    def changeEvent(self, event: QEvent) -> None:
        """The lanes are drawn anew in the new colours."""
        self._drawn = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lanes, heat, ruler, then what moves."""
        painter = QPainter(self)
        palette = self.palette()
        if self._duration <= 0 or self._message:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._message)
            return
        self._paint_lanes(painter)
        self._paint_heat(painter, palette)
        self._paint_ruler(painter, palette)
        self._paint_hover(painter, palette)
        if self._region is not None:
            left, right = map(self._x, self._region)
            painter.fillRect(QRectF(left, 0, right - left, self._lanes_height()), self._tint())
        if self._position is not None:
            x = self._x(self._position)
            playhead = QRectF(x - 0.75, 0, 1.5, self._lanes_height())
            painter.fillRect(playhead, palette.color(QPalette.ColorRole.BrightText))

    def _lanes_height(self) -> float:
        return self.height() - RULER - HEAT - 2

    def _x(self, seconds: float) -> float:
        return seconds / self._duration * self.width()

    def _time_at(self, x: float) -> float:
        return min(max(0.0, x / max(1, self.width())), 1.0) * self._duration

    def _paint_lanes(self, painter: QPainter) -> None:
        if self._peaks is None:
            return
        accent = self.palette().color(QPalette.ColorRole.Accent)
        if self._drawn is None:
            marked = self._draw_lanes(self._peaks, accent)
            dim = self.palette().color(QPalette.ColorRole.PlaceholderText)
            self._drawn = (self._draw_lanes(self._peaks, dim) if self._moment else marked, marked)
        plain_lanes, marked_lanes = self._drawn
        painter.drawImage(0, 0, plain_lanes)
        if self._moment is not None:
            left, right = (round(self._x(time)) for time in self._moment)
            area = QRect(left, 0, max(1, right - left), round(self._lanes_height()))
            painter.setClipRect(area)
            painter.fillRect(area, self.palette().color(QPalette.ColorRole.Window))
            painter.fillRect(area, self._tint())
            painter.drawImage(0, 0, marked_lanes)
            painter.setClipping(False)

    def _tint(self) -> QColor:
        tint = QColor(self.palette().color(QPalette.ColorRole.Accent))
        tint.setAlpha(38)
        return tint

    def _draw_lanes(self, peaks: Peaks, colour: QColor) -> QImage:
        ratio = self.devicePixelRatioF()
        image = draw_lanes(peaks, round(self.width() * ratio), round(self._lanes_height() * ratio), colour)
        image.setDevicePixelRatio(ratio)
        return image

    def _paint_heat(self, painter: QPainter, palette: QPalette) -> None:
        if len(self._heat) < 2:
            return
        scores = np.array([score for _, _, score in self._heat])
        spread = float(np.ptp(scores)) or 1.0
        top = self._lanes_height() + 1
        colour = QColor(palette.color(QPalette.ColorRole.Accent))
        painter.fillRect(QRectF(0, top, self.width(), HEAT), palette.color(QPalette.ColorRole.Mid))
        for start, end, score in self._heat:
            # Squared: only the strong moments are to catch the eye.
            colour.setAlphaF(((score - float(scores.min())) / spread) ** 2)
            painter.fillRect(QRectF(self._x(start), top, self._x(end) - self._x(start), HEAT), colour)

    def _paint_ruler(self, painter: QPainter, palette: QPalette) -> None:
        room = 72 / max(1, self.width()) * self._duration
        step = next((step for step in _STEPS if step >= room), _STEPS[-1])
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        top = self.height() - RULER
        for number in range(int(self._duration / step) + 1):
            x = self._x(number * step)
            painter.fillRect(QRectF(x, top, 1, 4), palette.color(QPalette.ColorRole.Dark))
            if x + 44 > self.width():
                break
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            label = QRectF(x + 3, top + 1, 70, RULER)
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, ruler_clock(number * step, step))

    def _paint_hover(self, painter: QPainter, palette: QPalette) -> None:
        if self._hover is None:
            return
        x = self._hover
        painter.fillRect(QRectF(x, 0, 1, self._lanes_height()), palette.color(QPalette.ColorRole.Dark))
        text = clock(self._time_at(x))
        width = self.fontMetrics().horizontalAdvance(text) + 10
        left = min(x + 4, self.width() - width)
        label = QRectF(left, 2, width, self.fontMetrics().height() + 2)
        painter.fillRect(label, palette.color(QPalette.ColorRole.Midlight))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


def reduce_peaks(
    minima: NDArray[np.int16], maxima: NDArray[np.int16], columns: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Lows and highs `(columns,)` in ±1 of peaks `(n,)`, which are repeated where n is smaller."""
    edges = np.linspace(0, len(minima), columns, endpoint=False).astype(np.intp)
    if len(minima) >= columns:
        low, high = np.minimum.reduceat(minima, edges), np.maximum.reduceat(maxima, edges)
    else:
        low, high = minima[edges], maxima[edges]
    return np.asarray(low / 32767, dtype=np.float32), np.asarray(high / 32767, dtype=np.float32)


def draw_lanes(peaks: Peaks, width: int, height: int, colour: QColor) -> QImage:
    """The channels below each other, in `colour` on nothing. Sizes in pixels of the screen.

    Made in numpy: painted as polygons, the same picture takes ten times as long.
    """
    lanes = min(peaks.minima.shape[1], MOST_LANES)
    rows = np.arange(height, dtype=np.float32)[:, None]
    coverage = np.zeros((height, max(1, width)), np.float32)
    for lane in range(lanes):
        low, high = reduce_peaks(peaks.minima[:, lane], peaks.maxima[:, lane], coverage.shape[1])
        middle, reach = (lane + 0.5) * height / lanes, 0.46 * height / lanes
        # At least a hairline: silence is drawn too.
        above, below = middle - np.maximum(high * reach, 0.5), middle - np.minimum(low * reach, -0.5)
        coverage += np.clip(np.minimum(rows + 1, below) - np.maximum(rows, above), 0, 1)
    blue_to_alpha = np.array([colour.blue(), colour.green(), colour.red(), 255], np.float32)
    pixels = np.ascontiguousarray((np.minimum(coverage, 1)[:, :, None] * blue_to_alpha).astype(np.uint8))
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, coverage.shape[1], height, 4 * coverage.shape[1], form).copy()
