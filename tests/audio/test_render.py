import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import AudioError, probe
from wavlink_desktop.audio.encode import Coding, fitting_rate
from wavlink_desktop.audio.render import Processing, Span, copy_frames, render
from wavlink_desktop.audio.wavefile import WaveWriter, wave_format

RATE = 48_000


def noise(frames, channels, level=0.5):
    return np.random.default_rng(3).uniform(-level, level, (frames, channels))


def rendered(source, target, span, coding, **processing):
    with target.open("wb+") as file:
        return render(source, span, [file], coding, Processing(coding.sample_rate, **processing))


@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE", "ULAW"])
@pytest.mark.parametrize(("channels", "form"), [(1, "WAV"), (2, "WAV"), (6, "WAVEX"), (2, "RF64")])
def test_a_part_of_a_wav_file_is_copied_bit_by_bit(tmp_path, subtype, channels, form):
    soundfile.write(tmp_path / "a.wav", noise(5000, channels), RATE, subtype, format=form)
    with (tmp_path / "b.wav").open("wb") as file:
        assert copy_frames(tmp_path / "a.wav", Span(1001, 2003), file).frames == 2003
    kind = {"FLOAT": "float32", "DOUBLE": "float64"}.get(subtype, "int32")
    whole, _ = soundfile.read(tmp_path / "a.wav", dtype=kind, always_2d=True)
    part, rate = soundfile.read(tmp_path / "b.wav", dtype=kind, always_2d=True)
    assert rate == RATE and np.array_equal(part, whole[1001:3004])
    assert soundfile.info(tmp_path / "b.wav").subtype == subtype


@pytest.mark.parametrize(("subtype", "depth"), [("PCM_16", 16), ("PCM_24", 24)])
@pytest.mark.parametrize("target", ["wav", "flac", "aiff"])
def test_lossless_formats_hold_the_same_samples(tmp_path, subtype, depth, target):
    soundfile.write(tmp_path / "a.flac", noise(5000, 6), RATE, subtype)
    rendered(tmp_path / "a.flac", tmp_path / "b", Span(10, 4000), Coding(target, RATE, 6, depth))
    whole, _ = soundfile.read(tmp_path / "a.flac", dtype="int32")
    part, _ = soundfile.read(tmp_path / "b", dtype="int32")
    assert np.array_equal(part, whole[10:4010])


@pytest.mark.parametrize("target", ["wav", "aiff"])
def test_float_goes_over_full_scale_and_integers_are_cut_there(tmp_path, target):
    samples = np.array([[2.0], [-2.0], [0.5]], np.float32)
    soundfile.write(tmp_path / "a.wav", samples, RATE, "FLOAT")
    assert rendered(tmp_path / "a.wav", tmp_path / "b", Span(0, 3), Coding(target, RATE, 1, 32)).peak == 2.0
    assert soundfile.read(tmp_path / "b")[0].tolist() == [2.0, -2.0, 0.5]
    rendered(tmp_path / "a.wav", tmp_path / "c", Span(0, 3), Coding(target, RATE, 1, 16))
    assert soundfile.read(tmp_path / "c", dtype="int16")[0].tolist() == [32767, -32768, 16384]


@pytest.mark.parametrize("target", ["mp3", "ogg"])
def test_lossy_formats_sound_alike(tmp_path, target):
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)
    soundfile.write(tmp_path / "a.wav", tone, RATE)
    rendered(tmp_path / "a.wav", tmp_path / "b", Span(0, RATE), Coding(target, RATE, 1, 16))
    heard, rate = soundfile.read(tmp_path / "b")
    spectrum = np.abs(np.fft.rfft(heard))
    assert rate == RATE and abs(spectrum.argmax() * rate / len(heard) - 440) < 3


def test_resampling_keeps_the_tone_and_its_length(tmp_path):
    tone = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(96_000) / 96_000)
    soundfile.write(tmp_path / "a.wav", tone, 96_000, "FLOAT")
    rendered(tmp_path / "a.wav", tmp_path / "b", Span(0, 96_000), Coding("wav", 44_100, 1, 32))
    heard, rate = soundfile.read(tmp_path / "b")
    assert (rate, len(heard)) == (44_100, 44_100)
    expected = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(44_100) / 44_100)
    assert np.abs(heard - expected)[500:-500].max() < 1e-5


