"""What is shown in the place of a library that cannot be opened: why, and what can be done now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wavlink_desktop.gui.icons import IconLabel

_WIDTH = 560


class Refused(QWidget):
    """The reason, and three ways on."""

    another_wanted = Signal()
    again_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(self.tr("The library cannot be opened"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        self._reason = QLabel(self)
        self._reason.setFixedWidth(_WIDTH)
        self._reason.setWordWrap(True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.another = QPushButton(self.tr("Choose &another library…"), self)
        self.another.clicked.connect(self.another_wanted)
        self.again = QPushButton(self.tr("Try a&gain"), self)
        self.again.clicked.connect(self.again_wanted)
        self.quit = QPushButton(self.tr("&Quit"), self)
        self.quit.clicked.connect(self.quit_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.another, self.again, self.quit):
            buttons.addWidget(button)
        buttons.addStretch(1)
        # Stretches, not an alignment: only so is the height asked for that the wrapped text needs.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._reason)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel("warning", QPalette.ColorRole.BrightText, 40), 0, centre)
        layout.addWidget(title, 0, centre)
        layout.addLayout(across)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def set_reason(self, reason: str) -> None:
        """Say why, and go to the first way on."""
        self._reason.setText(reason)
        self.another.setFocus()

    def reason(self) -> str:
        """What it says."""
        return self._reason.text()
