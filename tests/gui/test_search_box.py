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
    assert labels(box) == ["Duration: 1 to 5 s", "not music", "Tag: wet street"]
    with qtbot.waitSignal(box.edited):
        box.chips[0].removed.emit()
    assert box.text() == 'rain -music tag:"wet street"'
    box.chips[1].changed.emit()
    assert box.focusProxy().selectedText() == 'tag:"wet street"'
    box.set_text("rain")
    assert box.chips == []


@pytest.mark.parametrize(
    ("query", "chip"),
    [
        ("duration:<5", "Duration: under 5 s"),
        ("duration:>=.2", "Duration: at least 200 ms"),
        ("duration:>1:30", "Duration: over 1 min 30 s"),
        ("duration:30..2m", "Duration: 30 s to 2 min"),
        ("duration:..1h", "Duration: at most 1 h"),
        ("duration:2..", "Duration: at least 2 s"),
        ("duration:=2.5", "Duration: 2.5 s"),
        ("duration:brief", "duration: brief"),
        ("-duration:<5", "not Duration: under 5 s"),
        ("channels:1", "Channels: mono"),
        ("channels:stereo", "Channels: stereo"),
        ("channels:5.1", "Channels: 6"),
        ("channels:>2", "Channels: over 2"),
        ("rate:44100", "Sample rate: 44.1 kHz"),
        ("rate:>=96k", "Sample rate: at least 96 kHz"),
        ("rate:44.1k..48k", "Sample rate: 44.1 to 48 kHz"),
        ("depth:24", "Bit depth: 24 bit"),
        ("size:>1.25gb", "Size: over 1.25 GB"),
        ("size:<=900", "Size: at most 900 bytes"),
        ("format:wav,.flac", "Format: WAV or FLAC"),
        ("rating:5", "Rating: ★★★★★"),
        ("rating:>=4", "Rating: at least ★★★★"),
        ("rating:<2", "Rating: at most ★"),
        ("rating:2..3", "Rating: ★★ to ★★★"),
        ("rating:none", "Rating: none"),
        ("favourite:yes", "Favourite"),
        ("-favourite:yes", "No favourite"),
        ("embedded:no", "Not listened to"),
        ("online:n", "Offline"),
        ("duplicate:near", "Nearly the same"),
        ("-duplicate:near", "not Nearly the same"),
        ("played:yes", "Played"),
        ("played:7d", "Played: in the last 7 days"),
        ("played:1d", "Played: in the last 24 h"),
        ("played:2h", "Played: in the last 2 h"),
        ("played:today", "Played today"),
        ("collection:none", "In no collection"),
        ('collection:"Door slams"', "Collection: Door slams"),
        ("folder:rain*", "Folder: rain…"),
        ("folder:/sounds/Rain", "Folder: Rain"),
        ("tag:=metal", "Tag: metal"),
        ("ucs:DOORWood", "Category: Doors · Wood"),
        ("ucs:DOORS", "Category: Doors"),
        ("microphone:MKH", "Microphone: MKH"),
        ("colour:red", "colour: red"),
        ("-music", "not music"),
    ],
)
def test_a_chip_says_what_people_read_and_the_query_stays(box, query, chip):
    box.set_text(query)
    assert labels(box) == [chip]
    assert box.request().text == query
    assert box.chips[0].toolTip() == query


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
