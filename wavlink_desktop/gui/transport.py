"""The strip below the results: what is chosen, its waveform, play and stop, how it is heard."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from wavlink_desktop.gui.columns import is_part
from wavlink_desktop.gui.elided import ElidedLabel
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.playback_bar import PlaybackBar
from wavlink_desktop.gui.waveform import Waveform
from wavlink_desktop.gui.wording import clock
from wavlink_desktop.search.hits import Hit


class Transport(QWidget):
    """Shows one hit; `toggled` asks to play or stop it."""

    toggled = Signal()
    shown = Signal(object)
    """A `Hit` is shown: another one, or the same clip with another best moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waveform = Waveform(self)
        self.controls = PlaybackBar(self)
        self._duration = 0.0
        self._button = QToolButton(self)
        self._button.setIconSize(QSize(18, 18))
        self._button.setFixedSize(40, 40)
        self._button.setObjectName("play")
        self._button.clicked.connect(self.toggled)
        self._title = ElidedLabel(self.tr("Nothing chosen yet: click a sound, or press ↓ in the search box"), self)
        self._title.setObjectName("title")
        self._moment = QLabel(self)
        self._moment.setObjectName("dim")
        self._time = QLabel(self)
        self._time.setObjectName("time")
        self._lay_out()
        self.set_playing(False)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._title, 1)
        line.addWidget(self._moment)
        line.addWidget(self._time)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addLayout(line)
        right.addWidget(self.waveform, 1)
        right.addWidget(self.controls)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 16, 6)
        layout.setSpacing(12)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(right, 1)

    def show_hit(self, hit: Hit, ranked: bool) -> None:
        """Show another hit; `ranked`: its best moment means something."""
        self._duration = hit.clip.duration
        self._title.setText(hit.clip.name)
        part = ranked and is_part(hit)
        span = f"{clock(hit.start)} – {clock(hit.end)}"
        self._moment.setText(self.tr("Best moment {0}").format(span) if part else "")
        self._time.setText(clock(self._duration))
        self.controls.set_channels(hit.clip.channels)
        self.waveform.show_clip(hit.clip, (hit.start, hit.end) if part else None)
        self.shown.emit(hit)

    def set_position(self, position: float | None) -> None:
        """Move the playhead; None: nothing plays."""
        self.waveform.set_position(position)
        whole = clock(self._duration)
        self._time.setText(whole if position is None else f"{clock(min(position, self._duration))} / {whole}")

    def set_playing(self, playing: bool) -> None:
        """Show what the button would do."""
        self._button.setIcon(icon("stop" if playing else "play", QPalette.ColorRole.Base))
        text = self.tr("Stop (Space)") if playing else self.tr("Play (Space)")
        self._button.setToolTip(text)
        self._button.setAccessibleName(text)
