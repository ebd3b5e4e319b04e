import threading

from wavlink_desktop.gui.streams import GrowingResult


def make(qtbot):
    stages, errors = [], []
    return GrowingResult(stages.append, errors.append), stages, errors


def test_every_stage_comes_and_the_whole_at_the_end(qtbot):
    growing, stages, _ = make(qtbot)
    whole = []
    growing.run(lambda: iter([1, 2, 3]), whole.append)
    qtbot.waitUntil(lambda: whole == [3])
    assert stages == [1, 2, 3]


def test_what_is_outdated_stops_and_is_not_shown(qtbot):
    growing, stages, _ = make(qtbot)
    go_on, stopped = threading.Event(), threading.Event()

    def endless():
        try:
            yield "old"
            go_on.wait(5)
            while True:
                yield "too late"
        finally:
            stopped.set()

    growing.run(endless)
    qtbot.waitUntil(lambda: stages == ["old"])
    growing.run(lambda: iter(["new"]))
    go_on.set()
    qtbot.waitUntil(lambda: stages[-1] == "new")
    assert stages == ["old", "new"] and stopped.is_set()


def test_what_is_dropped_is_not_shown(qtbot):
    growing, stages, _ = make(qtbot)
    go_on = threading.Event()

    def waiting():
        go_on.wait(5)
        yield 1

    growing.run(waiting)
    growing.drop()
    go_on.set()
    qtbot.waitUntil(lambda: not growing.busy)
    assert stages == []


def test_errors_are_told_after_the_stages_before_them(qtbot):
    growing, stages, errors = make(qtbot)

    def failing():
        yield 1
        raise OSError("the drive is gone")

    growing.run(failing)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert stages == [1] and str(errors[0]) == "the drive is gone"
