import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from wavlink_desktop import reports
from wavlink_desktop.gui.mishaps import Mishaps


@pytest.fixture
def watch(desk):
    """As the program has it, but that the hooks are called by the test."""
    watch = reports.Watch("window")
    watch._hooks = (lambda *_: None,) * 3
    desk.mishaps = Mishaps(watch, desk.window)
    return watch


def fails(watch, call):
    try:
        call()
    except Exception as error:
        watch._uncaught(type(error), error, error.__traceback__)


def dialogs(desk):
    return [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]


def test_a_fault_in_any_thread_is_said_once_with_its_report(desk, watch, qtbot):
    thread = threading.Thread(target=lambda: fails(watch, lambda: int("ten")))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs(desk)) == 1)
    fails(watch, lambda: 1 / 0)  # another one, while the first is being read
    qtbot.wait(50)
    (dialog,) = dialogs(desk)
    (first, _) = reports.reports()
    assert "invalid literal" in dialog.informativeText() and str(first) in dialog.informativeText()
    assert "your library" in dialog.informativeText().lower()
    buttons = {button.text().replace("&", ""): button for button in dialog.buttons()}
    buttons["Copy the report"].click()
    assert "ValueError" in QGuiApplication.clipboard().text()


def test_a_crash_of_the_last_time_is_said_and_the_library_still_opens(desk, watch, qtbot):
    crash = reports.hard_crash_file("window")
    crash.parent.mkdir(parents=True, exist_ok=True)
    crash.write_text("Fatal Python error: Segmentation fault\n")
    desk.mishaps.say_of_last_time(reports.take_hard_crash("window"))
    (dialog,) = dialogs(desk)
    assert "Segmentation fault" in dialog.informativeText()
    next(button for button in dialog.buttons() if button.text().replace("&", "") == "Go on").click()
    qtbot.waitUntil(lambda: not dialogs(desk))
    assert desk.session.library.info().clips == 0
    assert reports.take_hard_crash("window") is None
