"""The row of playback controls below the waveform: how sounds are heard, and what is not as usual, at a glance."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from wavlink_desktop.audio.channels import ALL, MID, MID_SIDE, MONO, SIDE
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.level_meter import LevelMeter
from wavlink_desktop.gui.playback import SPEEDS, Playback
from wavlink_desktop.gui.wording import decibel_text, semitone_text, speed_text

TOGGLES = ("loop", "reverse", "skip-silence", "start-at-match")
GAINS = (12.0, 6.0, 3.0, 0.0, -3.0, -6.0, -12.0)
HEIGHT = 26


class Choice(QToolButton):
    """Shows a value, offers others in a menu; the wheel goes through them."""

    chosen = Signal(object)
    stepped = Signal(int)
    """The wheel turned: up 1, down -1."""

    def __init__(self, name: str, widest: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._values: Callable[[], Iterable[tuple[object, str]]] = tuple
        self._value: object = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedHeight(HEIGHT)
        self._widest = widest
        self.setAccessibleName(name)

    def offer(self, values: Callable[[], Iterable[tuple[object, str]]]) -> None:
        """What the menu has, asked for whenever it opens: values and their texts."""
        self._values = values

    def show_value(self, value: object, text: str, usual: bool) -> None:
        """Show it; what is not `usual` stands out."""
        self._value = value
        self.setText(text)
        self.setAccessibleDescription(text)
        if self.property("altered") != (not usual):
            self.setProperty("altered", not usual)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Wide enough for every value, so that nothing moves."""
        size = super().sizeHint()
        longer = self.fontMetrics().horizontalAdvance(self._widest) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(size.width() + max(0, longer), size.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One step up or down."""
        if event.angleDelta().y():
            self.stepped.emit(1 if event.angleDelta().y() > 0 else -1)

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for value, text in self._values():
            action = QAction(text, self._menu)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            group.addAction(action)
            self._menu.addAction(action)


class PlaybackBar(QWidget):
    """Shows a `Playback`; asks for another by its signals. Switches are the commands' own actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: Callable[[], tuple[float, float]] = lambda: (0.0, 0.0)
        self._channels = 2
        self.speed = Choice(self.tr("Speed"), speed_text(0.25), self)
        self.gain = Choice(self.tr("Gain"), decibel_text(-24.0), self)
        self.channels = Choice(self.tr("Channels"), self.tr("All channels"), self)
        self.output = Choice(self.tr("Sound device"), "", self)
        self.output.setIcon(icon("output"))
        self.output.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.meter = LevelMeter(lambda: self._levels(), self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.speed.offer(lambda: [(speed, self._speed_row(speed)) for speed in SPEEDS])
        self.gain.offer(lambda: [(gain, decibel_text(gain)) for gain in GAINS])
        self.channels.offer(self._channel_rows)
        self.speed.setToolTip(self.tr("Speed and pitch (, . and < > by semitones; wheel)"))
        self.gain.setToolTip(self.tr("Gain, never over full scale ({ }; wheel)"))
        self.channels.setToolTip(self.tr("Which channels are heard (C)"))
        self.setObjectName("playback")
        self.setFixedHeight(HEIGHT)

    def adopt(self, actions: dict[str, QAction], levels: Callable[[], tuple[float, float]]) -> None:
        """Put the row together: the commands' switches, the choices, the meter that asks `levels`."""
        self._levels = levels
        for name in TOGGLES:
            self._layout.addWidget(self._button(actions[name]))
        self._layout.addSpacing(8)
        self._layout.addWidget(self.speed)
        self._layout.addWidget(self.gain)
        self._layout.addWidget(self._button(actions["match-loudness"]))
        self._layout.addWidget(self.channels)
        self._layout.addWidget(self.output)
        self._reset = self._button(actions["as-it-is"])
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        self._reset.setProperty("altered", True)
        self._layout.addWidget(self._reset)
        self._layout.addStretch(1)
        self._layout.addWidget(self.meter)

    def show_playback(self, playback: Playback) -> None:
        """Show how sounds are heard."""
        self.speed.show_value(playback.speed, speed_text(playback.speed), playback.speed == 1.0)
        self.gain.show_value(playback.gain, decibel_text(playback.gain), playback.gain == 0.0)
        self.channels.show_value(playback.channels, self.channel_text(playback.channels), playback.channels == ALL)
        self._reset.setVisible(not playback.plain)

    def set_channels(self, channels: int) -> None:
        """How many the chosen sound has."""
        self._channels = channels

    def channel_choices(self) -> list[str]:
        """What makes sense for the chosen sound."""
        solo = [str(number) for number in range(1, self._channels + 1)] if self._channels > 1 else []
        return [ALL, MONO, *([MID, SIDE, MID_SIDE] if self._channels > 1 else []), *solo]

    def channel_text(self, choice: str) -> str:
        """How a choice is called."""
        names = {
            ALL: self.tr("All channels"),
            MONO: self.tr("Mono"),
            MID: self.tr("Middle"),
            SIDE: self.tr("Side"),
            MID_SIDE: self.tr("M/S decoded"),
        }
        return names.get(choice) or self.tr("Channel {0}").format(choice)

    def _channel_rows(self) -> list[tuple[object, str]]:
        return [(choice, self.channel_text(choice)) for choice in self.channel_choices()]

    def _speed_row(self, speed: float) -> str:
        return f"{speed_text(speed)}\t{semitone_text(Playback(speed=speed).semitones)}"

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(HEIGHT + 4, HEIGHT)
        keys = ", ".join(key.toString() for key in action.shortcuts()[:1])
        text = action.text().replace("&", "")
        button.setToolTip(f"{text} ({keys})" if keys else text)
        button.setAccessibleName(text)
        return button
