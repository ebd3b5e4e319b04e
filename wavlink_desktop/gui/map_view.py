"""The map itself: drag to pan, wheel to zoom, rest on a point to hear it, click to choose it, draw around many.

It knows points and gestures; what they mean is `Mapping`'s business.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from wavlink_desktop.gui.map_camera import Camera
from wavlink_desktop.gui.map_cloud import Cloud
from wavlink_desktop.gui.map_labels import Labels, Regions
from wavlink_desktop.gui.map_lasso import Lasso
from wavlink_desktop.gui.map_note import draw_note
from wavlink_desktop.gui.map_picture import LIT, Look, Picture, radius_of

REST_MS = 120
"""So long the pointer rests on a point before it is heard."""
_SETTLE_MS = 150
_NEAR = 10.0  # pixels around a point that are the point's
_STEP = 3.0  # pixels that an arrow key moves at least
_DRAG = 4.0  # pixels that a click may slip
_NOTCH = 1.25  # a notch of the wheel
_CLOSEST = 400.0  # times the whole
_KEY_PAN = 48.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class MapView(QWidget):
    """Shows a `Cloud`; rows are its."""

    picked = Signal(int, bool)
    """A row became the current one by click or key; whether it shall be heard."""
    rested = Signal(int)
    """The pointer rests on a row; -1: it left."""
    selection_changed = Signal()
    moved = Signal()
    """Another part of the map is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cloud: Cloud | None = None
        self.current: int | None = None
        self.hovered: int | None = None
        self.lassoing = False
        """Whether a drag draws around points, not only with Ctrl."""
        self.camera = Camera(0, 0, 1, 1, 1)
        self._regions: Regions | None = None
        self._numbers = np.zeros(0, np.int64)
        self._levels = np.zeros(0, np.uint8)
        self._selected = np.zeros(0, np.bool_)
        self._look: Look | None = None
        self._picture, self._labels = Picture(), Labels()
        self._whole = 1.0
        self._note: tuple[str, str] = ("", "")
        self._pressed: QPointF | None = None
        self._dragged_from: QPointF | None = None
        self._draws = False
        self._lasso: Lasso | None = None
        self._by_key = False
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(_SETTLE_MS)
        self._moving.timeout.connect(self.update)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)
        self.setAccessibleName(self.tr("Map of the library"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 160)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    # What is shown

    def set_cloud(self, cloud: Cloud, regions: Regions, numbers: NDArray[np.int64]) -> None:
        """Show these points, with categories in the colours of those numbers.

        What is selected stays so, and the pointer on its point.
        """
        before, selected = self.cloud, self.selected_ids()
        current, hovered = (_row_in(cloud, before, row) for row in (self.current, self.hovered))
        if before is None or hovered is None or self._has_moved(before, cloud, hovered):
            self._hover(None)
        elif hovered != self.hovered:
            self.hovered = hovered
            if not self._note[0]:
                self._rest.start()  # whoever was to say what it is, was asked of another row
        self.cloud, self._regions, self._numbers = cloud, regions, numbers
        if before is None or not np.array_equal(before.ids, cloud.ids):  # else only tags have changed
            self._levels = np.full(len(cloud), LIT, np.uint8)
        self._selected = np.zeros(len(cloud), np.bool_)
        rows, there = cloud.rows_of(selected)
        self._selected[rows[there]] = True
        self.current = current
        self._look = None
        self._whole = Camera.fitting(cloud.places, max(self.width(), 1), max(self.height(), 1)).scale
        if before is None:
            self.fit()
        self.update()

    def _has_moved(self, before: Cloud, cloud: Cloud, row: int) -> bool:
        """Whether the point under the pointer lies elsewhere now."""
        by = cloud.places[row] - before.places[self.hovered]
        return bool(np.abs(by).max() * self.camera.scale > _NEAR)

    def set_levels(self, levels: NDArray[np.uint8]) -> None:
        """How each point is lit, `(n,)`: `DIMMED` … `BEST`."""
        self._levels = levels
        self.update()

    @property
    def levels(self) -> NDArray[np.uint8]:
        """How each point is lit."""
        return self._levels

    @property
    def look(self) -> Look:
        """The colours, as the palette has them now."""
        if self._look is None:
            palette = self.palette()
            self._look = Look(self._numbers, palette.color(QPalette.ColorRole.Base), palette.color(_TEXT))
        return self._look

    def set_note(self, title: str, text: str) -> None:
        """What is said of the point under the pointer, or nothing."""
        self._note = (title, text)
        self.update()

    def set_current(self, row: int | None, show: bool = False) -> None:
        """Ring a point, and say its name to a screen reader. `show`: move there if it is out of sight."""
        self.current = row
        if row is not None and show and self.cloud is not None:
            x, y = self.cloud.places[row]
            self._see(self.camera.showing(float(x), float(y), 40))
        self.update()

    def say(self, text: str) -> None:
        """Describe the current point to a screen reader."""
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def selected_ids(self) -> NDArray[np.int64]:
        """Ids of the selected clips, `(n,)`."""
        return np.zeros(0, np.int64) if self.cloud is None else self.cloud.ids[self._selected]

    def set_selected(self, rows: NDArray[np.int64]) -> None:
        """Have these selected, as they are elsewhere: nothing is told."""
        self._selected[:] = False
        self._selected[rows] = True
        self.update()

    # Looking around

    def fit(self) -> None:
        """See all of it."""
        if self.cloud is not None:
            self._see(Camera.fitting(self.cloud.places, max(self.width(), 1), max(self.height(), 1)))
            self._whole = self.camera.scale

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Closer, or farther away, around a pixel or the middle."""
        at = at or QPointF(self.width() / 2, self.height() / 2)
        factor = float(
            np.clip(factor, 0.5 * self._whole / self.camera.scale, _CLOSEST * self._whole / self.camera.scale)
        )
        self._see(self.camera.zoomed(factor, at.x(), at.y()))

    def pan(self, dx: float, dy: float) -> None:
        """Move the map by so many pixels."""
        self._see(self.camera.panned(dx, dy))

    def categories_in_sight(self) -> NDArray[np.int64]:
        """How many clips of each category are seen, `(m,)`."""
        if self.cloud is None:
            return np.zeros(0, np.int64)
        left, top, right, bottom = self.camera.bounds()
        rows = self.cloud.about(left, top, right, bottom)
        inside = ((self.cloud.places[rows] >= (left, top)) & (self.cloud.places[rows] <= (right, bottom))).all(axis=1)
        return np.bincount(self.cloud.categories[rows[inside]], minlength=len(self.cloud.names))

    def _see(self, camera: Camera) -> None:
        self.camera = camera
        self._moving.start()
        self.update()
        self.moved.emit()

    # Gestures

    def row_at(self, at: QPointF) -> int | None:
        """The point at a pixel, or near it."""
        if self.cloud is None:
            return None
        x, y = self.camera.to_map(at.x(), at.y())
        return self.cloud.nearest(x, y, _NEAR / self.camera.scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click, a drag or a lasso begins."""
        self._hover(None)
        if event.button() == Qt.MouseButton.MiddleButton:
            self._dragged_from = event.position()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._draws = self.lassoing or bool(event.modifiers() & _CONTROL)
        elif event.button() == Qt.MouseButton.RightButton:
            row = self.row_at(event.position())
            if row is not None and not self._selected[row]:
                self._pick(row, heard=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, draw, or look what is under the pointer."""
        at = event.position()
        if self._lasso is not None:
            self._lasso.add(at)
            self.update()
        elif self._dragged_from is not None:
            by, self._dragged_from = at - self._dragged_from, at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(by.x(), by.y())
        elif self._pressed is not None:
            if (at - self._pressed).manhattanLength() > _DRAG:
                self._begin_drag(self._pressed, event)
        else:
            self._hover(self.row_at(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The click, the drag or the lasso is complete."""
        if self._lasso is not None and event.button() == Qt.MouseButton.LeftButton:
            self._finish_lasso(bool(event.modifiers() & _SHIFT))
        elif self._pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._click(event)
        self._pressed = self._dragged_from = self._lasso = None
        self.unsetCursor()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Closer."""
        if event.button() == Qt.MouseButton.LeftButton and self.row_at(event.position()) is None:
            self.zoom(2, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; a touchpad's two fingers do the same."""
        notches = event.angleDelta().y() / 120 or event.pixelDelta().y() / 60
        self._hover(None)
        self.zoom(_NOTCH**notches, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went away."""
        self._hover(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next point, with Shift they pan; + and - zoom, F shows all of it."""
        key, shifted = Qt.Key(event.key()), bool(event.modifiers() & _SHIFT)
        if key in _ARROWS and shifted:
            self.pan(-_KEY_PAN * _ARROWS[key][0], -_KEY_PAN * _ARROWS[key][1])
        elif key in _ARROWS and not event.modifiers() & _CONTROL:
            self.step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and not event.modifiers() & _CONTROL:
            self.zoom(_NOTCH)
        elif key == Qt.Key.Key_Minus and not event.modifiers() & _CONTROL:
            self.zoom(1 / _NOTCH)
        elif key == Qt.Key.Key_F or key == Qt.Key.Key_Home:
            self.fit()
        else:
            super().keyPressEvent(event)

    def step(self, dx: int, dy: int) -> None:
        """To the nearest point in a direction, from the current one or from the middle of what is seen."""
        if self.cloud is None or not len(self.cloud):
            return
        lit = self._levels > 0
        if self.current is None:
            row = self.cloud.nearest_of(np.flatnonzero(lit), self.camera.x, self.camera.y)
        else:
            row = self.cloud.towards(self.current, dx, dy, _STEP / self.camera.scale, lit)
        if row is not None:
            self._pick(row, heard=True)

    def _begin_drag(self, start: QPointF, event: QMouseEvent) -> None:
        self._pressed = None
        if self._draws:
            self._lasso = Lasso(start)
            self._lasso.add(event.position())
        else:
            self._dragged_from = start
            self.mouseMoveEvent(event)

    def _click(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row is not None and event.modifiers() & (_CONTROL | _SHIFT):
            self._selected[row] = not self._selected[row]
            self.selection_changed.emit()
        elif row is not None:
            self._pick(row, heard=True)
        elif not event.modifiers() & (_CONTROL | _SHIFT) and self._selected.any():
            self._selected[:] = False
            self.selection_changed.emit()

    def _finish_lasso(self, adding: bool) -> None:
        if self._lasso is None or self.cloud is None:
            return
        rows = self._lasso.rows(self.cloud, self.camera)
        if (self._levels[rows] > 0).any():  # what the search has left dark is not meant
            rows = rows[self._levels[rows] > 0]
        if not adding:
            self._selected[:] = False
        self._selected[rows] = True
        self.selection_changed.emit()

    def _pick(self, row: int, heard: bool) -> None:
        self._selected[:] = False
        self._selected[row] = True
        self.set_current(row, show=True)
        self.picked.emit(row, heard)

    def _hover(self, row: int | None) -> None:
        if row == self.hovered:
            return
        if self.hovered is not None:
            self.rested.emit(-1)
        self.hovered, self._note = row, ("", "")
        if row is None:
            self._rest.stop()
        else:
            self._rest.start()
        self.setCursor(Qt.CursorShape.ArrowCursor if row is None else Qt.CursorShape.PointingHandCursor)
        self.update()

    def _rested(self) -> None:
        if self.hovered is not None:
            self.rested.emit(self.hovered)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Points, names of regions, rings, the lasso, the note."""
        painter = QPainter(self)
        if self.cloud is None or self._regions is None:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
            return
        look, ratio, camera = self.look, self.devicePixelRatioF(), self.camera
        radius = radius_of(len(self.cloud), camera.scale / self._whole)
        moving = self._moving.isActive()
        self._picture.draw(painter, self.cloud, camera, look, self._levels, self._selected, radius, ratio, moving)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self.palette().color(_TEXT)
        background = self.palette().color(QPalette.ColorRole.Base)
        # Without a name: an empty one would mean those that have none.
        above = [each for each in self.findChildren(QWidget, options=_DIRECT) if each.isVisible()]
        covered = [QRectF(each.geometry()) for each in above]
        self._labels.draw(
            painter, self._regions.at(camera.scale), self.cloud.names, look.names, camera, background, ratio, covered
        )
        for row, width in ((self.hovered, 1.5), (self.current, 2.5)):
            if row is not None:
                self._ring(painter, row, radius, text if row == self.hovered else None, width)
        if self._lasso is not None:
            self._lasso.draw(painter, self.palette().color(QPalette.ColorRole.Highlight), _accent(self.palette()))
        if self.hovered is not None and self._note[0]:
            x, y = camera.to_view(*map(float, self.cloud.places[self.hovered]))
            draw_note(painter, self.palette(), QPointF(x, y), QRectF(self.rect()), covered, *self._note)
        if self.hasFocus() and self._by_key:
            painter.setPen(QPen(_accent(self.palette()), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _ring(self, painter: QPainter, row: int, radius: float, colour: QColor | None, width: float) -> None:
        if self.cloud is None:
            return
        x, y = self.camera.to_view(*map(float, self.cloud.places[row]))
        size = radius * 1.6 + 3
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A dark and a light ring: one of them stands out on whatever is below.
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), width + 2.5))
        painter.drawEllipse(QPointF(x, y), size, size)
        painter.setPen(QPen(colour or _accent(self.palette()), width))
        painter.drawEllipse(QPointF(x, y), size, size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what was in the middle there; what was seen whole stays whole."""
        whole = self.camera.scale <= self._whole * 1.001
        self.camera = self.camera.resized(max(self.width(), 1), max(self.height(), 1))
        if self.cloud is not None:
            if whole:
                self.fit()
            else:
                self._whole = Camera.fitting(self.cloud.places, self.camera.width, self.camera.height).scale
                self.moved.emit()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A frame shows the focus to those who came by key."""
        self._by_key = event.reason() in _BY_KEY
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """The colours follow the palette."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._look = None
            self.update()
        super().changeEvent(event)


_TEXT = QPalette.ColorRole.Text
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _accent(palette: QPalette) -> QColor:
    return palette.color(QPalette.ColorRole.Accent)


def _row_in(cloud: Cloud, before: Cloud | None, row: int | None) -> int | None:
    """Where a clip of the cloud before is now."""
    return None if before is None or row is None else cloud.row_of(int(before.ids[row]))
