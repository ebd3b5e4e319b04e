"""A spectrogram as a picture: its colours in light and dark, its frequencies at the side."""

from functools import cache

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPalette

from wavlink_desktop.audio import Spectrum
from wavlink_desktop.gui.time_axis import TimeAxis

_FREQUENCIES = (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 40_000, 80_000)
_QUIETEST = 30
"""Levels up to this one (-97 dBFS) look like silence."""
# Lightness runs evenly from the background to the loudest, so that louder is further from the background in both.
_ON_DARK = ("#101214", "#16233a", "#1f4a6b", "#217f86", "#4fb98a", "#c3de78", "#fffbd6")
_ON_LIGHT = ("#ffffff", "#dcebf0", "#a3d0d4", "#55a5ab", "#23727f", "#173f5c", "#160f2e")


@cache
def colour_table(dark: bool) -> list[int]:
    """256 colours, from silence to full scale, as Qt's ARGB numbers."""
    stops = [QColor(name) for name in (_ON_DARK if dark else _ON_LIGHT)]
    places = np.linspace(_QUIETEST, 255, len(stops))
    levels = np.arange(256)
    parts = [
        np.interp(levels, places, [part(stop) for stop in stops]) for part in (QColor.red, QColor.green, QColor.blue)
    ]
    return [QColor(round(red), round(green), round(blue)).rgb() for red, green, blue in zip(*parts, strict=True)]


def is_dark(palette: QPalette) -> bool:
    """Whether text is light on dark."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def spectrum_image(spectrum: Spectrum, dark: bool) -> QImage:
    """A pixel a level, the lowest frequency at the bottom."""
    rows, columns = spectrum.levels.shape
    levels = np.zeros((rows, -(-columns // 4) * 4), np.uint8)
    levels[:, :columns] = spectrum.levels[::-1]
    image = QImage(levels.data, columns, rows, levels.shape[1], QImage.Format.Format_Indexed8)
    image.setColorTable(colour_table(dark))
    return image.convertToFormat(QImage.Format.Format_RGB32)


def paint_spectrum(painter: QPainter, area: QRectF, spectrum: Spectrum, axis: TimeAxis, dark: bool) -> None:
    """The stretch in sight of a spectrogram, as far as it has been computed."""
    image = spectrum_image(spectrum, dark)
    each = (spectrum.end - spectrum.start) / max(1, image.width())
    if each <= 0:
        return
    left = max(0.0, (axis.start - spectrum.start) / each)
    right = min(float(image.width()), (axis.end - spectrum.start) / each)
    if right <= left:
        return
    x, end = axis.x(spectrum.start + left * each), axis.x(spectrum.start + right * each)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(
        QRectF(x, area.top(), end - x, area.height()), image, QRectF(left, 0, right - left, image.height())
    )
    painter.restore()


def paint_frequencies(painter: QPainter, area: QRectF, spectrum: Spectrum, palette: QPalette, font: QFont) -> None:
    """Frequencies at the left edge, each on a ground of its own so that it can be read on any colour."""
    ground = QColor(palette.color(QPalette.ColorRole.Base))
    ground.setAlphaF(0.78)
    metrics = QFontMetricsF(font)
    painter.save()
    painter.setFont(font)
    lowest = area.bottom() - metrics.height() / 2
    for frequency in _FREQUENCIES:
        if frequency > spectrum.highest * 0.98:
            break
        y = area.bottom() - spectrum.part(frequency) * area.height()
        if y > lowest or y < area.top() + metrics.height() / 2:
            continue
        lowest = y - metrics.height() * 1.15
        text = frequency_text(frequency)
        label = QRectF(area.left() + 5, y - metrics.height() / 2, metrics.horizontalAdvance(text) + 6, metrics.height())
        painter.fillRect(QRectF(area.left(), y - 0.5, 4, 1), palette.color(QPalette.ColorRole.PlaceholderText))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(label, 2, 2)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def frequency_text(hertz: float) -> str:
    """`440 Hz`, `2 kHz`, `12.5 kHz`."""
    return f"{hertz:.0f} Hz" if hertz < 999.5 else f"{hertz / 1000:.3g} kHz"
