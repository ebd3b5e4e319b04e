import logging
from dataclasses import replace

import numpy as np
import pytest
import soundfile

from wavlink_desktop import reports
from wavlink_desktop.gui import feeder
from wavlink_desktop.gui.playback import Playback
from wavlink_desktop.gui.player import Player, open_speaker
from wavlink_desktop.gui.speaker import clamp_rate

RATE = 48_000


@pytest.fixture
def player(output):
    player = Player(lambda: (output, ""))
    yield player
    player.close()


@pytest.fixture
def noise(tmp_path):
    """Three seconds of noise in each of two channels, and its samples."""
    samples = np.random.default_rng(3).uniform(-0.5, 0.5, (3 * RATE, 2)).astype(np.float32)
    path = tmp_path / "noise.wav"
    soundfile.write(path, samples, RATE, subtype="FLOAT")
    return path, samples


def wait_until_read(player, qtbot):
    qtbot.waitUntil(lambda: player.voice is not None and player.voice.complete)


def wait_until_it_sounds(player, qtbot):
    qtbot.waitUntil(lambda: player.voice is not None and player.voice.remaining > 0)


def play_out(player, output, qtbot, path, start=0.0):
    player.play(path, start)
    wait_until_it_sounds(player, qtbot)
    while player.playing is not None:
        output.pull(0.1)
        qtbot.wait(5)


def test_the_whole_sound_is_heard_sample_for_sample(player, output, noise, qtbot):
    path, samples = noise
    player.play(path)
    wait_until_read(player, qtbot)
    output.pull(3.0)
    np.testing.assert_allclose(output.heard[300:-300], samples[300:-300], atol=1e-6)


def test_playback_begins_where_it_was_asked_to(player, output, noise, qtbot):
    path, samples = noise
    player.play(path, 1.25)
    wait_until_read(player, qtbot)
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
    wait_until_read(player, qtbot)
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
    wait_until_read(player, qtbot)
    output.pull(0.5)
    np.testing.assert_allclose(output.heard[300:], 0.25, atol=1e-6)


def test_a_file_that_cannot_be_read_is_told_and_the_next_one_plays(player, output, noise, tmp_path, qtbot):
    (tmp_path / "bad.wav").write_bytes(b"nothing")
    with qtbot.waitSignal(player.failed) as failure:
        player.play(tmp_path / "bad.wav")
    assert failure.args[0]
    assert player.playing is None
    player.play(noise[0])
    wait_until_it_sounds(player, qtbot)


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
    rates = (44_100, 96_000, 192_000, 110_933, 0)
    assert [clamp_rate(rate) for rate in rates] == [44_100, 96_000, 192_000, 48_000, 48_000]


