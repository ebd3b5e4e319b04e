"""Plays clips: the newest request counts, decoded ahead on another thread while it sounds."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, SignalInstance

from wavlink_desktop.audio.course import Course
from wavlink_desktop.gui.feeder import Feed
from wavlink_desktop.gui.mixer import Mixer, Voice
from wavlink_desktop.gui.playback import Playback

TICK_MS = 33
HEARD_SECONDS = 1.0
"""A clip counts as heard after so long, or when it is over."""
_KNOWN = 5000

_log = logging.getLogger(__name__)

Part = tuple[float, float]


class Output(Protocol):
    """A sound device: `speaker.Speaker`, or one that only counts."""

    changed: SignalInstance
    """`mixer` is another one, or the devices that there are."""

    @property
    def mixer(self) -> Mixer | None:
        """What it plays from; None while there is no device."""

    @property
    def devices(self) -> list[tuple[str, str]]:
        """Identifier and name of each device that there is."""

    @property
    def device(self) -> str:
        """The identifier of the one that plays; empty for none."""

    def choose(self, device: str) -> None:
        """Play through this one whenever it is there; empty: through the system's."""

    def close(self) -> None:
        """Let the device go."""


def open_speaker() -> tuple[Output | None, str]:
    """The sound device, or None and what the user can do about it."""
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
    """Playing started, stopped or ended, or the sound device is another one."""
    moved = Signal(float)
    """Where the playhead is, in seconds from the clip's beginning, some 30 times a second."""
    heard = Signal(Path)
    """A clip was listened to, and not only passed by."""
    failed = Signal(str)
    """A clip could not be read, or the device was lost: why."""
    _feed_failed = Signal(object, str)

    def __init__(
        self, open_output: Callable[[], tuple[Output | None, str]] = open_speaker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.output, self._reason = open_output()
        if self.output is not None:
            self.output.changed.connect(self._device_changed)
        self.playback = Playback()
        self._mixer: Mixer | None = self.output.mixer if self.output is not None else None
        self._device = self._current_device()
        _log.info("sound device: %s", self._device[1] or self.unavailable)
        self._volume = 1.0
        self._part: Part | None = None
        self._feed: Feed | None = None
        self._told = False
        self._loudness: dict[tuple[Path, str], float] = {}
        self._feed_failed.connect(self._broken)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def unavailable(self) -> str:
        """Why nothing can be played, or an empty string."""
        if self._reason:
            return self._reason
        if self._mixer is None:
            return self.tr("Playback is off: no sound device was found. Connect one and it will be used.")
        return ""

    @property
    def playing(self) -> Path | None:
        """The sound file that plays (or is being opened)."""
        return self._feed.path if self._feed is not None else None

    @property
    def voice(self) -> Voice | None:
        """What of it goes to the device."""
        return self._feed.voice if self._feed is not None else None

    @property
    def position(self) -> float:
        """Where the playhead is, in seconds from the clip's beginning."""
        return self._feed.position if self._feed is not None else 0.0

    def play(self, path: Path, start: float = 0.0, part: Part | None = None) -> None:
        """Play a sound file from `start` seconds on (in reverse: back from there); of `part` only, if one is given.

        A `start` at or outside the end of the way begins the way anew.
        """
        if self._mixer is None:
            return
        self._cancel()
        self._part, self._told = part, False
        self._begin(path, start, self._mixer.start())
        self._timer.start()
        self.state_changed.emit()

    def stop(self) -> None:
        """Fade out and stop."""
        if self._feed is None:
            return
        self._cancel()
        if self._mixer is not None:
            self._mixer.stop()
        self._timer.stop()
        self.state_changed.emit()

    def set_playback(self, playback: Playback) -> None:
        """Play in another way from now on; what plays goes on from where it is."""
        before, self.playback = self.playback, playback
        if replace(before, start_at_match=playback.start_at_match) != playback:
            self._go_on(self._part)

    def set_part(self, part: Part | None) -> None:
        """Play only this part (None: all) of what plays, from where it is if that is inside."""
        if part != self._part:
            self._go_on(part)

    def set_volume(self, volume: float) -> None:
        """Linear gain, 0…1."""
        self._volume = volume
        if self._mixer is not None:
            self._mixer.set_volume(volume)

    def take_levels(self) -> tuple[float, float]:
        """The highest samples, left and right, 0…1, that went out since this was last asked."""
        return self._mixer.take_peaks() if self._mixer is not None else (0.0, 0.0)

    def close(self) -> None:
        """Stop and let the sound device go."""
        self.stop()
        if self.output is not None:
            self.output.changed.disconnect(self._device_changed)
            self.output.close()
            self.output = self._mixer = None

    def _begin(self, path: Path, start: float, voice: Voice) -> None:
        assert self._mixer is not None
        course = Course(start, self._part, self.playback.loop, self.playback.reverse)
        known = self._loudness.get((path, self.playback.channels))
        self._feed = Feed(path, course, self.playback, self._mixer, voice, known, self._feed_failed.emit)
        self._feed.start()

    def _go_on(self, part: Part | None) -> None:
        if self._feed is None or self._mixer is None:
            return
        feed = self._feed
        voice, played = self._mixer.follow_on()
        self._cancel()
        self._part = part
        self._begin(feed.path, feed.position_after(played), voice)

    def _cancel(self) -> None:
        if self._feed is None:
            return
        self._feed.cancel()
        self._remember_loudness()
        self._feed = None

    def _remember_loudness(self) -> None:
        if self._feed is None or self._feed.loudness is None:
            return
        if len(self._loudness) >= _KNOWN:
            self._loudness.pop(next(iter(self._loudness)))
        self._loudness[self._feed.path, self._feed.playback.channels] = self._feed.loudness

    def _broken(self, feed: Feed, reason: str) -> None:
        if feed is not self._feed:
            return
        if feed.voice.remaining == 0 and not feed.voice.complete:
            self.stop()
        self.failed.emit(reason)

    def _tick(self) -> None:
        feed = self._feed
        if feed is None or self._mixer is None:
            return
        over = feed.voice.over
        if not self._told and (over or feed.voice.played > HEARD_SECONDS * self._mixer.rate):
            self._told = True
            self.heard.emit(feed.path)
        if over:
            self.stop()
            return
        self.moved.emit(feed.position)

    def _current_device(self) -> tuple[str, str]:
        if self.output is None:
            return "", ""
        return self.output.device, dict(self.output.devices).get(self.output.device, "")

    def _device_changed(self) -> None:
        if self.output is None:
            return
        if self.output.mixer is not self._mixer:
            self._move_to(self.output.mixer)
        self.state_changed.emit()

    def _move_to(self, mixer: Mixer | None) -> None:
        # The old mixer is gone with its device; the new one starts silent, at the volume that was set.
        (lost, name), self._device = self._device, self._current_device()
        _log.info("sound device: %s, after %s", self._device[1] or "none", name or "none")
        playing, position = self.playing, self.position
        self.stop()
        self._mixer = mixer
        self.set_volume(self._volume)
        if playing is None or mixer is None or self.output is None:
            return
        if lost in dict(self.output.devices):
            self.play(playing, position, self._part)
        else:
            # What came from headphones is not to burst out of loudspeakers.
            text = self.tr("{0} is gone. Sounds go to {1} now: play again.")
            self.failed.emit(text.format(name or self.tr("The sound device"), self._device[1]))
