"""The recipes of the demo library: enough of them, varied, and each what it promises."""

from collections import Counter
from pathlib import PurePosixPath

import numpy as np
import pytest

from wavlink_desktop.demo.library import SOUNDS
from wavlink_desktop.demo.rendering import render

KINDS = {
    "rain", "thunder", "wind", "fire", "police siren", "dog bark", "door knock", "glass breaking", "church bell",
    "explosion", "footsteps on gravel",
}  # fmt: skip


def test_enough_clips_of_enough_kinds() -> None:
    assert len(SOUNDS) >= 60
    kinds = {sound.kind for sound in SOUNDS}
    assert len(kinds) >= 30
    assert kinds >= KINDS


def test_paths_are_unique_relative_and_safe_on_every_system() -> None:
    paths = [sound.path for sound in SOUNDS]
    assert len({path.lower() for path in paths}) == len(paths)
    for path in paths:
        assert not PurePosixPath(path).is_absolute()
        assert ".." not in PurePosixPath(path).parts
        assert len(PurePosixPath(path).parts) == 2
        assert not set(path) & set('<>:"\\|?*')


def test_formats_rates_and_channels_are_mixed() -> None:
    suffixes = Counter(PurePosixPath(sound.path).suffix for sound in SOUNDS)
    assert set(suffixes) >= {".wav", ".aiff", ".flac", ".ogg", ".opus", ".mp3", ".m4a", ".w64", ".caf", ".au"}
    assert {sound.container for sound in SOUNDS} >= {"RF64", "WAVEX"}
    assert {sound.rate for sound in SOUNDS} >= {8_000, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000}
    assert {sound.channels for sound in SOUNDS} >= {1, 2, 4, 6}
    assert {sound.subtype for sound in SOUNDS} >= {"PCM_16", "PCM_24", "FLOAT", "PCM_U8", "ULAW"}


def test_long_files_hide_an_event_that_their_name_does_not_tell() -> None:
    hidden = [sound for sound in SOUNDS if sound.event and sound.seconds >= 40]
    assert len(hidden) >= 5
    for sound in hidden:
        assert sound.event is not None
        assert 10 < sound.event.at < sound.event.at + sound.event.seconds < sound.seconds
        name = sound.path.lower()
        assert not any(word in name for word in sound.kind.split())


@pytest.mark.parametrize("number", [1, 25, 60, 90])
def test_the_same_samples_every_time(number: int) -> None:
    sound = SOUNDS[number]
    np.testing.assert_array_equal(render(sound), render(sound))


def test_two_takes_of_a_kind_differ() -> None:
    kinds = Counter(sound.kind for sound in SOUNDS)
    assert sum(times > 1 for times in kinds.values()) >= 5


def test_stereo_has_width() -> None:
    sound = next(sound for sound in SOUNDS if sound.channels == 2 and sound.kind == "rain")
    left, right = render(sound).T
    assert 0.1 < np.corrcoef(left, right)[0, 1] < 0.95
