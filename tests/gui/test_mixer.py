import numpy as np
import pytest

from wavlink_desktop.gui.mixer import FADE_SECONDS, Mixer
from wavlink_desktop.gui.samples import coded, spread

RATE = 48_000
STEEPEST = 1.2 / (FADE_SECONDS * RATE)
"""No fade of a full-scale sound changes faster than this from one frame to the next."""


def render(mixer, seconds, block=480):
    return np.concatenate([mixer.render(block) for _ in range(round(seconds * RATE / block))])


def steady(seconds, level=1.0):
    return np.full((round(seconds * RATE), 2), level, np.float32)


def test_silence_when_nothing_plays():
    assert not Mixer(RATE).render(1000).any()


def test_a_sound_comes_out_as_it_went_in():
    mixer = Mixer(RATE)
    frames = np.random.default_rng(1).uniform(-0.5, 0.5, (RATE, 2)).astype(np.float32)
    mixer.append(mixer.start(), frames, complete=True)
    out = render(mixer, 1.0)
    edge = round(FADE_SECONDS * RATE)
    np.testing.assert_array_equal(out[edge:-edge], frames[edge:-edge])


@pytest.mark.parametrize("chunks", [1, 7])
def test_starts_and_ends_without_a_step(chunks):
    mixer = Mixer(RATE)
    voice = mixer.start()
    for part in np.array_split(steady(0.3), chunks):
        mixer.append(voice, part, complete=False)
    voice.complete = True
    out = render(mixer, 0.5)
    assert out.max() == 1.0
    assert np.abs(np.diff(out[:, 0])).max() < STEEPEST
    assert voice.over
    assert not out[round(0.3 * RATE) :].any()


def test_two_hundred_switches_without_a_step():
    mixer = Mixer(RATE)
    out = []
    for number in range(200):
        voice = mixer.start()
        mixer.append(voice, steady(1.0, 0.4 if number % 2 else -0.4), complete=True)
        out.append(mixer.render(37 * (number % 11)))
    mixer.stop()
    out.append(mixer.render(RATE))
    signal = np.concatenate(out)[:, 0]
    # A few fades overlap; a click would be a step of 0.4 or more.
    assert np.abs(np.diff(signal)).max() < 4 * STEEPEST
    assert not signal[-1000:].any()


def test_a_late_decoder_makes_a_faded_gap_and_no_step():
    mixer = Mixer(RATE)
    voice = mixer.start()
    mixer.append(voice, steady(0.1), complete=False)
    before = render(mixer, 0.2)
    assert not voice.over
    mixer.append(voice, steady(0.1), complete=True)
    after = render(mixer, 0.2)
    signal = np.concatenate([before, after])[:, 0]
    assert np.abs(np.diff(signal)).max() < STEEPEST
    assert after.max() == 1.0
    assert voice.over
    assert voice.played == round(0.2 * RATE)


def test_volume_moves_without_a_step():
    mixer = Mixer(RATE)
    mixer.append(mixer.start(), steady(1.0), complete=True)
    render(mixer, 0.1)
    mixer.set_volume(0.25)
    out = render(mixer, 0.1)[:, 0]
    assert np.abs(np.diff(out)).max() < STEEPEST
    assert out[-1] == pytest.approx(0.25)


def test_an_heir_takes_over_where_the_other_is():
    frames = np.random.default_rng(1).uniform(-0.5, 0.5, (RATE, 2)).astype(np.float32)
    mixer = Mixer(RATE)
    mixer.append(mixer.start(), frames, complete=True)
    out = [mixer.render(4800)]
    heir, played = mixer.follow_on()
    assert played == 4800
    out.append(mixer.render(1234))  # the other one plays until the heir has something to play
    mixer.append(heir, frames[4800:], complete=True)
    out.append(mixer.render(RATE - 4800 - 1234))
    np.testing.assert_allclose(np.concatenate(out)[300:-300], frames[300:-300], atol=1e-6)


def test_an_heir_of_nothing_begins_at_once():
    mixer = Mixer(RATE)
    mixer.append(mixer.follow_on()[0], steady(0.1), complete=True)
    assert render(mixer, 0.1).max() == 1.0


def test_a_voice_that_has_left_is_not_heard():
    mixer = Mixer(RATE)
    stale, current = mixer.start(), mixer.start()
    mixer.append(current, steady(0.1), complete=False)
    mixer.render(480)
    heir, _ = mixer.follow_on()
    mixer.stop()
    for voice in (stale, current, heir):
        mixer.append(voice, steady(0.1), complete=True)
    assert not mixer.render(4800)[480:].any()


def test_peaks_since_they_were_taken():
    mixer = Mixer(RATE)
    mixer.append(mixer.start(), np.repeat([[0.25, -0.5]], 4800, axis=0).astype(np.float32), complete=True)
    render(mixer, 0.1)
    assert mixer.take_peaks() == (0.25, 0.5)
    assert mixer.take_peaks() == (0.0, 0.0)


def test_a_device_gets_its_channels():
    frames = np.array([[0.5, -0.25]], np.float32)
    assert spread(frames, 2).tolist() == [[0.5, -0.25]]
    assert spread(frames, 1).tolist() == [[0.125]]
    assert spread(frames, 6).tolist() == [[0.5, -0.25, 0, 0, 0, 0]]


@pytest.mark.parametrize(
    ("code", "full", "nothing"), [("<f4", 1, 0), ("<i4", 2**31 - 1, 0), ("<i2", 32767, 0), ("u1", 255, 128)]
)
def test_a_device_gets_its_number_format(code, full, nothing):
    frames = np.array([[1.0, 0.0]], np.float32)
    assert np.frombuffer(coded(frames, code), code).tolist() == [full, nothing]
