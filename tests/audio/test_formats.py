"""Every format: what is written is what is read."""

from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import EXTENSIONS, decode, decode_frames, probe

SNDFILE = [
    # ending, libsndfile's container and coding, rate, channels, bits
    ("wav", "WAV", "PCM_U8", 8000, 1, 8),
    ("wav", "WAV", "PCM_16", 44100, 2, 16),
    ("wav", "WAV", "PCM_24", 192000, 2, 24),
    ("wav", "WAV", "FLOAT", 48000, 1, 32),
    ("wav", "WAV", "DOUBLE", 48000, 1, 64),
    ("wav", "WAVEX", "PCM_24", 48000, 16, 24),
    ("wav", "WAV", "ULAW", 8000, 1, None),
    ("wav", "WAV", "MS_ADPCM", 22050, 1, None),
    ("rf64", "RF64", "PCM_24", 96000, 6, 24),
    ("w64", "W64", "PCM_16", 44100, 2, 16),
    ("aiff", "AIFF", "PCM_24", 48000, 2, 24),
    ("aifc", "AIFF", "FLOAT", 48000, 1, 32),
    ("flac", "FLAC", "PCM_24", 96000, 2, 24),
    ("ogg", "OGG", "VORBIS", 44100, 2, None),
    ("opus", "OGG", "OPUS", 48000, 2, None),
    ("caf", "CAF", "PCM_24", 48000, 2, 24),
    ("caf", "CAF", "ALAC_16", 44100, 1, None),
    ("au", "AU", "PCM_16", 11025, 1, 16),
    ("mp3", "MP3", "MPEG_LAYER_III", 44100, 2, None),
    ("mp3", "MP3", "MPEG_LAYER_III", 16000, 1, None),
]
FFMPEG = [
    # ending, FFmpeg's codec and container, rate, channels, what we call the container, bits
    ("m4a", "aac", "ipod", 44100, 2, "MP4", None),
    ("m4a", "alac", "ipod", 48000, 1, "MP4", 24),
    ("aac", "aac", "adts", 48000, 1, "AAC", None),
    ("mp4", "aac", "mp4", 44100, 1, "MP4", None),
    ("3gp", "libopencore_amrnb", "3gp", 8000, 1, "MP4", None),
    ("amr", "libopencore_amrnb", "amr", 8000, 1, "AMR", None),
    ("wv", "wavpack", "wv", 44100, 2, "WV", 16),
    ("wma", "wmav2", "asf", 44100, 2, "WMA", None),
    ("mka", "libopus", "matroska", 48000, 1, "MKA", None),
    ("webm", "libopus", "webm", 48000, 2, "MKA", None),
    ("ac3", "ac3", "ac3", 48000, 2, "AC3", None),
    ("mp2", "mp2", "mp2", 48000, 1, "MP3", None),
    ("tta", "tta", "tta", 44100, 1, "TTA", 8),
    ("wav", "adpcm_yamaha", "wav", 44100, 1, "WAV", None),
    ("wav", "libmp3lame", "wav", 44100, 1, "WAV", None),
]
SECONDS = 3.0
BIT_RATES = {"wmav2": 128000}
"""For encoders that have no default of their own."""
CODEC_DELAY = 0.09
"""Seconds by which old codecs without gapless marks shift and lengthen a sound."""


@pytest.mark.parametrize(("ending", "container", "coding", "rate", "channels", "bits"), SNDFILE)
def test_libsndfile_formats(ending, container, coding, rate, channels, bits, tmp_path, tone, loudest_frequency):
    path = tmp_path / f"tone.{ending}"
    soundfile.write(path, tone(SECONDS, rate, channels, 1000.0), rate, format=container, subtype=coding)
    info = probe(path)
    assert (info.sample_rate, info.channels, info.bit_depth, info.warning) == (rate, channels, bits, "")
    assert info.duration == pytest.approx(SECONDS, abs=0.002 if coding != "MS_ADPCM" else 0.05)
    assert info.format == {"WAVEX": "WAV"}.get(container, container)
    frames, frames_rate = decode_frames(path)
    assert (frames.shape[1], frames_rate) == (channels, rate)
    assert len(frames) == pytest.approx(info.duration * rate, abs=1)
    samples = decode(path)
    assert samples.dtype == np.float32
    assert len(samples) == pytest.approx(info.duration * 16000, abs=1)
    assert loudest_frequency(samples, 16000) == pytest.approx(1000.0, abs=1)
    assert np.percentile(np.abs(samples), 99) == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(("ending", "codec", "container", "rate", "channels", "name", "bits"), FFMPEG)
