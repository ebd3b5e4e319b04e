"""Files that cannot be read, or not wholly: each is told apart, and none stops whoever reads it."""

import os
import struct
import sys
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import (
    AudioError,
    decode,
    decode_frames,
    growing_peaks,
    growing_spectrum,
    probe,
    read_windows,
)


def peaks(path, pixel=None):
    *_, whole = growing_peaks(path, pixel)
    return whole


READERS = [
    probe,
    decode,
    decode_frames,
    peaks,
    lambda path: list(growing_spectrum(path, 50)),
    lambda path: list(read_windows(path)),
]


def reason(path) -> str:
    """What every way to read the file says of it."""
    reasons = set()
    for read in READERS:
        with pytest.raises(AudioError) as error:
            read(path)
        reasons.add(str(error.value))
    assert len(reasons) == 1
    return reasons.pop()


def promise(path: Path, size: int) -> None:
    """Write another size into the header of the WAV's 44 bytes."""
    with path.open("r+b") as file:
        file.seek(40)
        file.write(struct.pack("<I", size))


def test_missing_file(tmp_path):
    assert "not there" in reason(tmp_path / "gone.wav")


def test_file_in_a_missing_folder(wav):
    assert "not there" in reason(wav / "inside.wav")


def test_name_that_no_file_can_have():
    assert "not there" in reason("a\0b.wav")


def test_empty_file(tmp_path):
    (tmp_path / "empty.wav").touch()
    assert reason(tmp_path / "empty.wav") == "The file is empty (0 bytes)."


def test_folder(tmp_path):
    (tmp_path / "folder.wav").mkdir()
    assert "folder" in reason(tmp_path / "folder.wav")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.wav")
    assert "pipe" in reason(tmp_path / "pipe.wav")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_device():
    assert "device" in reason("/dev/zero")


def test_link_to_itself(tmp_path):
    (tmp_path / "loop.wav").symlink_to(tmp_path / "loop.wav")
    assert "leads back to itself" in reason(tmp_path / "loop.wav")


def test_link_to_nothing(tmp_path):
    (tmp_path / "link.wav").symlink_to(tmp_path / "gone.wav")
    assert "not there" in reason(tmp_path / "link.wav")


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no users here")
def test_file_without_permission(wav):
    wav.chmod(0)
    if os.geteuid() != 0:
        assert "permission" in reason(wav)
        return
    os.seteuid(65534)  # the superuser may read everything
    try:
        assert "permission" in reason(wav)
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("name", ["notes.wav", "notes.mp3", "notes.flac", "notes.ogg", "notes.m4a"])
def test_text_that_poses_as_a_sound(name, tmp_path):
    (tmp_path / name).write_text("Shopping: milk, bread, a new microphone.\n" * 50)
    assert "not a sound file" in reason(tmp_path / name)


def test_playlist_that_poses_as_a_sound_opens_nothing(tmp_path, wav):
    path = tmp_path / "list.m3u8"
    path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{wav}\n#EXT-X-ENDLIST\n")
    reason(path)


def test_picture_that_poses_as_a_sound(tmp_path):
    header = struct.pack(">4sIIBBBBB", b"IHDR", 1, 1, 8, 0, 0, 0, 0)
    (tmp_path / "picture.wav").write_bytes(b"\x89PNG\r\n\x1a\n" + header + b"\0" * 100)
    reason(tmp_path / "picture.wav")


def test_film_without_sound(tmp_path):
    path = tmp_path / "silent.mp4"
    with av.open(str(path), "w") as output:
        video = output.add_stream("mpeg4", rate=25)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        picture = av.VideoFrame.from_ndarray(np.zeros((48, 64, 3), np.uint8))
        for packet in [*video.encode(picture), *video.encode(None)]:
            output.mux(packet)
    assert reason(path) == "The file has no sound track."


@pytest.mark.parametrize("ending", ["wav", "aiff", "ogg", "caf"])
def test_file_with_no_samples(ending, tmp_path):
    soundfile.write(tmp_path / f"none.{ending}", np.zeros((0, 1)), 44100)
    assert "holds no sound" in reason(tmp_path / f"none.{ending}")


def test_header_alone(wav):
    wav.write_bytes(wav.read_bytes()[:44])
    assert "holds no sound" in reason(wav)


def test_half_a_header(wav):
    wav.write_bytes(wav.read_bytes()[:20])
    assert "damaged, cut off" in reason(wav)


def test_absurd_sample_rate(wav):
    with wav.open("r+b") as file:
        file.seek(24)
        file.write(struct.pack("<I", 3))
    assert "sample rate of 3 Hz" in reason(wav)


def test_coding_that_nobody_knows(wav):
    with wav.open("r+b") as file:
        file.seek(20)
        file.write(struct.pack("<H", 0x4242))
    assert "not supported" in reason(wav)


def test_mp4_that_was_cut_off_before_its_index(tmp_path, noise, encode):
    path = encode(tmp_path / "cut.m4a", noise(), 44100, "aac", "ipod")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "damaged, cut off" in reason(path)


