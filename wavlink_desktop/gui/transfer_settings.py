"""What the user has chosen about transfers, kept in the settings under `transfer/`."""

import json
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings

from wavlink_desktop import paths
from wavlink_desktop.gui.translation import N, translated
from wavlink_desktop.transfer import Conversion, Recipe

REGION_NAMING = "{name}_{start}"
"""Names of regions that are dragged out: where they are from can be read."""


class TransferSettings:
    """Folders, presets and the form in which sounds are dragged out."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def transfers_folder(self) -> Path:
        """Where what is dragged out is rendered to: it stays there, for other programs' projects refer to it."""
        return Path(str(self._settings.value("transfer/folder", "") or paths.transfers_folder()))

    @transfers_folder.setter
    def transfers_folder(self, folder: Path) -> None:
        self._settings.setValue("transfer/folder", str(folder))

    @property
    def destination(self) -> Path:
        """Where the last transfer went."""
        return Path(str(self._settings.value("transfer/destination", "") or self.transfers_folder))

    @destination.setter
    def destination(self, folder: Path) -> None:
        self._settings.setValue("transfer/destination", str(folder))

    @property
    def last(self) -> Recipe:
        """How the last transfer was done."""
        return self._recipe("transfer/last")

    @last.setter
    def last(self, recipe: Recipe) -> None:
        self._settings.setValue("transfer/last", json.dumps(recipe.as_dict()))

    @property
    def dragged(self) -> Conversion:
        """The form in which sounds are dragged out; whole files as they are, unless the user chose another one."""
        return self._recipe("transfer/dragged").conversion

    @dragged.setter
    def dragged(self, conversion: Conversion) -> None:
        self._settings.setValue("transfer/dragged", json.dumps(Recipe(conversion).as_dict()))

    def presets(self) -> dict[str, Recipe]:
        """Name to recipe: those that come with the program, then the user's own."""
        return {**_built_in(), **self._own()}

    def is_own(self, name: str) -> bool:
        """Whether the user made that preset."""
        return name in self._own()

    def save_preset(self, name: str, recipe: Recipe) -> None:
        """Keep a recipe under a name, in place of one that has it."""
        self._write({**self._own(), name: recipe})

    def delete_preset(self, name: str) -> None:
        """Forget a preset of the user's own."""
        own = self._own()
        own.pop(name, None)
        self._write(own)

    def _own(self) -> dict[str, Recipe]:
        with suppress(ValueError, TypeError, AttributeError):
            stored = json.loads(str(self._settings.value("transfer/presets", "{}")))
            return {str(name): Recipe.of(values) for name, values in stored.items()}
        return {}

    def _write(self, own: dict[str, Recipe]) -> None:
        values = {name: recipe.as_dict() for name, recipe in own.items()}
        self._settings.setValue("transfer/presets", json.dumps(values))

    def _recipe(self, key: str) -> Recipe:
        with suppress(ValueError, TypeError, AttributeError):
            return Recipe.of(json.loads(str(self._settings.value(key, "{}"))))
        return Recipe()


def _built_in() -> dict[str, Recipe]:
    return {
        translated(N("As they are")): Recipe(),
        translated(N("Pro Tools, 48 kHz / 24 bit")): Recipe(Conversion("wav", 48_000, 24)),
        translated(N("Film, 96 kHz / 24 bit")): Recipe(Conversion("wav", 96_000, 24)),
        translated(N("Game, 44.1 kHz / 16 bit mono")): Recipe(Conversion("wav", 44_100, 16, "mono")),
        translated(N("Archive, FLAC")): Recipe(Conversion("flac")),
        translated(N("To show, MP3")): Recipe(Conversion("mp3", peak_db=-1.0)),
    }
