"""What happens to a sound on its way to the ear: its way, its channels, its loudness, its peaks, its silence."""

import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import AudioError
from wavlink_desktop.audio.channels import ALL, MID, MID_SIDE, MONO, SIDE, pair_matrix
from wavlink_desktop.audio.course import Course, Timeline, Walk, join
from wavlink_desktop.audio.limiter import Limiter
from wavlink_desktop.audio.loudness import loudness
from wavlink_desktop.audio.silence import SilenceSkipper
from wavlink_desktop.audio.stream import SoundStream

RATE = 48_000


@pytest.fixture
def ramp(tmp_path):
    """Three seconds in which every frame tells its number."""
    path = tmp_path / "ramp.wav"
    soundfile.write(path, np.arange(3 * RATE, dtype=np.float32) / 2**18, RATE, subtype="FLOAT")
    return path


def numbers(frames):
    return np.round(frames[:, 0] * 2**18).astype(int)


def walk(path, course, count, chunk=10_007):
    with SoundStream(path) as stream:
        way, pieces = Walk(stream, course), []
        while sum(len(piece.frames) for piece in pieces) < count:
            piece = way.read(chunk)
            if piece is None:
                break
            assert numbers(piece.frames)[0] == piece.position
            pieces.append(piece)
    return pieces


def heard(path, course, count=10 * RATE):
    return numbers(np.concatenate([piece.frames for piece in walk(path, course, count)]))


def test_a_stream_reads_on_and_jumps(ramp):
    with SoundStream(ramp) as stream:
        assert (stream.sample_rate, stream.channels, stream.frames) == (RATE, 1, 3 * RATE)
        assert numbers(stream.read(5)).tolist() == [0, 1, 2, 3, 4]
        assert numbers(stream.read(100_000))[[0, -1]].tolist() == [5, 100_004]
        stream.seek(70_000)
        assert numbers(stream.read(3)).tolist() == [70_000, 70_001, 70_002]
        stream.seek(3 * RATE - 2)
        assert len(stream.read(10)) == 2
        assert len(stream.read(10)) == 0


@pytest.mark.parametrize("form", ["flac", "ogg", "mp3"])
def test_a_compressed_stream_in_chunks_is_the_sound_at_once(tmp_path, noise, form):
    path = tmp_path / f"noise.{form}"
    soundfile.write(path, noise(3.0, RATE, 2), RATE)
    with SoundStream(path) as stream:
        whole = stream.read(stream.frames)
    with SoundStream(path) as stream:
        parts = [stream.read(count) for count in (1, 4_000, 30_000, 200_000)]
        np.testing.assert_allclose(np.concatenate(parts), whole, atol=1e-6)
        stream.seek(2 * RATE)
        np.testing.assert_allclose(stream.read(1000), whole[2 * RATE : 2 * RATE + 1000], atol=2e-3)


def test_no_stream_of_what_is_no_sound(tmp_path):
    (tmp_path / "no.wav").write_text("no")
    with pytest.raises(AudioError):
        SoundStream(tmp_path / "no.wav")


