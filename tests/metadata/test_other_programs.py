"""exiftool, mediainfo and ffprobe still read the files, and read what was written."""

import json
import shutil
import subprocess

import pytest
import soundfile

from wavlink_desktop.metadata.formats import format_of

FIELDS = {"DESCRIPTION": "Old door – ça grince", "KEYWORDS": "bois, old", "FXNAME": "Old Creak", "LIBRARY": "Möbel"}
KINDS = ("wav", "rf64", "aiff", "mp3", "flac", "ogg", "opus", "m4a")


@pytest.fixture(scope="module", params=KINDS)
def written(request, tmp_path_factory, write_sound):
    """A file of each kind with tags in it."""
    folder = tmp_path_factory.mktemp("written")
    old, new = folder / f"old.{request.param}", folder / f"new.{request.param}"
    if request.param == "rf64":
        soundfile.write(old, [0.0, 0.5] * 8000, 16_000, format="RF64")
    else:
        write_sound(old)
    form = format_of(old)
    values = {**FIELDS, "CATID": "DOORWood", "CATEGORY": "DOORS"}
    changes = {place: form.fitting(place, text) for field, text in values.items() for place in form.places[field]}
    form.rewrite(old, new, changes)
    return new


def run(*command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run([str(part) for part in command], capture_output=True, check=True, timeout=60).stdout


def flat(value):
    """Every text in a JSON document."""
    if isinstance(value, dict | list):
        return [text for part in (value.values() if isinstance(value, dict) else value) for text in flat(part)]
    return [str(value)]


def test_exiftool(written):
    (read,) = json.loads(run("exiftool", "-json", "-a", "-G4", "-charset", "RIFF=UTF8", written))
    assert not [key for key in read if key.endswith((":Error", ":Warning"))], read
    texts = " | ".join(flat(read))
    for text in ("Old Creak", "Old door – ça grince", "bois, old", "DOORWood"):
        assert text in texts


def test_mediainfo(written):
    read = json.loads(run("mediainfo", "--Output=JSON", written))
    texts = " | ".join(flat(read))
    assert "Old Creak" in texts
    # It takes INFO for Latin-1; bext is ASCII.
    assert ("Old door - ca grince" if written.suffix in (".wav", ".rf64") else "Old door – ça grince") in texts
    assert any(float(track.get("Duration", 0)) > 0.4 for track in read["media"]["track"])


def test_ffprobe(written):
    options = ["-v", "error", "-show_format", "-show_streams", "-of", "json"]
    read = json.loads(run("ffprobe", *options, written))
    tags = {**read["format"].get("tags", {}), **read["streams"][0].get("tags", {})}
    tags = {name.lower(): text for name, text in tags.items()}
    assert tags["title"] == "Old Creak"
    assert "Old door" in tags.get("description", tags.get("comment", ""))
    assert read["streams"][0]["codec_type"] == "audio"
    if written.suffix not in (".wav", ".rf64"):
        assert tags["catid"] == "DOORWood"
