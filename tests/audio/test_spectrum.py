import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import AudioError, growing_spectrum
from wavlink_desktop.audio.spectrum import FLOOR, ROWS


def whole(*arguments):
    *_, last = growing_spectrum(*arguments)
    return last


@pytest.mark.parametrize("frequency", [60.0, 440.0, 3_000.0, 15_000.0])
@pytest.mark.parametrize("rate", [44_100, 96_000])
def test_a_sine_lies_at_its_frequency_and_level(tmp_path, tone, frequency, rate):
    path = tmp_path / "tone.wav"
    soundfile.write(path, tone(2.0, rate, 2, frequency), rate)
    found = whole(path, 300)
    assert found.levels.shape == (ROWS, 300)
    assert (found.start, found.end) == (0.0, pytest.approx(2.0, abs=0.01))
    row = found.levels[:, 150].argmax()
    assert abs(row - found.part(frequency) * ROWS) < 6
    assert found.level(1.0, found.frequency((row + 0.5) / ROWS)) == pytest.approx(-6, abs=1.5)
    assert found.level(1.0, rate / 2 * 0.9 if frequency < 10_000 else 1_000) < -70


def test_time_runs_along_the_columns(tmp_path):
    path = tmp_path / "click.wav"
    sound = np.zeros(96_000, np.float32)
    sound[72_000] = 1.0
    soundfile.write(path, sound, 48_000)
    found = whole(path, 200)
    assert abs(int(found.levels.max(axis=0).argmax()) - 150) <= 4
    assert found.levels[:, :130].max() == 0


def test_a_click_in_a_long_file_is_not_missed(tmp_path):
    path = tmp_path / "click.wav"
    sound = np.zeros(480_000, np.float32)
    sound[300_123] = 1.0
    soundfile.write(path, sound, 48_000)
    assert whole(path, 20).levels[:, 12].max() > 80


def test_a_stretch_shows_what_the_whole_shows_there(tmp_path, noise):
    path = tmp_path / "noise.wav"
    sound = noise(4.0, 48_000, 1)
    sound[96_000:] *= 0.01
    soundfile.write(path, sound, 48_000)
    found = whole(path, 100, 1.5, 2.5)
    assert (found.start, found.end) == (1.5, pytest.approx(2.5, abs=0.01))
    loud, soft = (found.levels[100:, part].mean() for part in (slice(0, 40), slice(60, 100)))
    assert (loud - soft) / 255 * -FLOOR == pytest.approx(40, abs=2)


def test_strong_zoom_gives_fewer_columns(wav):
    assert whole(wav, 2000, 1.0, 1.01).levels.shape[1] == 13


def test_outside_of_what_was_computed_there_is_no_level(wav):
    found = whole(wav, 10, 0.5, 1.0)
    assert found.level(0.2, 440) is None and found.level(0.7, 30_000) is None


def test_a_short_sound(tmp_path, noise):
    path = tmp_path / "short.wav"
    soundfile.write(path, noise(0.002, 48_000), 48_000)
    assert whole(path, 500).levels.max() > 0


def test_behind_the_end_there_is_no_sound(wav):
    with pytest.raises(AudioError, match="No sound"):
        whole(wav, 10, 100.0)


def test_one_channel_middle_or_side_can_be_looked_at_alone(tmp_path):
    path, time = tmp_path / "two.wav", np.arange(48_000) / 48_000
    left, right = (0.5 * np.sin(2 * np.pi * frequency * time) for frequency in (500, 4_000))
    soundfile.write(path, np.stack([left, right], axis=1), 48_000)

    def levels(choice):
        found = whole(path, 100, 0.0, None, choice)
        return [found.level(0.5, frequency) for frequency in (500, 4_000)]

    assert levels("1") == [pytest.approx(-6, abs=2), pytest.approx(FLOOR, abs=30)]
    assert levels("2") == [pytest.approx(FLOOR, abs=30), pytest.approx(-6, abs=2)]
    for choice in ("mid", "side"):
        assert levels(choice) == [pytest.approx(-12, abs=2)] * 2
    assert levels("3") == levels("mono") == levels("all")
    soundfile.write(path, np.stack([left, left], axis=1), 48_000)
    assert levels("side") == [FLOOR, FLOOR]
