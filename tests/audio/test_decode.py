import struct
import tracemalloc
from itertools import islice

import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import AudioError, decode, decode_frames, probe, read_windows, windows
from wavlink_desktop.audio.decode import mix


def test_windows_of_a_long_file_carry_their_own_sound(tmp_path, noise):
    path = tmp_path / "long.wav"
    soundfile.write(path, noise(25.0, 44100, 2), 44100, subtype="FLOAT")
    read = list(read_windows(path))
    assert [window for window, _ in read] == windows(25.0)
    for window, samples in read:
        assert samples.shape == (160000,)
        assert samples.dtype == np.float32
        alone = decode(path, window.start, window.end)
        inside = slice(400, -400)  # a region decoded alone has no neighbours for the filter's edges
        assert np.allclose(samples[inside], alone[inside], atol=2e-3)


def test_a_short_file_is_one_window(wav):
    [(window, samples)] = read_windows(wav)
    assert (window.start, window.end) == (0.0, 2.0)
    assert np.allclose(samples, decode(wav))


def test_a_file_at_the_model_rate_is_not_resampled(tmp_path, noise):
    path = tmp_path / "16k.wav"
    sound = noise(12.0, 16000)
    soundfile.write(path, sound, 16000, subtype="FLOAT")
    first, last = (samples for _, samples in read_windows(path))
    assert np.array_equal(first, sound[:160000, 0])
    assert np.array_equal(last, sound[-160000:, 0])


def test_memory_does_not_grow_with_the_file(tmp_path):
    """Forty minutes of silence in a sparse file: 154 MB as float32 at the model's rate."""
    path = tmp_path / "silence.wav"
    soundfile.write(path, np.zeros((1, 2), np.float32), 8000)
    size = 2400 * 8000 * 4
    with path.open("r+b") as file:
        file.truncate(44 + size)
        file.seek(40)
        file.write(struct.pack("<I", size))
    assert probe(path).duration == 2400
    tracemalloc.start()
    count = sum(1 for _ in read_windows(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 240
    assert peak < 20e6


def test_the_first_window_comes_before_the_file_is_read(tmp_path, noise):
    """Damage at the very end of a long file does not keep its beginning back."""
    path = tmp_path / "long.flac"
    soundfile.write(path, noise(60.0, 16000), 16000)
    content = path.read_bytes()
    with path.open("r+b") as file:
        file.seek(len(content) // 2)
        file.write(b"\x55" * 2000)
    stream = read_windows(path)
    assert [window.end for window, _ in islice(stream, 2)] == [10.0, 20.0]


def test_channels_are_averaged(tmp_path, noise):
    path = tmp_path / "stereo.wav"
    sound = noise(1.0, 16000, 2)
    soundfile.write(path, sound, 16000, subtype="FLOAT")
    assert np.allclose(decode(path), sound.mean(axis=1), atol=1e-6)


def test_channels_out_of_phase_do_not_cancel(noise):
    left = noise(1.0, 16000)
    assert np.array_equal(mix(np.concatenate([left, -1.02 * left], axis=1)), -1.02 * left[:, 0])


@pytest.mark.parametrize("channels", [2, 6, 16])
def test_one_sounding_channel_among_silent_ones_is_no_cancellation(channels, noise):
    sound = np.zeros((16000, channels), np.float32)
    sound[:, :1] = noise(1.0, 16000)
    assert np.allclose(mix(sound), sound[:, 0] / channels, atol=1e-6)


def test_samples_that_are_no_numbers_become_silence(tmp_path, tone):
    path = tmp_path / "nan.wav"
    sound = tone(1.0, 16000)
    sound[100], sound[200], sound[300] = np.nan, np.inf, -np.inf
    soundfile.write(path, sound, 16000, subtype="FLOAT")
    samples = decode(path)
    assert np.isfinite(samples).all()
    assert list(samples[[100, 200, 300]]) == [0, 0, 0]
    assert samples[150] == sound[150]


def test_loud_floats_are_kept_for_the_model_and_clipped_for_playback(tmp_path, tone):
    path = tmp_path / "loud.wav"
    soundfile.write(path, tone(1.0, 16000) * 8, 16000, subtype="FLOAT")
    assert np.abs(decode(path)).max() == pytest.approx(4.0, abs=0.01)
    assert np.abs(decode_frames(path)[0]).max() == 1.0


def test_absurdly_loud_floats_stay_finite_when_resampled(tmp_path, noise):
    path = tmp_path / "absurd.wav"
    soundfile.write(path, noise(1.0) * 1e38, 44100, subtype="FLOAT")
    assert np.isfinite(decode(path)).all()


def test_playback_is_resampled_on_request(tmp_path, tone, loudest_frequency):
    path = tmp_path / "stereo.wav"
    soundfile.write(path, tone(2.0, 44100, 2, 1000.0), 44100)
    frames, rate = decode_frames(path, 0.5, 1.5, 48000)
    assert (frames.shape, rate) == ((48000, 2), 48000)
    assert loudest_frequency(frames[:, 1], rate) == pytest.approx(1000.0, abs=1)


def test_regions_end_with_the_sound(wav):
    frames, rate = decode_frames(wav, 1.5, 99.0)
    assert len(frames) == round(0.5 * rate)


@pytest.mark.parametrize("ending", ["wav", "mp3"])
def test_a_region_behind_the_end_says_so(ending, tmp_path, tone):
    path = tmp_path / f"tone.{ending}"
    soundfile.write(path, tone(), 44100)
    with pytest.raises(AudioError, match="ends before"):
        decode(path, 5.0, 6.0)


@pytest.mark.parametrize(("start", "end"), [(-1.0, 1.0), (1.0, 1.0), (2.0, 1.0), (float("nan"), None)])
def test_impossible_regions_are_refused(start, end, wav):
    with pytest.raises(ValueError, match="no sound from"):
        decode(wav, start, end)
