from wavlink_desktop.search.moments import strong_moments


def windows(*scores):
    return [(10.0 * k, 10.0 * (k + 1), score) for k, score in enumerate(scores)]


def test_strong_windows_side_by_side_are_one_match():
    found = strong_moments(windows(0.1, 0.1, 0.4, 0.38, 0.1, 0.12, 0.1, 0.35, 0.1))
    assert found == [(20.0, 40.0, 0.4), (70.0, 80.0, 0.35)]


def test_where_nothing_stands_out_the_best_counts():
    assert strong_moments(windows(0.2, 0.201, 0.2, 0.199)) == [(10.0, 20.0, 0.201)]


def test_the_last_window_overlaps_the_one_before():
    found = strong_moments([(0.0, 10.0, 0.1), (10.0, 20.0, 0.1), (20.0, 30.0, 0.5), (25.0, 35.0, 0.6)])
    assert found == [(20.0, 35.0, 0.6)]


def test_a_short_sound_matches_as_a_whole():
    assert strong_moments(windows(0.9)) == [] and strong_moments([]) == []
