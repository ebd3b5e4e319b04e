"""Commands by some letters of their names."""

from PySide6.QtCore import QPoint, Qt

from wavlink_desktop.gui.fuzzy import match
from wavlink_desktop.gui.palette import Entry, Palette


def opened(desk, qtbot):
    desk.actions["palette"].trigger()
    palette = desk.customising.palette
    qtbot.waitUntil(palette.isVisible)
    return palette


def test_letters_at_the_beginnings_of_words_count_most():
    assert match("exptg", "Export tags")
    assert match("exptg", "Extra long target") is None
    assert match("et", "Export tags")[0] > match("et", "Set the tone")[0]
    assert match("tags export", "Export tags") is not None
    assert match("xyz", "Export tags") is None
    assert match("tag", "Export tags")[1] == (7, 8, 9)


def test_enter_runs_what_is_found_and_it_comes_first_next_time(desk, qtbot):
    palette = opened(desk, qtbot)
    qtbot.keyClicks(palette.box, "inspect")
    shown = desk.actions["details"].isChecked()
    assert palette.shown[0].id == "details"
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.actions["details"].isChecked() != shown)
    assert opened(desk, qtbot).shown[0].id == "details"


def test_what_cannot_be_done_now_says_why_and_stays(desk, qtbot):
    palette = opened(desk, qtbot)
    qtbot.keyClicks(palette.box, "show in folder")
    entry = palette.shown[0]
    assert (entry.id, entry.reason) == ("reveal", "Choose a sound first.")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_every_command_is_offered_with_its_menu_and_its_keys(desk, qtbot):
    palette = opened(desk, qtbot)
    assert {entry.id for entry in palette.shown} >= desk.actions.keys() - {"palette"}
    find = next(entry for entry in palette.shown if entry.id == "find")
    assert (find.text, find.where, find.keys) == ("Find", "Edit", "Ctrl+F, Ctrl+L")


def test_a_click_and_the_arrows_choose(qtbot, desk):
    ran = []
    entries = [Entry(name, name, "", lambda name=name: ran.append(name)) for name in ("one", "two", "three")]
    palette = Palette(entries, ["three"], desk.window)
    palette.show()
    assert [entry.id for entry in palette.shown] == ["three", "one", "two"]
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert ran == ["one"]
    palette.show()
    row = palette.list.visualRect(palette.list.model().index(2, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row))
    assert ran == ["one", "two"]


def test_pages_of_preferences_are_offered(desk, qtbot):
    palette = opened(desk, qtbot)
    qtbot.keyClicks(palette.box, "preferences performance")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    titles = {widget.windowTitle() for widget in desk.window.children() if widget.isWidgetType() and widget.isWindow()}
    assert "Preferences" in titles


def test_a_folder_is_gone_to(filled, qtbot):
    palette = opened(filled, qtbot)
    qtbot.keyClicks(palette.box, "folder my sounds")
    assert palette.shown[0].text == "Folder: My sounds"
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert filled.window.search_box.text() == 'folder:"My sounds"'
    qtbot.waitUntil(lambda: len(filled.window.model) == 4, timeout=10_000)
