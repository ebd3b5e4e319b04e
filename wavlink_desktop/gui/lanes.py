"""Peaks as pictures: one lane a channel, in numpy, because painted as polygons the same takes ten times as long."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from wavlink_desktop.audio import Peaks
from wavlink_desktop.gui.time_axis import TimeAxis

MOST_LANES = 8
_FULL_SCALE = 32767
_REACH = 0.46
"""How far full scale reaches from the middle of its lane, as a part of the lane."""
_FINE = 8
"""Shades of an edge: positions are counted in eighths of a pixel."""
_DOTS_FROM = 7.0
"""Pixels a sample from which on each one gets a dot."""

Columns = tuple[NDArray[np.int16], NDArray[np.int16]]


def lane_count(peaks: Peaks) -> int:
    """How many channels are shown."""
    return min(int(peaks.minima.shape[1]), MOST_LANES)


def columns(peaks: Peaks, channel: int, first: float, each: float, count: int) -> Columns:
    """Lows and highs of at most `count` columns of `each` frames, from frame `first` on; fewer where the peaks end."""
    if peaks.samples_per_pixel == 1 and each < 1:
        return _between_samples(peaks, channel, first, each, count)
    pixel, there = peaks.samples_per_pixel, len(peaks.minima)
    edges = (first + each * np.arange(count + 1) - peaks.first) / pixel
    begins = np.floor(edges[:-1] + 1e-6).astype(np.intp)
    seen = int(np.searchsorted(begins, there))
    if not seen or begins[0] < 0:
        return np.empty(0, np.int16), np.empty(0, np.int16)
    begins = begins[:seen]
    end = min(there, max(int(np.ceil(edges[seen] - 1e-6)), int(begins[-1]) + 1))
    low = np.minimum.reduceat(peaks.minima[:end, channel], begins)
    high = np.maximum.reduceat(peaks.maxima[:end, channel], begins)
    # Neighbours touch: where a loud sound swings slowly, the line would have gaps.
    low[1:], high[1:] = np.minimum(low[1:], high[:-1]), np.maximum(high[1:], low[:-1])
    return low, high


def _between_samples(peaks: Peaks, channel: int, first: float, each: float, count: int) -> Columns:
    """Closer than the samples lie: a straight line from each to the next."""
    places = first + each * np.arange(count + 1) - peaks.first
    places = places[places <= len(peaks.maxima) - 1]
    if len(places) < 2 or places[0] <= -1:
        return np.empty(0, np.int16), np.empty(0, np.int16)
    begin, end = max(0, int(places[0])), int(places[-1]) + 2
    values = np.interp(places, np.arange(begin, end), np.resize(peaks.maxima[begin:end, channel], end - begin))
    line = np.round(values).astype(np.int16)
    return np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])


def lanes_image(
    peaks: Peaks, first: float, each: float, width: int, height: int, gain: float, line: float = 1.0
) -> QImage:
    """How much of each pixel of the screen the waveform covers, in eighths; give it colours with `coloured`.

    `width` columns of `each` frames from frame `first` on; `gain`: 1 shows full scale in full; `line`: pixels that
    are covered at least, so that silence is drawn too.
    """
    lanes = lane_count(peaks)
    covered = np.zeros((max(1, height), -(-max(1, width) // 4) * 4), np.uint8)
    for lane in range(lanes):
        top, bottom = lane * height // lanes, (lane + 1) * height // lanes
        low, high = columns(peaks, lane, first, each, width)
        if len(low):
            covered[top:bottom, : len(low)] = _covered(low, high, bottom - top, gain, line)
    form = QImage.Format.Format_Indexed8
    return QImage(covered.data, max(1, width), covered.shape[0], covered.shape[1], form).copy()


def _covered(
    low: NDArray[np.int16], high: NDArray[np.int16], height: int, gain: float, line: float
) -> NDArray[np.int16]:
    edge, least = height * _FINE, round(line * _FINE)
    # Silence is to be a sharp line: its edges are those of pixels.
    middle, scale = height // 2 * _FINE + least / 2 % _FINE, edge * _REACH * gain / _FULL_SCALE
    above = np.clip(np.round(middle - high * scale), 0, edge).astype(np.int16)
    below = np.clip(np.round(middle - low * scale), 0, edge).astype(np.int16)
    lack = np.maximum(least - (below - above), 0)
    above = np.clip(above - lack // 2, 0, edge - least).astype(np.int16)
    below = np.maximum(below, above + least)
    rows = np.arange(0, edge, _FINE, dtype=np.int16)[:, None]
    covered: NDArray[np.int16] = np.clip(np.minimum(rows + _FINE, below) - np.maximum(rows, above), 0, _FINE)
    return covered


def coloured(covered: QImage, colour: QColor, ratio: float) -> QImage:
    """The same in `colour` on nothing, for a screen of that device pixel ratio."""
    shade = QColor(colour)
    table = []
    for step in range(_FINE + 1):
        shade.setAlphaF(colour.alphaF() * step / _FINE)
        table.append(shade.rgba())
    covered.setColorTable(table)
    image = covered.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return image


def paint_dots(painter: QPainter, area: QRectF, peaks: Peaks, axis: TimeAxis, gain: float, colour: QColor) -> None:
    """A dot for each sample, if there is room. `peaks` has a pixel a sample."""
    count, rate = lane_count(peaks), peaks.sample_rate
    if axis.width / max(axis.span * rate, 1e-9) < _DOTS_FROM:
        return
    first = max(0, int(axis.start * rate) - 1 - peaks.first)
    last = min(len(peaks.maxima), int(axis.end * rate) + 2 - peaks.first)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area)
    painter.setPen(QPen(colour, 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    height = area.height() / count
    for lane in range(count):
        middle, scale = area.top() + (lane + 0.5) * height, height * _REACH * gain / _FULL_SCALE
        for number, value in enumerate(peaks.maxima[first:last, lane].tolist(), peaks.first + first):
            painter.drawPoint(QPointF(axis.x(number / rate), middle - value * scale))
    painter.restore()
