"""A line for what should be known and hinders nobody: to be looked into, or put away."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from wavlink_desktop.gui.elided import ElidedLabel
from wavlink_desktop.gui.icons import IconLabel, icon


class NoticeBar(QWidget):
    """Hidden while there is nothing to say. One notice at a time: the newest."""

    dismissed = Signal()

    def __init__(self, sign: str = "warning", parent: QWidget | None = None) -> None:
        """`sign`: the icon before the text."""
        super().__init__(parent)
        self._more: Callable[[], None] = lambda: None
        self._text = ElidedLabel(parent=self)
        self.more = QPushButton(self)
        self.more.clicked.connect(lambda: self._more())
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        self._close.setToolTip(self.tr("Put this notice away"))
        self._close.setAccessibleName(self.tr("Put this notice away"))
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(12)
        layout.addWidget(IconLabel(sign, QPalette.ColorRole.BrightText))
        layout.addWidget(self._text, 1)
        layout.addWidget(self.more)
        layout.addWidget(self._close)
        self.hide()

    def say(self, text: str, more: str, look: Callable[[], None]) -> None:
        """Show a notice; `more`: what its button says, `look`: what that does."""
        self._text.setText(text)
        self._text.setToolTip(text)
        self.more.setText(more)
        self._more = look
        self.show()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def dismiss(self) -> None:
        """Put it away."""
        self.hide()
        self.dismissed.emit()