def listen(player, output, qtbot, path, seconds, **how):
    """What is heard in so many seconds, decoded as fast as it plays."""
    player.set_playback(Playback(**how))
    player.play(path)
    for _ in range(round(seconds * 20)):
        qtbot.waitUntil(lambda: player.voice is None or player.voice.complete or player.voice.remaining > RATE // 20)
        output.pull(0.05)
    return output.heard


def pitch(frames):
    spectrum = np.abs(np.fft.rfft(frames[:, 0] * np.hanning(len(frames))))
    return spectrum.argmax() * RATE / len(frames)


@pytest.fixture
def sine(tmp_path):
    path = tmp_path / "sine.wav"
    soundfile.write(path, 0.25 * np.sin(2 * np.pi * 1000 * np.arange(2 * RATE) / RATE), RATE, subtype="FLOAT")
    return path


def test_backwards(player, output, noise, qtbot):
    path, samples = noise
    heard = listen(player, output, qtbot, path, 3.0, reverse=True)
    np.testing.assert_allclose(heard[300:-300], samples[::-1][300:-300], atol=1e-6)


def test_backwards_from_a_place(player, output, noise, qtbot):
    path, samples = noise
    player.set_playback(Playback(reverse=True))
    player.play(path, 1.0)
    wait_until_read(player, qtbot)
    output.pull(0.5)
    assert player.position == pytest.approx(0.5)
    np.testing.assert_allclose(output.heard[300:], samples[RATE // 2 : RATE][::-1][300:], atol=2e-5)


@pytest.mark.parametrize("speed", [0.25, 0.5, 1.5, 2.0, 4.0])
def test_the_pitch_follows_the_speed_and_so_does_the_playhead(player, output, sine, qtbot, speed):
    player.set_playback(Playback(speed=speed))
    player.play(sine)
    wait_until_it_sounds(player, qtbot)
    qtbot.waitUntil(lambda: player.voice.complete or player.voice.remaining > RATE // 2)
    output.pull(0.4)
    assert player.position == pytest.approx(0.4 * speed, abs=0.001)
    assert pitch(output.heard[2000:]) == pytest.approx(1000 * speed, abs=5)


def test_a_loop_goes_round_without_a_seam(player, output, tmp_path, qtbot):
    # A whole number of periods: from the last frame to the first it goes on as if nothing were.
    soundfile.write(tmp_path / "round.wav", 0.5 * np.sin(2 * np.pi * np.arange(4800) / 96), RATE, subtype="FLOAT")
    heard = listen(player, output, qtbot, tmp_path / "round.wav", 1.0, loop=True)[480:, 0]
    assert player.playing is not None
    turn = 2 * np.cos(2 * np.pi / 96)
    assert np.abs(heard[2:] - turn * heard[1:-1] + heard[:-2]).max() < 1e-3
    assert 0.0 <= player.position <= 0.1


def test_a_part_is_played_alone_and_round_and_round(player, output, noise, qtbot):
    path, samples = noise
    player.play(path, part=(1.0, 1.5))
    wait_until_read(player, qtbot)
    output.pull(1.0)
    np.testing.assert_allclose(output.heard[300:23_000], samples[RATE + 300 : RATE + 23_000], atol=1e-6)
    assert not output.heard[RATE // 2 :].any()
    player.set_playback(Playback(loop=True))
    player.play(path, part=(1.0, 1.5))
    wait_until_it_sounds(player, qtbot)
    qtbot.waitUntil(lambda: player.voice.remaining > 2 * RATE)
    output.pull(1.75)
    assert player.position == pytest.approx(1.25)


def test_what_plays_goes_on_where_it_is_when_the_loop_is_set(player, output, noise, qtbot):
    path, samples = noise
    player.play(path)
    wait_until_read(player, qtbot)
    output.pull(1.0)
    player.set_playback(Playback(loop=True))
    output.pull(0.01)
    qtbot.waitUntil(lambda: player.voice.remaining > 3 * RATE)
    output.pull(3.0)
    # Not one sample is lost, heard twice or bent where the one way of playing took over from the other.
    np.testing.assert_allclose(output.heard[300 : 3 * RATE - 300], samples[300:-300], atol=2e-5)
    np.testing.assert_allclose(output.heard[3 * RATE + 300 :], samples[300 : RATE + 480], atol=2e-5)


def test_what_plays_stays_in_a_part_that_is_marked_meanwhile(player, output, noise, qtbot):
    player.play(noise[0], 1.0)
    wait_until_read(player, qtbot)
    output.pull(0.5)
    player.set_part((1.2, 1.8))
    wait_until_read(player, qtbot)
    assert player.position == pytest.approx(1.5, abs=0.001)
    player.set_part((0.25, 0.5))
    wait_until_read(player, qtbot)
    output.pull(0.05)
    assert player.position == pytest.approx(0.3, abs=0.02)


def test_gain_is_heard_and_never_clips(player, output, sine, qtbot):
    heard = listen(player, output, qtbot, sine, 0.5, gain=6.0)
    assert np.abs(heard[2000:]).max() == pytest.approx(0.25 * 10 ** (6 / 20), rel=0.01)
    loud = listen(player, output, qtbot, sine, 1.0, gain=24.0)[-RATE // 2 :, 0]
    assert np.abs(loud).max() <= 1.0
    turn = 2 * np.cos(2 * np.pi * 1000 / RATE)
    assert np.abs(loud[2:] - turn * loud[1:-1] + loud[:-2]).max() < 0.01  # still a pure tone


def test_matched_sounds_are_equally_loud(player, output, tmp_path, qtbot):
    levels = []
    for name, level in (("quiet", 0.02), ("loud", 0.8)):
        path = tmp_path / f"{name}.wav"
        soundfile.write(path, level * np.sin(2 * np.pi * 1000 * np.arange(RATE) / RATE), RATE, subtype="FLOAT")
        heard = listen(player, output, qtbot, path, 0.5, match_loudness=True)
        levels.append(np.abs(heard[-RATE // 4 :]).max())
        player.stop()
        output.pull(0.1)
    assert levels[0] == pytest.approx(levels[1], rel=0.01)
    assert levels[0] == pytest.approx(10 ** (-23 / 20), rel=0.02)


@pytest.mark.parametrize("channel", ["1", "16"])
def test_one_of_sixteen_channels_alone(player, output, tmp_path, qtbot, channel):
    samples = np.tile(np.arange(1, 17, dtype=np.float32) / 20, (RATE, 1))
    soundfile.write(tmp_path / "sixteen.wav", samples, RATE, subtype="FLOAT")
    heard = listen(player, output, qtbot, tmp_path / "sixteen.wav", 0.5, channels=channel)
    np.testing.assert_allclose(heard[300:], int(channel) / 20, atol=1e-6)


def test_silence_is_skipped_and_the_playhead_jumps_with_it(player, output, tmp_path, qtbot):
    silent, loud = np.zeros(4 * RATE), np.full(RATE // 2, 0.5)
    soundfile.write(tmp_path / "gaps.wav", np.concatenate([silent, loud, silent, loud, silent]), RATE, subtype="FLOAT")
    heard = listen(player, output, qtbot, tmp_path / "gaps.wav", 0.1, skip_silence=True)
    assert heard.max() > 0.4
    assert player.position == pytest.approx(4.1, abs=0.03)
    wait_until_read(player, qtbot)
    output.pull(1.0)
    assert player.position == pytest.approx(8.5 + 1.1 - 0.5 - 0.3, abs=0.05)


def test_a_clip_counts_as_heard_once_it_was_listened_to(player, output, noise, qtbot):
    heard = []
    player.heard.connect(heard.append)
    for _ in range(5):
        player.play(noise[0])
        wait_until_it_sounds(player, qtbot)
        output.pull(0.05)
        qtbot.wait(50)
    assert heard == []
    wait_until_read(player, qtbot)
    output.pull(1.1)
    qtbot.waitUntil(lambda: heard == [noise[0]])
    output.pull(2.0)
    qtbot.waitUntil(lambda: player.playing is None)
    assert heard == [noise[0]]


def test_a_file_that_vanishes_while_it_plays_is_played_on_and_the_next_is_told(player, output, noise, qtbot):
    path, _ = noise
    player.play(path)
    wait_until_it_sounds(player, qtbot)
    path.unlink()
    wait_until_read(player, qtbot)
    with qtbot.waitSignal(player.failed) as failure:
        player.play(path)
    assert "noise.wav" in failure.args[0] and "not there" in failure.args[0]


@pytest.mark.parametrize(("form", "start"), [("flac", 0.0), ("ogg", 5.0)])
def test_a_damaged_sound_plays_as_far_as_it_goes_and_says_so(player, output, noise, tmp_path, qtbot, form, start):
    path = tmp_path / f"cut.{form}"
    soundfile.write(path, np.tile(noise[1], (4, 1)), RATE)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + len(content) // 8] = bytes(len(content) // 8)
    path.write_bytes(content)
    with qtbot.waitSignal(player.failed) as failure:
        player.play(path, start)
        wait_until_it_sounds(player, qtbot)
        for _ in range(130):
            output.pull(0.1)
            qtbot.wait(2)
    assert "damaged or missing" in failure.args[0]
    assert np.abs(output.heard).max() > 0.1
    player.play(noise[0])
    wait_until_it_sounds(player, qtbot)


def test_on_another_device_that_the_user_chose_it_plays_on(player, output, noise, qtbot):
    path, samples = noise
    player.play(path)
    wait_until_read(player, qtbot)
    output.pull(1.0)
    output.choose("phones")
    assert player.playing == path
    wait_until_read(player, qtbot)
    assert player.position == pytest.approx(1.0, abs=0.001)
    output.pull(0.5)
    np.testing.assert_allclose(output.heard[RATE + 300 :], samples[RATE + 300 : RATE * 3 // 2], atol=2e-5)


def test_a_device_that_is_lost_is_told_and_nothing_bursts_out_of_another(player, output, noise, qtbot):
    output.choose("phones")
    player.play(noise[0])
    wait_until_it_sounds(player, qtbot)
    output.devices.pop()
    with qtbot.waitSignal(player.failed) as failure:
        output.switch("speakers")
    assert "Headphones" in failure.args[0] and "Speakers" in failure.args[0]
    assert player.playing is None
    player.play(noise[0])
    wait_until_it_sounds(player, qtbot)
    output.devices.clear()
    output.switch("")
    assert player.playing is None
    assert "no sound device" in player.unavailable
    player.play(noise[0])
    assert player.playing is None


@pytest.mark.parametrize("rate", [44_100, 96_000, 192_000])
def test_the_rate_of_the_device_changes_no_pitch(player, output, sine, qtbot, rate):
    output.switch("speakers", rate)
    player.play(sine)
    wait_until_read(player, qtbot)
    heard = np.concatenate([output.mixer.render(rate // 100) for _ in range(100)])[rate // 10 :, 0]
    turn = 2 * np.cos(2 * np.pi * 1000 / rate)
    assert np.abs(heard[2:] - turn * heard[1:-1] + heard[:-2]).max() < 2e-4


def test_levels_are_the_peaks_since_they_were_asked_for(player, output, sine, qtbot):
    listen(player, output, qtbot, sine, 0.5)
    assert player.take_levels() == pytest.approx((0.25, 0.25), rel=0.01)
    assert player.take_levels() == (0.0, 0.0)


def test_a_way_of_working_alone_interrupts_nothing(player, noise, qtbot):
    player.play(noise[0])
    voice = player.voice
    player.set_playback(replace(player.playback, start_at_match=False))
    assert player.voice is voice


def test_the_log_says_which_device_plays(output, caplog):
    with caplog.at_level(logging.INFO, "wavlink_desktop"):
        player = Player(lambda: (output, ""))
        output.switch("phones")
        output.switch("")
        player.close()
    assert [record.getMessage() for record in caplog.records] == [
        "sound device: Speakers",
        "sound device: Headphones, after Speakers",
        "sound device: none, after Headphones",
    ]


def test_a_bug_in_a_reader_is_reported_and_what_plays_comes_to_an_end(player, noise, qtbot, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("nobody has thought of that")

    told = []
    monkeypatch.setattr(reports, "of_task", told.append)
    monkeypatch.setattr(feeder, "Reader", broken)
    with qtbot.waitSignal(player.failed) as failed:
        player.play(noise[0])
    assert "nobody has thought of that" in failed.args[0]
    assert [type(error) for error in told] == [ZeroDivisionError]
    qtbot.waitUntil(lambda: player.playing is None)