@pytest.mark.parametrize(
    ("ending", "container"),
    [
        ("wav", "WAV"),
        ("wav", "WAVEX"),
        ("rf64", "RF64"),
        ("w64", "W64"),
        ("aiff", "AIFF"),
        ("caf", "CAF"),
        ("au", "AU"),
    ],
)
def test_cut_off_file_is_used_as_far_as_it_goes(ending, container, tmp_path, noise):
    path = tmp_path / f"cut.{ending}"
    soundfile.write(path, noise(12.0, 8000), 8000, format=container, subtype="PCM_16")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 4])
    info = probe(path)
    assert info.duration == pytest.approx(3.0, abs=0.5)  # CAF writes 4 kB before the sound
    assert info.warning.startswith("truncated: the header promises 12.0 s, the file holds ")
    assert len(decode(path)) == pytest.approx(info.duration * 16000, abs=1)
    [(window, _)] = read_windows(path)
    assert window.end == pytest.approx(info.duration, abs=1e-3)


@pytest.mark.parametrize("ending", ["flac", "mp3"])
def test_cut_off_compressed_file_is_used_as_far_as_it_goes(ending, tmp_path, noise):
    path = tmp_path / f"cut.{ending}"
    soundfile.write(path, noise(12.0), 44100)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 4])
    info = probe(path)
    assert info.duration == pytest.approx(3.0, abs=0.3)
    assert info.warning.startswith("truncated: the header promises 12.0 s, the file holds ")
    [(window, _)] = read_windows(path)
    assert window.end == pytest.approx(info.duration, abs=0.1)


def test_header_that_lies_about_forty_hours(wav):
    wav.write_bytes(wav.read_bytes()[:1000])
    promise(wav, 2**32 - 2)
    info = probe(wav)
    assert info.duration == pytest.approx(956 / 88200)
    assert info.warning == f"truncated: the header promises {(2**32 - 2) / 88200:,.1f} s, the file holds 0.0 s"
    assert len(decode(wav)) == round(478 * 16000 / 44100)


@pytest.mark.parametrize("size", [0, 2**32 - 1])
def test_recording_that_was_never_finished_is_whole(size, wav):
    """Recorders write the size last: before, it is 0 or as large as can be."""
    promise(wav, size)
    info = probe(wav)
    assert (info.duration, info.warning) == (pytest.approx(2.0), "")
    assert len(decode(wav)) == 32000


def test_wav_within_its_own_tail_of_other_chunks_is_not_truncated(wav, add_chunks):
    add_chunks((wav), (b"JUNK", b"\0" * 1001))
    assert probe(wav).warning == ""


@pytest.mark.parametrize("ending", ["flac", "ogg"])
def test_damage_in_the_middle_ends_in_an_error_after_the_good_windows(ending, tmp_path, noise):
    path = tmp_path / f"damaged.{ending}"
    soundfile.write(path, noise(40.0, 16000), 16000)
    middle = path.stat().st_size // 2
    with path.open("r+b") as file:
        file.seek(middle)
        file.write(np.random.default_rng(1).bytes(20000))
    read = []
    with pytest.raises(AudioError, match="damaged or missing"):
        read.extend(read_windows(path))  # what extend took before the error stays
    assert read[0][0].end == 10.0
    assert 15 < read[-1][0].end < 40
    assert 15 * 16000 < len(decode(path)) < 40 * 16000
    assert peaks(path).minima.any()


def test_damaged_mp3_goes_on_behind_the_damage(tmp_path, noise):
    path = tmp_path / "damaged.mp3"
    soundfile.write(path, noise(20.0), 44100)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\0" * 8000)
    assert 18 * 16000 < len(decode(path)) < 20 * 16000


def test_decoders_keep_quiet(tmp_path, noise, capfd):
    """libmpg123 and FFmpeg write to the terminal behind Python's back."""
    path = tmp_path / "damaged.mp3"
    soundfile.write(path, noise(5.0), 44100)
    with path.open("r+b") as file:
        file.seek(5000)
        file.write(np.random.default_rng(1).bytes(5000))
    probe(path)
    decode(path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are Unicode here")
@pytest.mark.parametrize("ending", ["wav", "flac", "mp3", "m4a"])
def test_names_that_are_not_utf8(ending, tmp_path, noise, encode):
    plain = tmp_path / f"plain.{ending}"
    if ending == "m4a":
        encode(plain, noise(), 44100, "aac", "ipod")
    else:
        soundfile.write(plain, noise(), 44100)
    path = tmp_path / os.fsdecode(b"caf\xe9 \xff.") / f"x.{ending}"
    path.parent.mkdir()
    path = path.with_name(os.fsdecode(b"r\xe9gen.") + ending)
    plain.rename(path)
    for given in (path, str(path)):
        assert probe(given).duration == pytest.approx(2.0, abs=0.01)
        assert len(decode(given)) == pytest.approx(32000, abs=160)
        assert len(list(read_windows(given))) == 1
        assert len(peaks(given, 1000).minima) <= 100


@pytest.mark.parametrize("ending", ["wav", "aiff", "flac", "ogg", "mp3", "m4a"])
def test_headers_with_wrong_bytes_give_sound_or_a_reason(ending, tmp_path, noise, encode):
    whole = tmp_path / f"whole.{ending}"
    if ending == "m4a":
        encode(whole, noise(0.5, 16000), 16000, "aac", "ipod")
    else:
        soundfile.write(whole, noise(0.5, 16000), 16000)
    content = whole.read_bytes()
    damaged = tmp_path / f"damaged.{ending}"
    chance = np.random.default_rng(5)
    for _ in range(30):
        wrong = bytearray(content)
        for place in chance.integers(0, min(len(wrong), 300), 3):
            wrong[place] = chance.choice([0, 127, 255])
        damaged.write_bytes(wrong)
        for read in READERS:
            try:
                read(damaged)
            except AudioError as error:
                assert str(error).endswith(".")
