"""A sound file as a stream for the loudspeaker: chunk by chunk, at the device's rate, in two channels, as it is set."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soxr

from wavlink_desktop.audio.channels import pair_matrix
from wavlink_desktop.audio.course import Course, Timeline, Walk, join
from wavlink_desktop.audio.limiter import Limiter
from wavlink_desktop.audio.loudness import TARGET, loudness
from wavlink_desktop.audio.silence import SilenceSkipper
from wavlink_desktop.audio.stream import SoundStream
from wavlink_desktop.gui.mixer import Frames
from wavlink_desktop.gui.playback import Playback

MEASURED = 3.0
"""Seconds from which the loudness of a sound is taken: what can be decoded before anybody waits."""
MOST_BOOST = 20.0
"""dB that the matching of loudness may add: beyond, it would be noise that is matched."""
_JOINT = 0.005
_MOST_READ = 60.0
"""Seconds of the file that one chunk may take: silence that is left out can be long."""


class Reader:
    """Reads one sound along its course. `AudioError` says why it cannot be read."""

    def __init__(self, path: Path, course: Course, playback: Playback, rate: int, known: float | None = None) -> None:
        """`known`: the sound's loudness in LUFS, if it was measured before."""
        self._stream = SoundStream(path)
        self._walk = Walk(self._stream, course)
        self._playback, self._direction = playback, -1 if course.reverse else 1
        source_rate = self._stream.sample_rate
        self._matrix = pair_matrix(self._stream.channels, playback.channels)
        self._skipper = SilenceSkipper(source_rate, playback.silence_below) if playback.skip_silence else None
        self._speed_rate = source_rate * playback.speed
        """Frames of the file a second, as they are heard."""
        self._resampler: soxr.ResampleStream | None = None
        if self._speed_rate != rate:
            self._resampler = soxr.ResampleStream(self._speed_rate, rate, 2, dtype="float32")
        self._limiter = Limiter(rate)
        self._ratio = rate / self._speed_rate
        self._timeline = Timeline(course.start, self._direction * rate / playback.speed)
        self._joint = max(2, round(_JOINT * source_rate))
        self._taken = 0
        self._next: int | None = None
        self._last = np.empty((0, 2), np.float32)
        self._gain: float | None = None
        self.loudness = known
        """LUFS as it is heard, without any gain; None as long as nobody needed it."""
        self.complete = False
        """Nothing is left to read."""

    @property
    def damage(self) -> str:
        """Why the sound ended before its time; empty if it did not."""
        return self._stream.damage

    def position(self, played: int) -> float:
        """Where in the file, in seconds, it is after so many frames that went out."""
        return self._timeline.at(played)

    def read(self, seconds: float) -> Frames:
        """About the next `seconds` to be heard, float32 `(n, 2)` within ±1; can be none where silence is left out."""
        if self._gain is None and self._playback.match_loudness and self.loudness is None:
            seconds = max(seconds, MEASURED / self._playback.speed)
        blocks = list(self._blocks(round(seconds * self._speed_rate)))
        frames = np.concatenate(blocks) if blocks else np.empty((0, 2), np.float32)
        if self._gain is None:
            self._gain = self._choose_gain(frames)
        if self._resampler is not None:
            frames = np.asarray(self._resampler.resample_chunk(frames, last=self.complete), dtype=np.float32)
        return self._limiter.process(frames * np.float32(self._gain), self.complete)

    def close(self) -> None:
        """Let the file go."""
        self._stream.close()

    def _blocks(self, wanted: int) -> Iterator[Frames]:
        got, most = 0, round(_MOST_READ * self._stream.sample_rate)
        while got < wanted and most > 0:
            piece = self._walk.read(min(wanted - got, most))
            if piece is None:
                self.complete = True
                return
            most -= len(piece.frames)
            stretches = [(0, len(piece.frames))] if self._skipper is None else self._skipper.keep(piece.frames)
            for first, end in stretches:
                got += end - first
                yield self._heard(piece.frames[first:end] @ self._matrix, piece.position + self._direction * first)

    def _heard(self, frames: Frames, place: int) -> Frames:
        if place != self._next:
            edge = place if self._direction > 0 else place + 1  # backwards, a frame is entered at its end
            self._timeline.add(self._taken * self._ratio, edge / self._stream.sample_rate)
            frames = join(self._last, frames, self._joint)
        self._taken += len(frames)
        self._next = place + self._direction * len(frames)
        self._last = frames[-self._joint :]
        return frames

    def _choose_gain(self, frames: Frames) -> float:
        gain = self._playback.gain
        if self._playback.match_loudness:
            if self.loudness is None:
                self.loudness = loudness(frames[: round(MEASURED * self._stream.sample_rate)], self._stream.sample_rate)
            if np.isfinite(self.loudness):
                gain += min(TARGET - self.loudness, MOST_BOOST)
        return float(10.0 ** (gain / 20.0))
