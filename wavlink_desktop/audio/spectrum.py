"""The spectrogram of a sound: levels over time and frequency, on a mel axis."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil, log2
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio.channels import ALL, MID, SIDE, pair_matrix
from wavlink_desktop.audio.decode import mix, sound_blocks
from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.source import Block, Source, open_sound

FLOOR = -110.0
"""dBFS: what is fainter is level 0. A sine at full scale has 0 dBFS, level 255."""
ROWS = 384
_SECONDS = 0.045
"""About how long a stretch each transform looks at; a quarter where one zooms in, for time's sake."""
_BATCH = 256
_LEAST_HOP = 1 / 64
"""Of such a stretch: columns that lie closer show the same."""
_BETWEEN_LOOKS = 0.15
"""Seconds."""


@dataclass(frozen=True)
class Spectrum:
    """Levels uint8 `(rows, columns)`, the lowest frequency first, of `start` to `end` in seconds."""

    levels: NDArray[np.uint8]
    start: float
    end: float
    highest: float
    """Hertz, at the upper edge; the lower edge is 0."""

    def frequency(self, part: float) -> float:
        """Hertz at a part (0…1) of the height, from below."""
        return float(_hertz(part * _mel(self.highest)))

    def part(self, frequency: float) -> float:
        """The part (0…1) of the height, from below, at which a frequency in hertz lies."""
        return float(_mel(frequency) / _mel(self.highest))

    def level(self, seconds: float, frequency: float) -> float | None:
        """dBFS there; None outside of what has been computed."""
        rows, columns = self.levels.shape
        column = int((seconds - self.start) / max(self.end - self.start, 1e-9) * columns)
        if not (0 <= column < columns and 0 <= frequency <= self.highest):
            return None
        row = min(rows - 1, int(self.part(frequency) * rows))
        return FLOOR * (1 - int(self.levels[row, column]) / 255)