def test_forwards_and_backwards_to_the_end_of_the_part(ramp):
    assert np.array_equal(heard(ramp, Course(1.0)), np.arange(RATE, 3 * RATE))
    assert np.array_equal(heard(ramp, Course(1.0, reverse=True)), np.arange(RATE)[::-1])
    part = (1.0, 2.0)
    assert np.array_equal(heard(ramp, Course(1.5, part)), np.arange(RATE * 3 // 2, 2 * RATE))
    assert np.array_equal(heard(ramp, Course(0.2, part)), np.arange(RATE, 2 * RATE))
    assert np.array_equal(heard(ramp, Course(0.0, part, reverse=True)), np.arange(RATE, 2 * RATE)[::-1])


@pytest.mark.parametrize("reverse", [False, True])
def test_a_loop_repeats_its_part(ramp, reverse):
    course = Course(0.0, (1.0, 1.1), loop=True, reverse=reverse)
    turn = np.arange(RATE, RATE * 11 // 10)[:: -1 if reverse else 1]
    pieces = walk(ramp, course, 5 * len(turn), chunk=len(turn))
    assert np.array_equal(numbers(np.concatenate([piece.frames for piece in pieces])), np.tile(turn, 5))


def test_a_truncated_sound_loops_over_what_is_there(tmp_path, noise):
    path = tmp_path / "cut.flac"
    soundfile.write(path, noise(3.0, RATE, 1), RATE)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with SoundStream(path) as stream:
        way = Walk(stream, Course(loop=True))
        counts = [len(way.read(RATE).frames) for _ in range(6)]
    assert min(counts) > 0 and sum(counts) > 3 * RATE


def test_the_timeline_knows_where_each_frame_comes_from():
    timeline = Timeline(1.0, -100.0)
    timeline.add(0.0, 2.0)
    timeline.add(50.0, 0.25)
    assert timeline.at(10) == pytest.approx(1.9)
    assert timeline.at(60) == pytest.approx(0.15)


def test_a_joint_has_no_step():
    before, after = np.full((10, 2), 0.5, np.float32), np.full((100, 2), -0.5, np.float32)
    both = np.concatenate([before, join(before, after, 50)])
    assert np.abs(np.diff(both, axis=0)).max() < 0.03
    assert both[-1, 0] == -0.5


@pytest.mark.parametrize("channels", [1, 2, 3, 4, 5, 6, 7, 8, 16])
@pytest.mark.parametrize("choice", [ALL, MONO])
def test_folding_down_keeps_full_scale_within_full_scale(channels, choice):
    np.testing.assert_allclose(np.ones((1, channels)) @ pair_matrix(channels, choice), 1.0, rtol=1e-6)


def test_folding_down_puts_the_centre_on_both_sides_and_leaves_the_low_effects_out():
    left, right = pair_matrix(6).T
    assert left[0] > 0 and right[0] == 0
    assert left[2] == right[2] > 0
    assert left[3] == right[3] == 0


def test_one_channel_alone_is_heard_on_both_sides():
    frames = np.arange(16, dtype=np.float32)[None]
    np.testing.assert_array_equal(frames @ pair_matrix(16, "11"), [[10, 10]])
    np.testing.assert_array_equal(pair_matrix(2, "3"), pair_matrix(2, ALL))


def test_middle_side_and_decoding():
    frames = np.array([[0.6, 0.2]], np.float32)
    np.testing.assert_allclose(frames @ pair_matrix(2, MID), [[0.4, 0.4]])
    np.testing.assert_allclose(frames @ pair_matrix(2, SIDE), [[0.2, 0.2]])
    np.testing.assert_allclose(frames @ pair_matrix(2, MID_SIDE), np.sqrt(0.5) * np.array([[0.8, 0.4]]), rtol=1e-6)
    np.testing.assert_allclose(np.ones((1, 1)) @ pair_matrix(1, MID), [[1, 1]])
    np.testing.assert_allclose(np.ones((1, 1)) @ pair_matrix(1, SIDE), [[0, 0]])


@pytest.mark.parametrize("rate", [44_100, 48_000, 96_000, 192_000])
def test_loudness_of_the_standards_test_tone(rate):
    # EBU Tech 3341, case 1: 1000 Hz at -23 dBFS in both channels is -23 LUFS.
    tone = 10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 * np.arange(5 * rate) / rate)
    frames = np.repeat(tone[:, None], 2, axis=1).astype(np.float32)
    assert loudness(frames, rate) == pytest.approx(-23.0, abs=0.1)
    # Case 3: what is far quieter is left out of the measurement.
    quiet = 10 ** ((-36 + 23) / 20) * frames[:rate]
    assert loudness(np.concatenate([quiet, frames, quiet]), rate) == pytest.approx(-23.0, abs=0.4)  # ungated: -24.4


def test_loudness_hears_treble_as_louder_and_rumble_not_at_all():
    time = np.arange(2 * RATE) / RATE

    def tone(frequency):
        return (0.1 * np.sin(2 * np.pi * frequency * time))[:, None].astype(np.float32)

    assert loudness(tone(8000), RATE) - loudness(tone(997), RATE) == pytest.approx(3.3, abs=0.2)
    assert loudness(tone(997), RATE) - loudness(tone(20), RATE) > 10


def test_loudness_of_silence_and_of_nearly_nothing():
    assert loudness(np.zeros((RATE, 2), np.float32), RATE) == -np.inf
    assert loudness(np.zeros((0, 2), np.float32), RATE) == -np.inf
    assert np.isfinite(loudness(np.full((7, 2), 0.5, np.float32) * [[1], [-1], [1], [-1], [1], [-1], [1]], RATE))


@pytest.mark.parametrize("chunk", [100, 1_000, 48_000])
def test_the_limiter_touches_nothing_within_full_scale(chunk, noise):
    frames = noise(1.0, RATE, 2).clip(-1, 1)
    limiter = Limiter(RATE)
    out = [limiter.process(frames[at : at + chunk]) for at in range(0, len(frames), chunk)]
    out.append(limiter.process(frames[:0], last=True))
    np.testing.assert_array_equal(np.concatenate(out), frames)


@pytest.mark.parametrize("chunk", [100, 1_000, 7_919, 96_000])
def test_the_limiter_lets_nothing_over_full_scale_and_makes_no_step(chunk):
    time = np.arange(2 * RATE) / RATE
    level = np.where((time > 0.5) & (time < 0.6), 8.0, 0.5)
    frames = (level * np.sin(2 * np.pi * 200 * time))[:, None].astype(np.float32)
    limiter = Limiter(RATE)
    out = [limiter.process(frames[at : at + chunk]) for at in range(0, len(frames), chunk)]
    out = np.concatenate([*out, limiter.process(frames[:0], last=True)])
    assert len(out) == len(frames)
    assert np.abs(out).max() <= 1.0
    assert np.abs(out[round(0.52 * RATE) : round(0.58 * RATE)]).max() > 0.9
    np.testing.assert_array_equal(out[: round(0.48 * RATE)], frames[: round(0.48 * RATE)])
    gain = out[:, 0][np.abs(frames[:, 0]) > 0.2] / frames[:, 0][np.abs(frames[:, 0]) > 0.2]
    assert np.abs(np.diff(gain)).max() < 0.2
    np.testing.assert_allclose(out[-RATE // 2 :], frames[-RATE // 2 :], rtol=1e-5)


@pytest.mark.parametrize("chunk", [4_800, 12_345, 480_000])
def test_silence_before_a_sound_and_long_gaps_in_it_are_left_out(chunk):
    loud, silent = np.full((RATE, 1), 0.5, np.float32), np.full((2 * RATE, 1), 1e-4, np.float32)
    frames = np.concatenate([silent, loud, silent, loud, loud[:4_800] * 0, loud, silent])
    skipper = SilenceSkipper(RATE, -60.0)
    kept = [
        frames[at + first : at + end]
        for at in range(0, len(frames), chunk)
        for first, end in skipper.keep(frames[at : at + chunk])
    ]
    out = np.concatenate(kept)[:, 0]
    assert np.count_nonzero(out == 0.5) == 3 * RATE
    assert np.count_nonzero(out == 0.0) == 4_800  # a short gap is part of the sound
    assert np.count_nonzero(out == np.float32(1e-4)) < 0.7 * RATE
    assert (out == 0.5).argmax() <= 960
