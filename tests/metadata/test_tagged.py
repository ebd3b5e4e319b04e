"""AIFF, MP3, FLAC, Ogg, Opus and M4A: what is written is read back, and nothing else changes."""

import shutil
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.aiff import AIFF
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, COMM, ID3, TPE1, TXXX
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from wavlink_desktop.audio import probe
from wavlink_desktop.audio.source import open_sound
from wavlink_desktop.metadata.errors import DamagedError, RefusedError
from wavlink_desktop.metadata.formats import format_of
from wavlink_desktop.metadata.segments import assemble

KINDS = ("aiff", "mp3", "flac", "ogg", "opus", "m4a")
FIELDS = {"CATID": "DOORWood", "DESCRIPTION": "Old door – ça grince, скрип", "KEYWORDS": "wood, old"}

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40)


@pytest.fixture(scope="module")
def originals(tmp_path_factory, write_sound):
    folder = tmp_path_factory.mktemp("originals")
    return {kind: write_sound(folder / f"original.{kind}", seconds=0.3) for kind in KINDS}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return tmp_path_factory.mktemp("desk")


def samples(path: Path) -> bytes:
    with open_sound(path) as source:
        return b"".join(block.tobytes() for block in source.blocks())


def rewritten(old: Path, fields: dict[str, str]) -> tuple[Path, dict[str, str], list]:
    new = old.with_name("new" + old.suffix)
    form = format_of(old)
    changes = {place: form.fitting(place, text) for field, text in fields.items() for place in form.places[field]}
    former = form.rewrite(old, new, changes)
    form.check_kept(old, new)
    return new, changes, former


def restored(new: Path, former: list) -> bytes:
    path = new.with_name("restored")
    with new.open("rb") as source, path.open("wb") as target:
        assemble(source, former, target)
    return path.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_read_and_can_be_taken_back(kind, originals, desk):
    old = desk / f"old.{kind}"
    shutil.copy(originals[kind], old)
    new, changes, former = rewritten(old, FIELDS)
    assert format_of(new).texts(new) == changes
    assert samples(new) == samples(old)
    assert FIELDS["DESCRIPTION"] in probe(new).description
    assert any(value == "DOORWood" for name, value in probe(new).fields.items() if name.lower().endswith("catid"))
    assert restored(new, former) == old.read_bytes()
    cleared = format_of(new)
    cleared.rewrite(new, old, dict.fromkeys(changes, ""))
    assert cleared.texts(old) == {}


@settings(max_examples=12, deadline=None)
@given(artist=texts, comment=texts, picture=st.binary(max_size=3000), padding=st.integers(0, 3000), text=texts)
@pytest.mark.parametrize("kind", ["mp3", "aiff"])
def test_other_id3_frames_stay(kind, originals, desk, artist, comment, picture, padding, text):
    old = desk / f"old.{kind}"
    shutil.copy(originals[kind], old)
    tags = ID3()
    tags.add(TPE1(text=artist))
    tags.add(COMM(lang="deu", desc="notes", text=comment))
    tags.add(TXXX(desc="MOOD", text=comment))
    tags.add(APIC(mime="image/png", data=picture))
    if kind == "mp3":
        tags.save(old, v1=2, padding=lambda _: padding)
    else:
        file = AIFF(old)
        file.add_tags()
        for frame in tags.values():
            file.tags.add(frame)
        file.save(padding=lambda _: padding)
    new, _, former = rewritten(old, {"DESCRIPTION": " ".join(text.split()) or "x"})
    after = ID3(new) if kind == "mp3" else AIFF(new).tags
    for key, frame in tags.items():
        assert after[key] == frame
    assert after.version == (2, 4, 0)
    assert restored(new, former) == old.read_bytes()