@dataclass
class _Plan:
    """Which stretches are transformed, for which column, and which frequencies make a row."""

    rate: int
    start: float
    hop: float
    """Frames a column."""
    columns: int

    def __post_init__(self) -> None:
        usual = _usual_size(self.rate)
        wished = 2 ** round(log2(max(1.0, 8 * self.hop)))
        self.size = int(min(usual, max(usual // 4, wished)))
        self.each = max(1, ceil(1.5 * self.hop / self.size))
        """Transforms a column: they overlap by a third, so that nothing is missed between their windows."""

    def first(self, number: int) -> int:
        """The first frame, from the sound's beginning, of the transform of that number; negative before it."""
        middle = self.start + (number + 0.5) * self.hop / self.each
        return round(middle - self.size / 2)

    def behind(self, column: int) -> int:
        """The frame behind all that the columns before that one look at."""
        return self.first(column * self.each - 1) + self.size

    @cached_property
    def window(self) -> NDArray[np.float32]:
        """Hann, such that a sine at full scale has a power of 1."""
        window = np.hanning(self.size + 1)[:-1]
        scaled: NDArray[np.float32] = (window * 2 / window.sum()).astype(np.float32)
        return scaled

    def levels(self, stretches: NDArray[np.float32]) -> NDArray[np.uint8]:
        """`(columns * each, size)` to levels `(rows, columns)`: a column's loudest transform counts."""
        spectra = np.fft.rfft(stretches * self.window, axis=1)
        power = (spectra.real**2 + spectra.imag**2).reshape(-1, self.each, spectra.shape[1]).max(axis=1)
        decibels = 10 * np.log10(np.maximum(power, 1e-12))
        parts = 1 - self._rows(decibels) / FLOOR
        levels: NDArray[np.uint8] = np.clip(np.round(parts * 255), 0, 255).astype(np.uint8).T
        return levels

    def _rows(self, decibels: NDArray[np.float32]) -> NDArray[np.float32]:
        low, part, first_wide, edges = self._bands
        rows: NDArray[np.float32] = decibels[:, low] * (1 - part) + decibels[:, low + 1] * part
        if first_wide < ROWS:
            rows[:, first_wide:] = np.maximum.reduceat(decibels, edges, axis=1)
        return np.asarray(rows, np.float32)

    @cached_property
    def _bands(self) -> tuple[NDArray[np.intp], NDArray[np.float32], int, NDArray[np.intp]]:
        """For each row the bin below its middle and how far on it is; the first row wider than a bin; wide rows' bins.

        Rows narrower than a bin lie between two; wider ones take the loudest of theirs.
        """
        bins = self.size // 2
        highest = _mel(self.rate / 2)
        middles = _hertz((np.arange(ROWS) + 0.5) / ROWS * highest) / (self.rate / 2) * bins
        edges = _hertz(np.arange(ROWS + 1) / ROWS * highest) / (self.rate / 2) * bins
        low = np.minimum(middles.astype(np.intp), bins - 1)
        narrow = np.flatnonzero(np.diff(edges) < 1)
        first_wide = int(narrow[-1]) + 1 if len(narrow) else 0
        part = (middles - low).astype(np.float32)
        return low, part, first_wide, np.round(edges[first_wide:-1]).astype(np.intp)


def growing_spectrum(
    path: Path | str, columns: int, start: float = 0.0, end: float | None = None, channels: str = ALL
) -> Iterator[Spectrum]:
    """The spectrogram of seconds `start` to `end` (default: all) as it grows, every 0.15 s; the last one is the whole.

    Of all channels as `mix` makes one of them; of one channel, middle or side, if that is the choice (see
    `audio.channels`). Decodes in a stream: memory does not grow with the file. At most
    `columns`; fewer where they would lie so close as to show the same. `AudioError` if nothing can be decoded there.
    """
    with open_sound(path) as source:
        rate = source.sample_rate
        until = source.frames / rate if end is None else min(end, source.frames / rate)
        frames = max(1.0, (until - start) * rate)
        count = max(1, min(columns, int(frames / max(1.0, _LEAST_HOP * _usual_size(rate)))))
        plan = _Plan(rate, start * rate, frames / count, count)
        levels = np.zeros((ROWS, count), np.uint8)
        done, shown = 0, time.monotonic()
        for made in _columns(source, plan, _listener(source.channels, channels)):
            levels[:, done : done + made.shape[1]] = made
            done += made.shape[1]
            if time.monotonic() - shown > _BETWEEN_LOOKS:
                yield Spectrum(levels[:, :done].copy(), start, start + done * plan.hop / rate, rate / 2)
                shown = time.monotonic()
        if not done:
            raise AudioError(f"No sound could be read: {source.damage or 'the file ends before it'}.")
        yield Spectrum(levels[:, :done], start, start + done * plan.hop / rate, rate / 2)


def _usual_size(rate: int) -> int:
    return int(2 ** round(log2(max(64.0, _SECONDS * rate))))


def _listener(channels: int, choice: str) -> Callable[[Block], NDArray[np.float32]]:
    """Blocks `(n, channels)` to one channel `(n,)`."""
    solo = choice.isdecimal() and 1 <= int(choice) <= channels
    if not solo and (choice not in (MID, SIDE) or channels < 2):
        return _mono
    weights = np.ascontiguousarray(pair_matrix(channels, choice)[:, 0])
    return lambda block: block @ weights


def _columns(
    source: Source, plan: _Plan, listen: Callable[[Block], NDArray[np.float32]]
) -> Iterator[NDArray[np.uint8]]:
    """Levels `(rows, n)`, batch by batch, until the columns or the sound are at their end."""
    at = max(0, plan.first(0))
    held = [np.zeros(at - plan.first(0), np.float32)]
    """The samples up to frame `at`; what lies before the sound is silent."""
    column, batch = 0, max(1, _BATCH // plan.each)
    for block in sound_blocks(source, at):
        held.append(listen(block))
        at += len(block)
        while plan.behind(last := min(column + batch, plan.columns)) <= at:
            samples = np.concatenate(held)
            yield _levels(samples, at, plan, column, last)
            if last == plan.columns:
                return
            column = last
            held = [samples[max(0, len(samples) - (at - plan.first(column * plan.each))) :]]
    # The last columns look beyond the end, where it is silent.
    while column < plan.columns and plan.first(column * plan.each) + plan.size // 2 < at:
        last = min(column + batch, plan.columns)
        over = max(0, plan.behind(last) - at)
        yield _levels(np.concatenate([*held, np.zeros(over, np.float32)]), at + over, plan, column, last)
        column = last


def _mono(block: Block) -> NDArray[np.float32]:
    """As `mix`, but quick where channels do not cancel."""
    channels = block.shape[1]
    mean = block @ np.full(channels, 1 / channels, np.float32)
    cancelled = np.vdot(mean, mean) * channels**2 < 0.2 * np.vdot(block, block)
    return mix(block) if cancelled else mean


def _levels(held: NDArray[np.float32], at: int, plan: _Plan, column: int, last: int) -> NDArray[np.uint8]:
    begin = at - len(held)
    firsts = np.array([plan.first(k) - begin for k in range(column * plan.each, last * plan.each)])
    stretches = np.lib.stride_tricks.sliding_window_view(held, plan.size)[firsts]
    return plan.levels(stretches)


def _mel(hertz: float | NDArray[np.float64]) -> NDArray[np.float64]:
    """HTK's mel: about linear below 700 Hz, logarithmic above."""
    return 2595.0 * np.log10(1.0 + np.asarray(hertz) / 700.0)


def _hertz(mel: float | NDArray[np.float64]) -> NDArray[np.float64]:
    return 700.0 * (10.0 ** (np.asarray(mel) / 2595.0) - 1.0)
