from itertools import pairwise

import pytest

from wavlink_desktop.gui.time_axis import TimeAxis


@pytest.fixture
def axis():
    axis = TimeAxis()
    axis.reset(100.0, 48_000)
    axis.width = 1000
    return axis


def test_all_of_it_is_seen_first(axis):
    assert (axis.start, axis.end, axis.zoomed) == (0.0, 100.0, False)
    assert axis.x(25.0) == 250 and axis.seconds(250) == 25.0


def test_zooming_leaves_the_moment_where_it_is(axis):
    axis.zoom(4, 25.0)
    assert axis.zoomed and axis.span == 25.0
    assert axis.x(25.0) == pytest.approx(250)
    axis.zoom(1 / 100, 25.0)
    assert (axis.start, axis.end, axis.zoomed) == (0.0, 100.0, False)


def test_zoom_ends_at_a_few_samples(axis):
    axis.zoom(1e12, 50.0)
    assert axis.span * 48_000 == pytest.approx(12)


def test_panning_ends_at_the_ends(axis):
    axis.show(10, 20)
    axis.pan(-50)
    assert (axis.start, axis.end) == (0.0, 10.0)
    axis.pan(500)
    assert axis.end == pytest.approx(100.0) and axis.span == pytest.approx(10.0)


def test_a_page_is_turned_so_that_the_playhead_comes_to_its_beginning(axis):
    axis.show(10, 20)
    axis.turn_to(20.5)
    assert 0 < axis.x(20.5) < 100


@pytest.mark.parametrize("span", [100.0, 3.0, 0.02])
def test_labels_are_round_and_do_not_touch(axis, span):
    axis.show(40, 40 + span)
    step = axis.step(80)
    places = [axis.x(mark) for mark in axis.marks(step)]
    assert 2 <= len(places) <= 13
    assert all(later - earlier >= 79.9 for earlier, later in pairwise(places))


def test_a_clip_of_no_length():
    axis = TimeAxis()
    axis.reset(0.0, 48_000)
    axis.zoom(2, 0.0)
    assert axis.x(0.0) == 0.0 and axis.seconds(50) == 0.0
