"""Augmentation of waveforms: what a microphone, a room and an editor do to a sound without making it another one.

Every function takes and gives 1-D float32 at 16 kHz; `rng` decides, so that a step can be repeated exactly.
"""

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio import MODEL_RATE

Wave = NDArray[np.float32]

LONGEST_SECONDS = 4.0
"""Of a training clip: a step costs in proportion, and the closed form has seen whole ones."""


def crop(wave: Wave, rng: np.random.Generator, shortest: float = 1.0) -> Wave:
    """A random stretch of `shortest` to `LONGEST_SECONDS`, short ones more often: every length must work."""
    least, most = int(shortest * MODEL_RATE), min(len(wave), int(LONGEST_SECONDS * MODEL_RATE))
    if len(wave) <= least:
        return wave
    length = int(least * (most / least) ** rng.random())
    start = int(rng.integers(0, len(wave) - length + 1))
    return wave[start : start + length]


def pad(wave: Wave, rng: np.random.Generator) -> Wave:
    """Silence before and after, as files are cut: up to half a second, seldom more."""
    before, after = (rng.exponential(0.15, size=2) * MODEL_RATE).astype(int).clip(max=2 * MODEL_RATE)
    return np.pad(wave, (int(before), int(after)))


def equalise(wave: Wave, rng: np.random.Generator) -> Wave:
    """A smooth random response of up to about ±9 dB, and at times a low-pass: microphones, distance, cheap codecs."""
    size = _fast_size(len(wave))
    spectrum = np.fft.rfft(wave, size)
    octaves = np.log2(np.linspace(1, 8_000, len(spectrum)) + 20)
    knots = np.linspace(octaves[0], octaves[-1], 7)
    decibels = np.interp(octaves, knots, rng.normal(0, 4, size=len(knots)))
    if rng.random() < 0.25:
        cutoff = np.log2(rng.uniform(1_500, 7_000))
        decibels -= 24 * np.maximum(octaves - cutoff, 0)
    return np.fft.irfft(spectrum * 10 ** (decibels / 20), size)[: len(wave)].astype(np.float32)


def reverberate(wave: Wave, rng: np.random.Generator) -> Wave:
    """A room: direct sound and exponentially decaying noise of 0.1 to 1.5 s (T60)."""
    decay = rng.uniform(0.1, 1.5)
    count = int(decay * MODEL_RATE)
    tail = rng.standard_normal(count) * 10 ** (-3 * np.arange(count) / count)
    tail *= rng.uniform(0.1, 0.8) / np.sqrt(np.square(tail).sum())
    tail[0] = 1.0
    size = _fast_size(len(wave) + count)
    wet = np.fft.irfft(np.fft.rfft(wave, size) * np.fft.rfft(tail, size), n=size)
    return wet[: len(wave) + count // 3].astype(np.float32)


def resample(wave: Wave, rng: np.random.Generator) -> Wave:
    """Speed and pitch together, up to a fifth either way, by linear interpolation."""
    speed = rng.uniform(0.85, 1.18)
    positions = np.arange(0, len(wave) - 1, speed)
    return np.interp(positions, np.arange(len(wave)), wave).astype(np.float32)


def add_noise(wave: Wave, rng: np.random.Generator) -> Wave:
    """Coloured noise, 10 to 40 dB under the sound."""
    colour = rng.uniform(0, 1)
    size = _fast_size(len(wave))
    spectrum = np.fft.rfft(rng.standard_normal(size))
    noise = np.fft.irfft(spectrum / np.arange(1, len(spectrum) + 1) ** colour, size)[: len(wave)]
    level = _rms(wave) * 10 ** (-rng.uniform(10, 40) / 20)
    return (wave + noise * level / max(_rms(noise), 1e-9)).astype(np.float32)


AUGMENTATIONS = ((equalise, 0.5), (reverberate, 0.3), (resample, 0.4), (add_noise, 0.4), (pad, 0.5))


def augment(wave: Wave, rng: np.random.Generator) -> Wave:
    """A random crop, then each augmentation with its own probability."""
    wave = crop(wave, rng)
    for change, probability in AUGMENTATIONS:
        if rng.random() < probability:
            wave = change(wave, rng)
    return wave[: int(LONGEST_SECONDS * MODEL_RATE)]


def mix(first: Wave, second: Wave, rng: np.random.Generator) -> Wave:
    """Two sounds at once at like loudness (±6 dB), the shorter somewhere inside the longer."""
    second = second * np.float32(_rms(first) / max(_rms(second), 1e-6) * 10 ** (rng.uniform(-6, 6) / 20))
    if len(first) < len(second):
        first, second = second, first
    mixed = first.copy()
    start = int(rng.integers(0, len(first) - len(second) + 1))
    mixed[start : start + len(second)] += second
    return mixed


def _fast_size(length: int) -> int:
    """The next size that a Fourier transform is fast at: 2, 3 or 5 times a power of two. A prime one takes 5 times."""
    return min(base << max(0, (-(-length // base) - 1).bit_length()) for base in (2, 3, 5))


def _rms(wave: NDArray[np.floating]) -> float:
    return float(np.sqrt(np.mean(np.square(wave, dtype=np.float64)))) if len(wave) else 0.0
