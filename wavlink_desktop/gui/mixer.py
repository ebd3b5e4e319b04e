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

    def skip(self, count: int) -> None:
        """Leave out its next frames: another voice has played them."""
        count = min(count, self._remaining)
        if count:
            self._take(count)

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
    """The stream that never ends: the current voice, those that fade out, else silence. Safe from any thread."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._fade = max(1, round(FADE_SECONDS * rate))
        self._lock = Lock()
        self._current: Voice | None = None
        self._heir: Voice | None = None
        """Takes over from the current voice with its first frames."""
        self._played_before = 0
        """What the current voice had played when its heir was made."""
        self._leaving: list[Voice] = []
        self._volume = 1.0
        self._sounding_volume = 1.0
        self._peaks = np.zeros(2, np.float32)

    def start(self) -> Voice:
        """A new voice takes over; the one before fades out."""
        with self._lock:
            self._let_go()
            self._current = Voice(self._fade)
            return self._current

    def follow_on(self) -> tuple[Voice, int]:
        """A new voice that goes on, in another way, where the current one is now; that one plays until it can.

        With it comes how many frames the current one has played.
        """
        with self._lock:
            self._played_before = self._current.played if self._current is not None else 0
            heir = Voice(self._fade)
            if self._current is None or self._current.over or not self._played_before:
                self._let_go()
                self._current = heir
            else:
                self._heir = heir
            return heir, self._played_before

    def stop(self) -> None:
        """Fade to silence."""
        with self._lock:
            self._let_go()

    def set_volume(self, volume: float) -> None:
        """Linear gain, 0…1; reached over the next block, without a step."""
        self._volume = volume

    def append(self, voice: Voice, frames: Frames, complete: bool) -> None:
        """Give a voice its next frames `(n, 2)`; `complete` when they are its last. One that has left takes none."""
        with self._lock:
            if voice is not self._current and voice is not self._heir:
                return
            voice.append(frames)
            voice.complete = complete
            if voice is self._heir and (len(frames) or complete):
                meanwhile = self._current.played - self._played_before if self._current is not None else 0
                self._let_go()
                self._current = voice
                # What the voice before played while this one was made is not heard twice.
                voice.skip(min(meanwhile, max(0, voice.remaining - 2 * self._fade)))

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
        if count:
            np.clip(out, -1.0, 1.0, out=out)
            np.maximum(self._peaks, np.abs(out).max(axis=0), out=self._peaks)
        return out

    def take_peaks(self) -> tuple[float, float]:
        """The highest samples, left and right, that went out since this was last asked."""
        left, right = self._peaks.tolist()
        self._peaks[:] = 0.0
        return left, right

    def _let_go(self) -> None:
        if self._current is not None:
            self._current.leave()
            if not self._current.over:
                self._leaving.append(self._current)
        self._current = self._heir = None
