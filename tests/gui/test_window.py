"""Through the real widgets: drop, scan, type, hear, drag out."""

import dataclasses
import shutil
import threading
import time
import warnings

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from wavlink_desktop.gui.file_urls import dropped_paths, file_mime
from wavlink_desktop.gui.problems import ProblemsDialog
from wavlink_desktop.gui.scan_job import ScanState
from wavlink_desktop.search.request import Request, Sound

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def drag_enter(mime):
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # There is no other way to make one.
        return QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, _LEFT, _NONE)


def drop(widget, mime):
    enter = drag_enter(mime)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, _LEFT, _NONE))
    return enter.isAccepted()


def search(desk, qtbot, words):
    desk.window.search_box.focus()
    qtbot.keyClicks(desk.window.search_box.focusProxy(), words)
    qtbot.waitUntil(lambda: desk.finding.shown.text == words, timeout=10_000)


def names(desk):
    return [desk.window.model.hit(row).clip.name for row in range(len(desk.window.model))]


def test_an_empty_library_says_what_to_do(desk):
    assert not desk.window.shows_listing


def test_drop_scan_type_hear_and_drag_out(desk, sounds, output, qtbot, monkeypatch):
    window = desk.window
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=30_000) as report:
        assert drop(window, file_mime([sounds]))
    assert report.args[0]["added"] == 4
    assert report.args[0]["skipped"] == 1
    qtbot.waitUntil(lambda: window.shows_listing and len(window.model) == 4, timeout=10_000)

    search(desk, qtbot, "police siren")
    assert names(desk)[0] == "police siren.wav"

    qtbot.keyClick(window.search_box.focusProxy(), Qt.Key.Key_Down)
    siren = window.model.hit(0).clip.path
    assert window.results.current_hit().clip.path == siren
    assert desk.player.playing == siren
    window.results.setFocus()
    qtbot.keyClick(window.results, Qt.Key.Key_Space)
    assert desk.player.playing is None
    qtbot.keyClick(window.results, Qt.Key.Key_Space)
    assert desk.player.playing == siren
    qtbot.waitUntil(lambda: desk.player.voice is not None and desk.player.voice.complete)
    output.pull(0.2)
    assert abs(output.heard).max() > 0.2

    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *actions: dragged.append(dropped_paths(drag.mimeData())))
    row = window.results.visualRect(window.model.index(0, 0)).center()
    qtbot.mousePress(window.results.viewport(), _LEFT, pos=row)
    for step in (5, 20, 40):
        qtbot.mouseMove(window.results.viewport(), row + QPoint(step, step))
    qtbot.mouseRelease(window.results.viewport(), _LEFT, pos=row + QPoint(40, 40))
    if not dragged:  # Without a window system no drag begins by itself.
        window.results.startDrag(Qt.DropAction.CopyAction)
    assert dragged == [[siren]]


def test_what_is_dropped_before_the_library_is_open_is_scanned_when_it_is(desk, sounds, qtbot):
    library, desk.session.library = desk.session.library, None
    assert drop(desk.window, file_mime([sounds]))
    assert desk.growing.scan.state == ScanState.IDLE
    desk.session.library = library
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=30_000) as report:
        desk.session.opened.emit()
    assert report.args[0]["added"] == 4


def test_problems_are_listed_with_their_reasons_and_can_be_copied(filled, qtbot):
    qtbot.waitUntil(lambda: filled.session.info.problems == 1)
    filled.actions["problems"].trigger()
    qtbot.waitUntil(lambda: filled.window.findChild(ProblemsDialog) is not None)
    dialog = filled.window.findChild(ProblemsDialog)
    ((name, reason, folder),) = dialog.rows()
    assert name == "notes.wav" and reason and folder.endswith("My sounds")
    dialog.copy()
    assert QGuiApplication.clipboard().text() == f"{name}\t{reason}\t{folder}"
    dialog.close()


