"""The sound device: a QAudioSink that stays open and pulls from the mixer. The only module to import QtMultimedia."""

import time

from PySide6.QtCore import QIODevice, QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from wavlink_desktop.gui.mixer import Mixer
from wavlink_desktop.gui.samples import coded, spread

RATES = (44_100, 48_000, 88_200, 96_000, 176_400, 192_000)
SHORTEST_BUFFER_S = 0.02
LONGEST_BUFFER_S = 0.2
"""Every new sound waits behind what is in the device's buffer. It begins short, to answer a key at once, and doubles
whenever a busy moment of the interpreter was longer: after that it bridges such moments."""
_AGAIN_MS, _LATER_MS = 1000, 5000
_TRIES_AT_ONCE = 5
_LOOK_MS = 1000
_PATIENCE_LOOKS = 4
"""A device that has taken nothing for so many looks is gone, whatever the system says: PulseAudio tells nobody when the
only one is unplugged. One that has slept takes up to two seconds to wake."""

_Sample = QAudioFormat.SampleFormat
_CODES = {_Sample.Float: "<f4", _Sample.Int32: "<i4", _Sample.Int16: "<i2", _Sample.UInt8: "u1"}
"""What the device may want, best first."""


def clamp_rate(preferred: int) -> int:
    """The rate to open the device at: `preferred` may be absurd (110,933 Hz has been seen)."""
    return preferred if preferred in RATES else 48_000


