"""A monkey at the window: clicks, keys, commands and searches by chance, the same ones for the same seed."""

import random

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox, QWidget

LEFT_ALONE = {"quit", "record"}
"""Commands that end the test, or listen to a microphone."""
WORDS = ("rain", "door", "metal", "siren", "duration:<1.5", "-rain", '"on roof', "tag:", "rate:>=48k", "ü")
_NAMES = (
    *("Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Space", "Return", "Tab", "Escape"),
    *("Backspace", "Delete", "Plus", "Minus", "A", "X", "I", "O", "S", "B", "L", "M"),
)
KEYS = [getattr(Qt.Key, f"Key_{name}") for name in _NAMES]


class Monkey:
    """Plays with a desk. Dialogs that stop everything are answered at once; all others are for the monkey."""

    def __init__(self, desk, seed, monkeypatch):
        self._desk = desk
        self._random = random.Random(seed)
        self.done = []
        """What it did, for whoever must find out."""
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
        monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("", False))
        monkeypatch.setattr(QMessageBox, "exec", lambda *_: QMessageBox.StandardButton.Cancel)
        monkeypatch.setattr(QDialog, "exec", lambda *_: 0)
        monkeypatch.setattr(QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction)
        # A menu waits for its answer: nobody else would give one.
        self._closer = QTimer()
        self._closer.timeout.connect(_close_popup)
        self._closer.start(10)

    def act(self):
        """One thing."""
        doing = self._random.choice(
            (self._click, self._click, self._press, self._press, self._command, self._search, self._wheel, self._drag)
        )
        try:
            doing()
        except RuntimeError as error:  # the widget went while it was being clicked
            if "already deleted" not in str(error):
                raise

    def _target(self):
        """A widget that can be seen, and a point in it."""
        top = QApplication.activeModalWidget() or self._random.choice(
            [window for window in QApplication.topLevelWidgets() if window.isVisible()] or [self._desk.window]
        )
        point = QPoint(self._random.randrange(max(1, top.width())), self._random.randrange(max(1, top.height())))
        widget = top.childAt(point) or top
        return widget, widget.mapFrom(top, point)

    def _click(self):
        widget, point = self._target()
        button = self._random.choice([Qt.MouseButton.LeftButton] * 4 + [Qt.MouseButton.RightButton])
        modifier = self._random.choice(
            [Qt.KeyboardModifier.NoModifier] * 3
            + [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier]
        )
        self._note("click", widget, button.name, modifier.name)
        if button == Qt.MouseButton.RightButton:
            return  # a context menu waits for its answer and would stop everything
        (QTest.mouseDClick if self._random.random() < 0.1 else QTest.mouseClick)(widget, button, modifier, point)

    def _drag(self):
        widget, start = self._target()
        self._note("drag", widget)
        for kind, at, buttons in (
            (QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseMove, start + QPoint(25, 3), Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, start + QPoint(60, 5), Qt.MouseButton.NoButton),
        ):
            button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
            where = QPointF(widget.mapToGlobal(at))
            event = QMouseEvent(kind, QPointF(at), where, button, buttons, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(widget, event)

    def _press(self):
        widget = QApplication.focusWidget() or self._desk.window
        key = self._random.choice(KEYS)
        self._note("press", widget, key.name)
        QTest.keyClick(widget, key)

    def _command(self):
        enabled = [
            action for name, action in self._desk.actions.items() if name not in LEFT_ALONE and action.isEnabled()
        ]
        action = self._random.choice(enabled)
        self._note("command", action.objectName())
        action.trigger()

    def _search(self):
        words = " ".join(self._random.sample(WORDS, self._random.randint(0, 3)))
        self._note("search", words)
        self._desk.window.search_box.set_text(words)

    def _wheel(self):
        widget, point = self._target()
        self._note("wheel", widget)
        turn = QPoint(0, self._random.choice((-120, 120, 600, -600)))
        modifier = self._random.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier))
        where = QPointF(widget.mapToGlobal(point))
        event = QWheelEvent(
            QPointF(point),
            where,
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def _note(self, *what):
        said = (part if isinstance(part, str) else f"{type(part).__name__} {part.objectName()}" for part in what)
        self.done.append(" ".join(said))
        del self.done[:-200]


def _close_popup():
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def close_dialogs():
    """Everything but the main window."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog | QMenu) and window.isVisible():
            window.close()


def widgets_alive():
    """How many there are, the invisible ones too."""
    return sum(1 for widget in QApplication.allWidgets() if isinstance(widget, QWidget))
