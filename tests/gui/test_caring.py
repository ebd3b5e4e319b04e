"""Help when something does not work: logs, doctor, a library that does not open."""

import shutil
import sqlite3
import threading

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.gui.conftest import CHILD
from tests.gui.test_window import drop
from wavlink_desktop import logs
from wavlink_desktop.doctor import Finding
from wavlink_desktop.gui import caring as caring_module
from wavlink_desktop.gui.application import Windows
from wavlink_desktop.gui.desk import Desk
from wavlink_desktop.gui.file_urls import file_mime
from wavlink_desktop.gui.tasks import wait_for_tasks
from wavlink_desktop.library import schema
from wavlink_desktop.search.request import Sound

FINDINGS = [
    Finding("program", "ok", "WavLink Desktop 1, <Python>"),
    Finding("playback", "warning", "There is no device to play to.", "Connect one."),
    Finding("model", "missing", "It does not load.", "Reinstall the program."),
]


class Examination:
    """Finds these; the last one only when the test lets it."""

    def __init__(self, library):
        self.library, self.go, self.stopped = library, threading.Event(), False

    def findings(self):
        yield from FINDINGS[:-1]
        self.go.wait(10)
        if not self.stopped:
            yield FINDINGS[-1]

    def stop(self):
        self.stopped = True
        self.go.set()


@pytest.fixture
def examinations(desk):
    """Those that were begun."""
    made = []

    def make(library):
        made.append(Examination(library))
        return made[-1]

    desk.caring._make = make
    return made


def test_the_doctor_looks_in_the_background_and_says_what_to_do(desk, examinations, qtbot):
    desk.actions["doctor"].trigger()
    dialog = desk.caring.dialog
    qtbot.waitUntil(lambda: len(dialog.findings) == 2)
    assert not dialog.again.isEnabled()
    examinations[0].go.set()
    qtbot.waitUntil(dialog.again.isEnabled)
    assert examinations[0].library == desk.session.path
    text = dialog.text.toPlainText()
    assert text.index("Missing") < text.index("Could be better") < text.index("Well")
    for part in ("It does not load.", "→ Reinstall the program.", "<Python>"):
        assert part in text
    assert dialog.heading.text() == "One thing is missing. One thing could be better."
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "missing  model: It does not load.\n         -> Reinstall the program." in copied


def test_the_doctor_looks_again_and_stops_when_nobody_looks(desk, examinations, qtbot):
    desk.actions["doctor"].trigger()
    dialog = desk.caring.dialog
    examinations[0].go.set()
    qtbot.waitUntil(dialog.again.isEnabled)
    dialog.again.click()
    qtbot.waitUntil(lambda: len(dialog.findings) == 2)
    desk.actions["doctor"].trigger()
    assert desk.caring.dialog is dialog and len(examinations) == 2, "it is shown, not begun anew"
    dialog.close()
    qtbot.waitUntil(lambda: examinations[1].stopped)
    wait_for_tasks()
    assert desk.caring.dialog is None


def test_the_log_folder_is_shown_or_at_least_named(desk, monkeypatch):
    shown, said = [], []
    monkeypatch.setattr(caring_module, "show_files", lambda files, parent, failed: (shown.append(files), failed()))
    desk.caring.said.connect(said.append)
    desk.actions["logs"].trigger()
    assert shown == [[logs.log_file()]]
    assert str(logs.log_file().parent) in said[0]


# A library that does not open


@pytest.fixture
def newer(scanned, tmp_path):
    """A library that a newer version wrote."""
    path = tmp_path / "newer.db"
    shutil.copy(scanned, path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.commit()
    connection.close()
    return path


@pytest.fixture
def windows(qapp, newer, fake_embedder, output, tmp_path):
    """The program's window on that library."""

    class Embedder(type(fake_embedder)):
        def close(self):
            pass

    made = []

    def make(path):
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        made.append(
            Desk(
                path,
                settings,
                lambda scheme: None,
                embedder=Embedder,
                open_output=lambda: (output, ""),
                command=lambda: CHILD,
            )
        )
        return made[-1]

    windows = Windows(newer, make, qapp)
    yield windows
    windows.desk.window.close()
    wait_for_tasks()
    windows.desk.window.deleteLater()
    windows.deleteLater()


def test_a_newer_library_is_refused_with_a_way_on_and_left_untouched(windows, newer, scanned, qtbot, monkeypatch):
    before, listing = newer.read_bytes(), sorted(path.name for path in newer.parent.glob("newer.db*"))
    window = windows.desk.window
    qtbot.waitUntil(window.refused.isVisible)
    for part in (str(newer), "newer version of WavLink Desktop", "Update the program"):
        assert part in window.refused.reason()
    window.refused.again.click()
    qtbot.waitUntil(lambda: windows.desk.session.library is None and window.refused.isVisible())
    assert newer.read_bytes() == before
    assert sorted(path.name for path in newer.parent.glob("newer.db*")) == listing

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(newer.parent / "other.db"), ""))
    shutil.copy(scanned, newer.parent / "other.db")
    with qtbot.waitSignal(windows.opened):
        window.refused.another.click()
    assert windows.desk.window is not window
    qtbot.waitUntil(lambda: len(windows.desk.window.model) == 4, timeout=10_000)
    assert windows.desk.window.shows_listing
    assert QApplication.quitOnLastWindowClosed()
    assert newer.read_bytes() == before


def test_what_was_dropped_on_a_refused_library_goes_into_the_one_that_is_chosen(
    windows, sounds, qtbot, monkeypatch, tmp_path
):
    window = windows.desk.window
    qtbot.waitUntil(window.refused.isVisible)
    assert drop(window, file_mime([sounds / "Weather"]))
    assert window.status_line.text() == "Added as soon as a library is open."
    windows.desk.opening.open([sounds / "police siren.wav"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "new.db"), ""))
    with qtbot.waitSignal(windows.opened):
        window.refused.another.click()
    qtbot.waitUntil(lambda: len(windows.desk.window.model) == 2, timeout=30_000)
    assert windows.desk.session.library.folders() == [sounds / "Weather"]
    qtbot.waitUntil(lambda: bool(windows.desk.window.search_box.request().sounds), timeout=10_000)
    assert windows.desk.window.search_box.request().sounds == (Sound(sounds / "police siren.wav"),)


def test_no_other_library_is_chosen_or_the_program_is_ended(windows, qtbot, monkeypatch):
    window = windows.desk.window
    qtbot.waitUntil(window.refused.isVisible)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    window.refused.another.click()
    qtbot.wait(50)
    assert windows.desk.window is window and window.isVisible()
    window.refused.quit.click()
    assert not window.isVisible()
