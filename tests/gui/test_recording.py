"""Searching by the microphone, with one that is played into by hand."""

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, Signal

from wavlink_desktop.audio import probe
from wavlink_desktop.gui.recording import Recording
from wavlink_desktop.gui.search_box import SearchBox


class Input(QObject):
    arrived = Signal(object)
    rate = 16_000
    closed = False

    def close(self):
        self.closed = True


@pytest.fixture
def box(qtbot):
    box = SearchBox()
    qtbot.addWidget(box)
    return box


@pytest.fixture
def parts(box, tmp_path):
    microphone = Input()
    recording = Recording(box, tmp_path / "recordings", lambda: (microphone, ""))
    said = []
    recording.said.connect(said.append)
    return recording, microphone, said


def test_what_was_heard_is_searched_by(parts, box, qtbot):
    recording, microphone, _ = parts
    qtbot.mouseClick(recording._button, Qt.MouseButton.LeftButton)
    assert recording.running
    for _ in range(4):
        microphone.arrived.emit(np.full(4000, 0.25, np.float32))
    with qtbot.waitSignal(recording.recorded) as heard:
        recording.record()
    assert microphone.closed and not recording.running
    info = probe(heard.args[0])
    assert (info.duration, info.sample_rate, info.channels) == (1.0, 16_000, 1)


def test_the_next_recording_replaces_the_last(parts, qtbot, tmp_path):
    recording, microphone, _ = parts
    for _ in range(2):
        recording.record()
        microphone.arrived.emit(np.full(8000, 0.25, np.float32))
        recording.record()
    assert len(list((tmp_path / "recordings").iterdir())) == 1


@pytest.mark.parametrize(
    ("wave", "word"), [(np.full(100, 0.5, np.float32), "short"), (np.zeros(16_000, np.float32), "silent")]
)
def test_nothing_heard_is_said(parts, wave, word):
    recording, microphone, said = parts
    recording.recorded.connect(lambda _: pytest.fail("nothing was heard"))
    recording.record()
    microphone.arrived.emit(wave)
    recording.record()
    assert word in said[-1]


def test_no_microphone_is_said(box, tmp_path):
    recording = Recording(box, tmp_path, lambda: (None, "There is no microphone."))
    said = []
    recording.said.connect(said.append)
    recording.record()
    assert said == ["There is no microphone."] and not recording.running and not recording._button.isChecked()
