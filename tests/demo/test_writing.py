"""The files of the demo library: there, whole, as promised, and nobody else's harmed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import av
import mutagen
import numpy as np
import pytest
import soundfile
import wavinfo
from numpy.typing import NDArray

from wavlink_desktop.demo import DemoClip, DemoError, write_demo_library, writing
from wavlink_desktop.demo.library import SOUNDS
from wavlink_desktop.demo.sound import Sound


def read(path: Path) -> tuple[NDArray[np.float64], int]:
    """Samples `(n, channels)` and rate."""
    if path.suffix != ".m4a":
        return soundfile.read(path, always_2d=True)
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray() for frame in container.decode(audio=0)]
        rate = container.streams.audio[0].rate
    return np.concatenate(frames, axis=1).T.astype(np.float64), rate


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Sequence[Sound]:
    """A library of the three shortest sounds, for tests that write."""
    shortest = sorted(SOUNDS, key=lambda sound: sound.seconds)[:3]
    monkeypatch.setattr(writing, "SOUNDS", shortest)
    return shortest


@pytest.mark.parametrize("sound", SOUNDS, ids=lambda sound: sound.path)
def test_a_file_is_what_its_recipe_promises(demo_folder: Any, sound: Sound) -> None:
    samples, rate = read(demo_folder.folder / sound.path)
    assert rate == sound.rate
    assert samples.shape[1] == sound.channels
    slack = 0.1 if sound.path.endswith((".mp3", ".m4a")) else 0.001
    assert len(samples) / rate == pytest.approx(sound.seconds, abs=slack)
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() <= 10 ** (-0.5 / 20)
    assert np.sqrt(np.mean(samples**2)) > 0.002
    assert np.abs(samples.mean(axis=0)).max() < 0.005


def test_clips_tell_where_the_files_are(demo_folder: Any) -> None:
    assert len(demo_folder.clips) == len(SOUNDS)
    assert all((demo_folder.folder / clip.path).is_file() for clip in demo_folder.clips)
    assert all(isinstance(clip, DemoClip) and clip.caption and clip.kind for clip in demo_folder.clips)


def test_nothing_is_left_over_and_all_fits_in_sixty_megabytes(demo_folder: Any) -> None:
    files = [path for path in demo_folder.folder.rglob("*") if path.is_file()]
    assert len(files) == len(SOUNDS)
    assert sum(path.stat().st_size for path in files) < 60e6


@pytest.mark.parametrize("sound", [s for s in SOUNDS if s.event and s.seconds > 30], ids=lambda sound: sound.path)
def test_an_event_changes_the_sound_where_it_is_said_to_be(demo_folder: Any, sound: Sound) -> None:
    samples, rate = read(demo_folder.folder / sound.path)
    assert sound.event is not None
    mono = samples.mean(axis=1)

    def spectrum(start: float, seconds: float) -> NDArray[np.float64]:
        part = mono[round(start * rate) : round((start + seconds) * rate)]
        frames = part[: len(part) // 1024 * 1024].reshape(-1, 1024) * np.hanning(1024)
        return 10 * np.log10(np.mean(np.abs(np.fft.rfft(frames, axis=1)) ** 2, axis=0) + 1e-12)

    event, before, earlier = (
        spectrum(at, sound.event.seconds) for at in (sound.event.at, sound.event.at - 9, sound.event.at - 17)
    )
    assert np.max(event - before) > 6
    assert np.mean(np.abs(event - before)) > 1.5 * np.mean(np.abs(before - earlier))


def test_descriptions_are_in_the_files(demo_folder: Any) -> None:
    described = [sound for sound in SOUNDS if sound.description]
    broadcast = [sound for sound in described if sound.path.endswith(".wav")]
    tagged = [sound for sound in described if sound.path.endswith((".flac", ".mp3"))]
    assert len(broadcast) >= 3
    assert len(tagged) >= 3
    for sound in broadcast:
        info = wavinfo.WavInfoReader(str(demo_folder.folder / sound.path))
        assert info.bext.description == sound.description
    for sound in tagged:
        tags = mutagen.File(demo_folder.folder / sound.path).tags
        assert sound.description in str(tags)


def test_progress_is_told_after_each_file(tmp_path: Path, few: Sequence[Sound]) -> None:
    told: list[tuple[int, int]] = []
    write_demo_library(tmp_path / "new" / "demo", lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_second_run_leaves_everything_alone(tmp_path: Path, few: Sequence[Sound]) -> None:
    first = write_demo_library(tmp_path)
    mine = tmp_path / "my own.wav"
    mine.write_bytes(b"not yours")
    edited = tmp_path / few[0].path
    edited.write_bytes(b"edited")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert write_demo_library(tmp_path) == first
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert edited.read_bytes() == b"edited"


def test_a_deleted_file_comes_back_the_same(tmp_path: Path, few: Sequence[Sound]) -> None:
    write_demo_library(tmp_path)
    path = tmp_path / few[0].path
    samples, _ = read(path)
    path.unlink()
    write_demo_library(tmp_path)
    np.testing.assert_array_equal(read(path)[0], samples)


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path, few: Sequence[Sound]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(DemoError, match=r"cannot be written to .*file.*Choose a folder"):
        write_demo_library(blocked)


def test_a_failure_half_way_leaves_no_half_file(
    tmp_path: Path, few: Sequence[Sound], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(DemoError, match="No space left on device"):
        write_demo_library(tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
