import numpy as np
import pytest
from PySide6.QtGui import QColor

from wavlink_desktop.audio import Peaks
from wavlink_desktop.gui.lanes import coloured, columns, lanes_image

RED = QColor(255, 0, 0)


def peaks(minima, maxima, pixel=256, first=0):
    low, high = (np.atleast_2d(np.asarray(part, np.int16)) for part in (minima, maxima))
    return Peaks(low.T, high.T, pixel, 48_000, first)


def test_columns_keep_the_extremes():
    minima, maxima = np.zeros(10_000), np.zeros(10_000)
    maxima[7_777], minima[1_234] = 32767, -32767
    low, high = columns(peaks(minima, maxima), 0, 0.0, 10_000 * 256 / 600, 600)
    assert len(low) == len(high) == 600
    assert high.max() == 32767 and low.min() == -32767
    assert high.argmax() == 7_777 * 600 // 10_000
    assert low.argmin() == 1_234 * 600 // 10_000


def test_a_stretch_shows_what_lies_in_it():
    maxima = np.arange(100) * 100
    low, high = columns(peaks(maxima, maxima), 0, 20 * 256, 256, 10)
    assert high.tolist() == [2000, *[100 * k for k in range(21, 30)]]
    assert low.tolist() == [2000, *[100 * k for k in range(20, 29)]]  # each touches the one before


def test_where_the_peaks_end_so_do_the_columns():
    low, high = columns(peaks(np.zeros(10), np.ones(10)), 0, 5 * 256, 256, 20)
    assert len(low) == len(high) == 5
    assert len(columns(peaks(np.zeros(10), np.ones(10)), 0, 50 * 256, 256, 20)[0]) == 0


def test_peaks_of_a_stretch_lie_where_it_begins():
    low, _ = columns(peaks(np.arange(10), np.arange(10), 16, first=1600), 0, 1600 + 32, 16, 3)
    assert low.tolist() == [2, 2, 3]
    assert len(columns(peaks(np.arange(10), np.arange(10), 16, first=1600), 0, 0.0, 16, 3)[0]) == 0


def test_between_samples_there_is_a_line():
    low, high = columns(peaks([0, 1000], [0, 1000], 1), 0, 0.0, 0.25, 8)
    assert low.tolist() == [0, 250, 500, 750] and high.tolist() == [250, 500, 750, 1000]


def rows_covered(image, x):
    return [y for y in range(image.height()) if image.pixelColor(x, y).alpha() > 128]


@pytest.mark.parametrize("height", [100, 1500])
def test_each_channel_has_its_lane(height):
    loud, silent = np.full(64, 32767), np.zeros(64)
    picture = coloured(lanes_image(peaks([-loud, silent], [loud, silent]), 0, 256, 64, height, 1.0), RED, 1.0)
    rows = rows_covered(picture, 30)
    assert len([row for row in rows if row < height / 2]) == pytest.approx(0.46 * height, abs=2)
    assert [row for row in rows if row >= height / 2] in ([round(height * 0.75) - 1], [round(height * 0.75)])


def test_more_gain_shows_more_and_stays_in_its_lane():
    soft = np.full(64, 3000)
    made = peaks([-soft, np.zeros(64)], [soft, np.zeros(64)])
    low, high = (len(rows_covered(coloured(lanes_image(made, 0, 256, 64, 200, g), RED, 1.0), 9)) for g in (1.0, 64.0))
    assert high > 5 * low and high <= 102