def test_arrows_audition_the_next_row_and_auto_play_can_be_off(filled, qtbot):
    view = filled.window.results
    view.setFocus()
    view.go_to(0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert filled.player.playing == filled.window.model.hit(1).clip.path
    filled.actions["auto-play"].setChecked(False)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_hit() == filled.window.model.hit(2)
    assert filled.player.playing is None


def test_two_hundred_arrow_presses_end_on_the_last_row_and_it_sounds(filled, output, qtbot):
    view = filled.window.results
    view.setFocus()
    view.go_to(0)
    for number in range(200):
        qtbot.keyClick(view, Qt.Key.Key_Down if number // 3 % 2 == 0 else Qt.Key.Key_Up)
        output.pull(0.01)
    assert filled.player.playing == view.current_hit().clip.path
    qtbot.waitUntil(lambda: filled.player.voice is not None and filled.player.voice.complete, timeout=10_000)
    output.heard = output.heard[:0]
    output.pull(0.3)
    assert abs(output.heard).max() > 0.2


def test_enter_plays_from_the_beginning_and_escape_stops_then_clears(filled, qtbot):
    search(filled, qtbot, "thunder")
    view = filled.window.results
    qtbot.keyClick(filled.window.search_box.focusProxy(), Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert filled.player.playing is not None and filled.player.position == 0.0
    filled.actions["escape"].trigger()
    assert filled.player.playing is None
    assert filled.window.search_box.text() == "thunder"
    filled.actions["escape"].trigger()
    assert filled.window.search_box.text() == ""
    qtbot.waitUntil(lambda: len(filled.window.model) == 4)


def test_a_wrong_filter_is_told_below_the_box_and_the_list_stays(filled, qtbot):
    filled.window.search_box.set_text("duration:soon")
    qtbot.waitUntil(lambda: "duration" in filled.window.search_box.message())
    assert len(filled.window.model) == 4
    filled.window.search_box.set_text("duration:<1.1")
    qtbot.waitUntil(lambda: names(filled) == ["police siren.wav"])
    assert filled.window.search_box.message() == ""


def test_more_like_this_and_a_sound_dropped_on_the_box(filled, sounds, qtbot):
    view = filled.window.results
    view.go_to(names(filled).index("thunder.flac"))
    with qtbot.waitSignal(filled.finding.found, timeout=10_000):
        filled.actions["more-like-this"].trigger()
    assert filled.finding.request.sounds == (Sound(sounds / "Weather" / "thunder.flac"),)
    with qtbot.waitSignal(filled.finding.found, timeout=10_000):
        assert drop(filled.window.search_box, file_mime([sounds / "police siren.wav"]))
    assert filled.finding.request.sounds == (Sound(sounds / "police siren.wav"),)
    search(filled, qtbot, "rain")
    assert filled.finding.request == Request("rain", (Sound(sounds / "police siren.wav"),))
    filled.window.search_box.clear()
    assert filled.finding.request == Request()


def test_clicks_on_a_column_sort_and_the_third_gives_the_rank_back(filled, qtbot):
    header, model = filled.window.results.horizontalHeader(), filled.window.model

    def durations():
        return [model.hit(row).clip.duration for row in range(len(model))]

    def click():
        with qtbot.waitSignal(filled.finding.found, timeout=10_000):
            header.sectionClicked.emit(2)
        return durations()

    before = durations()
    assert click() == sorted(before)
    assert click() == sorted(before, reverse=True)
    assert click() == before


def test_details_show_the_clip_and_its_path_is_copied(filled, sounds, qtbot):
    filled.window.results.go_to(names(filled).index("door knock.wav"))
    filled.window.results.setFocus()
    qtbot.keyClick(filled.window.results, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(sounds / "door knock.wav")
    assert dropped_paths(QGuiApplication.clipboard().mimeData()) == [sounds / "door knock.wav"]


def test_typing_while_a_search_runs_never_shows_an_older_answer(filled, qtbot, monkeypatch):
    library, go, asked = filled.session.library, threading.Event(), []
    answer_now = library.answer

    def slow(request, order):
        asked.append(request.text)
        if request.text == "r":
            go.wait(5)
        return answer_now(request, order)

    monkeypatch.setattr(library, "answer", slow)
    filled.window.search_box.set_text("r")
    qtbot.waitUntil(lambda: asked == ["r"])
    shown = []
    filled.finding.found.connect(lambda: shown.append(filled.finding.shown.text))
    for words in ("ra", "rai", "rain"):
        filled.window.search_box.set_text(words)
    qtbot.wait(150)
    go.set()
    qtbot.waitUntil(lambda: shown == ["rain"], timeout=10_000)
    assert asked == ["r", "rain"]


def test_names_are_searched_before_the_model_is_there(filled, qtbot):
    filled.session.has_model = False
    search(filled, qtbot, "thunder")
    assert names(filled) == ["thunder.flac"]
    with qtbot.waitSignal(filled.finding.found, timeout=10_000):
        filled.session.has_model = True
        filled.session.model_ready.emit()
    qtbot.waitUntil(lambda: len(names(filled)) > 1)
    assert names(filled)[0] == "thunder.flac"


def test_new_files_appear_when_a_scan_finds_them(filled, sounds, tmp_path, qtbot):
    (tmp_path / "More").mkdir()
    shutil.copy(sounds / "Weather" / "thunder.flac", tmp_path / "More" / "thunder two.flac")
    filled.window.results.go_to(2)
    chosen = filled.window.results.current_hit().clip
    filled.growing.add([tmp_path / "More"])
    qtbot.waitUntil(lambda: "thunder two.flac" in names(filled), timeout=30_000)
    assert filled.window.results.current_hit().clip.path == chosen.path
    qtbot.waitUntil(lambda: filled.growing.scan.state == ScanState.IDLE, timeout=30_000)


def test_what_a_search_waited_for_does_not_put_off_what_is_new(filled, qtbot, sounds, monkeypatch):
    library = filled.session.library
    answer_now = library.answer

    def as_while_the_model_loads(request, order):
        time.sleep(2)
        return answer_now(request, order)

    with monkeypatch.context() as slow:
        slow.setattr(library, "answer", as_while_the_model_loads)
        with qtbot.waitSignal(filled.finding.found, timeout=10_000):
            filled.finding.refresh()
    library.remove_folder(sounds)
    filled.session.poll()
    qtbot.waitUntil(lambda: len(filled.window.model) == 0, timeout=10_000)


def test_text_dragged_over_the_window_is_not_taken(filled):
    mime = QMimeData()
    mime.setText("no files")
    assert not drop(filled.window, mime)


def test_closing_lets_everything_go(filled, output):
    filled.window.close()
    assert output.closed
    assert filled.session.library is None


def test_tagging_runs_in_the_child_and_its_tags_are_shown(filled, qtbot):
    filled.actions["tag-library"].trigger()
    clip_id = filled.window.model.hit(0).clip.id
    qtbot.waitUntil(lambda: bool(filled.window.model.row(0).tags), timeout=30_000)
    qtbot.waitUntil(lambda: not filled.teaching.job.running, timeout=60_000)
    assert "ucs" in {tag.vocabulary for tag in filled.session.library.tags(clip_id)}


def test_what_an_earlier_scan_left_can_be_gone_on_with(open_desk, scanned, tmp_path, qtbot):
    shutil.copy(scanned, tmp_path / "library.db")
    desk = open_desk()
    assert desk.window.scan_bar.isHidden()
    desk.session.info = dataclasses.replace(desk.session.info, embedded=1)
    desk.session.opened.emit()
    assert desk.window.scan_bar.isVisible()
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=30_000) as report:
        desk.window.scan_bar.pause_toggled.emit()
    assert report.args[0]["unchanged"] == 4
    assert desk.window.scan_bar.isHidden()


def test_the_demo_is_made_and_scanned(desk, demo_folder, tmp_path, qtbot):
    shutil.copytree(demo_folder.folder, tmp_path / "demo")
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=60_000) as report:
        desk.window.welcome.demo_wanted.emit()
    assert report.args[0]["added"] == len(demo_folder.clips)
    assert desk.window.shows_listing
