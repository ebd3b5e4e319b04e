"""What an empty library shows: what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from wavlink_desktop.gui.icons import application_icon, icon
from wavlink_desktop.gui.theme import enlarged


class Welcome(QWidget):
    """Offers to add folders and to make the demo library."""

    add_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._target = QFrame(self)
        self._target.setObjectName("dropTarget")
        self._target.setFixedWidth(enlarged(608, self.fontMetrics()))
        self._add = QPushButton(icon("folder-add"), self.tr("Add folder…"), self)
        self._add.clicked.connect(self.add_wanted)
        self._demo = QPushButton(self.tr("Make the demo library"), self)
        self._demo.clicked.connect(self.demo_wanted)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(240)
        self._note = QLabel(self)
        self._note.setObjectName("dim")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.set_idle()

    def _lay_out(self) -> None:
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(72, 72))
        picture.setFixedSize(72, 72)
        title = QLabel(self.tr("Drop folders of sounds here"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        text = QLabel(
            self.tr(
                "They are listed within seconds and searchable by name at once, by what they sound like as soon "
                "as they have been listened to. Your files stay where they are, and nothing leaves this computer."
            ),
            self,
        )
        text.setObjectName("dim")
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._add)
        buttons.addWidget(self._demo)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._target)
        inside.setContentsMargins(48, 40, 48, 36)
        inside.setSpacing(16)
        centre = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(picture, 0, centre)
        inside.addWidget(title, 0, centre)
        inside.addWidget(text)
        inside.addLayout(buttons)
        inside.addWidget(self._progress, 0, centre)
        inside.addWidget(self._note)
        # Stretches, not an alignment: only so is the height asked for that the wrapped texts need.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._target)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(1)

    def set_dropping(self, dropping: bool) -> None:
        """Show that a drop would be welcome."""
        self._target.setProperty("dropping", dropping)
        self._target.style().unpolish(self._target)
        self._target.style().polish(self._target)

    def set_idle(self) -> None:
        """Wait for the user."""
        self._progress.hide()
        self._demo.setEnabled(True)
        self._note.setText(self.tr("No sounds at hand? The demo library is synthesised on this computer in a moment."))

    def set_progress(self, done: int, total: int) -> None:
        """The demo library is being made."""
        self._demo.setEnabled(False)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.show()
        self._note.setText(self.tr("Making the demo library: {0} of {1} sounds").format(done, total))

    def set_note(self, text: str) -> None:
        """Say something else, such as what went wrong."""
        self.set_idle()
        self._note.setText(text)
