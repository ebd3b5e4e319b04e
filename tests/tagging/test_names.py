from pathlib import Path

import pytest

from wavlink_desktop.library.records import Clip
from wavlink_desktop.tagging import load_vocabulary
from wavlink_desktop.tagging.names import NameMatcher


def clip(path: str, description: str = "") -> Clip:
    full = Path("/sounds") / path
    return Clip(1, full, full.name, Path("/sounds"), 1, 0.0, 1.0, 48000, 1, 16, "WAV", description, True, True)


@pytest.fixture(scope="module")
def matcher():
    return NameMatcher(load_vocabulary("ucs"))


@pytest.fixture(scope="module")
def labels():
    return [label.name for label in load_vocabulary("ucs").labels]


def best(matcher, labels, of: Clip):
    evidence = matcher.mentions(of)
    index = max(evidence, key=lambda i: evidence[i].strength)
    return labels[index], evidence[index]


@pytest.mark.parametrize(
    ("path", "cat_id"),
    [
        ("door creak 03.wav", "DOORCreak"),
        ("RainOnMetalRoof.wav", "RAINMetl"),
        ("police_siren_distant.flac", "VEHSirn"),
        ("Alarms/fire bell.wav", "ALRMBell"),
        ("Doors/creak 03.wav", "DOORCreak"),
        ("thunder.ogg", "THUN"),
        ("glass breaking.wav", "GLASBrk"),
    ],
)
def test_a_name_says_what_it_is(matcher, labels, path, cat_id):
    label, evidence = best(matcher, labels, clip(path))
    assert label == cat_id
    assert evidence.source == "name"
    assert 0.4 < evidence.strength <= 1


def test_a_near_folder_says_more_than_a_far_one(matcher, labels):
    assert best(matcher, labels, clip("thunder/cat meowing/001.wav"))[0] == "ANMLCat"
    assert best(matcher, labels, clip("cat meowing/thunder/001.wav"))[0] == "THUN"


def test_a_description_speaks_for_a_nameless_file(matcher, labels):
    label, evidence = best(matcher, labels, clip("A0001.wav", "Cat meowing"))
    assert label == "ANMLCat"
    assert evidence.source == "metadata"


def test_a_fuller_match_is_stronger(matcher, labels):
    evidence = matcher.mentions(clip("door creak.wav"))
    assert evidence[labels.index("DOORCreak")].strength > evidence[labels.index("DOORWood")].strength


def test_unknown_words_say_nothing(matcher):
    assert matcher.mentions(clip("zxqv 0001.wav")) == {}


def test_a_file_outside_its_folder_is_still_read(matcher, labels):
    stray = Clip(
        1, Path("/else/thunder.wav"), "thunder.wav", Path("/sounds"), 1, 0.0, 1.0, 8000, 1, 16, "WAV", "", True, True
    )
    assert best(matcher, labels, stray)[0] == "THUN"
