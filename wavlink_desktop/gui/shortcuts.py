"""Which keys do what: the declared ones, or those that the user chose. Kept in the settings, in force at once."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence

from wavlink_desktop.gui.actions import Actions
from wavlink_desktop.gui.commands import COMMANDS, Command, Scope

_GROUP = "shortcuts"
_NATIVE, _PORTABLE = QKeySequence.SequenceFormat.NativeText, QKeySequence.SequenceFormat.PortableText


class Shortcuts(QObject):
    """The keys of every command, on its action."""

    changed = Signal()

    def __init__(self, actions: Actions, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        for command in COMMANDS:
            kept = settings.value(f"{_GROUP}/{command.id}")
            if kept is not None:
                actions[command.id].setShortcuts(QKeySequence.listFromString(str(kept), _PORTABLE))

    def keys(self, command: Command) -> list[QKeySequence]:
        """The keys that it has now."""
        return self._actions[command.id].shortcuts()

    def text(self, command: Command) -> str:
        """The same, as this system writes them."""
        return ", ".join(key.toString(_NATIVE) for key in self.keys(command))

    def is_own(self, command: Command) -> bool:
        """Whether the user has given it other keys than it came with."""
        return self.keys(command) != _declared(command)

    def taken_by(self, key: QKeySequence, command: Command) -> list[Command]:
        """The other commands that have that key, or one that begins with it, or with which it begins."""
        none = QKeySequence.SequenceMatch.NoMatch
        return [
            other
            for other in COMMANDS
            if other is not command
            and any(key.matches(own) != none or own.matches(key) != none for own in self.keys(other))
        ]

    def refused(self, key: QKeySequence, command: Command) -> bool:
        """Whether it cannot be: a letter alone, for a command that works in text fields too."""
        if command.scope == Scope.RESULTS or key.isEmpty():
            return False
        first = key[0]  # type: ignore[index]  # the stubs lack it
        plain = first.keyboardModifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        return plain and (first.key() < Qt.Key.Key_Escape)

    def assign(self, command: Command, keys: Sequence[QKeySequence]) -> None:
        """Give it these keys, and take them from whoever had them."""
        for key in keys:
            for other in self.taken_by(key, command):
                none = QKeySequence.SequenceMatch.NoMatch
                rest = [k for k in self.keys(other) if key.matches(k) == none and k.matches(key) == none]
                self._set(other, rest)
        self._set(command, keys)
        self.changed.emit()

    def reset(self, command: Command) -> None:
        """The keys that it came with; other commands lose them."""
        self.assign(command, _declared(command))

    def reset_all(self) -> None:
        """Every command has the keys that it came with."""
        for command in COMMANDS:
            self._set(command, _declared(command))
        self.changed.emit()

    def _set(self, command: Command, keys: Sequence[QKeySequence]) -> None:
        self._actions[command.id].setShortcuts(list(keys))
        if list(keys) == _declared(command):
            self._settings.remove(f"{_GROUP}/{command.id}")
        else:
            self._settings.setValue(f"{_GROUP}/{command.id}", QKeySequence.listToString(list(keys), _PORTABLE))


def _declared(command: Command) -> list[QKeySequence]:
    return [QKeySequence(key) for key in command.keys]
