"""Plays clips: numbered requests, decoded chunk by chunk on a worker while they sound."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, SignalInstance

from wavlink_desktop.gui.mixer import Frames, Mixer, Voice
from wavlink_desktop.gui.reader import Reader
from wavlink_desktop.gui.tasks import Latest

FIRST_CHUNK = 0.3
LONGEST_CHUNK = 5.0
AHEAD = 8.0
"""Seconds: the first sound comes after a short chunk; then ever longer ones, a few seconds ahead of what is heard."""
TICK_MS = 33


class Output(Protocol):
    """A sound device: `speaker.Speaker`, or one that only counts."""

    changed: SignalInstance

    @property
    def mixer(self) -> Mixer | None:
        """What it plays from; None while there is no device."""

    def close(self) -> None:
        """Let the device go."""


def open_speaker() -> tuple[Output | None, str]:
    """The default sound device, or None and what the user can do about it."""
    try:
        from wavlink_desktop.gui.speaker import Speaker
    except ImportError as error:
        advice = QCoreApplication.translate(
            "Player", "Playback is off: Qt's sound support does not load ({0}). On Debian: apt install libpulse0"
        )
        return None, advice.format(str(error).splitlines()[0])
    return Speaker(), ""


class Player(QObject):
    """One clip at a time. Every call returns at once; `play` while playing switches with a short fade."""

    state_changed = Signal()
    """Playing started, stopped or ended."""
    moved = Signal(float)
    """Where the playhead is, in seconds from the clip's beginning, some 30 times a second."""
    failed = Signal(str)
    """A clip could not be read: why."""

    def __init__(
        self, open_output: Callable[[], tuple[Output | None, str]] = open_speaker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._output, self._reason = open_output()
        if self._output is not None:
            self._output.changed.connect(self._device_changed)
        self._lane: Latest[Frames] = Latest()
        self._volume = 1.0
        self._path: Path | None = None
        self._start = 0.0
        self._reader: Reader | None = None
        self._voice: Voice | None = None
        self._reading = False
        self._chunk = FIRST_CHUNK
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def unavailable(self) -> str:
        """Why nothing can be played, or an empty string."""
        if self._reason:
            return self._reason
        if self._output is None or self._output.mixer is None:
            return self.tr("Playback is off: no sound device was found. Connect one and it will be used.")
        return ""

    @property
    def playing(self) -> Path | None:
        """The sound file that plays (or is being opened)."""
        return self._path

    @property
    def position(self) -> float:
        """Where the playhead is, in seconds from the clip's beginning."""
        if self._voice is None or self._output is None or self._output.mixer is None:
            return self._start
        return self._start + self._voice.played / self._output.mixer.rate

    def play(self, path: Path, start: float = 0.0) -> None:
        """Play a sound file from `start` seconds on."""
        mixer = self._mixer()
        if mixer is None:
            return
        self._release()
        self._path, self._start = path, start
        self._reader = Reader(path, start, mixer.rate)
        self._chunk = FIRST_CHUNK
        self._read()
        self._timer.start()
        self.state_changed.emit()

    def stop(self) -> None:
        """Fade out and stop."""
        if self._path is None:
            return
        self._release()
        self._timer.stop()
        self.state_changed.emit()

    def set_volume(self, volume: float) -> None:
        """Linear gain, 0…1."""
        self._volume = volume
        mixer = self._mixer()
        if mixer is not None:
            mixer.set_volume(volume)

    def close(self) -> None:
        """Stop and let the sound device go."""
        self.stop()
        if self._output is not None:
            self._output.changed.disconnect(self._device_changed)
            self._output.close()
            self._output = None

    def _mixer(self) -> Mixer | None:
        return self._output.mixer if self._output is not None else None

    def _release(self) -> None:
        self._lane.drop()
        mixer = self._mixer()
        if mixer is not None:
            mixer.stop()
        self._path = self._reader = self._voice = None
        self._reading = False

    def _read(self) -> None:
        if self._reader is None:
            return
        reader, seconds = self._reader, self._chunk
        self._reading = True
        self._chunk = min(2 * self._chunk, LONGEST_CHUNK)
        self._lane.run(lambda: reader.read(seconds), self._arrived)

    def _arrived(self, frames: Frames, error: BaseException | None) -> None:
        self._reading = False
        mixer = self._mixer()
        if error is not None or mixer is None or self._reader is None:
            self.stop()
            if error is not None:
                self.failed.emit(str(error))
            return
        if self._voice is None:
            self._voice = mixer.start()
        mixer.append(self._voice, frames, self._reader.complete)
        self._read_ahead(mixer)

    def _read_ahead(self, mixer: Mixer) -> None:
        if self._reader is None or self._voice is None or self._reading or self._reader.complete:
            return
        if self._voice.remaining < AHEAD * mixer.rate:
            self._read()

    def _tick(self) -> None:
        mixer = self._mixer()
        if mixer is None or self._voice is None:
            return
        if self._voice.over:
            self.stop()
            return
        self._read_ahead(mixer)
        self.moved.emit(self.position)

    def _device_changed(self) -> None:
        # The old mixer is gone with its device; the new one starts silent, at the volume that was set.
        self._voice = None
        self.stop()
        self.set_volume(self._volume)
        self.state_changed.emit()
