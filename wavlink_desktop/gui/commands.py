"""Every command of the window, declared once: its place in the menus, its keys, and the slot that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from wavlink_desktop.gui.icons import icon


class Scope(Enum):
    """Where a command's keys work."""

    WINDOW = auto()
    RESULTS = auto()
    """Only while the list (or the waveform) has the focus: plain keys, which the search box needs as letters."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the user can do.

    `slot` names the method that does it; a `checkable` one's takes the new state. An empty `menu`: by its keys only.
    """

    id: str
    menu: str
    text: str
    slot: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    icon: str = ""
    checkable: bool = False
    in_context_menu: bool = False


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for `pyside6-lupdate`, which knows this name; Qt's own says `object` to the type checker."""
    return text


FILE = QT_TRANSLATE_NOOP("Commands", "&File")
EDIT = QT_TRANSLATE_NOOP("Commands", "&Edit")
PLAY = QT_TRANSLATE_NOOP("Commands", "&Playback")
LIBRARY = QT_TRANSLATE_NOOP("Commands", "&Library")
VIEW = QT_TRANSLATE_NOOP("Commands", "&View")
HELP = QT_TRANSLATE_NOOP("Commands", "&Help")


COMMANDS: tuple[Command, ...] = (
    Command(
        "add-folder", FILE, QT_TRANSLATE_NOOP("Commands", "&Add folder…"), "add_folder", ("Ctrl+O",), icon="folder-add"
    ),
    Command("export", FILE, QT_TRANSLATE_NOOP("Commands", "&Export tags…"), "export", ("Ctrl+E",)),
    Command("quit", FILE, QT_TRANSLATE_NOOP("Commands", "&Quit"), "quit", ("Ctrl+Q",)),
    Command("find", EDIT, QT_TRANSLATE_NOOP("Commands", "&Find"), "focus_search", ("Ctrl+F", "Ctrl+L"), icon="search"),
    Command(
        "copy-paths",
        EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Copy path"),
        "copy_paths",
        ("Ctrl+C",),
        Scope.RESULTS,
        icon="copy",
        in_context_menu=True,
    ),
    Command(
        "reveal",
        EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Show in folder"),
        "reveal",
        ("Ctrl+R",),
        icon="reveal",
        in_context_menu=True,
    ),
    Command("escape", EDIT, QT_TRANSLATE_NOOP("Commands", "Stop, or clear the search"), "escape", ("Esc",)),
    Command(
        "toggle-play",
        PLAY,
        QT_TRANSLATE_NOOP("Commands", "&Play or stop"),
        "toggle_play",
        ("Space",),
        Scope.RESULTS,
        icon="play",
    ),
    Command(
        "play-anywhere",
        "",
        QT_TRANSLATE_NOOP("Commands", "Play or stop, from the search box too"),
        "toggle_play",
        ("Ctrl+Space",),
    ),
    Command(
        "play-from-beginning",
        PLAY,
        QT_TRANSLATE_NOOP("Commands", "Play from the &beginning"),
        "play_from_beginning",
        ("Return", "Enter"),
        Scope.RESULTS,
    ),
    Command("next", PLAY, QT_TRANSLATE_NOOP("Commands", "&Next sound"), "next_row", ("Ctrl+Down",)),
    Command("previous", PLAY, QT_TRANSLATE_NOOP("Commands", "P&revious sound"), "previous_row", ("Ctrl+Up",)),
    Command(
        "auto-play",
        PLAY,
        QT_TRANSLATE_NOOP("Commands", "&Auto-play"),
        "set_auto_play",
        ("Ctrl+P",),
        icon="auto-play",
        checkable=True,
    ),
    Command("louder", PLAY, QT_TRANSLATE_NOOP("Commands", "&Louder"), "louder", ("Ctrl++", "Ctrl+=")),
    Command("quieter", PLAY, QT_TRANSLATE_NOOP("Commands", "&Quieter"), "quieter", ("Ctrl+-",)),
    Command(
        "more-like-this",
        LIBRARY,
        QT_TRANSLATE_NOOP("Commands", "&More like this"),
        "more_like_this",
        ("Ctrl+M",),
        icon="alike",
        in_context_menu=True,
    ),
    Command("tag-library", LIBRARY, QT_TRANSLATE_NOOP("Commands", "&Tag library (UCS)"), "tag_library", ("Ctrl+T",)),
    Command("rescan", LIBRARY, QT_TRANSLATE_NOOP("Commands", "&Rescan all folders"), "rescan", ("F5",)),
    Command(
        "problems",
        LIBRARY,
        QT_TRANSLATE_NOOP("Commands", "&Problems…"),
        "show_problems",
        ("Ctrl+Shift+P",),
        icon="warning",
    ),
    Command(
        "details",
        VIEW,
        QT_TRANSLATE_NOOP("Commands", "&Details"),
        "set_details_visible",
        ("Ctrl+D",),
        icon="details",
        checkable=True,
    ),
    Command("theme-system", VIEW, QT_TRANSLATE_NOOP("Commands", "Colours as the &system has them"), "theme_system"),
    Command("theme-light", VIEW, QT_TRANSLATE_NOOP("Commands", "&Light"), "theme_light"),
    Command("theme-dark", VIEW, QT_TRANSLATE_NOOP("Commands", "D&ark"), "theme_dark"),
    Command("keys", HELP, QT_TRANSLATE_NOOP("Commands", "&Keys…"), "show_keys", ("F1",)),
    Command("about", HELP, QT_TRANSLATE_NOOP("Commands", "&About WavLink Desktop"), "about"),
)


def translated(text: str) -> str:
    """A command's or menu's text in the user's language."""
    return QCoreApplication.translate("Commands", text)


def build_actions(parent: QWidget, results: QWidget, slot: Callable[[str], Callable[..., None]]) -> dict[str, QAction]:
    """An action for every command, by its id; those of scope RESULTS listen on `results` alone."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(translated(command.text), parent)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.checkable:
            action.setCheckable(True)
            action.toggled.connect(slot(command.slot))
        else:
            action.triggered.connect(_without_state(slot(command.slot)))
        if command.scope == Scope.RESULTS:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            results.addAction(action)
        else:
            parent.addAction(action)
        actions[command.id] = action
    return actions


def fill_menus(bar: QMenuBar, actions: dict[str, QAction]) -> None:
    """The menus, in the order of the commands."""
    menus: dict[str, QMenu] = {}
    for command in COMMANDS:
        if not command.menu:
            continue
        if command.menu not in menus:
            menus[command.menu] = bar.addMenu(translated(command.menu))
        menus[command.menu].addAction(actions[command.id])


def context_menu(parent: QWidget, actions: dict[str, QAction]) -> QMenu:
    """What a right click on a row offers."""
    menu = QMenu(parent)
    for command in COMMANDS:
        if command.in_context_menu or command.id in ("toggle-play", "play-from-beginning"):
            menu.addAction(actions[command.id])
    return menu


def _without_state(slot: Callable[..., None]) -> Callable[[bool], None]:
    def answer(_checked: bool = False) -> None:
        slot()

    return answer
