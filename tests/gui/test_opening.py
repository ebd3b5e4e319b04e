"""What a file manager's "Open with" does, through the real window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent

from wavlink_desktop.search.request import Sound


def names(desk):
    return {desk.window.model.hit(row).clip.name for row in range(len(desk.window.model))}


def test_a_folder_is_taken_into_the_library(desk, sounds, qtbot):
    desk.opening.open([sounds / "Weather"])
    qtbot.waitUntil(lambda: names(desk) == {"rain on roof.wav", "thunder.flac"}, timeout=30_000)


def test_a_sound_is_searched_by_as_soon_as_the_model_is_there(filled, sounds, qtbot):
    filled.session.rest()
    filled.opening.open([sounds / "police siren.wav"])
    qtbot.waitUntil(lambda: filled.finding.ranked and not filled.finding.busy, timeout=10_000)
    assert filled.window.search_box.request().sounds == (Sound(sounds / "police siren.wav"),)
    assert names(filled) == {"rain on roof.wav", "thunder.flac", "door knock.wav"}, "the others, as they sound like it"
    assert filled.session.info.clips == 4, "it is looked for, not taken in"


def test_several_sounds_are_taken_into_the_library(desk, sounds, qtbot):
    desk.opening.open([sounds / "police siren.wav", sounds / "door knock.wav"])
    qtbot.waitUntil(lambda: names(desk) == {"police siren.wav", "door knock.wav"}, timeout=30_000)
    assert desk.window.search_box.request().sounds == ()


def test_what_is_not_there_is_named(filled, tmp_path):
    filled.opening.open([tmp_path / "gone.wav"])
    assert filled.window.status_line.text() == f"There is no {tmp_path / 'gone.wav'}"


def test_what_macos_opens_with_it_while_it_runs_is_asked_for(qapp, qtbot, tmp_path):
    sound = tmp_path / "Tür.wav"
    with qtbot.waitSignal(qapp.asked_to_open) as asked:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(sound)))
    assert asked.args == [sound]
