from collections import Counter

from wavlink_desktop.gui.commands import COMMANDS


def test_every_command_is_there_once_with_its_own_keys(desk):
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []
    assert [command.id for command in COMMANDS if not command.keys] == []
    assert set(desk.actions) == {command.id for command in COMMANDS}


def test_the_menus_offer_every_command_that_has_a_menu(desk):
    menus = [menu.menu().actions() for menu in desk.window.menuBar().actions()]
    offered = {action.objectName() for menu in menus for action in menu if not action.isSeparator()}
    assert offered == {command.id for command in COMMANDS if command.menu}


def test_keys_are_listed(desk, qtbot):
    desk.actions["keys"].trigger()
    dialog = desk.window.findChild(__import__("PySide6.QtWidgets").QtWidgets.QDialog)
    assert dialog.isVisible()
    dialog.close()


def test_choices_are_remembered(desk, tmp_path):
    desk.actions["auto-play"].setChecked(False)
    desk.actions["details"].setChecked(False)
    desk.window.volume.setValue(35)
    desk.window.close()
    text = (tmp_path / "window.ini").read_text()
    assert "auto=false" in text and "details=false" in text and "volume=35" in text
