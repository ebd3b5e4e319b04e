"""A sound, or a part of one, as new files: copied sample by sample, or folded, resampled, levelled, faded and coded."""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import BinaryIO

import numpy as np
import soxr

from wavlink_desktop.audio.decode import sound_blocks
from wavlink_desktop.audio.encode import Coding, encoder
from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.source import Block, Source, open_file, open_source
from wavlink_desktop.audio.wavefile import ChunkContent, WaveSound, WaveWriter, wave_sound

_AT_ONCE = 1 << 20
"""Bytes copied between two looks whether to stop."""

Check = Callable[[], None]
"""Called between blocks; raises to stop."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of frames of a file."""

    first: int
    frames: int


@dataclass(frozen=True, slots=True)
class Processing:
    """What is done to samples on their way."""

    sample_rate: int
    """Hertz of what comes out."""
    mono: bool = False
    """All channels to one: their mean, which never gets louder than the loudest of them."""
    peak: float | None = None
    """The highest sample is brought to this, full scale at 1; None: levels stay."""
    fade_in: float = 0.0
    fade_out: float = 0.0
    """Seconds."""


@dataclass(slots=True)
class Outcome:
    """What came out."""

    frames: int = 0
    peak: float = 0.0
    """Full scale at 1; integers have cut what is above."""
    damage: str = ""
    """Why it is less than was asked for; empty if it is not."""


def render(
    path: Path,
    span: Span,
    files: Sequence[BinaryIO],
    coding: Coding,
    processing: Processing,
    chunks: tuple[Sequence[ChunkContent], Sequence[ChunkContent]] = ((), ()),
    check: Check = lambda: None,
) -> Outcome:
    """Write a part of the sound at `path` into `files`, which are empty: one file, or one for each channel.

    Works in a stream: memory does not grow with the sound. `chunks`: for WAV, in front of the sound and behind it.

    Raises:
        AudioError: nothing can be decoded there, or the format cannot hold it.
        OSError: a disk failed, or is full.
    """
    with open_file(path) as file, open_source(file) as source, ExitStack() as stack:
        gain = 1.0
        if processing.peak is not None:
            loudest = max((_peak(block) for block in _processed(source, span, processing, check)), default=0.0)
            gain = processing.peak / loudest if loudest > 0 else 1.0
        outcome = Outcome()
        sinks = [stack.enter_context(closing(encoder(file, coding, *chunks))) for file in files]
        blocks = _faded(_processed(source, span, processing, check), _frames_out(source, span, processing), processing)
        for block in blocks:
            if gain != 1.0:
                block = block * np.float32(gain)
            outcome.frames += len(block)
            outcome.peak = max(outcome.peak, _peak(block))
            for number, sink in enumerate(sinks):
                sink.write(block if len(sinks) == 1 else np.ascontiguousarray(block[:, number : number + 1]))
        if not outcome.frames:
            raise AudioError(f"No sound could be read: {source.damage or 'the file ends before it'}.")
        for sink in sinks:
            sink.finish()
        outcome.damage = source.damage
        return outcome


def copy_frames(
    path: Path,
    span: Span,
    target: BinaryIO,
    chunks: tuple[Sequence[ChunkContent], Sequence[ChunkContent]] = ((), ()),
    check: Check = lambda: None,
) -> Outcome:
    """Write a part of the WAV file at `path` into `target`, bit by bit, with the same `fmt ` chunk.

    Raises:
        AudioError: it is no WAV file whose frames can be copied (see `wave_sound`), or nothing is there.
    """
    with open_file(path) as file:
        sound = wave_sound(file)
        if sound is None or sound.frames <= span.first:
            raise AudioError("There is no sound to be copied: the file has changed, or ends before it.")
        writer = WaveWriter(target, sound.format, sound.pcm, chunks[0])
        frames = min(span.frames, sound.frames - span.first)
        for piece in _pieces(file, sound, span.first, frames, check):
            writer.write(piece)
        writer.finish(chunks[1])
    return Outcome(frames)


def wave_at(path: Path) -> WaveSound | None:
    """Where the sound lies in the file at `path`, see `wave_sound`; raises `AudioError` if it cannot be opened."""
    with open_file(path) as file:
        return wave_sound(file)


def _pieces(file: FileIO, sound: WaveSound, first: int, frames: int, check: Check) -> Iterator[bytes]:
    file.seek(sound.offset + first * sound.frame_bytes)
    left = frames * sound.frame_bytes
    while left:
        check()
        piece = file.read(min(_AT_ONCE, left))
        if not piece:
            raise AudioError("The file has become shorter while it was copied.")
        left -= len(piece)
        yield piece


def _processed(source: Source, span: Span, processing: Processing, check: Check) -> Iterator[Block]:
    """Cut, folded and resampled, with levels as they were."""
    channels = 1 if processing.mono else source.channels
    resampler = None
    if processing.sample_rate != source.sample_rate:
        resampler = soxr.ResampleStream(
            source.sample_rate, processing.sample_rate, channels, dtype="float32", quality="VHQ"
        )
    for block in _cut(source, span):
        check()
        if processing.mono and block.shape[1] > 1:
            block = block.mean(axis=1, dtype=np.float32, keepdims=True)
        block = resampler.resample_chunk(block) if resampler else block
        if len(block):
            yield block
    if resampler:
        rest: Block = resampler.resample_chunk(np.empty((0, channels), np.float32), last=True)
        if len(rest):
            yield rest


def _cut(source: Source, span: Span) -> Iterator[Block]:
    left = span.frames
    for block in sound_blocks(source, span.first):
        yield block[:left]
        left -= len(block)
        if left <= 0:
            return


def _frames_out(source: Source, span: Span, processing: Processing) -> int:
    return math.ceil(span.frames * processing.sample_rate / source.sample_rate)


def _faded(blocks: Iterator[Block], frames: int, processing: Processing) -> Iterator[Block]:
    """A raised cosine at both ends, no longer than half of the sound each."""
    rise, fall = (
        min(frames // 2, round(seconds * processing.sample_rate))
        for seconds in (processing.fade_in, processing.fade_out)
    )
    position = 0
    for block in blocks:
        where = np.arange(position, position + len(block))
        position += len(block)
        if rise and where[0] < rise:
            block = block * _curve((where + 0.5) / rise)
        if fall and where[-1] >= frames - fall:
            block = block * _curve((frames - where - 0.5) / fall)
        yield block


def _curve(share: "np.typing.NDArray[np.float64]") -> Block:
    """Raised cosine from 0 to 1, `(n, 1)`."""
    curve: Block = (0.5 - 0.5 * np.cos(np.pi * np.clip(share, 0.0, 1.0))).astype(np.float32)[:, None]
    return curve


def _peak(block: Block) -> float:
    return float(np.abs(block).max(initial=0.0))
