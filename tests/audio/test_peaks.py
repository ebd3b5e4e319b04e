import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import peaks


def test_peaks_are_the_extremes_under_each_pixel(tmp_path, noise):
    path = tmp_path / "noise.wav"
    sound = np.clip(noise(3.0, 44100, 2), -1, 1)
    soundfile.write(path, sound, 44100, subtype="FLOAT")
    found = peaks(path, 500)
    pixel = found.samples_per_pixel
    assert found.sample_rate == 44100
    assert found.minima.dtype == found.maxima.dtype == np.int8
    assert found.minima.shape == found.maxima.shape == (-(-len(sound) // pixel), 2)
    assert 490 <= len(found.minima) <= 500
    for k in (0, 123, len(found.minima) - 1):
        under = sound[k * pixel : (k + 1) * pixel]
        assert np.array_equal(found.maxima[k], np.round(under.max(axis=0) * 127))
        assert np.array_equal(found.minima[k], np.round(under.min(axis=0) * 127))


def test_a_file_shorter_than_the_drawing_has_a_pixel_a_sample(tmp_path, noise):
    path = tmp_path / "short.wav"
    soundfile.write(path, noise(0.01, 8000), 8000)
    found = peaks(path, 2000)
    assert (found.samples_per_pixel, found.minima.shape) == (1, (80, 1))


def test_pixels_may_be_longer_than_the_blocks_that_are_read(tmp_path, tone):
    path = tmp_path / "long.wav"
    sound = tone(6.0)
    sound[200_000] = -0.9
    soundfile.write(path, sound, 44100)
    found = peaks(path, 2)
    assert found.minima.shape == (2, 1)
    assert found.minima[:, 0] == pytest.approx([-64, -114], abs=1)


def test_loud_floats_are_clipped(tmp_path, tone):
    path = tmp_path / "loud.wav"
    soundfile.write(path, tone() * 9, 44100, subtype="FLOAT")
    found = peaks(path, 10)
    assert (found.minima.min(), found.maxima.max()) == (-127, 127)


def test_no_pixels_are_refused(wav):
    with pytest.raises(ValueError, match="0 pixels"):
        peaks(wav, 0)
