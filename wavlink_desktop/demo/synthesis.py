"""The toolbox of the demo's sounds: sources, envelopes, resonant bodies, grains.

After A. Farnell, *Designing Sound* (MIT Press, 2010), and P. Cook, *Real Sound Synthesis for Interactive Applications*
(2002). Everything is mono at `RATE`; a sound's own rate and channels are made when its file is written. Times are
seconds, frequencies hertz. All chance comes from the generator that is handed in: a sound is the same every time.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

RATE = 48_000
Signal = NDArray[Any]
"""Phases and sums of sines are float64; what goes through an FFT is float32, which is twice as quick."""


def count(seconds: float) -> int:
    """Samples in `seconds`."""
    return round(seconds * RATE)


def times(seconds: float) -> Signal:
    """The time of each sample."""
    return np.arange(count(seconds)) / RATE


def fast_length(n: int) -> int:
    """The next length at which an FFT is quick: a power of two, or a little less by factors of 3 and 5."""
    base = 1 << max(n - 1, 31).bit_length()
    return next(size for part in (18, 20, 24, 27, 30, 32) if (size := base * part // 32) >= n)


@lru_cache(maxsize=8)
def _noise_gain(size: int, slope: float, low: float, high: float) -> Signal:
    frequencies = np.fft.rfftfreq(size, 1 / RATE).astype(np.float32)
    gain = np.maximum(frequencies, 20) ** np.float32(slope / 6.0206)
    return gain * (frequencies / low) / np.sqrt((1 + (frequencies / low) ** 2) * (1 + (frequencies / high) ** 2))


def noise(rng: Generator, seconds: float, slope: float = 0.0, low: float = 20.0, high: float = RATE / 2) -> Signal:
    """Gaussian noise of unit level between `low` and `high`, falling by `slope` dB an octave: -3 pink, -6 brown.

    Its spectrum is drawn directly; the edges of the band fall by 6 dB an octave.
    """
    n = count(seconds)
    size = fast_length(n)
    spectrum = rng.standard_normal(size + 2, dtype=np.float32).view(np.complex64) * _noise_gain(size, slope, low, high)
    return unit(np.fft.irfft(spectrum, size)[:n])


def unit(x: Signal) -> Signal:
    """`x` at a level (root mean square) of one."""
    level = float(np.sqrt(np.mean(x * x))) if len(x) else 0.0
    return x / level if level > 0 else x


def peak(x: Signal, level: float = 1.0) -> Signal:
    """`x` with its highest peak at `level`."""
    highest = float(np.max(np.abs(x))) if x.size else 0.0
    return x * (level / highest) if highest > 0 else x


def curve(seconds: float, points: Sequence[tuple[float, float]]) -> Signal:
    """Straight lines between `(time, value)` points."""
    at, values = zip(*points, strict=True)
    line: Signal = np.interp(times(seconds), at, values)
    return line


def glide(seconds: float, points: Sequence[tuple[float, float]]) -> Signal:
    """Like `curve`, but even in ratio, as pitches and loudnesses move; values above 0."""
    return np.exp(curve(seconds, [(at, float(np.log(value))) for at, value in points]))


def decay(seconds: float, tau: float) -> Signal:
    """An exponential that falls to 1/e in `tau`."""
    return np.exp(-times(seconds) / tau)


def pluck(seconds: float, attack: float, tau: float) -> Signal:
    """A rise of `attack`, then an exponential decay."""
    t = times(seconds)
    return np.minimum(t / attack, 1.0) * np.exp(-np.maximum(t - attack, 0) / tau)


def swell(seconds: float, rise: float, fall: float) -> Signal:
    """Up smoothly in `rise`, hold, down smoothly in `fall`."""
    ramp = curve(seconds, [(0, 0), (rise, 1), (seconds - fall, 1), (seconds, 0)])
    return np.sin(ramp * np.pi / 2) ** 2


def wander(rng: Generator, seconds: float, rate: float) -> Signal:
    """A smooth random control signal, about standard normal, with `rate` turns a second."""
    knots = rng.standard_normal(int(seconds * rate) + 4)
    position = times(seconds) * rate
    left = position.astype(np.int64)
    blend = (position - left).astype(np.float32)
    blend *= blend * (3 - 2 * blend)
    return knots.astype(np.float32)[left] + np.diff(knots).astype(np.float32)[left] * blend


def phase(frequency: ArrayLike, seconds: float) -> Signal:
    """The running phase, in radians, of an oscillator at a fixed or moving `frequency`."""
    return 2 * np.pi * np.cumsum(np.broadcast_to(np.asarray(frequency, dtype=np.float64), count(seconds))) / RATE


def tone(frequency: ArrayLike, seconds: float, harmonics: Sequence[float] = (1.0,)) -> Signal:
    """A periodic tone with the given amplitudes of its harmonics; those too high for `RATE` are left out."""
    angle = phase(frequency, seconds)
    heard = harmonics[: max(1, int(0.45 * RATE / float(np.max(frequency))))]
    double_cosine, before, sine = 2 * np.cos(angle), np.zeros_like(angle), np.sin(angle)
    out = heard[0] * sine
    for amplitude in heard[1:]:  # sin(k+1)x = 2 cos x sin kx - sin(k-1)x: no further sines
        before, sine = sine, double_cosine * sine - before
        if amplitude:
            out += amplitude * sine
    return out


def pulses(frequency: ArrayLike, seconds: float, jitter: Signal | float = 0.0) -> Signal:
    """Unit impulses, one a period; `jitter` is added to the phase, in periods."""
    cycles = phase(frequency, seconds) / (2 * np.pi) + jitter
    out = np.zeros(count(seconds))
    out[1:] = np.diff(np.floor(cycles)) > 0
    return out


def modal(
    seconds: float, frequencies: ArrayLike, taus: ArrayLike, amplitudes: ArrayLike, phases: ArrayLike = 0.0
) -> Signal:
    """A struck body: decaying sines, one a mode, as `(modes,)` arrays."""
    n = count(seconds)
    pitch, tau, amplitude, start = np.broadcast_arrays(
        *(np.atleast_1d(np.asarray(part, dtype=np.float64)) for part in (frequencies, taus, amplitudes, phases))
    )
    heard = pitch < 0.45 * RATE
    rotation = (-1 / tau + 2j * np.pi * pitch)[heard] / RATE
    # exp(z·(row·block + column)) = exp(z·row·block)·exp(z·column): a small matrix product, not n sines a mode.
    block = 512
    rows = np.exp(np.arange(-(-n // block))[:, None] * (block * rotation))
    columns = np.exp(rotation[:, None] * np.arange(block) + 1j * start[heard][:, None]) * amplitude[heard][:, None]
    body: Signal = rows.real @ columns.imag + rows.imag @ columns.real
    return body.reshape(-1)[:n]


def body(
    rng: Generator, seconds: float, low: float, high: float, modes: int, tau: float, brightness: float = 0.5
) -> Signal:
    """A struck body with chance modes between `low` and `high`; higher modes are weaker and die sooner."""
    frequencies = np.sort(low * (high / low) ** rng.random(modes))
    ratio = frequencies / low
    taus = tau * rng.uniform(0.6, 1.4, modes) / ratio**0.6
    amplitudes = rng.uniform(0.3, 1.0, modes) / ratio ** (1 - brightness)
    return modal(seconds, frequencies, taus, amplitudes, rng.uniform(0, 2 * np.pi, modes))


def add(out: Signal, x: Signal, at: float, gain: float = 1.0) -> None:
    """Mix `x` into `out` from time `at`; what reaches over either end is cut."""
    start = count(at)
    first = max(0, -start)
    last = min(len(x), len(out) - start)
    if first < last:
        out[start + first : start + last] += gain * x[first:last]


def convolve(x: Signal, *responses: Signal) -> Signal:
    """`x` through an impulse response, cut to the length of `x`; through several, one a row."""
    size = fast_length(len(x) + max(map(len, responses)))
    spectrum = np.fft.rfft(x.astype(np.float32), size)
    heard = [np.fft.irfft(spectrum * np.fft.rfft(r.astype(np.float32), size), size)[: len(x)] for r in responses]
    return heard[0] if len(heard) == 1 else np.stack(heard)


def scatter(rng: Generator, seconds: float, bank: Sequence[Signal], rate: ArrayLike, spread: float = 0.6) -> Signal:
    """Grains of `bank` at Poisson times, `rate` a second in all (or a curve of it), levels log-normal with `spread`."""
    n = count(seconds)
    longest = max(map(len, bank))
    chance = np.broadcast_to(np.asarray(rate, dtype=np.float64), n) / RATE
    hits = np.flatnonzero(rng.random(n) < chance)
    gains = np.exp(spread * rng.standard_normal(len(hits))) * rng.choice((-1.0, 1.0), len(hits))
    choices = rng.integers(len(bank), size=len(hits))
    out = np.zeros(n + longest)
    for at, gain, choice in zip(hits.tolist(), gains.tolist(), choices.tolist(), strict=True):
        grain = bank[choice]
        out[at : at + len(grain)] += gain * grain
    return out[:n]


def string(rng: Generator, frequency: float, seconds: float, brightness: float, tau: float) -> Signal:
    """A plucked string (Karplus and Strong 1983, with the decay set by `tau`), a period at a time."""
    period = round(RATE / frequency - 0.5)
    smooth = max(1, round((1 - brightness) * period / 4))
    burst = np.convolve(rng.uniform(-1, 1, period + smooth - 1), np.ones(smooth) / smooth, mode="valid")
    loss = float(np.exp(-period / RATE / tau))
    out = np.zeros(count(seconds) + period)
    before = np.concatenate([[0.0], burst])
    for start in range(0, len(out), period):
        piece = before[1:]
        out[start : start + period] = piece[: len(out) - start]
        before = np.concatenate([piece[-1:], loss * (before[1:] + before[:-1]) / 2])
    return out[: count(seconds)]
