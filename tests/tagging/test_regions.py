from wavlink_desktop.tagging.regions import Stretch, merge


def test_windows_that_touch_or_overlap_become_one_with_the_best_score():
    heard = [Stretch(10, 20, "rain", 0.9), Stretch(0, 10, "rain", 0.5), Stretch(15.5, 25.5, "rain", 0.6)]
    assert merge(heard) == [Stretch(0, 25.5, "rain", 0.9)]


def test_a_gap_parts_them_and_labels_stay_apart():
    heard = [Stretch(0, 10, "rain", 0.5), Stretch(10, 20, "dog", 0.7), Stretch(20, 30, "rain", 0.6)]
    assert merge(heard) == sorted(heard)


def test_nothing_gives_nothing():
    assert merge([]) == []