def test_dither_makes_noise_of_what_rounding_would_lose(tmp_path):
    tone = 0.4 / 32768 * np.sin(2 * np.pi * 1000 * np.arange(RATE) / RATE)
    soundfile.write(tmp_path / "a.wav", tone, RATE, "FLOAT")
    rendered(tmp_path / "a.wav", tmp_path / "plain", Span(0, RATE), Coding("wav", RATE, 1, 16))
    rendered(tmp_path / "a.wav", tmp_path / "dithered", Span(0, RATE), Coding("wav", RATE, 1, 16, dither=True))
    assert not soundfile.read(tmp_path / "plain")[0].any()
    heard, _ = soundfile.read(tmp_path / "dithered")
    assert np.abs(np.fft.rfft(heard)).argmax() == 1000


def test_folding_levelling_and_fading(tmp_path):
    soundfile.write(tmp_path / "a.wav", np.tile([0.5, 0.1], (RATE, 1)), RATE, "FLOAT")
    coding = Coding("wav", RATE, 1, 32)
    rendered(tmp_path / "a.wav", tmp_path / "b", Span(0, RATE), coding, mono=True, peak=0.9, fade_in=0.1, fade_out=0.2)
    heard, _ = soundfile.read(tmp_path / "b")
    assert np.allclose(heard[4800 : RATE - 9600], 0.9, atol=1e-4)
    assert abs(heard[0]) < 1e-3 and abs(heard[2400] - 0.45) < 1e-3
    assert abs(heard[-1]) < 1e-3 and abs(heard[-4800] - 0.45) < 1e-3


def test_channels_go_to_files_of_their_own(tmp_path):
    samples = noise(3000, 3)
    soundfile.write(tmp_path / "a.wav", samples, RATE, "FLOAT")
    files = [(tmp_path / str(number)).open("wb+") for number in range(3)]
    render(tmp_path / "a.wav", Span(0, 3000), files, Coding("wav", RATE, 1, 32), Processing(RATE))
    for number, file in enumerate(files):
        file.close()
        assert np.array_equal(
            soundfile.read(tmp_path / str(number), dtype="float32")[0], samples[:, number].astype("f4")
        )


def test_over_four_gigabytes_a_wav_file_becomes_rf64(tmp_path):
    class Sparse:
        """Takes the zeros of a long silence without storing them."""

        def __init__(self, file):
            self.file, self.tell, self.seek = file, file.tell, file.seek

        def write(self, content):
            if isinstance(content, Silence):
                self.file.seek(len(content), 1)
            else:
                self.file.write(content)

    class Silence:
        def __len__(self):
            return 1 << 30

    with (tmp_path / "long.wav").open("wb") as file:
        writer = WaveWriter(Sparse(file), wave_format(RATE, 2, 16), True)
        for _ in range(4):
            writer.write(Silence())
        writer.finish([(b"LIST", b"INFOINAM\4\0\0\0long")])
    found = probe(tmp_path / "long.wav")
    assert (found.format, round(found.duration)) == ("RF64", round(2**32 / 4 / RATE))
    assert found.fields == {"info.INAM": "long"} and not found.warning


def test_what_a_format_cannot_hold_is_said(tmp_path):
    soundfile.write(tmp_path / "a.wav", noise(100, 6), RATE)
    with pytest.raises(AudioError, match="MP3 holds no more than 2 channels"):
        rendered(tmp_path / "a.wav", tmp_path / "b", Span(0, 100), Coding("mp3", RATE, 6, 16))
    with pytest.raises(AudioError, match="ends before"):
        rendered(tmp_path / "a.wav", tmp_path / "b", Span(100, 5), Coding("wav", RATE, 6, 16))


@pytest.mark.parametrize(("rate", "wanted"), [(96_000, 48_000), (88_200, 44_100), (192_000, 48_000), (50_000, 48_000)])
def test_mp3_gets_a_rate_that_it_can_hold(rate, wanted):
    assert fitting_rate("mp3", rate) == wanted
    assert fitting_rate("wav", rate) == rate