class _Feed(QIODevice):
    """The mixer as an endless device to read from."""

    late = Signal()
    """A sound was interrupted: the device had played all of its buffer before it could be filled again."""

    def __init__(self, mixer: Mixer, audio_format: QAudioFormat) -> None:
        super().__init__()
        self.buffer_s = SHORTEST_BUFFER_S
        self.taken_s = 0.0
        """How much it has taken."""
        self._filled = time.monotonic()
        self._sounding = False
        self._mixer = mixer
        self._channels = audio_format.channelCount()
        self._code = _CODES[audio_format.sampleFormat()]
        self._frame_bytes = audio_format.bytesPerFrame()
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def readData(self, maximum: int) -> bytes:
        if self._sounding and time.monotonic() - self._filled > self.buffer_s:
            self.late.emit()
        frames = self._mixer.render(maximum // self._frame_bytes)
        self._filled, self._sounding = time.monotonic(), bool(frames.any())
        self.taken_s += len(frames) / self._mixer.rate
        return coded(spread(frames, self._channels), self._code)

    def writeData(self, data: bytes | bytearray | memoryview, length: int) -> int:
        return -1

    def bytesAvailable(self) -> int:
        # The sink asks before it pulls; the default says 0 and nothing would ever sound.
        return (1 << 20) + super().bytesAvailable()

    def isSequential(self) -> bool:
        return True


class _Sink(QObject):
    """Lives on the sound thread, so that a busy window never starves the device."""

    broken = Signal()
    """The device stopped taking sound."""

    def __init__(self, mixer: Mixer, device: QAudioDevice, audio_format: QAudioFormat) -> None:
        super().__init__()
        self._mixer = mixer
        self._device = device
        self._format = audio_format
        self._feed: _Feed | None = None

    @property
    def taken_s(self) -> float:
        """How much sound the device has taken; stands still where it is gone. From any thread."""
        return self._feed.taken_s if self._feed is not None else 0.0

    @Slot()
    def open(self) -> None:
        self._feed = _Feed(self._mixer, self._format)
        # Queued: a sink cannot be restarted while it reads.
        self._feed.late.connect(self._lengthen, Qt.ConnectionType.QueuedConnection)
        self._start()

    @Slot()
    def close(self) -> None:
        if self._feed is not None:
            self._stop(self._sink)
            self._feed.close()
            self._feed = None
            del self._sink

    @Slot()
    def _lengthen(self) -> None:
        if self._feed is None:
            return
        longer = min(2 * self._feed.buffer_s, LONGEST_BUFFER_S)
        if longer > self._feed.buffer_s:
            self._feed.buffer_s = longer
            # The new one first: a PulseAudio device that nobody plays to falls asleep, and needs up to two seconds
            # to wake.
            former = self._sink
            self._start()
            self._stop(former)

    def _start(self) -> None:
        assert self._feed is not None
        self._sink = QAudioSink(self._device, self._format)
        self._sink.stateChanged.connect(self._check)
        self._sink.setBufferFrameCount(round(self._feed.buffer_s * self._format.sampleRate()))
        self._sink.start(self._feed)
        self._check()

    def _stop(self, sink: QAudioSink) -> None:
        sink.stateChanged.disconnect(self._check)
        sink.stop()

    @Slot()
    def _check(self) -> None:
        # Without a parameter: PySide cannot convert the state that the signal carries.
        if self._sink.state() == QtAudio.State.StoppedState and self._sink.error() != QtAudio.Error.NoError:
            self.broken.emit()


class Speaker(QObject):
    """One sound device, opened once: the chosen one while it is there, else the system's, whichever that is."""

    changed = Signal()
    """`mixer` is another one (or None: there is no device now), or the list of devices is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mixer: Mixer | None = None
        self._chosen = ""
        self._tries = 0
        self._waiting: Mixer | None = None
        """Of a device that was lost and has not proved yet that it is back."""
        self._taken, self._looks = 0.0, 0
        self._thread: QThread | None = None
        self._stuck: list[tuple[QThread, _Sink]] = []
        """Threads that hang in a device; they go when it lets them."""
        self._sink: _Sink | None = None
        self._opened: QAudioDevice | None = None
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._outputs_changed)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._follow)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._follow()

    @property
    def devices(self) -> list[tuple[str, str]]:
        """Identifier and name of each device that there is."""
        return [(_identifier(device), device.description()) for device in QMediaDevices.audioOutputs()]

    @property
    def device(self) -> str:
        """The identifier of the one that plays; empty for none."""
        return _identifier(self._opened) if self._opened is not None and self.mixer is not None else ""

    def choose(self, device: str) -> None:
        """Play through this one whenever it is there; empty: through the system's."""
        self._chosen, self._tries = device, 0
        self._follow()

    def close(self) -> None:
        """Close the device and end its thread."""
        self._devices.audioOutputsChanged.disconnect(self._outputs_changed)
        self._again.stop()
        self._shut()

    def _look(self) -> None:
        """See whether the device still takes sound (silence, too)."""
        taken = self._sink.taken_s if self._sink is not None else 0.0
        more_and_more = 0 < self._taken < taken  # the first buffer is filled even if nobody plays it
        self._looks = 0 if taken != self._taken else self._looks + 1
        self._taken = taken
        if self._looks >= _PATIENCE_LOOKS:
            self._broke()
        elif self._waiting is not None and more_and_more:
            self.mixer, self._waiting, self._tries = self._waiting, None, 0
            self.changed.emit()

    def _wanted(self) -> QAudioDevice:
        # PulseAudio lists a device that is gone until another one comes: what has just failed is not tried again.
        chosen = (device for device in QMediaDevices.audioOutputs() if _identifier(device) == self._chosen)
        default = QMediaDevices.defaultAudioOutput()
        return default if self._tries else next(chosen, default)

    def _outputs_changed(self) -> None:
        self._tries = 0
        if self._opened is not None and self._opened != QMediaDevices.defaultAudioOutput():
            # Nor does it tell that such a one is gone, only that it is back; by then the sound has moved elsewhere.
            self._shut()
        self._follow()

    def _follow(self) -> None:
        device = self._wanted()
        if self._opened is None or device != self._opened:
            self._shut()
            if not device.isNull():
                self._open(device)
        self.changed.emit()

    def _open(self, device: QAudioDevice) -> None:
        audio_format = _choose_format(device)
        mixer = Mixer(audio_format.sampleRate())
        self.mixer, self._waiting = (None, mixer) if self._tries else (mixer, None)
        self._opened = device
        self._sink = _Sink(mixer, device, audio_format)
        self._sink.broken.connect(self._broke)
        self._thread = QThread()
        self._thread.setObjectName("sound")
        self._sink.moveToThread(self._thread)
        self._thread.started.connect(self._sink.open)
        self._thread.finished.connect(self._sink.close)
        self._thread.start(QThread.Priority.TimeCriticalPriority)
        self._taken, self._looks = 0.0, 0
        self._watch.start()

    def _shut(self) -> None:
        self._watch.stop()
        self._stuck = [(thread, sink) for thread, sink in self._stuck if not thread.isFinished()]
        if self._sink is not None and self._thread is not None:
            self._sink.broken.disconnect(self._broke)
            self._thread.quit()
            if not self._thread.wait(2000):
                self._stuck.append((self._thread, self._sink))
        self._sink = self._thread = self._opened = self.mixer = self._waiting = None

    def _broke(self) -> None:
        """It may be gone for good, or only busy: look again now and then, and whenever devices come or go."""
        self._shut()
        self._tries += 1
        self._again.start(_AGAIN_MS if self._tries <= _TRIES_AT_ONCE else _LATER_MS)
        self.changed.emit()


def _identifier(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")


def _choose_format(device: QAudioDevice) -> QAudioFormat:
    """Two channels in floats if the device takes them, else what comes next to it."""
    audio_format = QAudioFormat()
    audio_format.setSampleRate(clamp_rate(device.preferredFormat().sampleRate()))
    for channels in (2, device.preferredFormat().channelCount()):
        for sample_format in _CODES:
            audio_format.setChannelCount(max(1, channels))
            audio_format.setSampleFormat(sample_format)
            if device.isFormatSupported(audio_format):
                return audio_format
    return device.preferredFormat()
