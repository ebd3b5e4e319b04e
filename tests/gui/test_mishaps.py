import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox

from wavlink_desktop import reports
from wavlink_desktop.gui import mishaps as mishaps_module
from wavlink_desktop.gui.child_process import ChildProcess
from wavlink_desktop.gui.mishap_dialog import MishapDialog
from wavlink_desktop.gui.mishaps import Mishaps
from wavlink_desktop.gui.tasks import run_task


@pytest.fixture
def watch(desk, monkeypatch):
    """As the program has it, but that the hooks are called by the test."""
    watch = reports.Watch("window")
    watch._hooks = (lambda *_: None,) * 3
    monkeypatch.setattr(reports, "_watching", watch)
    desk.mishaps = Mishaps(watch, desk.window)
    return watch


def fails(watch, call):
    try:
        call()
    except Exception as error:
        watch._uncaught(type(error), error, error.__traceback__)


def dialogs(desk):
    return [each for each in desk.window.findChildren(MishapDialog) if each.isVisible()]


@pytest.fixture
def dialog(desk, watch, qtbot):
    fails(watch, lambda: int("ten"))
    qtbot.waitUntil(lambda: len(dialogs(desk)) == 1)
    return dialogs(desk)[0]


def test_a_fault_in_any_thread_is_said_once_with_its_report(desk, watch, qtbot):
    thread = threading.Thread(target=lambda: fails(watch, lambda: int("ten")))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs(desk)) == 1)
    fails(watch, lambda: 1 / 0)  # another one, while the first is being read
    qtbot.wait(50)
    (dialog,) = dialogs(desk)
    (first, _) = reports.reports()
    assert dialog.text.toPlainText() == first.read_text()
    assert not desk.window.notice.isVisible()


def test_the_report_can_be_read_copied_and_found(dialog, monkeypatch):
    shown = []
    monkeypatch.setattr(mishaps_module, "show_files", lambda files, parent, failed: shown.append(files))
    assert not dialog.text.isVisible()
    dialog.show_report.click()
    assert dialog.text.isVisible() and "ValueError" in dialog.text.toPlainText()
    dialog.show_report.click()
    assert not dialog.text.isVisible()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    dialog.reveal.click()
    assert shown == [reports.reports()]


@pytest.mark.parametrize("way", ["Esc", "Close"])
def test_it_is_closed_and_the_next_one_is_shown(desk, watch, dialog, qtbot, way):
    if way == "Esc":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        close = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
        assert close.isDefault()
        close.click()
    qtbot.waitUntil(lambda: not dialogs(desk))
    fails(watch, lambda: 1 / 0)
    qtbot.waitUntil(lambda: len(dialogs(desk)) == 1)


def test_a_crash_of_the_last_time_is_a_line_that_hinders_nobody(desk, watch, qtbot):
    crash = reports.hard_crash_file("window")
    crash.parent.mkdir(parents=True, exist_ok=True)
    crash.write_text("Fatal Python error: Segmentation fault\n")
    notice = desk.window.notice
    assert not notice.isVisible()
    desk.mishaps.say_of_last_time(reports.take_hard_crash("window"))
    assert notice.isVisible() and "ended unexpectedly the last time" in notice.text()
    assert dialogs(desk) == []
    notice.more.click()
    assert not notice.isVisible()
    (dialog,) = dialogs(desk)
    assert "Segmentation fault" in dialog.text.toPlainText()
    dialog.close()
    desk.mishaps.say_of_last_time(reports.write("again", "details"))
    notice.dismiss()
    assert not notice.isVisible() and dialogs(desk) == []
    assert desk.session.library.info().clips == 0


def test_what_fails_in_the_background_is_a_line_too(desk, watch, qtbot):
    run_task(lambda: 1 / 0, lambda result, error: None)
    qtbot.waitUntil(desk.window.notice.isVisible)
    assert "in the background" in desk.window.notice.text()
    assert "ZeroDivisionError" in reports.reports()[0].read_text()


CRASHES = """
import faulthandler
from wavlink_desktop import logs, reports
logs.begin("command")
reports.watch("command")
faulthandler._sigsegv()
"""


def test_a_child_that_crashes_is_told_of_with_the_reports_path(desk, watch, qtbot):
    child = ChildProcess([sys.executable, "-c", CRASHES], desk)
    with qtbot.waitSignal(child.ended, timeout=60_000) as ended:
        child.start()
    exit_code, said = ended.args
    (report,) = reports.reports()
    assert exit_code < 0
    assert "SIGSEGV" in said and str(report) in said
    qtbot.waitUntil(desk.window.notice.isVisible)
    desk.window.notice.more.click()
    assert "Segmentation fault" in dialogs(desk)[0].text.toPlainText()


def test_a_child_that_was_told_to_end_is_no_mishap(desk, watch, qtbot):
    child = ChildProcess([sys.executable, "-c", "import time; print('{}', flush=True); time.sleep(60)"], desk)
    with qtbot.waitSignal(child.spoke, timeout=60_000):
        child.start()
    with qtbot.waitSignal(child.ended, timeout=60_000):
        child.terminate()
    assert reports.reports() == []
    assert not desk.window.notice.isVisible()
