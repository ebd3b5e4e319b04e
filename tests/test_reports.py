import os
import subprocess
import sys

import pytest

from wavlink_desktop import logs, paths, reports

CRASHING = """
import faulthandler, sys
from wavlink_desktop import logs, reports
logs.begin("window")
reports.watch("window")
def deep_inside():
    faulthandler._sigsegv()
deep_inside()
"""


@pytest.fixture
def watching(monkeypatch):
    """A watch whose hooks are called by the test; what was in their place is silent."""
    watch = reports.Watch("window")
    watch._hooks = (lambda *_: None,) * 3
    watch.told = []
    watch.tell = watch.told.append
    return watch


def fail(message):
    raise ValueError(message)


def uncaught(watch, function, *arguments):
    try:
        function(*arguments)
    except BaseException as error:
        watch._uncaught(type(error), error, error.__traceback__)


def test_what_nobody_catches_is_reported_with_all_that_helps(watching):
    uncaught(watching, fail, "the pipe is clogged")
    (told,) = watching.told
    (path,) = reports.reports()
    assert told.path == path
    assert told.summary == "ValueError: the pipe is clogged"
    text = path.read_text()
    assert text == told.text
    for part in ("WavLink Desktop", "Python 3.", "numpy 2.", "in fail", "raise ValueError(message)", "last lines"):
        assert part in text


def test_the_same_fault_is_reported_once_another_one_too(watching):
    for message in ("one", "two", "three"):
        uncaught(watching, fail, message)
    uncaught(watching, int, "ten")
    assert [report.summary.split(":")[0] for report in watching.told] == ["ValueError", "ValueError"]
    assert len(reports.reports()) == 2


def test_faults_without_end_do_not_fill_the_disk(watching):
    for number in range(100):
        uncaught(watching, lambda number=number: exec(compile("\n" * number + "1 / 0", "odd", "exec"), {}))
    assert len(watching.told) == reports._MOST


def test_an_interruption_is_no_fault(watching):
    def interrupt():
        raise KeyboardInterrupt

    uncaught(watching, interrupt)
    assert reports.reports() == []


def test_old_reports_go(watching):
    for number in range(reports.KEPT + 5):
        reports.write(f"fault {number}", "details")
    kept = [path.read_text().splitlines()[0].rsplit(" ", 1)[1] for path in reports.reports()]
    assert kept == [str(number) for number in range(5, reports.KEPT + 5)]


def test_a_report_that_cannot_be_written_is_told_all_the_same(watching, monkeypatch, tmp_path):
    (tmp_path / "taken").touch()
    monkeypatch.setattr(paths, "log_folder", lambda: tmp_path / "taken")
    uncaught(watching, fail, "the disk is full")
    (told,) = watching.told
    assert told.path is None
    assert "in fail" in told.text


THREADS = """
import gc, threading
from wavlink_desktop import reports
watch = reports.watch("window")
told = []
watch.tell = told.append
def work():
    raise ValueError("in a thread")
thread = threading.Thread(target=work, name="decoder")
thread.start()
thread.join()
class Odd:
    def __del__(self):
        raise ValueError("while taken apart")
Odd()
gc.collect()
assert [report.summary for report in told] == ["ValueError: in a thread"], told
raise ValueError("at the top")
"""


def test_threads_destructors_and_the_program_itself():
    ended = subprocess.run([sys.executable, "-c", THREADS], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ended.stderr.rstrip().endswith("ValueError: at the top")
    texts = [path.read_text() for path in reports.reports()]
    assert len(texts) == 3
    assert "was not caught in the thread decoder" in texts[0]
    assert "could not be raised" in texts[1]
    assert "was not caught" in texts[2]


def test_a_process_that_the_system_ends_leaves_where_it_stood():
    ended = subprocess.run([sys.executable, "-c", CRASHING], capture_output=True, timeout=60, check=False)
    assert ended.returncode < 0 or os.name == "nt"
    report = reports.take_hard_crash("window")
    assert report.path in reports.reports()
    assert report.summary.startswith("Fatal Python error: Segmentation fault")
    assert "in deep_inside" in report.text
    assert "begins: WavLink Desktop" in report.text  # from the log
    assert reports.take_hard_crash("window") is None


def test_a_process_that_ended_well_leaves_nothing_to_report():
    subprocess.run([sys.executable, "-c", CRASHING.replace("\ndeep_inside()", "")], check=True, timeout=60)
    assert reports.hard_crash_file("window").exists()
    assert reports.take_hard_crash("window") is None
    assert "begins" in logs.log_file().read_text()


def test_a_watch_that_ends_leaves_the_interpreter_as_it_was():
    program = """
import faulthandler, sys, threading
from wavlink_desktop import reports
before = sys.excepthook, threading.excepthook, sys.unraisablehook
try:
    with reports.watch("command"):
        assert faulthandler.is_enabled() and sys.excepthook is not before[0]
        raise ValueError("unforeseen")
except ValueError:
    pass
assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
assert not faulthandler.is_enabled()
reports.of_task(ValueError("nobody watches"))
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
    (report,) = reports.reports()
    assert "ValueError: unforeseen" in report.read_text()


def test_somebody_elses_faulthandler_stays(tmp_path):
    program = (
        "import faulthandler\nfrom wavlink_desktop import reports\nreports.watch('command')\nfaulthandler._sigsegv()"
    )
    ended = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", program], capture_output=True, text=True, timeout=60
    )
    assert "Segmentation fault" in ended.stderr
    assert reports.take_hard_crash("command") is None


def test_what_fails_in_the_background_is_reported_calmly(watching, monkeypatch):
    monkeypatch.setattr(reports, "_watching", watching)
    for number in range(3):
        try:
            fail(f"number {number}")
        except ValueError as error:
            reports.of_task(error)
    (told,) = watching.told
    assert (told.summary, told.process, told.calm) == ("ValueError: number 0", "window", True)


@pytest.mark.parametrize(
    ("exit_code", "said", "reported"),
    [
        (-11, "was ended by SIGSEGV", True),
        (-9, "was ended by SIGKILL, perhaps for want of memory", False),
        (-15, "was ended by SIGTERM", False),
        (3, "ended with status 3", True),
        (None, "ended unexpectedly", True),
    ],
)
def test_a_child_without_a_trace(exit_code, said, reported):
    assert reports.ended_by(exit_code) == said
    report = reports.of_child("command", exit_code)
    assert (report is not None) == reported
    if report is not None:
        assert said in report.summary
        assert report.calm
