"""A slim bar while something works in the background: what, how far, how long still; cancel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.wording import time_left


class JobBar(QWidget):
    """Hidden while nothing works. `cancelled` is its button."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ""
        self._text = QLabel(self)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        cancel = QToolButton(self)
        cancel.setIcon(icon("close"))
        cancel.setToolTip(self.tr("Cancel: what is done is kept"))
        cancel.setAccessibleName(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 12, 2)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addWidget(self._progress, 1)
        layout.addWidget(cancel)
        self.hide()

    def begin(self, what: str) -> None:
        """Say what works."""
        self._what = what
        self._text.setText(what)
        self._progress.setRange(0, 0)
        self.show()

    def set_progress(self, thousandths: int, left: float) -> None:
        """How far, and how many seconds still (below 0: not known)."""
        if thousandths > 0:
            self._progress.setRange(0, 1000)
            self._progress.setValue(thousandths)
        rest = self.tr("{0} · {1} left").format(self._what, time_left(left))
        self._text.setText(rest if left >= 0 and thousandths < 1000 else self._what)
