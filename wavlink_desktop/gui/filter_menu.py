"""The filters that are offered by the mouse; each writes the query language, as a person would."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from wavlink_desktop.gui.filter_words import said, title
from wavlink_desktop.gui.translation import N, translated

OFFERS = {
    "duration": ("<1", "1..5", "5..30", "30..2m", ">2m"),
    "channels": ("mono", "stereo", ">2"),
    "rate": (">=192k", ">=96k", "48k", "44.1k"),
    "format": ("wav", "aiff", "flac", "mp3", "ogg"),
    "rating": (">=5", ">=4", ">=3", ">=1"),
}
"""Fields, and values as the query language has them."""
_TO_FINISH = (
    ("folder", N("Folder…")),
    ("tag", N("Tag…")),
    ("category", N("UCS category…")),
    ("collection", N("Collection…")),
    ("name", N("Name…")),
)
"""Filters whose values nobody can list: the field is written, and the user goes on typing."""


class FilterMenu(QMenu):
    """Made once, with all its entries: PySide keeps something of every action that there ever was."""

    chosen = Signal(str, str)
    """A field and the value that it is to have; an empty one: none."""
    begun = Signal(str)
    """A field whose value the user is to write."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translated(N("Filters")))
        self._entries: dict[tuple[str, str], QAction] = {}
        for field, values in OFFERS.items():
            submenu = self.addMenu(title(field))
            for value in values:
                self._entries[field, value] = self._offer(submenu, field, value)
        self.addSeparator()
        for field, text in _TO_FINISH:
            self._begin(field, translated(text))

    def show_present(self, present: Mapping[str, str]) -> None:
        """Mark the values that the query has, by field."""
        for (field, value), action in self._entries.items():
            action.setChecked(present.get(field) == value)

    def _offer(self, submenu: QMenu, field: str, value: str) -> QAction:
        action = submenu.addAction(said(field, value))
        action.setCheckable(True)
        action.triggered.connect(lambda on: self.chosen.emit(field, value if on else ""))
        return action

    def _begin(self, field: str, text: str) -> None:
        self.addAction(text).triggered.connect(lambda: self.begun.emit(field))
