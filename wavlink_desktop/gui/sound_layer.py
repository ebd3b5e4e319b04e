"""All of a waveform widget that stands still, painted once: playhead and pointer move over the finished picture."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPixmap

from wavlink_desktop.audio import Peaks, Spectrum
from wavlink_desktop.gui import lanes
from wavlink_desktop.gui.sound_layout import Content, Layout
from wavlink_desktop.gui.sound_marks import (
    faded,
    paint_bands,
    paint_heat,
    paint_markers,
    paint_overview,
    paint_ruler,
)
from wavlink_desktop.gui.spectrogram import is_dark, paint_frequencies, paint_spectrum
from wavlink_desktop.gui.time_axis import TimeAxis


@dataclass(slots=True)
class Look:
    """How it is painted."""

    palette: QPalette
    font: QFont
    """Of labels."""
    ratio: float
    """Device pixels a pixel."""
    gain: float
    """1: full scale fills the lane."""

    def colour(self, role: QPalette.ColorRole) -> QColor:
        """The theme's colour for a role."""
        return self.palette.color(role)


def render(content: Content, axis: TimeAxis, layout: Layout, size: QSize, look: Look) -> QPixmap:
    """The whole picture, clear where nothing is."""
    pixmap = QPixmap(size * look.ratio)
    pixmap.setDevicePixelRatio(look.ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if not layout.waveform.isEmpty():
        _paint_waveform(painter, content, axis, layout.waveform, look)
    if not layout.spectrogram.isEmpty():
        _paint_spectrogram(painter, content, axis, layout.spectrogram, look)
    _paint_best(painter, content, axis, layout, look)
    if not layout.heat.isEmpty():
        paint_heat(painter, layout.heat, content, axis, look.palette)
    if not layout.bands.isEmpty():
        paint_bands(painter, layout.bands, content.regions, axis, look.palette, look.font)
    if not layout.flags.isEmpty():
        paint_markers(painter, layout, content.markers, axis, look.palette, look.font)
    if not layout.ruler.isEmpty():
        paint_ruler(painter, layout.ruler, axis, look.palette, look.font)
    if not layout.overview.isEmpty():
        _paint_overview(painter, content, axis, layout.overview, look)
    painter.end()
    return pixmap


def _paint_waveform(painter: QPainter, content: Content, axis: TimeAxis, area: QRectF, look: Look) -> None:
    peaks = content.peaks_for(axis)
    if peaks is None:
        return
    _paint_middles(painter, area, lanes.lane_count(peaks), look)
    accent, dim = (look.colour(role) for role in (QPalette.ColorRole.Accent, QPalette.ColorRole.PlaceholderText))
    frames_a_column = axis.span * peaks.sample_rate / max(1.0, area.width() * look.ratio)
    covered = lanes.lanes_image(
        peaks,
        axis.start * peaks.sample_rate,
        frames_a_column,
        round(area.width() * look.ratio),
        round(area.height() * look.ratio),
        look.gain,
        look.ratio,
    )
    painter.drawImage(area.topLeft(), lanes.coloured(covered, accent if content.best is None else dim, look.ratio))
    if content.best is not None:
        left, right = (round(axis.x(moment)) for moment in content.best)
        inside = QRect(left, round(area.top()), max(1, right - left), round(area.height()))
        painter.save()
        painter.setClipRect(inside)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(inside, faded(accent, 0.12))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawImage(area.topLeft(), lanes.coloured(covered, accent, look.ratio))
        painter.restore()
    if peaks.samples_per_pixel == 1 and frames_a_column < 1:
        lanes.paint_dots(painter, area, peaks, axis, look.gain, accent)


def _paint_middles(painter: QPainter, area: QRectF, count: int, look: Look) -> None:
    """Hairlines where the channels meet."""
    for lane in range(1, count):
        y = round(area.top() + lane * area.height() / count)
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), look.colour(QPalette.ColorRole.Mid))


def _paint_spectrogram(painter: QPainter, content: Content, axis: TimeAxis, area: QRectF, look: Look) -> None:
    dark = is_dark(look.palette)
    known: Spectrum | None = content.spectrum
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, look.colour(QPalette.ColorRole.Base))
    close = content.close_spectrum
    reaches = close is not None and close.start <= axis.start and axis.end <= close.end
    for spectrum in (None if reaches else content.spectrum, close):
        if spectrum is not None and spectrum.levels.shape[1]:
            paint_spectrum(painter, area, spectrum, axis, dark)
            known = spectrum
    painter.restore()
    if known is not None:
        paint_frequencies(painter, area, known, look.palette, look.font)


def _paint_best(painter: QPainter, content: Content, axis: TimeAxis, layout: Layout, look: Look) -> None:
    """Marks the best moment along the top of a spectrogram, whose colours cannot be tinted."""
    if content.best is None or layout.spectrogram.isEmpty():
        return
    left, right = (axis.x(moment) for moment in content.best)
    area, colour = layout.spectrogram, look.colour(QPalette.ColorRole.BrightText)
    painter.fillRect(QRectF(left, area.top(), right - left, 2), colour)
    for x in (left, right - 1):
        painter.fillRect(QRectF(x, area.top(), 1, area.height()), faded(colour, 0.6))


def _paint_overview(painter: QPainter, content: Content, axis: TimeAxis, area: QRectF, look: Look) -> None:
    peaks: Peaks | None = content.peaks
    if peaks is not None:
        width, height = round(area.width() * look.ratio), round(area.height() * look.ratio)
        mixed = Peaks(
            peaks.minima.min(axis=1, keepdims=True),
            peaks.maxima.max(axis=1, keepdims=True),
            peaks.samples_per_pixel,
            peaks.sample_rate,
        )
        each = axis.duration * peaks.sample_rate / max(1, width)
        covered = lanes.lanes_image(mixed, 0.0, each, width, height, look.gain)
        dim = faded(look.colour(QPalette.ColorRole.PlaceholderText), 0.55)
        painter.drawImage(area.topLeft(), lanes.coloured(covered, dim, look.ratio))
    paint_overview(painter, area, axis, look.palette)
