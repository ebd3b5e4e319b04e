"""Rates and times left that a user can believe."""

from itertools import pairwise

import pytest

from wavlink_desktop.gui.pace import Pace
from wavlink_desktop.gui.scan_bar import ScanBar
from wavlink_desktop.gui.scan_job import ScanState
from wavlink_desktop.library.records import ScanProgress


def run(pace, steps, total):
    """Feed `(work, seconds)` steps; what it says is left after each."""
    done = elapsed = 0.0
    said = []
    for work, seconds in steps:
        done, elapsed = done + work, elapsed + seconds
        pace.update(done, elapsed, total)
        said.append(pace.left)
    return said


def test_nothing_is_said_before_it_can_be_known():
    assert run(Pace(), [(1, 0.5)] * 5, 1000)[-1] is None


def test_an_even_pace_is_told_exactly():
    pace = Pace()
    assert run(pace, [(10, 1.0)] * 30, 1000)[-1] == pytest.approx(70, abs=0.5)
    assert pace.rate == pytest.approx(10)


def test_jumpy_progress_makes_a_calm_estimate():
    said = [left for left in run(Pace(), [(0, 0.5), (20, 0.5)] * 60, 4000) if left is not None]
    assert all(abs(after - before) < 8 for before, after in pairwise(said))
    assert said[-1] == pytest.approx(140, rel=0.1)


def test_another_pace_is_followed():
    pace = Pace()
    run(pace, [(10, 1.0)] * 60 + [(2, 1.0)] * 120, 10_000)
    assert pace.rate == pytest.approx(2, rel=0.1)
    assert pace.left == pytest.approx((10_000 - 840) / 2, rel=0.2)


def test_the_bar_tells_file_count_rate_and_time_left(qtbot):
    bar = ScanBar()
    qtbot.addWidget(bar)
    bar.set_state(ScanState.RUNNING)
    for second in range(1, 11):
        bar.set_progress(ScanProgress("headers", second * 50, 1000, float(second), second * 50, 1000, "rain.wav"))
    assert bar._text.text() == "Listing sounds"
    assert bar._name.text() == "rain.wav"
    assert bar._figures.text() == "500 of 1,000 files  ·  50 a second  ·  10 s left"
    bar.set_progress(ScanProgress("vectors", 10.0, 7200.0, 1.0, 3, 1000, "thunder.wav"))
    assert bar._text.text() == "Searchable by name; listening to the sounds"
    assert bar._figures.text().startswith("3 of 1,000 files")
    bar.set_state(ScanState.PAUSED)
    assert bar._figures.text() == ""
