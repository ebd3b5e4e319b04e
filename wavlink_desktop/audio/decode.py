"""Sounds as samples: mono for the model, all channels for playback.

Damaged sounds give what can be decoded: libsndfile's formats up to the damage, FFmpeg's all but the damaged packets.
Samples that are no numbers become 0.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.source import Block, Source, open_sound
from wavlink_desktop.audio.windows import WINDOW_SECONDS, Window, windows

Through = Callable[[Source, Iterator[Block]], Iterator[Block]]
"""Gives on the blocks of a source as they come, all channels at the file's rate."""

MODEL_RATE = 16000
"""Hertz, what the model hears."""
_MOST_SAMPLES = 2**25
"""Samples of all channels that are mixed at once: 128 MB."""
_LOUDEST = 2.0**16
"""Float files may exceed full scale, even as far as 16-bit integers do; beyond that they are damaged."""
_CANCELLED = 0.1
"""Channels cancel if their mean has less than this part of the energy that the mean of independent ones has."""


def decode(path: Path | str, start: float = 0.0, end: float | None = None, sample_rate: int = MODEL_RATE) -> Block:
    """Seconds `start` to `end` (default: all) as mono float32 `(n,)` at `sample_rate`, full scale at 1.

    Channels are mixed as `mix` says. `AudioError` if nothing can be decoded there.
    """
    with open_sound(path) as source:
        mono = [mix(block) for block in grouped(_region(source, start, end), _mixed_at_once(source))]
        if not mono:
            raise AudioError(_nothing(source))
        return _resample(np.concatenate(mono), source.sample_rate, sample_rate)


def decode_frames(
    path: Path | str, start: float = 0.0, end: float | None = None, sample_rate: int | None = None
) -> tuple[Block, int]:
    """Seconds `start` to `end` (default: all) for playback: float32 `(n, channels)` in -1…1, and their rate.

    The rate is the file's unless `sample_rate` is given. `AudioError` if nothing can be decoded there.
    """
    with open_sound(path) as source:
        blocks = list(_region(source, start, end))
        if not blocks:
            raise AudioError(_nothing(source))
        rate = sample_rate or source.sample_rate
        frames = _resample(np.concatenate(blocks), source.sample_rate, rate)
        return np.clip(frames, -1.0, 1.0, out=frames), rate


def read_windows(path: Path | str, through: Through | None = None) -> Iterator[tuple[Window, Block]]:
    """The windows of a whole file, see `windows`, each with its samples: mono float32 at 16 kHz, as from `decode`.

    Decodes in a stream: memory does not grow with the file. The end is where the decoder ends, whatever the header
    says. A damaged file first gives the windows of all that can be decoded, then raises `AudioError`. `through`: who
    else has a use for the samples.
    """
    length = round(WINDOW_SECONDS * MODEL_RATE)
    with open_sound(path) as source:
        count = 0
        before = held = np.empty(0, np.float32)
        blocks = sound_blocks(source) if through is None else through(source, sound_blocks(source))
        mono = map(mix, grouped(blocks, _mixed_at_once(source)))
        for samples in _resampled(mono, source.sample_rate):
            held = np.concatenate([held, samples])
            while len(held) > length:
                before, held = held[:length], held[length:]
                yield Window(count * WINDOW_SECONDS, (count + 1) * WINDOW_SECONDS), before
                count += 1
        if not len(held):
            raise AudioError(_nothing(source))
        last = windows((count * length + len(held)) / MODEL_RATE)[-1]
        yield last, np.concatenate([before, held])[-length:]
        if source.damage:
            raise AudioError(f"Not all of the file could be read: {source.damage}.")


def mix(block: Block) -> NDArray[np.float32]:
    """One channel from `(n, channels)`: their mean, or the loudest where channels out of phase cancel in the mean.

    Decided for each block; `decode` and `read_windows` give blocks of ten seconds, fewer for very many channels.
    """
    if block.shape[1] == 1:
        return block[:, 0]
    mean: Block = block.mean(axis=1, dtype=np.float32)
    energies = np.einsum("nc,nc->c", block, block, dtype=np.float64)
    independent = energies.sum() / block.shape[1] ** 2
    if float(np.dot(mean, mean)) < _CANCELLED * independent:
        return np.ascontiguousarray(block[:, int(energies.argmax())])
    return mean


def sound_blocks(source: Source, start: int = 0) -> Iterator[Block]:
    """`source.blocks` made safe: no NaN, no infinity, nothing absurdly loud."""
    for block in source.blocks(start):
        if not np.isfinite(block).all():
            block = np.nan_to_num(block, nan=0.0, posinf=0.0, neginf=0.0)
        yield np.clip(block, -_LOUDEST, _LOUDEST, out=block)


def _region(source: Source, start: float, end: float | None) -> Iterator[Block]:
    if not (start >= 0 and (end is None or start < end)):
        raise ValueError(f"no sound from {start} s to {end} s")
    first = round(start * source.sample_rate)
    left = math.inf if end is None or end == math.inf else round(end * source.sample_rate) - first
    for block in sound_blocks(source, first):
        if len(block) >= left:
            yield block[: int(left)]
            return
        left -= len(block)
        yield block


def _mixed_at_once(source: Source) -> int:
    return min(round(WINDOW_SECONDS * source.sample_rate), _MOST_SAMPLES // source.channels)


def grouped(blocks: Iterable[Block], frames: int) -> Iterator[Block]:
    """The same samples in blocks of `frames`; the last one may be shorter."""
    held: list[Block] = []
    size = 0
    for block in blocks:
        while size + len(block) >= frames:
            taken, block = block[: frames - size], block[frames - size :]
            yield np.concatenate([*held, taken])
            held, size = [], 0
        if len(block):
            held.append(block)
            size += len(block)
    if held:
        yield np.concatenate(held)


def _resampled(blocks: Iterable[NDArray[np.float32]], rate: int) -> Iterator[NDArray[np.float32]]:
    """Mono blocks at the model's rate; the filter runs on across blocks."""
    if rate == MODEL_RATE:
        yield from blocks
        return
    resampler = soxr.ResampleStream(rate, MODEL_RATE, 1, dtype="float32")
    for block in blocks:
        yield resampler.resample_chunk(block)
    yield resampler.resample_chunk(np.empty(0, np.float32), last=True)


def _resample(samples: Block, rate: int, wanted: int) -> Block:
    if rate == wanted:
        return samples
    resampled: Block = soxr.resample(samples, rate, wanted)
    return resampled


def _nothing(source: Source) -> str:
    return f"No sound could be read: {source.damage or 'the file ends before it'}."
