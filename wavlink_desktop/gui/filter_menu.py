"""The filters that are offered by the mouse; each writes the query language, as a person would."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from wavlink_desktop.gui.translation import N, translated
from wavlink_desktop.search.tokens import Token


@dataclass(frozen=True, slots=True)
class Offer:
    """A field, what it is called, and values with their names; a value that ends with `:` is for the user to finish."""

    field: str
    title: str
    values: tuple[tuple[str, str], ...]


OFFERS = (
    Offer(
        "duration",
        N("Duration"),
        (
            ("<1", N("under 1 second")),
            ("1..5", N("1 to 5 seconds")),
            ("5..30", N("5 to 30 seconds")),
            ("30..2m", N("30 seconds to 2 minutes")),
            (">2m", N("over 2 minutes")),
        ),
    ),
    Offer(
        "channels",
        N("Channels"),
        (
            ("mono", N("mono")),
            ("stereo", N("stereo")),
            (">2", N("more than two")),
        ),
    ),
    Offer(
        "rate",
        N("Sample rate"),
        (
            (">=192k", N("192 kHz and more")),
            (">=96k", N("96 kHz and more")),
            ("48k", N("48 kHz")),
            ("44.1k", N("44.1 kHz")),
        ),
    ),
    Offer(
        "format",
        N("Format"),
        (("wav", "WAV"), ("aiff", "AIFF"), ("flac", "FLAC"), ("mp3", "MP3"), ("ogg", "Ogg")),
    ),
    Offer(
        "rating",
        N("Rating"),
        ((">=5", "★★★★★"), (">=4", "★★★★ +"), (">=3", "★★★ +"), (">=1", "★ +")),
    ),
)
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
    for offer in OFFERS:
        submenu = menu.addMenu(translated(offer.title))
        for value, name in offer.values:
            action = submenu.addAction(translated(name))
            action.setCheckable(True)
            chosen = present.get(offer.field) == value
            action.setChecked(chosen)
            action.triggered.connect(_choice(choose, offer.field, "" if chosen else value))
    menu.addSeparator()
    for field, title in _TO_FINISH:
        menu.addAction(translated(title)).triggered.connect(_beginning(begin, field))


def describe(token: Token) -> str:
    """A filter for its chip: `Duration: 1 to 5 seconds`."""
    for offer in OFFERS:
        if offer.field == token.field:
            names = dict(offer.values)
            said = f"{translated(offer.title)}: {translated(names.get(token.value, token.value))}"
            break
    else:
        said = f"{token.field}: {token.value}" if token.field else token.value
    return translated(N("not {0}")).format(said) if token.excluded else said


def make_menu(parent: QWidget) -> QMenu:
    """An empty one, to be filled when it opens."""
    menu = QMenu(parent)
    menu.setAccessibleName(translated(N("Filters")))
    return menu


def _choice(choose: Callable[[str, str], None], field: str, value: str) -> Callable[[], None]:
    return lambda: choose(field, value)


def _beginning(begin: Callable[[str], None], field: str) -> Callable[[], None]:
    return lambda: begin(field)
