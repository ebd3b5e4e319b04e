"""The line at the bottom: what just happened or what the library holds, the model's state, problems."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from wavlink_desktop.gui.elided import ElidedLabel
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.wording import counted, grouped
from wavlink_desktop.library.records import LibraryInfo

_SAID_MS = 8000


class StatusLine(QStatusBar):
    """`problems_wanted`: the user wants to see them."""

    problems_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self._summary = ""
        self._text = ElidedLabel(parent=self)
        self._found = QLabel(self)
        self._playback = QLabel(self)
        self._playback.setObjectName("warning")
        self._model = QLabel(self)
        self._problems = QToolButton(self)
        self._problems.setObjectName("warning")
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._problems.setIcon(icon("warning", QPalette.ColorRole.BrightText))
        self._problems.clicked.connect(self.problems_wanted)
        self._problems.hide()
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(_SAID_MS)
        self._fade.timeout.connect(self._show_summary)
        self.addWidget(self._text, 1)
        for widget in (self._problems, self._playback, self._found, self._model):
            self.addPermanentWidget(widget)

    def say(self, text: str) -> None:
        """Say it for a few seconds, in one line whatever it is; the tool tip has it as it came."""
        self._text.setText(" ".join(text.split()))
        self._text.setToolTip(text)
        self._fade.start()

    def text(self) -> str:
        """What stands at the left."""
        return self._text.text()

    def set_info(self, info: LibraryInfo) -> None:
        """What the library holds."""
        sounds = counted(info.clips, self.tr("1 sound"), self.tr("{0} sounds"))
        self._summary = f"{sounds}  ·  {self._length(info.hours)}"
        if info.embedded < info.clips:
            self._summary += "  ·  " + self.tr("{0} listened to").format(grouped(info.embedded))
        self._problems.setText(counted(info.problems, self.tr("1 problem"), self.tr("{0} problems")))
        self._problems.setToolTip(self.tr("Show the files that could not be read"))
        self._problems.setVisible(info.problems > 0)
        if not self._fade.isActive():
            self._show_summary()

    def set_found(self, text: str) -> None:
        """How many the search found."""
        self._found.setText(text)

    def set_model(self, text: str) -> None:
        """How the model is."""
        self._model.setText(text)

    def set_playback(self, text: str) -> None:
        """Why nothing can be played; empty when it can."""
        self._playback.setText(self.tr("Playback off") if text else "")
        self._playback.setToolTip(text)
        self._playback.setVisible(bool(text))
        if text:
            self.say(text)

    def _length(self, hours: float) -> str:
        if hours < 1:
            return self.tr("{0} min").format(f"{hours * 60:.0f}")
        return self.tr("{0} h").format(f"{hours:,.1f}")

    def _show_summary(self) -> None:
        self._text.setText(self._summary)
        self._text.setToolTip("")
