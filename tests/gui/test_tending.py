"""Folders and problems, through their dialogs; changes that are found by themselves."""

import shutil

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from wavlink_desktop.gui import watching
from wavlink_desktop.gui.scan_job import ScanState
from wavlink_desktop.library.watching import outermost

from .conftest import RATE, tone


@pytest.fixture
def own(open_desk, sounds, tmp_path, qtbot):
    """A window on a library whose one folder is this test's own."""
    folder = tmp_path / "mine"
    shutil.copytree(sounds, folder)
    desk = open_desk()
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=30_000):
        desk.growing.add([folder])
    qtbot.waitUntil(lambda: desk.session.info.clips == 4, timeout=10_000)
    return desk, folder


def folders(desk, qtbot):
    desk.actions["folders"].trigger()
    dialog = desk.tending.folders
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() > 0, timeout=10_000)
    return dialog


def test_a_folder_is_shown_with_what_is_in_it(own, qtbot):
    desk, folder = own
    row = folders(desk, qtbot).list.topLevelItem(0)
    assert (row.text(0), row.text(1), row.text(2)) == (str(folder), "4", "1 problem")
    assert row.checkState(3) == Qt.CheckState.Checked


def test_an_offline_folder_is_found_where_it_lives_now(own, qtbot, tmp_path, monkeypatch):
    desk, folder = own
    ids = sorted(desk.session.library.find(path).id for path in folder.rglob("*.flac"))
    new = folder.rename(tmp_path / "moved")
    dialog = folders(desk, qtbot)
    assert dialog.list.topLevelItem(0).text(2) == "Offline"
    assert "connect its drive" in dialog.note.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(new))
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=30_000):
        dialog.find_button.click()
    qtbot.waitUntil(lambda: dialog.list.topLevelItem(0).text(0) == str(new), timeout=10_000)
    assert sorted(desk.session.library.find(path).id for path in new.rglob("*.flac")) == ids


def test_another_folder_is_refused_with_the_reason(own, qtbot, tmp_path, monkeypatch):
    desk, folder = own
    folder.rename(tmp_path / "moved")
    (tmp_path / "wrong").mkdir()
    soundfile.write(tmp_path / "wrong" / "a.wav", tone(200, 0.5), RATE)
    dialog = folders(desk, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "wrong"))
    dialog.find_button.click()
    qtbot.waitUntil(lambda: "another folder" in dialog.note.text(), timeout=10_000)


def test_removing_asks_in_place_and_says_what_is_forgotten(own, qtbot):
    desk, folder = own
    library = desk.session.library
    library.set_person_tags(library.clips()[0].id, ["loved"])
    dialog = folders(desk, qtbot)
    qtbot.waitUntil(lambda: dialog.list.topLevelItem(0).data(0, Qt.ItemDataRole.UserRole).tagged == 1, timeout=10_000)
    dialog.remove_button.click()
    texts = dialog.question.findChildren(type(dialog.note))
    assert "4 sounds are forgotten, with the tags that you gave 1 of them" in texts[0].text()
    keep = next(each for each in dialog.question.findChildren(QPushButton) if "Keep" in each.text())
    keep.click()
    assert library.folders() == [folder]
    dialog.remove_button.click()
    next(each for each in dialog.question.findChildren(QPushButton) if "Remove" in each.text()).click()
    qtbot.waitUntil(lambda: library.folders() == [], timeout=10_000)
    assert len(list(folder.rglob("*.*"))) == 5


def test_a_problem_is_tried_again_once_it_is_mended(own, qtbot):
    desk, folder = own
    soundfile.write(folder / "notes.wav", tone(500, 0.5), RATE)
    desk.actions["problems"].trigger()
    qtbot.waitUntil(lambda: desk.tending.problems is not None, timeout=10_000)
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=30_000):
        desk.tending.problems._retry.click()
    qtbot.waitUntil(lambda: desk.tending.problems.rows() == [], timeout=10_000)
    assert desk.session.library.find(folder / "notes.wav") is not None


def test_an_ignored_problem_is_not_listed_any_more(own, qtbot):
    desk, _ = own
    desk.actions["problems"].trigger()
    qtbot.waitUntil(lambda: desk.tending.problems is not None, timeout=10_000)
    desk.tending.problems._ignore.click()
    qtbot.waitUntil(lambda: desk.tending.problems.rows() == [], timeout=10_000)
    qtbot.waitUntil(lambda: desk.session.info.problems == 0, timeout=10_000)


def test_a_new_file_is_found_by_itself(own, qtbot):
    desk, folder = own
    desk.watching._quiet.setInterval(50)
    qtbot.waitUntil(lambda: desk.watching.folders == (folder,), timeout=10_000)
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=30_000) as report:
        soundfile.write(folder / "Weather" / "new.wav", tone(700, 0.5), RATE)
    assert report.args[0]["added"] == 1
    assert report.args[0]["unchanged"] == 0, "only what has changed is looked at"


def test_a_paused_scan_is_not_disturbed_and_the_pause_outlives_the_program(own, qtbot, open_desk):
    desk, folder = own
    desk.growing.scan._set_state(ScanState.PAUSED)
    desk.watching._note(folder / "new.wav")
    desk.watching._look()
    desk.watching._look_everywhere()
    assert desk.growing.scan.state == ScanState.PAUSED
    desk.window.close()
    again = open_desk()
    again.watching.go_on()
    assert again.watching.paused
    assert again.growing.scan.state == ScanState.IDLE


def test_no_clips_are_counted_to_watch_their_folders(own, qtbot, monkeypatch):
    desk, folder = own
    monkeypatch.setattr(desk.session.library, "folder_states", None)  # seconds of a million clips
    desk.watching.want(folder, False)
    qtbot.waitUntil(lambda: desk.watching.folders == (), timeout=10_000)
    desk.watching.want(folder, True)
    qtbot.waitUntil(lambda: desk.watching.folders == (folder,), timeout=10_000)


def test_what_the_system_cannot_watch_is_said_quietly(own, qtbot, monkeypatch):
    desk, folder = own
    monkeypatch.setattr(
        watching.FolderWatch, "watch", lambda self, folders: dict.fromkeys(folders, "no space left on device")
    )
    desk.watching.want(folder, False)
    qtbot.waitUntil(lambda: desk.watching.folders == (), timeout=10_000)
    desk.watching.want(folder, True)
    qtbot.waitUntil(lambda: folder in desk.watching.refused, timeout=10_000)
    row = folders(desk, qtbot).list.topLevelItem(0)
    qtbot.waitUntil(lambda: row is not None and desk.tending.folders.list.topLevelItem(0).text(3) == "not possible")


def test_where_to_look(tmp_path):
    root = tmp_path / "sounds"
    few = [root / "a" / "1.wav", root / "a", root / "b" / "2.wav", tmp_path / "elsewhere.wav"]
    assert outermost(few, [root]) == [root / "a", root / "b" / "2.wav"]
    many = [root / f"{folder}" / f"{name}.wav" for folder in range(3) for name in range(100)]
    assert outermost(many, [root]) == [root / "0", root / "1", root / "2"]
    assert outermost([root / f"{name}.wav" for name in range(300)], [root]) == [root]
