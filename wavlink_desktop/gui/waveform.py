"""The waveform that the user works with: wheel and keys zoom, clicks play, drags mark a region."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from wavlink_desktop.audio import Marker
from wavlink_desktop.gui.region import Grip, Press, Region, grip_at, press, spanned
from wavlink_desktop.gui.sound_view import SoundView
from wavlink_desktop.library.records import Clip

KEY_ZOOM = 1.5
_WHEEL_ZOOM = 1.0016
"""For each of the 120 units of a notch: a notch is a fifth closer."""
_WHEEL_PAN = 0.12 / 120


class Waveform(SoundView):
    """A view of a clip to be zoomed, marked and played from."""

    sought = Signal(float)
    """The user wants to hear it from there."""
    region_dragged = Signal()
    """The user drags the region out: start the drag of its sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press: Press | None = None
        self._panning = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def show_clip(self, clip: Clip, best: Region | None) -> None:
        """Another clip, or another best moment: what the mouse had hold of is gone."""
        self._press, self._panning = None, False
        super().show_clip(clip, best)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms at the pointer; with Shift, or sideways on a touchpad, it pans."""
        if self._content.duration <= 0:
            return
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        sideways = -turned.x() if abs(turned.x()) > abs(turned.y()) else 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or -turned.y()
        if sideways:
            self.pan(sideways * _WHEEL_PAN)
        elif turned.y():
            self.zoom(_WHEEL_ZOOM ** turned.y(), self.axis.seconds(event.position().x()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinching zooms, on touchpads and touch screens."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1.0 + event.value(), self.axis.seconds(event.position().x()))
                return True
            if event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
                self.fit()
                return True
        if event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)  # type: ignore[attr-defined]
            if pinch is not None:
                at = self.mapFromGlobal(pinch.centerPoint().toPoint()).x()
                self.zoom(pinch.scaleFactor(), self.axis.seconds(at))
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click plays from there; a drag marks a region, moves its edge or takes it out."""
        if event.button() != Qt.MouseButton.LeftButton or self._content.duration <= 0:
            return
        where = event.position()
        if self._layout.overview.contains(where):
            self._panning = True
            self._pan_to(where.x())
            return
        self._press = press(self.axis, self._region, where.x(), where.y())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._press = self._extending(where)
            self._drag(self._press, where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what is under the pointer; drag."""
        where = event.position()
        self._move_hover(where)
        if self._panning:
            self._pan_to(where.x())
        elif self._press is not None:
            self._drag(self._press, where)
        else:
            edge = grip_at(self.axis, self._region, where.x()) in (Grip.START, Grip.END)
            over = edge and not self._layout.overview.contains(where)
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click it was: play from there, or from the marker whose flag it hit."""
        press, self._press, self._panning = self._press, None, False
        if press is not None and not press.moved and event.button() == Qt.MouseButton.LeftButton:
            marker = self._flag_at(press.x, press.y)
            self.seek(self.axis.seconds(press.x) if marker is None else marker.start)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a region of the file or a tagged one, mark it; elsewhere, clear the region."""
        self._press = None
        self.set_region(self._named_region_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went away."""
        self._move_hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the playhead, up and down zoom, page up and down pan, Home and End go to the ends."""
        step = 0.05 * self.axis.span
        answers: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Left: lambda: self.seek(self._cursor - step),
            Qt.Key.Key_Right: lambda: self.seek(self._cursor + step),
            Qt.Key.Key_Home: lambda: self.seek(0.0),
            Qt.Key.Key_End: lambda: self.seek(self._content.duration - step),
            Qt.Key.Key_Up: lambda: self.zoom(KEY_ZOOM),
            Qt.Key.Key_Down: lambda: self.zoom(1 / KEY_ZOOM),
            Qt.Key.Key_PageUp: lambda: self.pan(-0.9),
            Qt.Key.Key_PageDown: lambda: self.pan(0.9),
        }
        answer = answers.get(event.key())
        if answer is None or self._content.duration <= 0:
            super().keyPressEvent(event)
        else:
            answer()

    def seek(self, seconds: float) -> None:
        """Play from there, in sight."""
        self._cursor = min(max(0.0, seconds), self._content.duration)
        self._follows = True
        self.look_at(self._cursor)
        self.update()
        self._describe()
        self.sought.emit(self._cursor)

    def _drag(self, press: Press, where: QPointF) -> None:
        distance = abs(where.x() - press.x) + abs(where.y() - press.y)
        press.moved = press.moved or distance >= QApplication.startDragDistance()
        if not press.moved:
            return
        if press.grip != Grip.INSIDE:
            if not 0 <= where.x() <= self.width() and self.axis.zoomed:
                beyond = where.x() if where.x() < 0 else where.x() - self.width()
                self.pan(beyond / self.width() * 0.2)
            self.set_region(spanned(press.anchor, self.axis.seconds(where.x()), self._content.duration))
        elif distance >= 2 * QApplication.startDragDistance():
            self._press = None
            self.region_dragged.emit()

    def _extending(self, where: QPointF) -> Press:
        """Shift and a click move the nearer edge of the region there, or mark from the playhead to there."""
        anchor, there = self._cursor, self.axis.seconds(where.x())
        if self._region is not None:
            start, end = self._region
            anchor = end if abs(there - start) < abs(there - end) else start
        return Press(Grip.END, where.x(), where.y(), anchor, moved=True)

    def _pan_to(self, x: float) -> None:
        middle = x / max(1, self.width()) * self._content.duration
        self.axis.pan(middle - (self.axis.start + self.axis.end) / 2)
        self._moved_by_hand()

    def _flag_at(self, x: float, y: float) -> Marker | None:
        if not self._layout.flags.contains(QPointF(x, y)):
            return None
        before = [marker for marker in self._content.markers if -3 <= x - self.axis.x(marker.start) <= 60]
        return max(before, key=lambda marker: marker.start, default=None)

    def _named_region_at(self, where: QPointF) -> Region | None:
        seconds = self.axis.seconds(where.x())
        if self._layout.bands.contains(where):
            there = [region for region in self._content.regions if region.start <= seconds <= region.end]
            best = max(there, key=lambda region: region.score, default=None)
            return None if best is None else (best.start, best.end)
        if self._layout.flags.contains(where):
            spans = [(mark.start, mark.end) for mark in self._content.markers if mark.end is not None]
            there_too = [(start, end) for start, end in spans if start <= seconds <= end]
            return min(there_too, key=lambda span: span[1] - span[0], default=None)
        return None
