"""What the user makes of the window: commands by name, keys, preferences."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from wavlink_desktop.gui.actions import Actions, plain
from wavlink_desktop.gui.commands import COMMANDS, Command
from wavlink_desktop.gui.palette import Entry, Palette
from wavlink_desktop.gui.preferences import PREFERENCES, Preferences, kept_texts
from wavlink_desktop.gui.preferences_dialog import PreferencesDialog
from wavlink_desktop.gui.shortcuts import Shortcuts
from wavlink_desktop.gui.shortcuts_dialog import ShortcutsDialog
from wavlink_desktop.gui.translation import translated

_RECENT = "window/recent_commands"
_REMEMBERED = 12


class Customising(QObject):
    """Opens the palette and the dialogs for keys and preferences, over `window`.

    `places`: functions that give what else the palette shall offer, asked whenever it opens.
    """

    def __init__(
        self,
        window: QWidget,
        settings: QSettings,
        preferences: Preferences,
        missing: Callable[[Command], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings, self._preferences, self._missing = window, settings, preferences, missing
        self._actions: Actions = {}
        self.shortcuts: Shortcuts | None = None
        self.places: list[Callable[[], Iterable[Entry]]] = [self._pages]
        self.palette: Palette | None = None

    def follow(self, actions: Actions) -> None:
        """From here on the actions have the keys that the user chose."""
        self._actions = actions
        self.shortcuts = Shortcuts(actions, self._settings, self)

    def offer_folders(self, folders: Callable[[], Iterable[Path]], search: Callable[[str], None]) -> None:
        """Have the palette go to folders: `search` is asked for what lies in one."""

        def entries() -> Iterable[Entry]:
            for folder in folders():
                wanted = f'folder:"{folder.name}"'
                yield Entry(
                    f"folder/{folder}",
                    self.tr("Folder: {0}").format(folder.name),
                    str(folder.parent),
                    lambda wanted=wanted: search(wanted),  # type: ignore[misc]
                )

        self.places.append(entries)

    def show_palette(self) -> None:
        """Offer every command by name."""
        entries = [self._entry(command) for command in COMMANDS if command.id != "palette"]
        for place in self.places:
            entries += place()
        self.palette = Palette(entries, kept_texts(self._settings, _RECENT), self._window)
        self.palette.finished.connect(self.palette.deleteLater)
        self.palette.show()
        self.palette.box.setFocus()

    def show_preferences(self, page: str = "") -> None:
        """Show the preferences, at that page."""
        _shown(PreferencesDialog(self._preferences, self._window, page))

    def show_keys(self) -> None:
        """Show every command with its keys, to be changed."""
        if self.shortcuts is not None:
            _shown(ShortcutsDialog(self.shortcuts, self._window))

    def _entry(self, command: Command) -> Entry:
        action = self._actions[command.id]
        reason = self._missing(command)
        if not reason and not action.isEnabled():
            reason = self.tr("Not now")

        def run() -> None:
            self._remember(command.id)
            # Once the palette has gone and the focus is where it was.
            QTimer.singleShot(0, self._window, action.trigger)

        keys = self.shortcuts.text(command) if self.shortcuts else ""
        return Entry(command.id, plain(command.text), plain(command.menu) if command.menu else "", run, keys, reason)

    def _pages(self) -> Iterable[Entry]:
        for page in dict.fromkeys(preference.page for preference in PREFERENCES):
            rows = [translated(preference.text) for preference in PREFERENCES if preference.page == page]
            yield Entry(
                f"preferences/{page}",
                self.tr("Preferences: {0}").format(translated(page)),
                ", ".join(rows),
                lambda page=page: self.show_preferences(page),  # type: ignore[misc]
            )

    def _remember(self, command: str) -> None:
        names = kept_texts(self._settings, _RECENT)
        self._settings.setValue(_RECENT, [command, *(name for name in names if name != command)][:_REMEMBERED])


def _shown(dialog: PreferencesDialog | ShortcutsDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