def test_ffmpeg_formats(
    ending, codec, container, rate, channels, name, bits, tmp_path, tone, encode, loudest_frequency
):
    path = encode(
        tmp_path / f"tone.{ending}",
        tone(SECONDS, rate, channels, 1000.0),
        rate,
        codec,
        container,
        bit_rate=BIT_RATES.get(codec, 0),
    )
    info = probe(path)
    assert (info.sample_rate, info.channels, info.format, info.bit_depth) == (rate, channels, name, bits)
    assert info.warning == ""
    assert info.duration == pytest.approx(SECONDS, abs=CODEC_DELAY)
    samples = decode(path)
    assert len(samples) == pytest.approx(info.duration * 16000, abs=CODEC_DELAY * 16000)
    assert loudest_frequency(samples, 16000) == pytest.approx(1000.0, abs=1)


@pytest.mark.parametrize("ending", ["wav", "flac", "ogg", "mp3", "aiff"])
def test_a_region_is_the_same_stretch_of_the_whole(ending, tmp_path, noise):
    path = tmp_path / f"noise.{ending}"
    soundfile.write(path, noise(5.0, 44100, 2), 44100)
    whole, rate = decode_frames(path)
    region, _ = decode_frames(path, 2.5, 3.25)
    assert region.shape == (round(0.75 * rate), 2)
    assert np.allclose(region, whole[round(2.5 * rate) :][: len(region)], atol=1e-5)


@pytest.mark.parametrize(("ending", "codec", "rate"), [("m4a", "alac", 44100), ("wv", "wavpack", 44100)])
def test_a_region_of_an_ffmpeg_format_is_exact(ending, codec, rate, tmp_path, noise, encode):
    path = encode(tmp_path / f"noise.{ending}", noise(5.0, rate), rate, codec)
    whole, _ = decode_frames(path)
    region, _ = decode_frames(path, 2.5, 3.25)
    assert np.array_equal(region, whole[round(2.5 * rate) :][: round(0.75 * rate)])


@pytest.mark.parametrize("codec", ["libopus", "aac"])
@pytest.mark.parametrize("start", [0.0, 0.3, 1.5])
def test_matroska_keeps_its_time(codec, start, tmp_path, noise, encode):
    """Its first packets may be the decoder's delay: what follows must not move to the front. It counts in whole ms."""
    sound = noise(3.0, 48000)
    path = encode(tmp_path / "noise.mka", sound, 48000, codec)
    region, rate = decode_frames(path, start, start + 0.5)
    assert len(region) == 0.5 * rate
    heard, first = region[4000:12000, 0], round(start * rate) + 4000
    shift = max(range(-200, 201), key=lambda by: float(heard @ sound[first + by :][: len(heard), 0]))
    assert abs(shift) <= 0.002 * rate


def test_mp3_without_a_length_header_is_counted(tmp_path, tone, noise):
    """Silence then noise, so that a guess from the first frames' bit rate is far off."""
    path = tmp_path / "vbr.mp3"
    sound = np.concatenate([tone(8.0, 44100, frequency=1.0) * 0, noise(4.0, 44100)])
    soundfile.write(path, sound, 44100, bitrate_mode="VARIABLE", compression_level=0.5)
    content = path.read_bytes()
    second_frame = content.index(b"\xff\xfb", 4)
    assert b"Xing" in content[:second_frame]
    path.write_bytes(content[second_frame:])
    info = probe(path)
    assert info.duration == pytest.approx(12.0, abs=0.06)
    assert info.warning == ""
    assert len(decode(path)) == pytest.approx(info.duration * 16000, abs=1)


def test_mp3_is_as_long_as_what_was_encoded(tmp_path, tone):
    path = tmp_path / "gapless.mp3"
    soundfile.write(path, tone(3.3), 44100)
    assert len(decode_frames(path)[0]) == round(3.3 * 44100)


def test_the_sound_of_a_video_is_its_first_track(tmp_path, tone, loudest_frequency):
    path = tmp_path / "film.mkv"
    with av.open(str(path), "w") as output:
        video = output.add_stream("mpeg4", rate=25)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        audio = output.add_stream("flac", rate=48000, layout="mono")
        samples = np.ascontiguousarray((tone(1.0, 48000, frequency=500.0).T * 32767).astype(np.int16))
        sound = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        sound.sample_rate = 48000
        picture = av.VideoFrame.from_ndarray(np.zeros((48, 64, 3), np.uint8))
        picture.pts = sound.pts = 0
        for packet in [*video.encode(picture), *video.encode(None), *audio.encode(sound), *audio.encode(None)]:
            output.mux(packet)
    assert probe(path).codec == "FLAC"
    assert loudest_frequency(decode(path), 16000) == pytest.approx(500.0, abs=2)


def test_endings_are_lower_case_with_a_dot():
    assert {".wav", ".bwf", ".w64", ".rf64", ".flac", ".opus", ".mp3", ".m4a", ".caf", ".wma"} <= EXTENSIONS
    assert all(ending == Path(f"x{ending.lower()}").suffix for ending in EXTENSIONS)
