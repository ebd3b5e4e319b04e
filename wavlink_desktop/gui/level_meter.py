"""How loud it is: the peaks of left and right in dBFS, falling back slowly, with the highest one held."""

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

FLOOR = -60.0
HOT = -1.0
"""dBFS: from here on it is shown as a warning."""
_TICK_MS = 33
_FALL = 26.0 * _TICK_MS / 1000
"""dB a tick."""
_HELD_TICKS = 45
_BAR = 72
_GAP = 8


def decibels(peak: float) -> float:
    """dBFS of a linear peak, not below `FLOOR`."""
    return max(FLOOR, 20.0 * math.log10(peak)) if peak > 0 else FLOOR


class LevelMeter(QWidget):
    """Asks `levels` (left and right since the last time, 0…1) while it runs; stops by itself when all has faded."""

    def __init__(self, levels: Callable[[], tuple[float, float]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels = levels
        self._shown = [FLOOR, FLOOR]
        self._held = FLOOR
        self._held_for = 0
        self._running = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Level"))
        self.setToolTip(self.tr("Peak level of what goes to the device, in dBFS"))

    def set_running(self, running: bool) -> None:
        """Something plays, or nothing does any more."""
        self._running = running
        if running:
            self._timer.start()

    def sizeHint(self) -> QSize:
        """Two bars and a figure."""
        return QSize(_BAR + _GAP + self.fontMetrics().horizontalAdvance("−00.0"), 26)

    @property
    def held(self) -> float:
        """The highest level of the last moments, in dBFS."""
        return self._held

    def _tick(self) -> None:
        peaks = [decibels(peak) for peak in self._levels()]
        self._shown = [max(peak, shown - _FALL, FLOOR) for peak, shown in zip(peaks, self._shown, strict=True)]
        self._held_for += 1
        if max(peaks) >= self._held or self._held_for > _HELD_TICKS:
            self._held, self._held_for = max(self._shown), 0
        if not self._running and max(self._held, *self._shown) <= FLOOR:
            self._timer.stop()
        self.setAccessibleDescription(self.figure())
        self.update()

    def figure(self) -> str:
        """`−12.3`, or `−∞` where there is nothing."""
        return f"{self._held:.1f}".replace("-", "−") if self._held > FLOOR else "−∞"

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, the held peak, its figure."""
        painter = QPainter(self)
        palette = self.palette()
        top = (self.height() - 10) / 2
        for lane, level in enumerate(self._shown):
            y = top + 6 * lane
            painter.fillRect(QRectF(0, y, _BAR, 4), palette.color(QPalette.ColorRole.Mid))
            painter.fillRect(QRectF(0, y, self._x(level), 4), self._colour(level))
        if self._held > FLOOR:
            painter.fillRect(QRectF(self._x(self._held) - 1.5, top, 1.5, 10), self._colour(self._held))
        painter.setPen(
            self._colour(self._held) if self._held > HOT else palette.color(QPalette.ColorRole.PlaceholderText)
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.figure())

    def _x(self, level: float) -> float:
        return (level - FLOOR) / -FLOOR * _BAR

    def _colour(self, level: float) -> QColor:
        role = QPalette.ColorRole.BrightText if level > HOT else QPalette.ColorRole.Accent
        return self.palette().color(role)
