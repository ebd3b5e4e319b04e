import os
from functools import partial

import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import PeakCache, growing_peaks, read_windows


@pytest.fixture
def cache(tmp_path):
    return PeakCache(tmp_path / "cache")


@pytest.fixture
def peaks(wav):
    *_, whole = growing_peaks(wav)
    return whole


def files(tmp_path):
    return sorted((tmp_path / "cache").glob("*/*"))


def test_what_was_stored_is_there_the_next_time(cache, peaks, wav, tmp_path):
    assert cache.load(wav) is None
    cache.store(wav, peaks)
    found = PeakCache(tmp_path / "cache").load(wav)
    assert np.array_equal(found.minima, peaks.minima) and np.array_equal(found.maxima, peaks.maxima)
    assert (found.samples_per_pixel, found.sample_rate) == (peaks.samples_per_pixel, peaks.sample_rate)
    (stored,) = files(tmp_path)
    assert stored.suffix == ".dat"


def test_a_sound_that_was_changed_is_another_one(cache, peaks, wav):
    cache.store(wav, peaks)
    os.utime(wav, ns=(1, 1))
    assert cache.load(wav) is None


def test_a_damaged_file_is_as_good_as_none(cache, peaks, wav, tmp_path):
    cache.store(wav, peaks)
    (stored,) = files(tmp_path)
    stored.write_bytes(stored.read_bytes()[:-1])
    assert cache.load(wav) is None
    assert files(tmp_path) == []


def test_what_was_not_seen_for_longest_goes(peaks, wav, tmp_path):
    size = len(peaks.minima) * 4 + 24
    cache = PeakCache(tmp_path / "cache", most_bytes=4 * size)
    sounds = []
    for number in range(6):
        sound = tmp_path / f"{number}.wav"
        sound.write_bytes(wav.read_bytes())
        sounds.append(sound)
    for age, sound in enumerate(sounds[:4]):
        cache.store(sound, peaks)
        newest = max(files(tmp_path), key=lambda file: file.stat().st_mtime_ns)
        os.utime(newest, (1000 + age, 1000 + age))
    assert cache.load(sounds[0]) is not None  # seen again: now the newest
    cache.store(sounds[4], peaks)
    assert [cache.load(sound) is not None for sound in sounds] == [True, False, False, True, True, False]


def test_a_cache_that_cannot_be_written_costs_nothing_else(peaks, wav, tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = PeakCache(tmp_path / "file" / "cache")
    cache.store(wav, peaks)
    assert cache.load(wav) is None


def test_the_peaks_of_a_scan_are_those_of_a_look(cache, peaks, wav):
    windows = list(read_windows(wav, partial(cache.filled_by, wav)))
    assert [(window, samples.tolist()) for window, samples in windows] == [
        (window, samples.tolist()) for window, samples in read_windows(wav)
    ]
    kept = cache.load(wav)
    assert np.array_equal(kept.minima, peaks.minima) and np.array_equal(kept.maxima, peaks.maxima)
    assert (kept.samples_per_pixel, kept.sample_rate) == (peaks.samples_per_pixel, peaks.sample_rate)


def test_a_scan_leaves_half_of_the_room_to_what_is_looked_at(peaks, wav, tmp_path):
    size = len(peaks.minima) * 4 + 24
    cache = PeakCache(tmp_path / "cache", most_bytes=4 * size)
    sounds = [tmp_path / f"{number}.wav" for number in range(4)]
    for sound in sounds:
        sound.write_bytes(wav.read_bytes())
        list(read_windows(sound, partial(cache.filled_by, sound)))
    assert [cache.load(sound) is not None for sound in sounds] == [True, True, False, False]


def test_what_is_decoded_in_part_has_no_peaks(cache, tmp_path):
    long = tmp_path / "long.wav"
    soundfile.write(long, np.ones(16_000 * 25) / 2, 16_000)
    windows = read_windows(long, partial(cache.filled_by, long))
    next(windows)
    windows.close()
    assert cache.load(long) is None
    assert len(list(read_windows(long, partial(cache.filled_by, long)))) == 3
    assert cache.load(long) is not None


def test_a_sound_that_is_gone(cache, peaks, tmp_path):
    cache.store(tmp_path / "gone.wav", peaks)
    assert cache.load(tmp_path / "gone.wav") is None
