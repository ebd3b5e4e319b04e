from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wavlink_desktop.audio import Window, windows


@settings(deadline=None)
@given(st.floats(1e-4, 2e4))
def test_windows_cover_the_sound_and_nothing_else(duration):
    found = windows(duration)
    assert found[0].start == 0.0
    assert found[-1].end == duration
    assert all(0 < window.end - window.start <= 10.0 + 1e-6 for window in found)
    for before, after in pairwise(found):
        assert before.start < after.start <= before.end < after.end


@settings(deadline=None)
@given(st.floats(10.0, 5e3))
def test_windows_of_a_long_sound_are_all_whole(duration):
    assert all(window.end - window.start == pytest.approx(10.0) for window in windows(duration))


def test_the_last_window_is_shifted_back():
    assert windows(25.0) == [Window(0.0, 10.0), Window(10.0, 20.0), Window(15.0, 25.0)]


def test_a_sound_that_fits_is_one_window():
    assert windows(10.0) == [Window(0.0, 10.0)]
    assert windows(0.25) == [Window(0.0, 0.25)]
    assert windows(20.0) == [Window(0.0, 10.0), Window(10.0, 20.0)]


def test_no_sound_has_no_window():
    assert windows(0.0) == []


@pytest.mark.parametrize("duration", [-1.0, float("nan"), float("inf")])
def test_impossible_durations_are_refused(duration):
    with pytest.raises(ValueError, match="no windows"):
        windows(duration)
