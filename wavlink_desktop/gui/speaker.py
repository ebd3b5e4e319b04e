"""The sound device: a QAudioSink that stays open and pulls from the mixer. The only module to import QtMultimedia."""

from collections.abc import Callable

from PySide6.QtCore import QIODevice, QObject, QThread, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

from wavlink_desktop.gui.mixer import Mixer

RATES = (44_100, 48_000, 96_000)
BUFFER_SECONDS = 0.08
"""Long enough to bridge a busy moment of the interpreter, short enough to answer a key at once."""


def clamp_rate(preferred: int) -> int:
    """The rate to open the device at: `preferred` may be absurd (110,933 Hz has been seen)."""
    return preferred if preferred in RATES else 48_000


class _Feed(QIODevice):
    """The mixer as an endless device to read from."""

    def __init__(self, mixer: Mixer, sample_format: QAudioFormat.SampleFormat) -> None:
        super().__init__()
        self._mixer = mixer
        self._int16 = sample_format == QAudioFormat.SampleFormat.Int16
        self._frame_bytes = 4 if self._int16 else 8
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def readData(self, maximum: int) -> bytes:
        frames = self._mixer.render(maximum // self._frame_bytes)
        if self._int16:
            return (frames * 32767.0).round().astype("<i2").tobytes()
        return frames.astype("<f4", copy=False).tobytes()

    def writeData(self, data: bytes | bytearray | memoryview, length: int) -> int:
        return -1

    def bytesAvailable(self) -> int:
        # The sink asks before it pulls; the default says 0 and nothing would ever sound.
        return (1 << 20) + super().bytesAvailable()

    def isSequential(self) -> bool:
        return True


class _Sink(QObject):
    """Lives on the sound thread, so that a busy window never starves the device."""

    def __init__(self, mixer: Mixer, device: QAudioDevice, audio_format: QAudioFormat) -> None:
        super().__init__()
        self._mixer = mixer
        self._device = device
        self._format = audio_format

    @Slot()
    def open(self) -> None:
        self._feed = _Feed(self._mixer, self._format.sampleFormat())
        self._sink = QAudioSink(self._device, self._format)
        self._sink.setBufferFrameCount(round(BUFFER_SECONDS * self._format.sampleRate()))
        self._sink.start(self._feed)

    @Slot()
    def close(self) -> None:
        self._sink.stop()
        self._feed.close()
        del self._sink, self._feed


class Speaker(QObject):
    """The default sound device, opened once; follows when another becomes the default.

    `changed` says that `mixer` is another one (or None: there is no device now).
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mixer: Mixer | None = None
        self._thread = QThread(self)
        self._thread.setObjectName("sound")
        self._sink: _Sink | None = None
        self._opened: QAudioDevice | None = None
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._follow)
        self._follow()

    def close(self) -> None:
        """Close the device and end its thread."""
        self._devices.audioOutputsChanged.disconnect(self._follow)
        self._shut()

    def _follow(self) -> None:
        device = QMediaDevices.defaultAudioOutput()
        if self._opened is not None and device == self._opened:
            return
        self._shut()
        if not device.isNull():
            self._open(device)
        self.changed.emit()

    def _open(self, device: QAudioDevice) -> None:
        audio_format = _choose_format(device)
        self.mixer = Mixer(audio_format.sampleRate())
        self._opened = device
        self._sink = _Sink(self.mixer, device, audio_format)
        self._sink.moveToThread(self._thread)
        self._thread.started.connect(self._sink.open)
        self._thread.finished.connect(self._sink.close)
        self._thread.start(QThread.Priority.TimeCriticalPriority)

    def _shut(self) -> None:
        if self._sink is not None:
            self._thread.quit()
            self._thread.wait(2000)
            self._thread.started.disconnect()
            self._thread.finished.disconnect()
        self._sink = self._opened = self.mixer = None


def _choose_format(device: QAudioDevice) -> QAudioFormat:
    audio_format = QAudioFormat()
    audio_format.setChannelCount(2)
    audio_format.setSampleRate(clamp_rate(device.preferredFormat().sampleRate()))
    supported: Callable[[QAudioFormat], bool] = device.isFormatSupported
    for sample_format in (QAudioFormat.SampleFormat.Float, QAudioFormat.SampleFormat.Int16):
        audio_format.setSampleFormat(sample_format)
        if supported(audio_format):
            break
    return audio_format
