"""The system's microphone as blocks of samples."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QIODevice, QObject, Signal
from PySide6.QtMultimedia import QAudioFormat, QAudioSource, QMediaDevices

from wavlink_desktop.gui.translation import N, translated

if TYPE_CHECKING:
    from wavlink_desktop.gui.recording import Input


class Microphone(QObject):
    """One recording's worth of the default input, mono."""

    arrived = Signal(object)
    """A block, float32 `(n,)` within ±1."""

    def __init__(self, source: QAudioSource, stream: QIODevice) -> None:
        super().__init__()
        self.rate = source.format().sampleRate()
        self._source, self._stream = source, stream
        stream.readyRead.connect(self._read)

    @classmethod
    def open(cls) -> "tuple[Input | None, str]":
        """The default input, listening; or None, and why."""
        device = QMediaDevices.defaultAudioInput()
        if device.isNull():
            return None, translated(N("There is no microphone. Connect one, or choose one in the system's settings."))
        wanted = QAudioFormat()
        wanted.setSampleRate(48_000 if device.maximumSampleRate() >= 48_000 else device.maximumSampleRate())
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(wanted):
            wanted = device.preferredFormat()
            wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        source = QAudioSource(device, wanted)
        stream = source.start()
        if stream is None or source.state().name == "StoppedState":
            return None, translated(N("The microphone does not open. Another program may hold it."))
        return cls(source, stream), ""

    def close(self) -> None:
        """Listen no more."""
        self._read()
        self._source.stop()

    def _read(self) -> None:
        content = bytes(self._stream.readAll().data())
        channels = self._source.format().channelCount()
        whole = len(content) // (2 * channels) * 2 * channels
        samples = np.frombuffer(content[:whole], "<i2").reshape(-1, channels)
        if len(samples):
            self.arrived.emit((samples.mean(axis=1) / 32768).astype(np.float32))
