"""Suggestions below the search box, in the real window."""

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def box(filled, qtbot):
    library = filled.session.library
    library.accept_tag([clip.id for clip in library.clips()][:2], "wet street")
    library.remember_search("rain on roof")
    filled.window.search_box.focus()
    qtbot.waitUntil(lambda: filled.window.search_box.focusProxy().hasFocus())
    return filled.window.search_box


def shown(desk):
    listed = desk.suggesting.list
    return [listed.item(row).text() for row in range(listed.count())] if listed.isVisible() else []


def test_tab_takes_the_marked_one(filled, box, qtbot):
    qtbot.keyClicks(box.focusProxy(), "wet")
    qtbot.waitUntil(lambda: "wet street" in shown(filled))
    qtbot.keyClick(box.focusProxy(), Qt.Key.Key_Tab)
    assert box.text() == 'tag:"wet street" '
    assert box.focusProxy().hasFocus() and not shown(filled)
    qtbot.waitUntil(lambda: len(filled.window.model) == 2)


def test_another_is_marked_by_key_and_taken_by_click(filled, box, qtbot):
    qtbot.keyClicks(box.focusProxy(), "ra")
    qtbot.waitUntil(lambda: len(shown(filled)) > 2)
    listed = filled.suggesting.list
    qtbot.keyClick(box.focusProxy(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert listed.currentRow() == 1
    place = listed.visualItemRect(listed.item(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert box.text() == "rain on roof"


def test_escape_hides_the_list_and_keeps_the_words(filled, box, qtbot):
    qtbot.keyClicks(box.focusProxy(), "ra")
    qtbot.waitUntil(lambda: bool(shown(filled)))
    qtbot.keyClick(box.focusProxy(), Qt.Key.Key_Escape)
    assert not shown(filled) and box.text() == "ra"


def test_down_goes_on_to_the_results_and_the_search_is_remembered(filled, box, qtbot):
    qtbot.keyClicks(box.focusProxy(), "police siren")
    qtbot.waitUntil(lambda: filled.finding.shown.text == "police siren")
    qtbot.keyClick(box.focusProxy(), Qt.Key.Key_Down)
    assert filled.window.results.hasFocus() and not shown(filled)
    library = filled.session.library
    qtbot.waitUntil(lambda: library.suggest("")[0].text == "police siren")
