"""Names of the map's regions: where a category is the most frequent one, for every zoom."""

from collections.abc import Iterator
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
        places, finest = cloud.places, _SIDES[-1]
        self._low = places.min(axis=0) if len(places) else np.zeros(2, np.float32)
        self._size = float(np.ptp(places, axis=0).max()) if len(places) else 1.0
        known = np.flatnonzero(cloud.categories != UNKNOWN)
        cells = ((places[known] - self._low) * (finest / max(self._size, 1e-6))).astype(np.int64)
        columns, lines = np.clip(cells, 0, finest - 1).T
        count = len(cloud.names)
        keys, which = np.unique((lines * finest + columns) * count + cloud.categories[known], return_inverse=True)
        clips, xs, ys = (
            _summed(which, weights, len(keys)) for weights in (np.ones(len(known)), cloud.xs[known], cloud.ys[known])
        )
        cell, category = np.divmod(keys, count)
        parts = _Parts(cell % finest, cell // finest, category, clips, xs, ys)
        self._levels: list[list[Region]] = []
        wide = finest
        for side in reversed(_SIDES):
            parts, wide = parts.coarser(wide // side), side
            self._levels.insert(0, _regions(parts, side))

    def at(self, scale: float) -> list[Region]:
        """Those whose names fit a map of so many pixels a unit."""
        wanted = self._size * scale / _CELL
        level = int(np.argmin([abs(np.log(side / max(wanted, 1e-9))) for side in _SIDES]))
        return self._levels[level]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The clips of each category in each cell of a grid: cell, category, how many, the sums of their places; `(n,)`."""

    columns: NDArray[np.int64]
    lines: NDArray[np.int64]
    categories: NDArray[np.int64]
    clips: NDArray[np.float64]
    xs: NDArray[np.float64]
    ys: NDArray[np.float64]

    def coarser(self, times: int) -> "_Parts":
        """The same on a grid whose cells are so many times as wide."""
        if times == 1:
            return self
        side, kinds = _SIDES[-1], int(self.categories.max(initial=0)) + 1
        keys = ((self.lines // times) * side + self.columns // times) * kinds + self.categories
        found, which = np.unique(keys, return_inverse=True)
        clips, xs, ys = (_summed(which, each, len(found)) for each in (self.clips, self.xs, self.ys))
        cells, categories = np.divmod(found, kinds)
        return _Parts(cells % side, cells // side, categories, clips, xs, ys)


def _summed(which: NDArray[np.int64], weights: NDArray[np.floating], count: int) -> NDArray[np.float64]:
    return np.asarray(np.bincount(which, weights, minlength=count), np.float64)


def _regions(parts: _Parts, side: int) -> list[Region]:
    from scipy import ndimage  # here: on the worker that makes them, not when the window opens

    cells = parts.lines * side + parts.columns
    order = np.lexsort((parts.clips, cells))  # the last of each cell is its most frequent category
    leading = order[np.append(np.diff(cells[order]) != 0, True)] if len(order) else order
    regions = []
    for category in np.unique(parts.categories[leading]):
        mine = leading[parts.categories[leading] == category]
        grid = np.zeros((side, side), np.bool_)
        grid[parts.lines[mine], parts.columns[mine]] = True
        labels, _ = ndimage.label(grid, np.ones((3, 3)))
        of = labels[parts.lines[mine], parts.columns[mine]]
        clips, xs, ys = (np.bincount(of, each[mine]) for each in (parts.clips, parts.xs, parts.ys))
        regions += [
            Region(int(category), float(xs[i] / clips[i]), float(ys[i] / clips[i]), int(clips[i]))
            for i in np.flatnonzero(clips >= _LEAST)
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
        covered: list[QRectF],
    ) -> None:
        """Names of `regions` as far as they can be seen; `covered`: parts of the view that others cover."""
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        taken, named = list(covered), 0
        for category, box in _boxes(regions, names, QFontMetricsF(font), camera, covered):
            if any(_padded(box).intersects(other) for other in taken):
                continue
            taken.append(box)
            pixmap = self._name(names[category], font, colours[category], halo, ratio, box.size())
            painter.drawPixmap(box.topLeft(), pixmap)
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


def _boxes(
    regions: list[Region], names: tuple[str, ...], metrics: QFontMetricsF, camera: Camera, covered: list[QRectF]
) -> Iterator[tuple[int, QRectF]]:
    """Categories, and where their names stand: those that must give way to what is covered come last."""
    beside = []
    for region in regions:
        x, y = camera.to_view(region.x, region.y)
        if not (0 < x < camera.width and 0 < y < camera.height):
            continue
        size = QSizeF(metrics.horizontalAdvance(names[region.category]) + 2 * _HALO, metrics.height() + 2 * _HALO)
        box = clear = QRectF(QPointF(round(x - size.width() / 2), round(y - size.height())), size)
        for other in covered:
            clear = _beside(clear, other)
        if clear == box:
            yield region.category, box
        else:
            beside.append((region.category, clear))
    yield from beside


def _padded(box: QRectF) -> QRectF:
    return box.adjusted(-_GAP, -_GAP / 2, _GAP, _GAP / 2)


def _beside(box: QRectF, other: QRectF) -> QRectF:
    """Where it is seen whole, if that is near: to the left of what covers it, or below."""
    if not _padded(box).intersects(other):
        return box
    left, down = box.right() + _GAP + 1 - other.left(), other.bottom() + _GAP / 2 + 1 - box.top()
    if left <= box.width() / 2:
        return box.translated(-left, 0)
    return box.translated(0, down) if down <= 2 * box.height() else box
