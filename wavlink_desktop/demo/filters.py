"""Filters: the responses of analogue filters, applied by FFT (so nothing rings before its cause)."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.demo.synthesis import RATE, Signal, fast_length

_TAIL = RATE // 5  # room for a filter's ringing, so that it does not wrap round to the start
_FRAME, _HOP = 1024, 256

Spectrum = NDArray[np.complexfloating]


def _filter(x: Signal, response: Callable[[Signal], Spectrum]) -> Signal:
    size = fast_length(len(x) + _TAIL)
    frequencies = np.fft.rfftfreq(size, 1 / RATE).astype(np.float32)
    return np.fft.irfft(np.fft.rfft(x.astype(np.float32), size) * response(frequencies), size)[: len(x)]


def lowpass(x: Signal, cutoff: float, order: int = 2) -> Signal:
    """Keep what is below `cutoff`; 6 dB an octave for each `order`."""
    return _filter(x, lambda f: 1 / (1 + 1j * f / cutoff) ** order)


def highpass(x: Signal, cutoff: float, order: int = 2) -> Signal:
    """Keep what is above `cutoff`; 6 dB an octave for each `order`."""
    return _filter(x, lambda f: (1j * f / cutoff / (1 + 1j * f / cutoff)) ** order)


def bandpass(x: Signal, low: float, high: float, order: int = 2) -> Signal:
    """Keep what is between `low` and `high`."""
    return _filter(x, lambda f: (1j * f / low / (1 + 1j * f / low) / (1 + 1j * f / high)) ** order)


def resonate(x: Signal, peaks: Sequence[tuple[float, float, float]]) -> Signal:
    """Parallel resonances, each `(frequency, bandwidth, gain)`: formants, pipes, boxes."""

    def response(f: Signal) -> Spectrum:
        total = np.zeros(len(f), dtype=np.complex64)
        for centre, width, gain in peaks:
            total += gain * 1j * f * width / (centre**2 - f**2 + 1j * f * width)
        return total

    return _filter(x, response)


def paint(x: Signal, gain: Callable[[Signal, Signal], Signal]) -> Signal:
    """A filter that moves: `gain(t, f)` gets a column of times and a row of frequencies, gives a gain for each pair."""
    padded = np.pad(x.astype(np.float32), (_FRAME, _FRAME + _HOP))
    starts = np.arange(0, len(padded) - _FRAME, _HOP)
    window = np.hanning(_FRAME + 1)[:-1].astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _FRAME)[starts] * window
    t = ((starts - _FRAME / 2) / RATE).astype(np.float32)[:, None]
    f = np.fft.rfftfreq(_FRAME, 1 / RATE).astype(np.float32)[None, :]
    shaped = np.fft.irfft(np.fft.rfft(frames, axis=1) * gain(t, f), _FRAME, axis=1) * window
    out = np.zeros(len(padded) + _FRAME, dtype=np.float32)
    overlap = _FRAME // _HOP
    for part in range(overlap):  # frames a whole frame apart do not overlap: add them in one stroke
        block = shaped[part::overlap].reshape(-1)
        out[part * _HOP : part * _HOP + len(block)] += block
    return out[_FRAME : _FRAME + len(x)] / 1.5  # the sum of the squared windows at a quarter hop


def bell(f: Signal, centre: Signal | float, width: Signal | float) -> Signal:
    """A gain of one at `centre` that falls on both sides, `width` in octaves: for `paint`."""
    return np.exp(-0.5 * (np.log2(np.maximum(f, 1.0) / centre) / width) ** 2)


def ceiling(f: Signal, cutoff: Signal | float, order: int = 2) -> Signal:
    """The gain of a low-pass, for `paint`."""
    return 1 / (1 + (f / cutoff) ** 2) ** (order / 2)


def floor(f: Signal, cutoff: Signal | float, order: int = 2) -> Signal:
    """The gain of a high-pass, for `paint`."""
    return 1 / (1 + (cutoff / np.maximum(f, 1e-3)) ** 2) ** (order / 2)
