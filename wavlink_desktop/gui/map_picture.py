"""The map's points as they look now: lit or dimmed, larger where they match better, ringed where they are selected."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from wavlink_desktop.gui.map_camera import Camera
from wavlink_desktop.gui.map_cloud import Cloud
from wavlink_desktop.gui.map_colours import mixed, palette_colours
from wavlink_desktop.gui.map_raster import Discs, Raster

DIMMED, FAINT, LIT, GOOD, BEST = range(5)
"""Levels of a point: outside the search, or in it and how well it fits."""
_LARGER = (0.8, 0.8, 1.0, 1.5, 2.2)  # times the radius, by level
_DIM, _FAINT = 0.8, 0.5  # of a point is background
_WHILE_MOVING = 150_000  # points drawn at most, until the map rests
_MANY_PIXELS = 2_500_000  # more of them, and a moving map is drawn in half the resolution
_CROWD, _CROWD_MOVING = 0.5, 0.9  # of the radius: nearer points are drawn as one
_INK = 0.4  # of a name's colour is that of text
_RING = 1.6  # logical pixels that a selected point's ring is wide


def radius_of(count: int, zoom: float) -> float:
    """Logical pixels: smaller where there are many, larger the closer one looks (`zoom` 1: all of it is seen)."""
    base = np.interp(np.log10(max(count, 1)), [3, 4, 5, 6], [3.2, 2.4, 1.8, 1.4])
    return float(np.clip(base * max(zoom, 0.5) ** 0.3, 1.2, 6.0))


class Picture:
    """Draws a cloud of points through a camera."""

    def __init__(self) -> None:
        self._raster: Raster | None = None

    def draw(
        self,
        painter: QPainter,
        cloud: Cloud,
        camera: Camera,
        look: "Look",
        levels: NDArray[np.uint8],
        selected: NDArray[np.bool_],
        radius: float,
        ratio: float,
        moving: bool,
    ) -> None:
        """Everything that is seen, into a view of the camera's size. `moving`: a part of very many points will do."""
        shown = ratio
        if moving and camera.width * camera.height * ratio**2 > _MANY_PIXELS:
            shown = ratio / 2
        raster = self._sized(round(camera.width * shown), round(camera.height * shown))
        raster.clear(look.background)
        rows = cloud.about(*camera.bounds(16))
        if moving and len(rows) > _WHILE_MOVING:
            rows = rows[:: -(-len(rows) // _WHILE_MOVING)]
        if len(rows):
            crowd = _CROWD_MOVING if moving else _CROWD
            self._draw_points(raster, cloud, camera, look, levels, selected, rows, radius * shown, shown, crowd)
        size = QRectF(raster.origin, raster.origin, raster.width, raster.height)
        painter.drawImage(QRectF(QPointF(0, 0), size.size() / shown), raster.image, size)

    def _draw_points(
        self,
        raster: Raster,
        cloud: Cloud,
        camera: Camera,
        look: "Look",
        levels: NDArray[np.uint8],
        selected: NDArray[np.bool_],
        rows: NDArray[np.int64],
        radius: float,
        ratio: float,
        crowd: float,
    ) -> None:
        which = slice(None) if len(rows) == len(cloud) else rows  # the whole needs no copy
        scale = np.float32(camera.scale * ratio)
        xs = (cloud.xs[which] - np.float32(camera.x)) * scale + np.float32(raster.width / 2)
        ys = (cloud.ys[which] - np.float32(camera.y)) * scale + np.float32(raster.height / 2)
        categories, level, ringed = cloud.categories[which], levels[which], selected[which]
        for number in range(DIMMED, BEST + 1):
            mine = level == number
            if not mine.any():
                continue
            at = slice(None) if mine.all() else np.flatnonzero(mine)
            size = radius * _LARGER[number]
            ring = np.flatnonzero(mine & ringed)
            if len(ring):
                plain = np.zeros(len(ring), np.int32)
                raster.draw(Discs(xs[ring], ys[ring], plain, look.ring, look.ring, size + _RING * ratio, crowd))
            raster.draw(Discs(xs[at], ys[at], categories[at], *look.tints[min(number, LIT)], size, crowd))

    def _sized(self, width: int, height: int) -> Raster:
        if self._raster is None or (self._raster.width, self._raster.height) != (width, height):
            self._raster = Raster(width, height)
        return self._raster


class Look:
    """The colours of a map on a background; categories by their numbers (see `map_colours.assign`)."""

    def __init__(self, numbers: NDArray[np.int64], background: QColor, text: QColor) -> None:
        self.colours = palette_colours(numbers, background)
        self.background = background.rgb()
        self.ring = np.array([text.rgb()], np.uint32)
        self.tints = [
            (mixed(self.colours, background, share), mixed(self.colours, background, (1 + share) / 2))
            for share in (_DIM, _FAINT, 0.0)
        ]
        """Pixels of the core and the rim, by category, of points that are dimmed, faint and lit."""
        self.names = [QColor.fromRgb(int(pixel)) for pixel in mixed(self.colours, text, _INK)]
        """The colours of the regions' names."""
