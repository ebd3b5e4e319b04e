import numpy as np
from PySide6.QtCore import QPoint, Qt

from wavlink_desktop.audio import Peaks
from wavlink_desktop.gui.waveform import Waveform, reduce_peaks


def test_reducing_peaks_keeps_the_extremes():
    minima = np.zeros(10_000, np.int8)
    maxima = np.zeros(10_000, np.int8)
    maxima[7_777], minima[1_234] = 127, -127
    low, high = reduce_peaks(minima, maxima, 600)
    assert high.max() == 1.0 and low.min() == -1.0
    assert high.argmax() == 7_777 * 600 // 10_000


def test_fewer_peaks_than_columns_are_stretched():
    low, high = reduce_peaks(np.array([-127, 0], np.int8), np.array([127, 0], np.int8), 100)
    assert len(low) == len(high) == 100
    assert high[:50].min() == 1.0 and high[50:].max() == 0.0


def accent_columns(waveform):
    image = waveform.grab().toImage()
    accent = waveform.palette().accent().color()
    row = 30
    return [x for x in range(image.width()) if image.pixelColor(x, row) == accent]


def test_the_best_moment_is_marked_and_a_click_plays_from_there(qtbot):
    waveform = Waveform()
    qtbot.addWidget(waveform)
    waveform.resize(1000, 120)
    waveform.show_clip(100.0, (40.0, 50.0))
    loud = np.full((2000, 1), 127, np.int8)
    waveform.set_peaks(Peaks(-loud, loud, 2400, 48_000))
    waveform.show()
    marked = accent_columns(waveform)
    assert min(marked) >= 398 and max(marked) <= 502 and len(marked) > 90
    with qtbot.waitSignal(waveform.sought) as sought:
        qtbot.mouseClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(250, 30))
    assert abs(sought.args[0] - 25.0) < 0.2
