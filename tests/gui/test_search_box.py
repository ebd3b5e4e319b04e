"""The search box: text, filters as chips, sounds, the dial."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.search.request import Request, Sound

DOOR, DOG = Sound(Path("/sounds/door.wav")), Sound(Path("/sounds/dog.wav"), 1.0, 2.5)


@pytest.fixture
def box(qtbot):
    box = SearchBox()
    box.resize(700, 120)
    qtbot.addWidget(box)
    box.show()
    return box


def labels(box):
    return [chip.accessibleName() for chip in box.chips]


def action(menu: QMenu, *names: str):
    for name in names:
        (found,) = (action for action in menu.actions() if action.text() == name)
        menu = found.menu()
    return found


def test_filters_are_chips_that_write_the_text(box, qtbot):
    qtbot.keyClicks(box.focusProxy(), 'rain duration:1..5 -music tag:"wet street"')
    assert labels(box) == ["Duration: 1 to 5 seconds", "not music", "tag: wet street"]
    with qtbot.waitSignal(box.edited):
        box.chips[0].removed.emit()
    assert box.text() == 'rain -music tag:"wet street"'
    box.chips[1].changed.emit()
    assert box.focusProxy().selectedText() == 'tag:"wet street"'
    box.set_text("rain")
    assert box.chips == []


def test_the_menu_writes_filters_and_takes_them_back(box):
    box.set_text("rain")
    box._menu.aboutToShow.emit()
    action(box._menu, "Channels", "stereo").trigger()
    assert box.request().text == "channels:stereo rain"
    box._menu.aboutToShow.emit()
    assert action(box._menu, "Channels", "stereo").isChecked()
    action(box._menu, "Channels", "mono").trigger()
    assert box.text() == "channels:mono rain"
    box._menu.aboutToShow.emit()
    action(box._menu, "Channels", "mono").trigger()
    assert box.text() == "rain"
    action(box._menu, "Folder…").trigger()
    assert box.text() == "rain folder:"


def test_sounds_and_words_together(box, qtbot):
    box.set_sounds(DOOR)
    qtbot.keyClicks(box.focusProxy(), "metallic")
    box.add_sound(DOG)
    assert box.request() == Request("metallic", (DOOR, DOG))
    assert labels(box) == ["≈  door.wav", "≈  dog.wav  0:01.0 – 0:02.5"]
    box.chips[1].changed.emit()
    assert box.request().sounds[1].weight == -1
    assert labels(box)[1].startswith("≉")
    box.chips[0].removed.emit()
    assert [sound.path for sound in box.request().sounds] == [DOG.path]


def test_backspace_in_an_empty_box_takes_the_last_sound(box, qtbot):
    box.set_sounds(DOOR, DOG)
    qtbot.keyClicks(box.focusProxy(), "a")
    qtbot.keyClick(box.focusProxy(), Qt.Key.Key_Backspace)
    assert box.request().sounds == (DOOR, DOG)
    qtbot.keyClick(box.focusProxy(), Qt.Key.Key_Backspace)
    assert box.request().sounds == (DOOR,)


def test_clear_keeps_the_dial(box, qtbot):
    box.balance.lean(3)
    box.set_sounds(DOOR)
    box.set_text("x duration:<1")
    box.clear()
    assert box.request() == Request(balance=0.8)
    with qtbot.waitSignal(box.edited):
        box.balance.centre()
    assert box.request() == Request()


def test_many_chips_wrap(box):
    box.set_text(" ".join(f"-word{number}" for number in range(30)))
    flow = box._chips.layout()
    assert flow.heightForWidth(300) > 2 * flow.heightForWidth(6000)
