"""The one search box: words, filters and sounds; what is wrong with a query is said right below.

The text is the truth: chips show the filters that it has, and chips and menus change nothing but the text.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from wavlink_desktop.audio import EXTENSIONS
from wavlink_desktop.gui.balance import Balance
from wavlink_desktop.gui.chips import Chip, ChipRow
from wavlink_desktop.gui.file_urls import dropped_paths
from wavlink_desktop.gui.filter_menu import FilterMenu
from wavlink_desktop.gui.filter_words import described
from wavlink_desktop.gui.icons import IconLabel, icon
from wavlink_desktop.gui.query_help import help_text
from wavlink_desktop.gui.wording import clock
from wavlink_desktop.search.request import Request, Sound
from wavlink_desktop.search.tokens import Token, tokens, with_filter, without

PATIENCE_MS = 400


class SearchBox(QWidget):
    """Emits what the user asks for, key by key; who listens waits for a pause."""

    edited = Signal()
    """`request()` has changed."""
    sound_dropped = Signal(object)
    """A sound file (`Path`): find what sounds like it."""
    left_downwards = Signal()
    """Down or Enter: on to the results."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sounds: tuple[Sound, ...] = ()
        self._frame = QFrame(self)
        self._frame.setObjectName("searchBox")
        self.input = QLineEdit(self)
        """Where the words are written."""
        self.input.setAccessibleName(self.tr("Search"))
        self.input.setToolTip(help_text())
        self.input.setAcceptDrops(False)
        self.input.textEdited.connect(self._changed)
        self.input.installEventFilter(self)
        self._clear = self._button("close", self.tr("Clear the search"), self.tr("Clear (Esc)"), self.clear)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self._filters = self._button("filter", self.tr("Add a filter"), self.tr("Add a filter (Ctrl+Shift+F)"), None)
        self._menu = FilterMenu(self)
        self._menu.aboutToShow.connect(self._mark_present)
        self._menu.chosen.connect(self.set_filter)
        self._menu.begun.connect(self._begin)
        self._filters.setMenu(self._menu)
        self._filters.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.balance = Balance(self)
        self.balance.changed.connect(self._changed)
        self._chips = ChipRow(self)
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
        self.setFocusProxy(self.input)
        self._lay_out()
        self._show_state()

    def _button(self, name: str, text: str, help_text: str, pressed: Callable[[], None] | None) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, QPalette.ColorRole.PlaceholderText))
        button.setAccessibleName(text)
        button.setToolTip(help_text)
        if pressed is not None:
            button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(10, 3, 6, 3)
        inside.setSpacing(6)
        inside.addWidget(IconLabel("search", QPalette.ColorRole.PlaceholderText))
        inside.addWidget(self.input, 1)
        inside.addWidget(self._clear)
        inside.addWidget(self.balance)
        inside.addWidget(self._filters)
        self._inside = inside
        self._frame.setMinimumHeight(36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._frame)
        layout.addWidget(self._chips)
        layout.addWidget(self._message)

    # What is asked

    def request(self) -> Request:
        """Everything that the box says."""
        return Request(self.text(), self._sounds, self.balance.value)

    def text(self) -> str:
        """The words and filters in the box."""
        return self.input.text()

    def set_text(self, text: str) -> None:
        """Write `text` as if the user had."""
        self.input.setText(text)
        self._changed()

    def set_filter(self, field: str, value: str, excluded: bool = False) -> None:
        """Ask for a field's value, in the place of what was asked of this field; an empty one: for any."""
        self.set_text(with_filter(self.text(), field, value, excluded))

    def set_sounds(self, *sounds: Sound) -> None:
        """Search by these sounds, beside the words."""
        self._sounds = sounds
        self._changed()

    def add_sound(self, sound: Sound) -> None:
        """Search by one more sound, or by a known one otherwise than before."""
        self.set_sounds(*(known for known in self._sounds if known.path != sound.path), sound)

    def show_request(self, request: Request) -> None:
        """Say exactly this."""
        self._sounds = request.sounds
        self.balance.set_value(request.balance)
        self.input.setText(request.text)
        self._changed()

    def clear(self) -> None:
        """Empty it: words, filters and sounds."""
        self.show_request(Request(balance=self.balance.value))

    def _changed(self) -> None:
        self._show_state()
        self.edited.emit()

    # What is shown

    def focus(self) -> None:
        """Go to the box, its words selected."""
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.input.selectAll()

    @property
    def frame_height(self) -> int:
        """Of the line with the words, without what is below it."""
        return self._frame.height()

    def open_filters(self) -> None:
        """Offer the filters."""
        self._filters.showMenu()

    def add_button(self, button: QToolButton) -> None:
        """One more at the right end of the box."""
        self._inside.addWidget(button)

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

    @property
    def chips(self) -> list[Chip]:
        """Sounds, then filters."""
        return self._chips.chips

    def _show_state(self) -> None:
        self._clear.setVisible(bool(self.text() or self._sounds))
        self.input.setPlaceholderText(
            self.tr("but … (metallic, far away, in a hall)")
            if self._sounds
            else self.tr('Describe a sound: rain on metal roof   "exact words"   duration:<5   -music')
        )
        filters = [token for token in tokens(self.text()) if token.is_filter and token.value]
        self._chips.show_chips([*map(self._sound_chip, self._sounds), *map(self._filter_chip, filters)])

    def _sound_chip(self, sound: Sound) -> Chip:
        name = sound.path.name.encode(errors="replace").decode()
        if sound.end is not None:
            name = f"{name}  {clock(sound.start)} – {clock(sound.end)}"
        like = sound.weight > 0
        chip = Chip(
            f"{'≈' if like else '≉'}  {name}",
            self.tr("More like {0}. Click for less like it.").format(name)
            if like
            else self.tr("Less like {0}. Click for more like it.").format(name),
            "like" if like else "unlike",
        )
        chip.changed.connect(lambda: self._swap(sound, replace(sound, weight=-sound.weight)))
        chip.removed.connect(lambda: self._swap(sound, None))
        return chip

    def _swap(self, sound: Sound, other: Sound | None) -> None:
        there = (other if known == sound else known for known in self._sounds)
        self.set_sounds(*(known for known in there if known is not None))
        self.input.setFocus()

    def _filter_chip(self, token: Token) -> Chip:
        text = self.text()
        chip = Chip(described(token), text[token.start : token.end], "filter")
        chip.removed.connect(lambda: self.set_text(without(text, token)))
        chip.changed.connect(lambda: self._select(token))
        return chip

    def _select(self, token: Token) -> None:
        self.input.setFocus()
        self.input.setSelection(token.start, token.end - token.start)

    def _mark_present(self) -> None:
        present = {token.field: token.value for token in tokens(self.text()) if token.field and not token.excluded}
        self._menu.show_present(present)

    def _begin(self, field: str) -> None:
        """Write a field, and let the user say the value."""
        text = self.text()
        self.input.setFocus()
        self.input.setText(f"{text} {field}:".strip())
        self.input.end(False)

    # Keys and drops

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter leave for the results; the frame shows the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left_downwards.emit()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.input.text() and self._sounds:
                self.set_sounds(*self._sounds[:-1])
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
