import numpy as np
import pytest
import soundfile

from wavlink_desktop.gui.player import Player, open_speaker
from wavlink_desktop.gui.speaker import clamp_rate

RATE = 48_000


@pytest.fixture
def player(output):
    return Player(lambda: (output, ""))


@pytest.fixture
def noise(tmp_path):
    """Three seconds of noise in each of two channels, and its samples."""
    samples = np.random.default_rng(3).uniform(-0.5, 0.5, (3 * RATE, 2)).astype(np.float32)
    path = tmp_path / "noise.wav"
    soundfile.write(path, samples, RATE, subtype="FLOAT")
    return path, samples


def play_out(player, output, qtbot, path, start=0.0):
    player.play(path, start)
    qtbot.waitUntil(lambda: player._voice is not None)
    while player.playing is not None:
        output.pull(0.1)
        qtbot.wait(5)


def test_the_whole_sound_is_heard_sample_for_sample(player, output, noise, qtbot):
    path, samples = noise
    player.play(path)
    qtbot.waitUntil(lambda: player._voice is not None and player._voice.complete)
    output.pull(3.0)
    np.testing.assert_allclose(output.heard[300:-300], samples[300:-300], atol=1e-6)


def test_playback_begins_where_it_was_asked_to(player, output, noise, qtbot):
    path, samples = noise
    player.play(path, 1.25)
    qtbot.waitUntil(lambda: player._voice is not None and player._voice.complete)
    output.pull(1.0)
    assert player.position == pytest.approx(2.25)
    np.testing.assert_allclose(
        output.heard[300:RATE], samples[round(1.25 * RATE) + 300 : round(2.25 * RATE)], atol=1e-6
    )


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 96_000])
def test_another_rate_keeps_its_pitch_and_shows_no_seam(player, output, tmp_path, qtbot, rate):
    seconds = 4.0
    time = np.arange(round(seconds * rate)) / rate
    soundfile.write(tmp_path / "tone.wav", 0.5 * np.sin(2 * np.pi * 440 * time), rate, subtype="FLOAT")
    player.play(tmp_path / "tone.wav")
    qtbot.waitUntil(lambda: player._voice is not None and player._voice.complete)
    output.pull(seconds)
    middle = output.heard[4800:-9600, 0]
    # A pure tone obeys x[n+1] = 2 cos(w) x[n] - x[n-1]; a seam between chunks would not.
    turn = 2 * np.cos(2 * np.pi * 440 / RATE)
    assert np.abs(middle[2:] - turn * middle[1:-1] + middle[:-2]).max() < 2e-4
    assert np.abs(middle).max() == pytest.approx(0.5, abs=0.01)


def test_it_ends_by_itself(player, output, noise, qtbot):
    states = []
    player.state_changed.connect(lambda: states.append(player.playing is not None))
    play_out(player, output, qtbot, noise[0])
    assert states == [True, False]


def test_of_many_requests_only_the_last_is_heard(player, output, noise, tmp_path, qtbot):
    soundfile.write(tmp_path / "last.wav", np.full(RATE, 0.25), RATE, subtype="FLOAT")
    for _ in range(200):
        player.play(noise[0])
    player.play(tmp_path / "last.wav")
    qtbot.waitUntil(lambda: player._voice is not None and player._voice.complete)
    output.pull(0.5)
    np.testing.assert_allclose(output.heard[300:], 0.25, atol=1e-6)


def test_a_file_that_cannot_be_read_is_told_and_the_next_one_plays(player, output, noise, tmp_path, qtbot):
    (tmp_path / "bad.wav").write_bytes(b"nothing")
    with qtbot.waitSignal(player.failed) as failure:
        player.play(tmp_path / "bad.wav")
    assert failure.args[0]
    assert player.playing is None
    player.play(noise[0])
    qtbot.waitUntil(lambda: player._voice is not None)


def test_without_a_device_nothing_plays_and_the_reason_is_told(noise, output):
    player = Player(lambda: (None, "install libpulse0"))
    player.play(noise[0])
    assert player.playing is None
    assert player.unavailable == "install libpulse0"
    output.mixer = None
    player = Player(lambda: (output, ""))
    player.play(noise[0])
    assert player.playing is None
    assert "no sound device" in player.unavailable


def test_without_qt_multimedia_the_reason_says_what_to_install(monkeypatch, qapp):
    monkeypatch.setitem(__import__("sys").modules, "wavlink_desktop.gui.speaker", None)
    output, reason = open_speaker()
    assert output is None
    assert "libpulse0" in reason


def test_absurd_rates_are_clamped():
    assert [clamp_rate(rate) for rate in (44_100, 96_000, 110_933, 0)] == [44_100, 96_000, 48_000, 48_000]
