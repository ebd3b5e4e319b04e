"""The way through a sound: which part is heard, from where, in which direction, how often."""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np

from wavlink_desktop.audio.source import Block
from wavlink_desktop.audio.stream import SoundStream

SHORTEST_PART = 0.02
"""Seconds: shorter parts are widened to this."""
_KEPT_SAMPLES = 2**22
"""A looped part of no more samples (16 MB) is decoded once."""


@dataclass(frozen=True, slots=True)
class Course:
    """Times are seconds of the file. In reverse, `start` is where the way back begins."""

    start: float = 0.0
    part: tuple[float, float] | None = None
    """What is heard; None: all of it."""
    loop: bool = False
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Frames `(n, channels)` in the order in which they are heard."""

    frames: Block
    position: int
    """The file's frame that is heard first."""


class Walk:
    """Takes a course through an open sound."""

    def __init__(self, stream: SoundStream, course: Course) -> None:
        self._stream, self._loop, self._reverse = stream, course.loop, course.reverse
        self._low, self._high = _bounds(course.part, stream)
        at = round(course.start * stream.sample_rate)
        # From the end of the way (or from outside the part) it begins anew.
        inside = self._low < at <= self._high if self._reverse else self._low <= at < self._high
        self._at = at if inside else self._first
        self._kept: Block | None = None
        self._fruitless = False
        """Nothing came since the loop began again."""

    def read(self, count: int) -> Piece | None:
        """The next frames, at most `count`; None when the way is at its end."""
        while True:
            if self._left <= 0 and not self._begin_again():
                return None
            piece = self._step(min(count, self._left))
            if piece is not None:
                self._fruitless = False
                return piece

    @property
    def _first(self) -> int:
        return self._high if self._reverse else self._low

    @property
    def _left(self) -> int:
        return self._at - self._low if self._reverse else self._high - self._at

    def _step(self, count: int) -> Piece | None:
        if self._reverse:
            self._at -= count
            frames, position = self._fetch(self._at, count)[::-1], self._at + count - 1
        else:
            frames, position = self._fetch(self._at, count), self._at
            self._at += count
            if len(frames) < count:  # the sound ends before its time
                self._at = self._high = position + len(frames)
        return Piece(frames, position) if len(frames) else None

    def _begin_again(self) -> bool:
        if not self._loop or self._fruitless or self._high <= self._low:
            return False
        if self._kept is None and (self._high - self._low) * self._stream.channels <= _KEPT_SAMPLES:
            self._stream.seek(self._low)
            self._kept = self._stream.read(self._high - self._low)
            self._high = self._low + len(self._kept)
        self._at, self._fruitless = self._first, True
        return True

    def _fetch(self, first: int, count: int) -> Block:
        if self._kept is not None:
            return self._kept[first - self._low : first - self._low + count]
        self._stream.seek(first)
        return self._stream.read(count)


class Timeline:
    """Where in the file each frame that goes out comes from. Filled by one thread, read by another."""

    def __init__(self, start: float, frames_per_second: float) -> None:
        """`frames_per_second`: frames that go out for each second of the file; negative when it runs backwards."""
        self._places = [start]
        self._frames = [0.0]
        self._rate = frames_per_second

    def add(self, frame: float, place: float) -> None:
        """From output `frame` on, the sound comes from `place` in seconds."""
        self._places.append(place)
        self._frames.append(frame)  # last: whoever reads meanwhile finds a place for every frame

    def at(self, frame: float) -> float:
        """The place, in seconds of the file, of an output frame."""
        number = bisect_right(self._frames, frame) - 1
        return self._places[number] + (frame - self._frames[number]) / self._rate


def join(before: Block, frames: Block, length: int) -> Block:
    """`frames` without a click behind `before`, both `(n, channels)`: a step between them decays over `length` frames.

    What is no larger than the steps around it is none: a sound that is made to be looped goes round untouched.
    """
    if not len(before) or len(frames) < 2:
        return frames
    near, length = frames[:length], min(length, len(frames))
    step = before[-1] - frames[0]
    usual = max(float(np.abs(np.diff(side, axis=0)).max(initial=0.0)) for side in (before[-length:], near))
    if np.abs(step).max() <= 2 * usual:
        return frames
    joined = frames.copy()
    joined[:length] += step * np.linspace(1.0, 0.0, length, dtype=np.float32)[:, None]
    return joined


def _bounds(part: tuple[float, float] | None, stream: SoundStream) -> tuple[int, int]:
    if part is None:
        return 0, stream.frames
    low = min(max(0, round(part[0] * stream.sample_rate)), max(0, stream.frames - 1))
    shortest = round(SHORTEST_PART * stream.sample_rate)
    return low, min(max(low + shortest, round(part[1] * stream.sample_rate)), stream.frames)
