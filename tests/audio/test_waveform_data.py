"""Bytes as the format's description has them, written here by hand."""

import struct

import numpy as np
import pytest

from wavlink_desktop.audio import Peaks, waveform_data

MINIMA = np.array([[-300, -2], [-32767, 0]], np.int16)
MAXIMA = np.array([[300, 5], [32767, 0]], np.int16)


def header(version=2, flags=0, rate=48_000, pixel=256, length=2, channels=2):
    return struct.pack("<iIiiIi", version, flags, rate, pixel, length, channels)


def test_sixteen_bits_to_the_byte():
    written = waveform_data.to_bytes(Peaks(MINIMA, MAXIMA, 256, 48_000))
    assert written == header() + struct.pack("<8h", -300, 300, -2, 5, -32767, 32767, 0, 0)
    read = waveform_data.from_bytes(written)
    assert np.array_equal(read.minima, MINIMA) and np.array_equal(read.maxima, MAXIMA)
    assert (read.samples_per_pixel, read.sample_rate, read.first) == (256, 48_000, 0)


def test_eight_bits_are_read():
    read = waveform_data.from_bytes(header(flags=1, channels=1) + struct.pack("<4b", -128, 127, 0, 1))
    assert read.minima[:, 0].tolist() == [-32767, 0]
    assert read.maxima[:, 0].tolist() == [32766, 258]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "header"),
        (header(version=1), "version 1"),
        (header() + b"\0" * 15, "15 bytes"),
        (header() + b"\0" * 17, "17 bytes"),
        (header(channels=0), "without"),
        (header(rate=-1), "without"),
        (header(length=2**32 - 1) + b"\0" * 16, "16 bytes"),
    ],
)
def test_damaged_files_say_what_is_wrong(content, reason):
    with pytest.raises(ValueError, match=reason):
        waveform_data.from_bytes(content)


def test_a_part_of_a_file_cannot_be_written():
    with pytest.raises(ValueError, match="part"):
        waveform_data.to_bytes(Peaks(MINIMA, MAXIMA, 256, 48_000, first=1))
