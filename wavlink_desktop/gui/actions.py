"""The declared commands as Qt's actions: with their keys, in the menus, greyed where they make no sense now."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from wavlink_desktop.gui.commands import COMMANDS, Command, Scope
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.translation import translated

Actions = dict[str, QAction]


def plain(text: str) -> str:
    """A command's text in the user's language, without its mnemonic and its dots."""
    return translated(text).replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def build_actions(parent: QWidget, results: QWidget, slot: Callable[[str], Callable[..., None]]) -> Actions:
    """An action for every command, by its id; those of scope RESULTS listen on `results` alone."""
    actions: Actions = {}
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


def fill_menus(bar: QMenuBar, actions: Actions, missing: Callable[[Command], str]) -> None:
    """The menus, in the order of the commands. `missing`: what a command lacks to make sense now, or nothing."""
    menus: dict[str, QMenu] = {}
    rows: dict[str, list[Command]] = {}
    for command in COMMANDS:
        if not command.menu:
            continue
        if command.menu not in menus:
            menus[command.menu] = bar.addMenu(translated(command.menu))
        menu = menus[command.menu]
        if command.apart and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(actions[command.id])
        rows.setdefault(command.menu, []).append(command)
    for name, menu in menus.items():
        _grey(menu, rows[name], actions, missing)


def context_menu(parent: QWidget, actions: Actions) -> QMenu:
    """What a right click on a row offers."""
    menu = QMenu(parent)
    for command in COMMANDS:
        if command.in_context_menu:
            menu.addAction(actions[command.id])
    return menu


def _grey(menu: QMenu, commands: Iterable[Command], actions: Actions, missing: Callable[[Command], str]) -> None:
    # Only while the menu is open: a key that is pressed at the wrong moment shall say why nothing happens.
    def show() -> None:
        for command in commands:
            actions[command.id].setEnabled(not missing(command))

    def hide() -> None:
        for command in commands:
            actions[command.id].setEnabled(True)

    menu.aboutToShow.connect(show)
    menu.aboutToHide.connect(hide)


def _without_state(slot: Callable[..., None]) -> Callable[[bool], None]:
    def answer(_checked: bool = False) -> None:
        slot()

    return answer
