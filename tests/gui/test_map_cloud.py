import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wavlink_desktop.gui.map_camera import Camera
from wavlink_desktop.gui.map_cloud import Cloud
from wavlink_desktop.mapping import Map


def cloud_of(count: int, seed: int = 1) -> Cloud:
    rng = np.random.default_rng(seed)
    places = rng.normal(0, 10, (count, 2)).astype(np.float32)
    return Cloud(Map(np.sort(rng.permutation(10 * count)[:count]), places, np.zeros(count, np.int32), ("",)))


@given(st.integers(1, 3000), st.floats(-30, 30), st.floats(-30, 30), st.floats(0, 30), st.floats(0, 30))
def test_a_part_of_the_map_has_all_that_lies_in_it(count, left, top, across, down):
    cloud = cloud_of(count)
    found = set(cloud.about(left, top, left + across, top + down).tolist())
    inside = ((cloud.places >= (left, top)) & (cloud.places <= (left + across, top + down))).all(axis=1)
    assert set(np.flatnonzero(inside).tolist()) <= found
    assert len(found) <= count


@given(st.integers(1, 2000), st.floats(-20, 20), st.floats(-20, 20))
def test_the_nearest_is_the_nearest(count, x, y):
    cloud = cloud_of(count)
    distances = np.linalg.norm(cloud.places - np.array([x, y], np.float32), axis=1)
    found = cloud.nearest(x, y, 5.0)
    if distances.min() > 5.001:
        assert found is None
    elif distances.min() < 4.999:
        assert distances[found] == pytest.approx(distances.min(), abs=1e-4)


def test_a_small_part_of_a_large_map_costs_a_small_part():
    cloud = cloud_of(100_000)
    assert len(cloud.about(0, 0, 1, 1)) < 3_000


def test_rows_are_found_by_id():
    cloud = cloud_of(500)
    rows, there = cloud.rows_of(cloud.ids)
    assert there.all()
    np.testing.assert_array_equal(rows, np.arange(500))
    assert cloud.row_of(-1) is None
    assert not cloud.rows_of(np.array([10_000_000]))[1].any()


def test_an_empty_map_has_nothing():
    cloud = Cloud(Map(np.zeros(0, np.int64), np.zeros((0, 2), np.float32), np.zeros(0, np.int32), ("",)))
    assert len(cloud) == 0
    assert cloud.nearest(0, 0, 1e9) is None
    assert cloud.row_of(1) is None
    assert not len(cloud.about(-1, -1, 1, 1))


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(0.01, 100), st.floats(0, 800), st.floats(0, 600))
def test_pixels_and_places_are_each_others_inverse_and_zooming_keeps_the_place(x, y, factor, at_x, at_y):
    camera = Camera(x, y, 12.0, 800, 600)
    place = camera.to_map(at_x, at_y)
    assert camera.to_view(*place) == pytest.approx((at_x, at_y), abs=1e-6)
    assert camera.zoomed(factor, at_x, at_y).to_map(at_x, at_y) == pytest.approx(place, abs=1e-6)


def test_all_but_strays_is_seen_at_first():
    places = np.random.default_rng(0).normal(0, 1, (10_000, 2)).astype(np.float32)
    places[0] = 1000
    camera = Camera.fitting(places, 800, 600)
    seen = np.array([camera.to_view(*map(float, place)) for place in places])
    assert ((seen > 0) & (seen < (800, 600))).all(axis=1).mean() > 0.995
    assert camera.scale > 50


def test_a_place_out_of_sight_is_brought_in():
    camera = Camera(0, 0, 10, 800, 600)
    assert camera.showing(1, 1, 40) is camera
    assert camera.showing(100, -90, 40).to_view(100, -90) == pytest.approx((760, 40))
