"""Keys that the user chose."""

import pytest
from PySide6.QtGui import QKeySequence

from wavlink_desktop.gui.commands import COMMANDS, Scope
from wavlink_desktop.gui.shortcuts_dialog import ShortcutsDialog


def command(name):
    return next(each for each in COMMANDS if each.id == name)


@pytest.fixture
def dialog(desk, qtbot):
    desk.actions["keys"].trigger()
    found = desk.window.findChild(ShortcutsDialog)
    yield found
    found.close()


def press(dialog, key):
    dialog.field.setKeySequence(QKeySequence(key))


def test_a_new_key_works_at_once_and_is_remembered(desk, dialog, open_desk):
    dialog.choose("find")
    press(dialog, "Ctrl+Alt+F")
    assert "free" in dialog.note.text()
    dialog.set_button.click()
    assert [key.toString() for key in desk.actions["find"].shortcuts()] == ["Ctrl+Alt+F"]
    desk.window.close()
    again = open_desk()
    assert [key.toString() for key in again.actions["find"].shortcuts()] == ["Ctrl+Alt+F"]


def test_a_key_that_is_taken_is_said_and_moves(desk, dialog):
    dialog.choose("find")
    press(dialog, "Ctrl+O")
    assert "Add folder" in dialog.note.text()
    dialog.add_button.click()
    assert "Ctrl+O" in [key.toString() for key in desk.actions["find"].shortcuts()]
    assert desk.actions["add-folder"].shortcuts() == []
    dialog.choose("add-folder")
    dialog.reset_button.click()
    assert [key.toString() for key in desk.actions["add-folder"].shortcuts()] == ["Ctrl+O"]
    assert "Ctrl+O" not in [key.toString() for key in desk.actions["find"].shortcuts()]


def test_a_letter_alone_is_refused_where_one_types(dialog):
    dialog.choose("find")
    press(dialog, "F")
    assert not dialog.set_button.isEnabled()
    assert "typing" in dialog.note.text()
    dialog.choose(next(each.id for each in COMMANDS if each.scope == Scope.RESULTS))
    press(dialog, "Ctrl+Alt+J")
    assert dialog.set_button.isEnabled()


def test_no_key_and_all_as_they_came(desk, dialog, tmp_path):
    dialog.choose("quit")
    dialog.clear_button.click()
    assert desk.actions["quit"].shortcuts() == []
    desk.customising.shortcuts.reset_all()
    assert [key.toString() for key in desk.actions["quit"].shortcuts()] == ["Ctrl+Q"]
    assert not desk.customising.shortcuts.is_own(command("quit"))


def test_search_finds_by_name_menu_and_key(dialog):
    dialog.search.setText("ctrl+q")
    rows = [dialog.table.topLevelItem(row) for row in range(dialog.table.topLevelItemCount())]
    assert [row.text(0) for row in rows if not row.isHidden()] == ["Quit"]
