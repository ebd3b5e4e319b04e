"""The outline of a sound for drawing its waveform."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio.decode import sound_blocks
from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.source import Block, open_sound

FULL_SCALE = 32767
_USUAL, _FINEST = 256, 16
"""Samples a pixel."""
_FEWEST_PIXELS = 4096
_MOST_VALUES = 2**20
"""Pixels of all channels: 4 MB of minima and maxima."""
_BETWEEN_LOOKS = 0.15
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Peaks:
    """The lowest and the highest sample under each pixel: int16 `(pixels, channels)`, full scale at 32767."""

    minima: NDArray[np.int16]
    maxima: NDArray[np.int16]
    samples_per_pixel: int
    sample_rate: int
    """Of the file, in hertz: pixel k begins at frame `first + k * samples_per_pixel`."""
    first: int = 0


class PeakAccumulator:
    """Makes peaks of a sound that comes block by block, such as a scan decodes anyway."""

    def __init__(self, samples_per_pixel: int, channels: int, sample_rate: int, first: int = 0) -> None:
        if samples_per_pixel < 1:
            raise ValueError(f"no pixels of {samples_per_pixel} samples")
        self._pixel, self._rate, self._first = samples_per_pixel, sample_rate, first
        self._held = np.empty((0, channels), np.float32)
        self._parts = [_reduced(self._held, 1)]

    def add(self, block: Block) -> None:
        """The next samples, float32 `(n, channels)`, full scale at 1."""
        samples = np.concatenate([self._held, block]) if len(self._held) else block
        whole = len(samples) // self._pixel * self._pixel
        if whole:
            self._parts.append(_reduced(samples[:whole], self._pixel))
        self._held = samples[whole:].copy()

    def peaks(self) -> Peaks:
        """What has come so far; the last pixel may be of fewer samples than the others."""
        last = [_reduced(self._held, len(self._held))] if len(self._held) else []
        self._parts = [np.concatenate(self._parts, axis=2)]
        minima, maxima = np.concatenate([*self._parts, *last], axis=2)
        return Peaks(minima.T, maxima.T, self._pixel, self._rate, self._first)


def pixel_for(frames: int, channels: int) -> int:
    """Samples a pixel for the whole of a sound: a power of two, finer for short sounds, coarser for very long ones."""
    pixel = _USUAL
    while pixel > _FINEST and frames < pixel * _FEWEST_PIXELS:
        pixel //= 2
    while frames * channels > pixel * _MOST_VALUES:
        pixel *= 2
    return pixel


def growing_peaks(
    path: Path | str, samples_per_pixel: int | None = None, first: int = 0, end: int | None = None
) -> Iterator[Peaks]:
    """The outline of frames `first` to `end` (default: all) as it grows, every 0.15 s; the last one is the whole.

    `samples_per_pixel`: as `pixel_for` has it by default. Decodes in a stream: memory does not grow with the file.
    Damaged files give what can be decoded; `AudioError` if nothing can.
    """
    with open_sound(path) as source:
        pixel = samples_per_pixel or pixel_for(source.frames, source.channels)
        made = PeakAccumulator(pixel, source.channels, source.sample_rate, first)
        left = math.inf if end is None else end - first
        empty, shown = True, time.monotonic()
        for block in sound_blocks(source, first):
            made.add(block[: int(left)] if len(block) > left else block)
            left, empty = left - len(block), False
            if left <= 0:
                break
            if time.monotonic() - shown > _BETWEEN_LOOKS:
                yield made.peaks()
                shown = time.monotonic()
        if empty:
            raise AudioError(f"No sound could be read: {source.damage or 'the file ends at once'}.")
        yield made.peaks()


def _reduced(samples: Block, pixel: int) -> NDArray[np.int16]:
    """Minima and maxima `(2, channels, pixels)` of whole pixels."""
    # Channel by channel, because numpy is many times quicker along what lies together in memory.
    planes = np.ascontiguousarray(samples.T).reshape(samples.shape[1], -1, pixel)
    extremes = np.stack([planes.min(axis=2), planes.max(axis=2)])
    rounded: NDArray[np.int16] = np.round(np.clip(extremes, -1.0, 1.0) * FULL_SCALE).astype(np.int16)
    return rounded
