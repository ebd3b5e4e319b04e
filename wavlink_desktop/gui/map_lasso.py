"""The line that the user draws around points."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from wavlink_desktop.gui.map_camera import Camera
from wavlink_desktop.gui.map_cloud import Cloud

_FILL = 60  # of 255
_STEP = 2.0  # pixels between two corners


class Lasso:
    """A free-hand outline in the view's pixels; its end is joined to its beginning."""

    def __init__(self, start: QPointF) -> None:
        self._corners = [start]

    def add(self, at: QPointF) -> None:
        """On to there."""
        if (at - self._corners[-1]).manhattanLength() >= _STEP:
            self._corners.append(at)

    def rows(self, cloud: Cloud, camera: Camera) -> NDArray[np.int64]:
        """The points inside, `(n,)`: looked up in a picture of the outline, whatever its shape and their number."""
        box = QPolygonF(self._corners).boundingRect()
        left, top = camera.to_map(box.left(), box.top())
        right, bottom = camera.to_map(box.right(), box.bottom())
        rows = cloud.about(left, top, right, bottom)
        inside = self._mask(round(camera.width), round(camera.height))
        scale = np.float32(camera.scale)
        columns = ((cloud.xs[rows] - np.float32(camera.x)) * scale + np.float32(camera.width / 2)).astype(np.int32)
        lines = ((cloud.ys[rows] - np.float32(camera.y)) * scale + np.float32(camera.height / 2)).astype(np.int32)
        height, width = inside.shape
        seen = np.flatnonzero((columns >= 0) & (columns < width) & (lines >= 0) & (lines < height))
        return rows[seen[inside[lines[seen], columns[seen]]]]

    def draw(self, painter: QPainter, fill: QColor, line: QColor) -> None:
        """What has been drawn so far."""
        inside = QColor(fill)
        inside.setAlpha(_FILL)
        painter.fillPath(self._path(), inside)
        painter.setPen(QPen(line, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path())

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(QPolygonF(self._corners))
        path.closeSubpath()
        path.setFillRule(Qt.FillRule.WindingFill)
        return path

    def _mask(self, width: int, height: int) -> NDArray[np.bool_]:
        image = QImage(width, height, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        painter.fillPath(self._path(), QColor("white"))
        painter.end()
        lines = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
        return lines[:, :width] > 127
