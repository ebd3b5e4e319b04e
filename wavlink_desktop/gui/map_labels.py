"""Names of the map's regions: where a category is the most frequent one, for every zoom."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from wavlink_desktop.gui.map_camera import Camera
from wavlink_desktop.gui.map_cloud import Cloud
from wavlink_desktop.mapping.reading import UNKNOWN

_SIDES = (6, 12, 24, 48, 96, 192)
_CELL = 72.0  # pixels on the screen: of the grid whose regions are named
_LEAST = 4  # clips that make a region
_MOST = 24  # names at a time
_GAP = 10.0
_HALO = 3.5


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the map in which one category is the most frequent: its middle, and how many clips of it there are."""

    category: int
    x: float
    y: float
    clips: int


class Regions:
    """The regions of a map on grids from coarse to fine, the largest first."""

    def __init__(self, cloud: Cloud) -> None:
        places = cloud.places
        self._low = places.min(axis=0) if len(places) else np.zeros(2, np.float32)
        self._size = float(np.ptp(places, axis=0).max()) if len(places) else 1.0
        self._levels = [_regions(cloud, self._low, max(self._size, 1e-6) / side, side) for side in _SIDES]

    def at(self, scale: float) -> list[Region]:
        """Those whose names fit a map of so many pixels a unit."""
        wanted = self._size * scale / _CELL
        level = int(np.argmin([abs(np.log(side / max(wanted, 1e-9))) for side in _SIDES]))
        return self._levels[level]


def _regions(cloud: Cloud, low: NDArray[np.float32], cell: float, side: int) -> list[Region]:
    from scipy import ndimage  # here: on the worker that makes them, not when the window opens

    count = len(cloud.names)
    known = np.flatnonzero(cloud.categories != UNKNOWN)
    if not len(known):
        return []
    cells = np.clip((cloud.places[known] - low) / cell, 0, side - 1).astype(np.int64)
    flat = cells[:, 1] * side + cells[:, 0]
    pairs, sizes = np.unique(flat * count + cloud.categories[known], return_counts=True)
    # Sorted by cell, then by size: the last pair of each cell is its most frequent category.
    order = np.lexsort((sizes, pairs // count))
    last = np.append(np.diff(pairs[order] // count) != 0, True)
    leading = np.full(side * side, UNKNOWN, np.int64)
    leading[pairs[order][last] // count] = pairs[order][last] % count
    grid = leading.reshape(side, side)
    regions = []
    for category in np.unique(pairs[order][last] % count):
        parts, number = ndimage.label(grid == category, np.ones((3, 3)))
        mine = known[cloud.categories[known] == category]
        part = parts.reshape(-1)[flat[cloud.categories[known] == category]]
        clips = np.bincount(part, minlength=number + 1)
        xs, ys = (np.bincount(part, cloud.places[mine, axis], minlength=number + 1) for axis in (0, 1))
        regions += [
            Region(int(category), float(xs[i] / clips[i]), float(ys[i] / clips[i]), int(clips[i]))
            for i in range(1, number + 1)
            if clips[i] >= _LEAST
        ]
    return sorted(regions, key=lambda region: -region.clips)


class Labels:
    """Draws names with a halo, the largest regions first, none over another."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int, int, float], QPixmap] = {}

    def draw(
        self,
        painter: QPainter,
        regions: list[Region],
        names: tuple[str, ...],
        colours: list[QColor],
        camera: Camera,
        halo: QColor,
        ratio: float,
        taken: list[QRectF],
    ) -> None:
        """Names of `regions` as far as they can be seen; `taken`: parts of the view to keep clear."""
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        taken, named = list(taken), 0
        for region in regions:
            x, y = camera.to_view(region.x, region.y)
            if not (0 < x < camera.width and 0 < y < camera.height):
                continue
            size = QSizeF(metrics.horizontalAdvance(names[region.category]) + 2 * _HALO, metrics.height() + 2 * _HALO)
            box = QRectF(QPointF(round(x - size.width() / 2), round(y - size.height() / 2)), size)
            padded = box.adjusted(-_GAP, -_GAP / 2, _GAP, _GAP / 2)
            if any(padded.intersects(other) for other in taken):
                continue
            taken.append(box)
            painter.drawPixmap(
                box.topLeft(), self._name(names[region.category], font, colours[region.category], halo, ratio, size)
            )
            named += 1
            if named == _MOST:
                return

    def _name(self, text: str, font: QFont, colour: QColor, halo: QColor, ratio: float, size: QSizeF) -> QPixmap:
        key = (text, font.toString(), colour.rgb(), halo.rgb(), ratio)
        known = self._drawn.get(key)
        if known is not None:
            return known
        if len(self._drawn) > 500:
            self._drawn.clear()
        pixmap = QPixmap((size * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        path = QPainterPath()
        path.addText(QPointF(_HALO, _HALO + QFontMetricsF(font).ascent()), font, text)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_join = Qt.PenJoinStyle.RoundJoin
        painter.strokePath(path, QPen(halo, 2 * _HALO - 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, round_join))
        painter.fillPath(path, colour)
        painter.end()
        self._drawn[key] = pixmap
        return pixmap
