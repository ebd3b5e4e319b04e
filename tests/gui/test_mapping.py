"""The map among the window's parts: a real child process lays it out, real clicks choose on it."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from wavlink_desktop.gui.map_page import MapPage
from wavlink_desktop.gui.map_picture import BEST, DIMMED

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def mapped(filled, qtbot):
    """The window with the map in front."""
    filled.actions["show-map"].trigger()
    qtbot.waitUntil(lambda: filled.window.map.view.cloud is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not filled.mapping.job.running, timeout=10_000)
    # It is loaded again when the library says that it changed; what the pointer was on is forgotten then.
    qtbot.waitUntil(lambda: not (filled.session._lane.busy or filled.mapping._loading.busy), timeout=10_000)
    return filled


def at(desk, name):
    view = desk.window.map.view
    clip_id = next(clip.id for clip in desk.session.library.clips() if clip.name == name)
    row = view.cloud.row_of(clip_id)
    return QPointF(*view.camera.to_view(*map(float, view.cloud.places[row]))).toPoint(), clip_id, row


def test_the_map_is_made_when_it_is_first_looked_at_and_is_there_the_next_time(mapped, qtbot):
    desk = mapped
    assert desk.window.shows_map
    assert len(desk.window.map.view.cloud) == 4
    assert len(desk.session.library.map().ids) == 4
    desk.actions["show-list"].trigger()
    assert not desk.window.shows_map
    assert desk.actions["show-list"].isChecked()
    desk.actions["show-map"].trigger()
    assert desk.window.shows_map
    qtbot.wait(100)
    assert not desk.mapping.job.running


def test_an_empty_library_says_why_there_is_no_map(desk, qtbot):
    desk.window.show_listing(True)
    desk.actions["show-map"].trigger()
    qtbot.wait(200)
    assert desk.window.map.view.cloud is None
    assert not desk.mapping.job.running
    assert not desk.window.map._empty.make.isVisible()


def test_a_click_on_a_point_shows_and_plays_it(mapped, qtbot):
    where, clip_id, _ = at(mapped, "thunder.flac")
    with qtbot.waitSignal(mapped.window.results.auditioned) as heard:
        qtbot.mouseClick(mapped.window.map.view, LEFT, pos=where)
    assert heard.args[0].clip.id == clip_id
    assert mapped.window.results.current_hit().clip.name == "thunder.flac"
    assert mapped.window.results.selected_ids().tolist() == [clip_id]
    qtbot.waitUntil(lambda: mapped.player.playing is not None and mapped.player.playing.name == "thunder.flac")


def test_what_the_list_goes_to_is_ringed_on_the_map(mapped, qtbot):
    mapped.window.results.go_to(2)
    row = mapped.window.map.view.current
    assert mapped.window.map.view.cloud.ids[row] == mapped.window.results.current_hit().clip.id


def test_the_search_lights_what_it_finds(mapped, qtbot):
    view = mapped.window.map.view
    mapped.window.search_box.set_text('"siren"')
    _, _, siren = at(mapped, "police siren.wav")
    qtbot.waitUntil(lambda: view.levels[siren] == BEST and (view.levels == DIMMED).sum() == 3)
    mapped.window.search_box.clear()
    qtbot.waitUntil(lambda: not (view.levels == DIMMED).any())


def test_a_sound_outside_the_search_can_be_chosen_too(mapped, qtbot):
    mapped.window.search_box.set_text('"siren"')
    qtbot.waitUntil(lambda: len(mapped.window.model) == 1)
    where, clip_id, _ = at(mapped, "thunder.flac")
    with qtbot.waitSignal(mapped.window.results.auditioned):
        qtbot.mouseClick(mapped.window.map.view, LEFT, pos=where)
    assert mapped.window.results.current_hit().clip.id == clip_id
    assert [hit.clip.name for hit in mapped.window.results.selected_hits()] == ["thunder.flac"]
    mapped.window.results.go_to(0)
    assert mapped.window.results.current_hit().clip.name == "police siren.wav"


def test_what_is_selected_on_the_map_is_listed_until_something_is_searched_for(mapped, qtbot):
    view, window = mapped.window.map.view, mapped.window
    names = ("thunder.flac", "door knock.wav")
    for name in names:
        qtbot.mouseClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, at(mapped, name)[0])
    assert {hit.clip.name for hit in window.results.selected_hits()} == set(names)
    assert window.map.as_list.isVisible()
    qtbot.mouseClick(window.map.as_list, LEFT)
    qtbot.waitUntil(lambda: len(window.model) == 2)
    assert not window.shows_map
    assert {window.model.hit(row).clip.name for row in range(2)} == set(names)
    window.search_box.set_text('"siren"')
    qtbot.waitUntil(lambda: len(window.model) == 1)
    window.search_box.clear()
    qtbot.waitUntil(lambda: len(window.model) == 4)


def point_at(view, where):
    """Not QTest's `mouseMove`: that moves the one pointer that all windows of all tests have, and tells nobody when it
    is there already."""
    none = Qt.MouseButton.NoButton
    place, everywhere = QPointF(where), QPointF(view.mapToGlobal(where))
    move = QMouseEvent(QEvent.Type.MouseMove, place, everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, move)


def test_a_pointer_at_rest_says_what_it_is_and_plays_it_until_it_leaves(mapped, qtbot):
    view = mapped.window.map.view
    where, _, row = at(mapped, "police siren.wav")
    point_at(view, where)
    qtbot.waitUntil(lambda: mapped.player.playing is not None)
    assert view.hovered == row
    assert view._note[0] == "police siren.wav"
    assert mapped.window.results.current_hit() is None
    point_at(view, where + QPointF(0, 30).toPoint())
    qtbot.waitUntil(lambda: mapped.player.playing is None)


def test_what_is_said_of_a_point_stays_when_the_map_is_loaded_again(mapped, qtbot):
    view = mapped.window.map.view
    where, clip_id, row = at(mapped, "police siren.wav")
    point_at(view, where)
    qtbot.waitUntil(lambda: mapped.player.playing is not None and view._note[0] == "police siren.wav")
    before = view.cloud
    mapped.session.library.accept_tag([clip_id], "DOORCreak", "ucs")
    mapped.session.poll()
    qtbot.waitUntil(lambda: view.cloud is not before, timeout=10_000)
    assert (view.hovered, view._note[0]) == (row, "police siren.wav")
    point_at(view, where + QPointF(0, 30).toPoint())
    qtbot.waitUntil(lambda: mapped.player.playing is None)


def test_resting_plays_nothing_when_that_is_switched_off(mapped, qtbot):
    mapped.window.map.hover_plays.setChecked(False)
    where, _, _ = at(mapped, "police siren.wav")
    point_at(mapped.window.map.view, where)
    qtbot.waitUntil(lambda: mapped.window.map.view._note[0] == "police siren.wav")
    assert mapped.player.playing is None


def test_the_legend_lights_one_category(mapped, qtbot):
    library, window = mapped.session.library, mapped.window
    _, siren, _ = at(mapped, "police siren.wav")
    library.accept_tag([siren], "DOORCreak", "ucs")
    mapped.session.poll()
    legend = window.map.legend
    qtbot.waitUntil(lambda: any(button.isVisible() for button in legend._buttons), timeout=10_000)
    button = next(button for button in legend._buttons if button.property("category") == "Doors")
    row = window.map.view.cloud.row_of(siren)
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: (window.map.view.levels > DIMMED).nonzero()[0].tolist() == [row])
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: (window.map.view.levels > DIMMED).all())


def test_new_sounds_come_onto_the_map_by_themselves(mapped, qtbot, tmp_path):
    import soundfile

    folder = tmp_path / "more"
    folder.mkdir()
    rate = 48_000
    soundfile.write(folder / "bell.wav", 0.4 * np.sin(np.arange(rate) * 0.2), rate)
    mapped.growing.add([folder])
    qtbot.waitUntil(lambda: len(mapped.window.map.view.cloud) == 5, timeout=60_000)


def test_a_screen_reader_is_told_which_sound_is_current(mapped, qtbot):
    view = mapped.window.map.view
    assert view.accessibleName()
    with qtbot.waitSignal(mapped.window.results.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert mapped.window.results.current_hit().clip.name in view.accessibleDescription()


def test_a_long_hint_takes_no_room_from_the_sidebar(qtbot, monkeypatch):
    widths = []
    for longer in (1, 5):  # as in some languages
        monkeypatch.setattr(MapPage, "tr", lambda page, text, longer=longer: text * longer if "wheel" in text else text)
        page = MapPage()
        qtbot.addWidget(page)
        page.set_progress(1, 2)
        page.show_map()
        widths.append(page.minimumSizeHint().width())
    assert widths[0] == widths[1]
