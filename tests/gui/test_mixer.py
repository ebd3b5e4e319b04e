import numpy as np
import pytest

from wavlink_desktop.gui.mixer import FADE_SECONDS, Mixer, fold_down

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


@pytest.mark.parametrize("channels", [1, 2, 3, 4, 5, 6, 7, 8, 16])
def test_folding_down_keeps_full_scale_within_full_scale(channels):
    out = fold_down(np.ones((10, channels), np.float32))
    assert out.shape == (10, 2)
    np.testing.assert_allclose(out, 1.0, rtol=1e-6)


def test_folding_down_puts_the_centre_on_both_sides_and_leaves_the_low_effects_out():
    surround = np.eye(6, dtype=np.float32)
    left, right = fold_down(surround).T
    assert left[0] > 0 and right[0] == 0
    assert left[2] == right[2] > 0
    assert left[3] == right[3] == 0
