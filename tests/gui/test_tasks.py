import gc
import logging
import threading
import weakref

import pytest
from PySide6.QtCore import QThread

from wavlink_desktop import reports
from wavlink_desktop.gui.tasks import Latest, run_task, wait_for_tasks
from wavlink_desktop.library.errors import LibraryBusyError
from wavlink_desktop.search.query import QueryError


def test_a_task_runs_elsewhere_and_answers_here(qtbot):
    answers = []
    here = QThread.currentThread()
    run_task(lambda: QThread.currentThread() != here, lambda result, error: answers.append((result, error)))
    qtbot.waitUntil(lambda: answers == [(True, None)])


def test_a_failure_is_delivered_and_not_raised(qtbot):
    answers = []

    def fail():
        raise ValueError("no")

    run_task(fail, lambda result, error: answers.append((result, str(error))))
    qtbot.waitUntil(lambda: answers == [(None, "no")])


def test_only_the_newest_request_is_answered(qtbot):
    lane, answers, started, go = Latest(), [], [], threading.Event()

    def work(number):
        started.append(number)
        go.wait(5)
        return number

    for number in range(50):
        lane.run(lambda number=number: work(number), lambda result, error: answers.append(result))
    go.set()
    qtbot.waitUntil(lambda: answers == [49])
    assert started == [0, 49]


def test_what_is_dropped_is_not_answered(qtbot):
    lane, answers, go = Latest(), [], threading.Event()
    lane.run(lambda: go.wait(5), lambda result, error: answers.append("dropped"))
    lane.drop()
    go.set()
    qtbot.waitUntil(lambda: not lane.busy)
    lane.run(lambda: 1, lambda result, error: answers.append("kept"))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["kept"]


def test_what_a_task_worked_on_is_let_go(qtbot):
    class Work:
        def __call__(self):
            return Work()

    answers, seen = [], []
    for _ in range(20):
        work = Work()
        seen.append(weakref.ref(work))
        run_task(work, lambda result, error: answers.append(seen.append(weakref.ref(result))))
    del work
    qtbot.waitUntil(lambda: len(answers) == 20)
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not any(reference() for reference in seen))


def test_closing_forgets_what_waits_and_delivers_nothing_more(qtbot):
    answers, begun, go = [], threading.Event(), threading.Event()
    for _ in range(30):
        run_task(lambda: (begun.set(), go.wait(5)), lambda result, error: answers.append(result))
    assert begun.wait(5) and not wait_for_tasks(0.05)
    go.set()
    assert wait_for_tasks()
    run_task(lambda: "after", lambda result, error: answers.append(result))
    qtbot.waitUntil(lambda: answers == ["after"])


@pytest.fixture
def told(monkeypatch):
    """Reports that the process's watch was given."""
    watch = reports.Watch("window")
    found = []
    watch.tell = found.append
    monkeypatch.setattr(reports, "_watching", watch)
    return found


def ends(qtbot, error):
    """A task that ends with that error, about which whoever asked for it does not care."""

    def fail():
        raise error

    over = []
    run_task(fail, lambda result, error: over.append(True))
    qtbot.waitUntil(lambda: over == [True])


def test_what_a_user_can_act_on_is_a_line_of_the_log_and_no_report(qtbot, caplog, told):
    with caplog.at_level(logging.INFO, "wavlink_desktop"):
        for _ in range(3):
            ends(qtbot, LibraryBusyError("Another program holds it."))
        ends(qtbot, FileNotFoundError(2, "No such file", "/sfx/rain.wav"))
    lines = [record.getMessage() for record in caplog.records]
    assert [line.count("holds it") for line in lines] == [1, 0], "a poll that fails every second says so once"
    assert "/sfx/rain.wav" in lines[1]
    assert told == []


def test_what_nobody_has_foreseen_is_reported_though_nobody_asks(qtbot, told):
    ends(qtbot, ZeroDivisionError("nobody has thought of that"))
    (report,) = told
    assert report.calm
    assert "in fail" in report.path.read_text()


def test_what_somebody_is_typing_is_not_logged(qtbot, caplog, told):
    with caplog.at_level(logging.DEBUG, "wavlink_desktop"):
        ends(qtbot, QueryError("“duration:secret” is not understood"))
    assert caplog.records == [] and told == []
