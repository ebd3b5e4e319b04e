"""The filters that are offered by the mouse; each writes the query language, as a person would."""

from collections.abc import Callable

from PySide6.QtCore import Qt
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


def fill(
    menu: QMenu, present: dict[str, str], choose: Callable[[str, str], None], begin: Callable[[str], None]
) -> None:
    """Offer everything; `present`: the values that the query has. `choose(field, value)`, an empty one for none."""
    for former in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        former.deleteLater()  # `clear` only takes their entries away
    menu.clear()
    for field, values in OFFERS.items():
        submenu = menu.addMenu(title(field))
        for value in values:
            action = submenu.addAction(said(field, value))
            action.setCheckable(True)
            chosen = present.get(field) == value
            action.setChecked(chosen)
            action.triggered.connect(_choice(choose, field, "" if chosen else value))
    menu.addSeparator()
    for field, text in _TO_FINISH:
        menu.addAction(translated(text)).triggered.connect(_beginning(begin, field))


def make_menu(parent: QWidget) -> QMenu:
    """An empty one, to be filled when it opens."""
    menu = QMenu(parent)
    menu.setAccessibleName(translated(N("Filters")))
    return menu


def _choice(choose: Callable[[str, str], None], field: str, value: str) -> Callable[[], None]:
    return lambda: choose(field, value)


def _beginning(begin: Callable[[str], None], field: str) -> Callable[[], None]:
    return lambda: begin(field)
