"""The outline of a sound for drawing its waveform."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio.decode import grouped, sound_blocks
from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.source import Block, open_sound

_AT_ONCE = 65536
"""Frames."""


@dataclass(frozen=True, slots=True)
class Peaks:
    """The lowest and the highest sample under each pixel: int8 `(pixels, channels)`, full scale at 127."""

    minima: NDArray[np.int8]
    maxima: NDArray[np.int8]
    samples_per_pixel: int
    sample_rate: int
    """Of the file, in hertz: pixel k begins at `k * samples_per_pixel / sample_rate` seconds."""


def peaks(path: Path | str, points: int = 2000) -> Peaks:
    """The outline of the whole file in about `points` pixels, fewer for fewer samples.

    Decodes in a stream: memory does not grow with the file. Damaged files give what can be decoded; `AudioError` if
    nothing can.
    """
    if points < 1:
        raise ValueError(f"no outline of {points} pixels")
    with open_sound(path) as source:
        pixel = max(1, -(-source.frames // points))
        minima, maxima = [], []
        for block in grouped(sound_blocks(source), pixel * max(1, _AT_ONCE // pixel)):
            starts = np.arange(0, len(block), pixel)
            minima.append(_int8(np.minimum.reduceat(block, starts)))
            maxima.append(_int8(np.maximum.reduceat(block, starts)))
        if not minima:
            raise AudioError(f"No sound could be read: {source.damage or 'the file ends at once'}.")
        return Peaks(np.concatenate(minima), np.concatenate(maxima), pixel, source.sample_rate)


def _int8(samples: Block) -> NDArray[np.int8]:
    return np.round(np.clip(samples, -1.0, 1.0) * 127).astype(np.int8)
