"""All commands with their keys, to be found, and to be given others."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.actions import plain
from wavlink_desktop.gui.commands import COMMANDS, Command, Scope
from wavlink_desktop.gui.shortcuts import Shortcuts
from wavlink_desktop.gui.theme import enlarged

_COMMAND = Qt.ItemDataRole.UserRole


class ShortcutsDialog(QDialog):
    """A table of commands; the chosen one takes the next key that is pressed in the field below."""

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self.setWindowTitle(self.tr("Keys"))
        self.resize(720, 560)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search commands and keys"))
        self.search.setAccessibleName(self.tr("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.table = QTreeWidget(self)
        self.table.setAccessibleName(self.tr("Commands"))
        self.table.setHeaderLabels([self.tr("Command"), self.tr("Menu"), self.tr("Keys")])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setStretchLastSection(False)
        for column, width in ((1, 120), (2, 200)):
            self.table.header().resizeSection(column, width)
        self.table.currentItemChanged.connect(lambda *_: self._chosen_changed())
        self.field = QKeySequenceEdit(self)
        self.field.setMaximumSequenceLength(1)
        self.field.setMinimumWidth(enlarged(140, self.fontMetrics()))
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(self.tr("New key"))
        self.field.keySequenceChanged.connect(lambda _: self._key_changed())
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.set_button = self._button(self.tr("&Use this key"), self._set)
        self.add_button = self._button(self.tr("&Add as another"), self._add)
        self.clear_button = self._button(self.tr("&No key"), self._clear)
        self.reset_button = self._button(self.tr("&Reset"), self._reset)
        self._lay_out()
        for command in COMMANDS:
            item = QTreeWidgetItem()
            item.setData(0, _COMMAND, command.id)
            self.table.addTopLevelItem(item)
        shortcuts.changed.connect(self._fill)
        self._fill()
        self.choose(COMMANDS[0].id)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        label = QLabel(self.tr("New &key:"), self)
        label.setBuddy(self.field)
        line.addWidget(label)
        line.addWidget(self.field, 1)
        for button in (self.set_button, self.add_button, self.clear_button, self.reset_button):
            line.addWidget(button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        reset_all = buttons.addButton(self.tr("Reset all keys"), QDialogButtonBox.ButtonRole.ResetRole)
        reset_all.clicked.connect(self._shortcuts.reset_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        layout.addWidget(self.note)
        layout.addWidget(buttons)

    def choose(self, command_id: str) -> None:
        """Go to that command."""
        for item in self._items():
            if item.data(0, _COMMAND) == command_id:
                self.table.setCurrentItem(item)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)  # Enter is a key like others here
        button.clicked.connect(slot)
        return button

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.table.topLevelItem(row) for row in range(self.table.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _chosen(self) -> Command | None:
        item = self.table.currentItem()
        wanted = item.data(0, _COMMAND) if item is not None else None
        return next((command for command in COMMANDS if command.id == wanted), None)

    def _fill(self) -> None:
        for item, command in zip(self._items(), COMMANDS, strict=True):
            item.setText(0, plain(command.text))
            item.setText(1, plain(command.menu) if command.menu else "")
            item.setText(2, self._shortcuts.text(command))
            font = item.font(2)
            font.setBold(self._shortcuts.is_own(command))
            item.setFont(2, font)
            if command.scope == Scope.RESULTS:
                item.setToolTip(2, self.tr("Works in the list of sounds"))
        self._chosen_changed()

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for item in self._items():
            row = " ".join(item.text(column) for column in range(3)).lower()
            item.setHidden(not all(word in row for word in words))

    def _chosen_changed(self) -> None:
        command = self._chosen()
        self.field.clear()
        self.clear_button.setEnabled(command is not None and bool(self._shortcuts.keys(command)))
        self.reset_button.setEnabled(command is not None and self._shortcuts.is_own(command))
        self._key_changed()

    def _key_changed(self) -> None:
        command, key = self._chosen(), self.field.keySequence()
        note, possible = self.tr("Choose a command, then press its new key here."), False
        if command is not None and not key.isEmpty():
            note, possible = self._judge(command, key)
        self.note.setText(note)
        self.set_button.setEnabled(possible)
        self.add_button.setEnabled(possible)

    def _judge(self, command: Command, key: QKeySequence) -> tuple[str, bool]:
        name = key.toString(QKeySequence.SequenceFormat.NativeText)
        if self._shortcuts.refused(key, command):
            return self.tr("{0} alone is needed for typing: hold Ctrl or Alt as well.").format(name), False
        if key in self._shortcuts.keys(command):
            return self.tr("It has that key already."), False
        others = self._shortcuts.taken_by(key, command)
        if others:
            names = ", ".join(f"“{plain(other.text)}”" for other in others)
            return self.tr("{0} is taken from {1}, which has no such key then.").format(name, names), True
        return self.tr("{0} is free.").format(name), True

    def _set(self) -> None:
        if command := self._chosen():
            self._shortcuts.assign(command, [self.field.keySequence()])

    def _add(self) -> None:
        if command := self._chosen():
            self._shortcuts.assign(command, [*self._shortcuts.keys(command), self.field.keySequence()])

    def _clear(self) -> None:
        if command := self._chosen():
            self._shortcuts.assign(command, [])

    def _reset(self) -> None:
        if command := self._chosen():
            self._shortcuts.reset(command)
