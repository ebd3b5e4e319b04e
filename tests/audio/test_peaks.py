import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import AudioError, PeakAccumulator, growing_peaks, pixel_for


def whole(*arguments, **named):
    *_, last = growing_peaks(*arguments, **named)
    return last


def test_peaks_are_the_extremes_under_each_pixel(tmp_path, noise):
    path = tmp_path / "noise.wav"
    sound = np.clip(noise(3.0, 44100, 2), -1, 1)
    soundfile.write(path, sound, 44100, subtype="FLOAT")
    found = whole(path, 100)
    assert (found.sample_rate, found.samples_per_pixel, found.first) == (44100, 100, 0)
    assert found.minima.dtype == found.maxima.dtype == np.int16
    assert found.minima.shape == found.maxima.shape == (1323, 2)
    for k in (0, 123, 1322):
        under = sound[k * 100 : (k + 1) * 100]
        assert np.array_equal(found.maxima[k], np.round(under.max(axis=0) * 32767))
        assert np.array_equal(found.minima[k], np.round(under.min(axis=0) * 32767))


def test_a_stretch_down_to_single_samples(tmp_path, noise):
    path = tmp_path / "noise.wav"
    sound = noise(2.0, 8000, 2)
    soundfile.write(path, sound, 8000, subtype="FLOAT")
    found = whole(path, 1, first=7000, end=7100)
    assert found.first == 7000
    assert np.array_equal(found.minima, found.maxima)
    assert np.array_equal(found.minima, np.round(np.clip(sound[7000:7100], -1, 1) * 32767))


def test_blocks_of_any_size_give_the_same_peaks(noise):
    sound = noise(1.0, 10_007, 3)
    at_once, piecemeal = PeakAccumulator(64, 3, 10_007), PeakAccumulator(64, 3, 10_007)
    at_once.add(sound)
    for part in np.split(sound, [0, 1, 63, 64, 500, 7777]):
        piecemeal.add(part)
        piecemeal.peaks()
    for found in (at_once.peaks(), piecemeal.peaks()):
        assert found.minima.shape == (157, 3)
    assert np.array_equal(at_once.peaks().minima, piecemeal.peaks().minima)
    assert np.array_equal(at_once.peaks().maxima, piecemeal.peaks().maxima)


def test_pixels_may_be_longer_than_the_blocks_that_are_read(tmp_path, tone):
    path = tmp_path / "long.wav"
    sound = tone(6.0)
    sound[200_000] = -0.9
    soundfile.write(path, sound, 44100)
    found = whole(path, 132_300)
    assert found.minima.shape == (2, 1)
    assert found.minima[:, 0] / 32767 == pytest.approx([-0.5, -0.9], abs=1e-3)


def test_pixels_are_finer_for_short_sounds_and_coarser_for_very_long_ones():
    second, hour = 48_000, 48_000 * 3600
    assert pixel_for(second, 1) == 16
    assert pixel_for(30 * second, 2) == 256
    assert pixel_for(10 * hour, 2) * 2**20 >= 10 * hour * 2
    assert pixel_for(1, 1) == 16


def test_loud_floats_are_clipped(tmp_path, tone):
    path = tmp_path / "loud.wav"
    soundfile.write(path, tone() * 9, 44100, subtype="FLOAT")
    found = whole(path)
    assert (found.minima.min(), found.maxima.max()) == (-32767, 32767)


def test_behind_the_end_there_is_no_sound(wav):
    with pytest.raises(AudioError, match="No sound"):
        whole(wav, 16, first=10**9)


def test_no_pixels_are_refused():
    with pytest.raises(ValueError, match="0 samples"):
        PeakAccumulator(0, 1, 48_000)
