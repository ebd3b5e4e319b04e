"""Peaks as files in the layout of BBC's audiowaveform, `.dat` version 2.

https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md: a header of six little-endian 32-bit integers
(version, flags, sample rate, samples per pixel, length, channels), then for each pixel and channel the minimum and the
maximum, in 8 or 16 bits.
"""

import struct

import numpy as np

from wavlink_desktop.audio.peaks import Peaks

_HEADER = struct.Struct("<iIiiIi")
_VERSION = 2
_EIGHT_BITS = 1
"""The flag; without it, 16 bits."""


def to_bytes(peaks: Peaks) -> bytes:
    """A `.dat` file in 16 bits. `ValueError` for peaks that do not begin with the file: the layout cannot say so."""
    if peaks.first:
        raise ValueError("peaks of a part of a file")
    length, channels = peaks.minima.shape
    header = _HEADER.pack(_VERSION, 0, peaks.sample_rate, peaks.samples_per_pixel, length, channels)
    return header + np.stack([peaks.minima, peaks.maxima], axis=2).astype("<i2").tobytes()


def from_bytes(content: bytes) -> Peaks:
    """The peaks in a `.dat` file of either depth. `ValueError` says what is wrong with it."""
    if len(content) < _HEADER.size:
        raise ValueError("shorter than its header")
    version, flags, rate, pixel, length, channels = _HEADER.unpack_from(content)
    if version != _VERSION:
        raise ValueError(f"version {version} instead of {_VERSION}")
    if min(rate, pixel, channels) < 1:
        raise ValueError("a header without a rate, pixels or channels")
    eight_bits = bool(flags & _EIGHT_BITS)
    size = 2 * length * channels * (1 if eight_bits else 2)
    if len(content) != _HEADER.size + size:
        raise ValueError(f"{len(content) - _HEADER.size} bytes of peaks instead of {size}")
    values = np.frombuffer(content, np.int8 if eight_bits else "<i2", offset=_HEADER.size)
    if eight_bits:
        values = np.clip(values.astype(np.int32) * 258, -32767, 32767)
    planes = np.ascontiguousarray(values.astype(np.int16, copy=False).reshape(length, channels, 2).T)
    return Peaks(planes[0].T, planes[1].T, pixel, rate)
