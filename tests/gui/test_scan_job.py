"""The scan as a child: its lines, its end, its pause."""

import sys

import pytest

from wavlink_desktop.gui.scan_job import ScanJob, ScanState

_TALKS = """
import json, signal, sys, time
stopped = []
signal.signal(signal.SIGTERM, lambda *_: stopped.append(1))
progress = {"event": "progress", "stage": "headers", "done": 1, "total": 4, "elapsed": 1.0, "files": 1}
print(json.dumps(progress), flush=True)
while not stopped and "wait" in sys.argv:
    time.sleep(0.01)
print(json.dumps({"event": "done", "added": 4, "cancelled": bool(stopped), "arguments": sys.argv[1:]}), flush=True)
"""


def job(tmp_path, code, *arguments):
    return ScanJob(tmp_path / "library.db", lambda: [sys.executable, "-c", code, *arguments])


def test_progress_then_report(tmp_path, qtbot):
    scan = job(tmp_path, _TALKS)
    heard = []
    scan.progressed.connect(heard.append)
    with qtbot.waitSignal(scan.finished, timeout=10_000) as report:
        scan.start([tmp_path / "a", tmp_path / "b"])
    assert (heard[0].stage, heard[0].done, heard[0].total) == ("headers", 1, 4)
    assert report.args[0]["arguments"] == [
        "scan", str(tmp_path / "a"), str(tmp_path / "b"), "--library", str(tmp_path / "library.db"), "--json"
    ]  # fmt: skip
    assert scan.state == ScanState.IDLE


def test_pause_ends_the_child_and_resume_starts_another(tmp_path, qtbot):
    scan = job(tmp_path, _TALKS, "wait")
    with qtbot.waitSignal(scan.progressed, timeout=10_000):
        scan.start([tmp_path])
    with qtbot.waitSignal(scan.finished, timeout=10_000) as report:
        scan.pause()
    assert report.args[0]["cancelled"]
    assert scan.state == ScanState.PAUSED
    with qtbot.waitSignal(scan.progressed, timeout=10_000):
        scan.resume()
    with qtbot.waitSignal(scan.finished, timeout=10_000):
        scan.cancel()
    assert scan.state == ScanState.IDLE


def test_folders_that_come_meanwhile_are_scanned_next(tmp_path, qtbot):
    scan = job(tmp_path, _TALKS)
    reports = []
    scan.finished.connect(reports.append)
    scan.start([tmp_path / "a"])
    scan.start([tmp_path / "b"])
    qtbot.waitUntil(lambda: len(reports) == 2, timeout=10_000)
    assert [report["arguments"][1] for report in reports] == [str(tmp_path / "a"), str(tmp_path / "b")]


@pytest.mark.parametrize("code", ["import sys; sys.exit('the disk is full')", "import os; os.kill(os.getpid(), 9)"])
def test_a_child_that_fails_says_why(tmp_path, qtbot, code):
    scan = job(tmp_path, code)
    with qtbot.waitSignal(scan.failed, timeout=10_000) as failure:
        scan.start([tmp_path])
    how = "The process was ended by SIGKILL, perhaps for want of memory."
    assert failure.args[0] in ("the disk is full", f"The scan ended unexpectedly. Rescan to go on. {how}")
    assert scan.state == ScanState.IDLE


def test_a_child_that_does_not_start_says_so(tmp_path, qtbot):
    scan = ScanJob(tmp_path / "library.db", lambda: ["/no/such/program"])
    with qtbot.waitSignal(scan.failed, timeout=10_000):
        scan.start([tmp_path])
    assert scan.state == ScanState.IDLE


def test_closing_ends_the_child(tmp_path, qtbot):
    scan = job(tmp_path, _TALKS, "wait")
    with qtbot.waitSignal(scan.progressed, timeout=10_000):
        scan.start([tmp_path])
    child = scan._child
    scan.close()
    assert not child.running


_CRASHES = """
import json, os, pathlib, sys
library = pathlib.Path(sys.argv[-2])
trail = pathlib.Path(f"{library}.reading")
if trail.exists() and "once" in sys.argv:
    trail.unlink()
    print(json.dumps({"event": "done", "added": 1}), flush=True)
else:
    trail.write_bytes(b"/sounds/bad.wav\\0" b"1\\0")
    os.abort()
"""


def test_after_a_crash_another_child_goes_on(tmp_path, qtbot):
    scan = job(tmp_path, _CRASHES, "once")
    crashes = []
    scan.crashed.connect(crashes.append)
    with qtbot.waitSignal(scan.finished, timeout=10_000) as report:
        scan.start([tmp_path])
    assert [path.name for path in crashes] == ["bad.wav"]
    assert report.args[0]["added"] == 1
    assert scan.state == ScanState.IDLE


def test_a_crash_that_comes_again_ends_the_scan_and_says_where(tmp_path, qtbot):
    scan = job(tmp_path, _CRASHES)
    with qtbot.waitSignal(scan.failed, timeout=10_000) as failed:
        scan.start([tmp_path])
    assert "bad.wav" in failed.args[0]
    assert scan.state == ScanState.IDLE
