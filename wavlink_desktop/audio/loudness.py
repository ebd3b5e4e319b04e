"""How loud a sound is felt to be: ITU-R BS.1770-5, gated as EBU R 128 does."""

import numpy as np
from numpy.typing import NDArray

TARGET = -23.0
"""LUFS, EBU R 128's."""
_BLOCK, _HOP = 0.4, 0.1
"""Seconds."""
_ABSOLUTE_GATE, _RELATIVE_GATE = -70.0, -10.0
_OFFSET = -0.691


def loudness(frames: NDArray[np.float32], sample_rate: int) -> float:
    """Integrated loudness of `(n, channels)` in LUFS, every channel counting alike; minus infinity for silence.

    Sounds shorter than a block of 400 ms are one block.
    """
    if not len(frames):
        return -np.inf
    energies = _block_energies(_weighted(frames, sample_rate) ** 2, sample_rate)
    loud = energies[_level(energies) > _ABSOLUTE_GATE]
    if not len(loud):
        return -np.inf
    kept = loud[_level(loud) > float(_level(loud.mean())) + _RELATIVE_GATE]
    return float(_level(kept.mean()))


def _level(energy: NDArray[np.float64] | np.floating) -> NDArray[np.float64]:
    return _OFFSET + 10.0 * np.log10(np.maximum(energy, 1e-20))


def _block_energies(squares: NDArray[np.float32], sample_rate: int) -> NDArray[np.float64]:
    sums = np.concatenate([[0.0], np.cumsum(squares.sum(axis=1, dtype=np.float64))])
    size = min(round(_BLOCK * sample_rate), len(squares))
    starts = np.arange(0, len(squares) - size + 1, max(1, round(_HOP * sample_rate)))
    return np.asarray((sums[starts + size] - sums[starts]) / size)


def _weighted(frames: NDArray[np.float32], sample_rate: int) -> NDArray[np.float32]:
    """Filtered by the K-weighting, in the frequency domain; the filter's tail is cut off with the sound."""
    count = len(frames)
    size = _fast_size(count + sample_rate // 10)
    spectrum = np.fft.rfft(frames, size, axis=0)
    spectrum *= _k_weighting(size, sample_rate)[:, None]
    return np.fft.irfft(spectrum, size, axis=0)[:count].astype(np.float32, copy=False)


def _fast_size(least: int) -> int:
    """The next 2^n, 3 * 2^n or 5 * 2^n, for which the transform is quick."""
    candidates = (factor << max(0, (-(-least // factor) - 1).bit_length()) for factor in (1, 3, 5))
    return min(size for size in candidates if size >= least)


def _k_weighting(size: int, sample_rate: int) -> NDArray[np.complex64]:
    """The response of BS.1770's two filters at the frequencies of a transform of `size`, for any sample rate.

    The analogue prototypes behind its coefficients for 48 kHz: a shelf of +4 dB above 1.68 kHz, a high pass at 38 Hz.
    """
    turn = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    tangent = np.tan(np.pi * 1681.974450955533 / sample_rate)
    quality, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    bend = high**0.4996667741545416 * tangent / quality
    shelf = _biquad(
        turn,
        (
            high + bend + tangent**2,
            2 * (tangent**2 - high),
            high - bend + tangent**2,
        ),
        (1 + tangent / quality + tangent**2, 2 * (tangent**2 - 1), 1 - tangent / quality + tangent**2),
    )
    tangent, quality = np.tan(np.pi * 38.13547087602444 / sample_rate), 0.5003270373238773
    scale = 1 + tangent / quality + tangent**2
    high_pass = _biquad(
        turn,
        (scale, -2 * scale, scale),  # BS.1770 has 1, -2, 1 before the feedback's scale
        (scale, 2 * (tangent**2 - 1), 1 - tangent / quality + tangent**2),
    )
    return (shelf * high_pass).astype(np.complex64)


def _biquad(
    turn: NDArray[np.complex128], forward: tuple[float, float, float], back: tuple[float, float, float]
) -> NDArray[np.complex128]:
    return np.asarray(
        (forward[0] + forward[1] * turn + forward[2] * turn**2) / (back[0] + back[1] * turn + back[2] * turn**2)
    )