@settings(max_examples=12, deadline=None)
@given(artist=texts, picture=st.binary(max_size=3000), padding=st.integers(0, 9000), text=st.text("ab ", min_size=1))
@pytest.mark.parametrize(("kind", "opened"), [("flac", FLAC), ("ogg", OggVorbis), ("opus", OggOpus)])
def test_other_comments_and_blocks_stay(kind, opened, originals, desk, artist, picture, padding, text):
    old = desk / f"old.{kind}"
    shutil.copy(originals[kind], old)
    file = opened(old)
    file["ARTIST"] = [artist, artist[::-1]]
    file["KEYWORDS"] = ["door", "old"]
    if kind == "flac":
        block = Picture()
        block.data = picture
        file.add_picture(block)
    file.save(old, padding=lambda _: padding)
    new, _, former = rewritten(old, {"KEYWORDS": "door, old, wood", "DESCRIPTION": text.strip() + "x" * 300})
    after = opened(new)
    assert after["ARTIST"] == [artist, artist[::-1]]
    assert after["KEYWORDS"] == ["door", "old", "wood"]
    assert after.tags.vendor == file.tags.vendor
    if kind == "flac":
        assert [block.data for block in after.pictures] == [picture]
        assert after.info.md5_signature == file.info.md5_signature
    assert restored(new, former) == old.read_bytes()


def aiff_chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    position, chunks = 12, []
    while position < len(content):
        name, size = struct.unpack_from(">4sI", content, position)
        chunks.append((name, content[position + 8 : position + 8 + size]))
        position += 8 + size + size % 2
    return chunks


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([b"MARK", b"ANNO", b"APPL", b"    "]), st.binary(max_size=9)), max_size=4))
def test_other_aiff_chunks_stay(originals, desk, extra):
    content = originals["aiff"].read_bytes()
    for name, value in extra:
        content += name + struct.pack(">I", len(value)) + value + b"\0" * (len(value) % 2)
    old = desk / "old.aiff"
    old.write_bytes(content[:4] + struct.pack(">I", len(content) - 8) + content[8:])
    new, changes, former = rewritten(old, FIELDS)
    assert [chunk for chunk in aiff_chunks(new.read_bytes()) if chunk[0] != b"ID3 "] == aiff_chunks(old.read_bytes())
    assert format_of(new).texts(new) == changes
    assert restored(new, former) == old.read_bytes()


def test_m4a_keeps_its_other_atoms(originals, desk):
    old = desk / "old.m4a"
    shutil.copy(originals["m4a"], old)
    file = MP4(old)
    file["©ART"] = ["Somebody"]
    file["----:org.example:ODD"] = [b"\1\2"]
    file.save()
    new, _, former = rewritten(old, {"DESCRIPTION": "x" * 5000})
    assert MP4(new)["©ART"] == ["Somebody"]
    assert MP4(new)["----:org.example:ODD"] == [b"\1\2"]
    assert restored(new, former) == old.read_bytes()


def test_an_old_tag_becomes_version_2_4_and_one_that_would_lose_frames_is_refused(originals, desk):
    old = desk / "old.mp3"
    shutil.copy(originals["mp3"], old)
    tags = ID3()
    tags.add(TPE1(text="Somebody"))
    tags.save(old, v2_version=3)
    new, _, _ = rewritten(old, FIELDS)
    assert (ID3(new).version, ID3(new)["TPE1"].text) == ((2, 4, 0), ["Somebody"])
    frame = b"XODD" + struct.pack(">IH", 3, 0) + b"\0ab"
    tag = b"ID3\3\0\0" + bytes([0, 0, 0, len(frame)]) + frame
    old.write_bytes(tag + originals["mp3"].read_bytes())
    with pytest.raises(RefusedError, match=r"version 2\.3 has frames that are not known"):
        rewritten(old, FIELDS)


def test_sound_that_differs_is_noticed(originals, desk):
    old, other = desk / "old.flac", desk / "other.flac"
    shutil.copy(originals["flac"], old)
    content = bytearray(originals["flac"].read_bytes())
    content[-40] ^= 1
    other.write_bytes(content)
    with pytest.raises(RefusedError, match="not that of the old one"):
        format_of(old).check_kept(old, other)


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (b"RIFF\0\0\0\0AVI ", RefusedError, "this format"),
        (b"hello, is this a sound?", RefusedError, "this format"),
        (b"OggS" + b"\0" * 100, RefusedError, "Vorbis, Opus, Speex and FLAC"),
        (b"fLaC" + b"\xff" * 100, DamagedError, "damaged"),
        (b"\0\0\0\x18ftypM4A ", DamagedError, "damaged"),
        (b"", RefusedError, "this format"),
    ],
)
def test_what_cannot_be_written_says_so(tmp_path, content, error, message):
    path = tmp_path / "odd"
    path.write_bytes(content)
    with pytest.raises(error, match=message):
        format_of(path).texts(path)
