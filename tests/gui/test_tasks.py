import threading

from PySide6.QtCore import QThread

from wavlink_desktop.gui.tasks import Latest, run_task


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
