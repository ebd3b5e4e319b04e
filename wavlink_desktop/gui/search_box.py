"""The one search box: words, or a sound dropped on it; what is wrong with a query is said right below."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from wavlink_desktop.audio import EXTENSIONS
from wavlink_desktop.gui.file_urls import dropped_paths
from wavlink_desktop.gui.icons import IconLabel, icon

PATIENCE_MS = 400


class SearchBox(QWidget):
    """Emits what the user writes, key by key; who listens waits for a pause."""

    edited = Signal(str)
    """The words have changed."""
    sound_dropped = Signal(object)
    """A sound file (`Path`): find what sounds like it."""
    sound_removed = Signal()
    """The sound that was searched by was taken away."""
    left_downwards = Signal()
    """Down or Enter: on to the results."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = QFrame(self)
        self._frame.setObjectName("searchBox")
        self._sound = QLabel(self)
        self._sound.setObjectName("chip")
        self._sound.hide()
        self._input = QLineEdit(self)
        self._input.setAccessibleName(self.tr("Search"))
        self._input.setPlaceholderText(
            self.tr('Describe a sound: rain on metal roof   "exact words"   duration:<5   -music')
        )
        self._input.setToolTip(self._help())
        self._input.setAcceptDrops(False)
        self._input.textEdited.connect(self._text_edited)
        self._input.installEventFilter(self)
        self._clear = QToolButton(self)
        self._clear.setIcon(icon("close", QPalette.ColorRole.PlaceholderText))
        self._clear.setToolTip(self.tr("Clear (Esc)"))
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self._message = QLabel(self)
        self._message.setObjectName("queryMessage")
        self._message.setWordWrap(True)
        self._message.hide()
        # Half-written filters are wrong for a moment: nobody wants that told at every key.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._message.show)
        self.setAcceptDrops(True)
        self.setFocusProxy(self._input)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(10, 3, 4, 3)
        inside.setSpacing(8)
        inside.addWidget(IconLabel("search", QPalette.ColorRole.PlaceholderText))
        inside.addWidget(self._sound)
        inside.addWidget(self._input, 1)
        inside.addWidget(self._clear)
        self._frame.setMinimumHeight(36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._frame)
        layout.addWidget(self._message)

    def _help(self) -> str:
        rows = (
            ("rain on metal roof", self.tr("sounds like that, best first")),
            ('"door slam"', self.tr("these very words, in names, folders, descriptions, tags")),
            ("duration:&lt;5", self.tr("shorter than five seconds")),
            ("channels:2 rate:96000 format:wav", self.tr("technical filters")),
            ("folder:rain tag:metal", self.tr("where it is, how it is tagged")),
            ("-music", self.tr("without this word")),
        )
        lines = "".join(f"<tr><td><b>{code}</b>&nbsp;&nbsp;</td><td>{text}</td></tr>" for code, text in rows)
        drop = self.tr("Drop a sound here to find what sounds like it.")
        return f"<table cellpadding='2'>{lines}</table><p>{drop}</p>"

    def text(self) -> str:
        """The words in the box."""
        return self._input.text()

    def set_text(self, text: str) -> None:
        """Write `text` as if the user had."""
        self._input.setText(text)
        self._text_edited(text)

    def focus(self) -> None:
        """Go to the box, its words selected."""
        self._input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._input.selectAll()

    def clear(self) -> None:
        """Empty it, words and sound."""
        self._input.clear()
        self._text_edited("")

    def set_sound(self, sound: str) -> None:
        """Show that the search is by this sound; its words go."""
        self._input.clear()
        self._sound.setText(self.fontMetrics().elidedText(f"≈  {sound}", Qt.TextElideMode.ElideMiddle, 320))
        self._sound.setToolTip(sound)
        self._sound.show()
        self._clear.show()

    def set_message(self, message: str) -> None:
        """Say what is wrong with the query, once the user has paused; empty: nothing is."""
        self._message.setText(message)
        if message:
            self._patience.start()
        else:
            self._patience.stop()
            self._message.hide()

    def message(self) -> str:
        """What is said below the box."""
        return self._message.text()

    def _text_edited(self, text: str) -> None:
        if not self._sound.isHidden():
            self._sound.hide()
            self.sound_removed.emit()
        self._clear.setVisible(bool(text))
        self.edited.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter leave for the results; the frame shows the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left_downwards.emit()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self._input.text() and not self._sound.isHidden():
                self.clear()
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark("focused", event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One sound file is welcome; folders go on to the window."""
        files = dropped_paths(event.mimeData())
        if len(files) == 1 and files[0].suffix.lower() in EXTENSIONS:
            self._mark("dropping", True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drag went elsewhere."""
        self._mark("dropping", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Search by the sound."""
        self._mark("dropping", False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        path: Path = dropped_paths(event.mimeData())[0]
        self.sound_dropped.emit(path)

    def _mark(self, state: str, on: bool) -> None:
        self._frame.setProperty(state, on)
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)
