"""What goes to the loudspeaker: one sound at a time, every start, stop and switch faded so that none clicks."""

from collections import deque
from threading import Lock

import numpy as np
from numpy.typing import NDArray

Frames = NDArray[np.float32]

FADE_SECONDS = 0.005


class Voice:
    """One sound on its way out, fed chunk by chunk while it plays. Frames are float32 `(n, 2)` at the device's rate."""

    def __init__(self, fade: int) -> None:
        self._fade = fade
        self._chunks: deque[Frames] = deque()
        self._remaining = 0
        self._gain = 0.0
        self._leaving = False
        self.complete = False
        """All its frames are in."""
        self.played = 0
        """Frames that went out."""

    @property
    def remaining(self) -> int:
        """Frames that wait to be played."""
        return self._remaining

    @property
    def over(self) -> bool:
        """Nothing more will come from it."""
        if self._leaving and self._gain <= 0.0:
            return True
        return self._remaining == 0 and (self.complete or self._leaving)

    def append(self, frames: Frames) -> None:
        """Give it its next frames."""
        if len(frames):
            self._chunks.append(frames)
            self._remaining += len(frames)

    def leave(self) -> None:
        """Fade out from here. A voice that has not sounded yet is over at once."""
        self._leaving = True

    def add_to(self, out: Frames) -> None:
        """Add its next frames to `out` `(n, 2)`, faded at its ends and where its frames run out."""
        done = 0
        while done < len(out) and not self.over and self._remaining:
            if self._leaving:
                target, count = 0.0, len(out) - done
            elif self._remaining > self._fade:
                target, count = 1.0, min(len(out) - done, self._remaining - self._fade)
            else:
                # The last frames that it has, at the end or because the decoder is late: go down with them.
                target, count = 0.0, len(out) - done
            count = min(count, self._remaining)
            block = self._take(count)
            out[done : done + count] += block * self._ramp(target, count)[:, None]
            done += count

    def _ramp(self, target: float, count: int) -> Frames:
        step = 1.0 / self._fade
        steps = np.arange(1, count + 1, dtype=np.float32) * step
        rising = target > self._gain
        ramp = np.minimum(self._gain + steps, target) if rising else np.maximum(self._gain - steps, target)
        self._gain = float(ramp[-1]) if count else self._gain
        return np.asarray(ramp, dtype=np.float32)

    def _take(self, count: int) -> Frames:
        taken: list[Frames] = []
        self._remaining -= count
        self.played += count
        while count:
            chunk = self._chunks.popleft()
            taken.append(chunk[:count])
            if len(chunk) > count:
                self._chunks.appendleft(chunk[count:])
            count -= len(taken[-1])
        return taken[0] if len(taken) == 1 else np.concatenate(taken)


class Mixer:
    """The stream that never ends: the current voice, those that fade out, else silence. Safe from two threads."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._fade = max(1, round(FADE_SECONDS * rate))
        self._lock = Lock()
        self._current: Voice | None = None
        self._leaving: list[Voice] = []
        self._volume = 1.0
        self._sounding_volume = 1.0

    def start(self) -> Voice:
        """A new voice takes over; the one before fades out."""
        with self._lock:
            self._let_go()
            self._current = Voice(self._fade)
            return self._current

    def stop(self) -> None:
        """Fade to silence."""
        with self._lock:
            self._let_go()

    def set_volume(self, volume: float) -> None:
        """Linear gain, 0…1; reached over the next block, without a step."""
        self._volume = volume

    def append(self, voice: Voice, frames: Frames, complete: bool) -> None:
        """Give a voice its next frames `(n, 2)`; `complete` when they are its last."""
        with self._lock:
            voice.append(frames)
            voice.complete = complete

    def render(self, count: int) -> Frames:
        """The next `count` frames, float32 `(count, 2)` within ±1."""
        out = np.zeros((count, 2), dtype=np.float32)
        with self._lock:
            for voice in self._leaving:
                voice.add_to(out)
            self._leaving = [voice for voice in self._leaving if not voice.over]
            if self._current is not None:
                self._current.add_to(out)
        out *= np.linspace(self._sounding_volume, self._volume, count, dtype=np.float32)[:, None]
        self._sounding_volume = self._volume
        return np.clip(out, -1.0, 1.0, out=out)

    def _let_go(self) -> None:
        if self._current is not None:
            self._current.leave()
            if not self._current.over:
                self._leaving.append(self._current)
        self._current = None


def fold_down(frames: Frames) -> Frames:
    """Any number of channels `(n, channels)` to two `(n, 2)`; 5.1 and 7.1 as ITU-R BS.775 has them, LFE left out."""
    channels = frames.shape[1]
    if channels == 2:
        return frames
    if channels == 1:
        return np.repeat(frames, 2, axis=1)
    matrix = np.zeros((channels, 2), dtype=np.float32)
    if channels in (6, 8):
        matrix[0, 0] = matrix[1, 1] = 1.0
        matrix[2] = np.sqrt(0.5)
        for channel in range(4, channels):
            matrix[channel, channel % 2] = np.sqrt(0.5)
    else:
        for channel in range(channels):
            matrix[channel, channel % 2] = 1.0
        if channels % 2:
            matrix[-1] = np.sqrt(0.5)
    return np.asarray(frames @ (matrix / matrix.sum(axis=0)), dtype=np.float32)
