"""Markers and regions are read, and are as `wavinfo` reads them."""

import struct
import warnings

import pytest
import soundfile
from wavinfo import WavInfoReader

from wavlink_desktop.audio import probe


def cue(*markers: tuple[int, int]) -> bytes:
    """`(number, frame)` of each marker."""
    points = (struct.pack("<II4sIII", number, frame, b"data", 0, 0, frame) for number, frame in markers)
    return struct.pack("<I", len(markers)) + b"".join(points)


def adtl(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = (name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2) for name, content in chunks)
    return b"adtl" + b"".join(parts)


def label(number: int, said: str, name: bytes = b"labl") -> tuple[bytes, bytes]:
    return name, struct.pack("<I", number) + said.encode() + b"\0"


def region(number: int, length: int, said: str = "") -> tuple[bytes, bytes]:
    return b"ltxt", struct.pack("<II4sHHHH", number, length, b"rgn ", 0, 0, 0, 0) + said.encode() + b"\0"


def cues(info):
    return {name: value for name, value in info.fields.items() if name.startswith("cue.")}


def test_markers_and_regions(wav, add_chunks):
    texts = adtl(label(2, "Creak, long"), label(1, "Slam"), region(2, 44100), label(2, "near", b"note"))
    add_chunks(wav, (b"cue ", cue((1, 22050), (2, 44100), (3, 66150))), (b"LIST", texts))
    info = probe(wav)
    assert cues(info) == {"cue.0.500": "Slam", "cue.1.000-2.000": "Creak, long · near"}
    assert info.description == "Slam · Creak, long · near"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = WavInfoReader(str(wav)).cues
    assert [frame for _, frame in read.each_cue()] == [22050, 44100, 66150]
    assert [read.label_and_note(number)[0] for number in (1, 2, 3)] == ["Slam", "Creak, long", None]
    assert read.range(2) == 44100


def test_the_text_of_a_region_and_labels_before_their_markers(wav, add_chunks):
    add_chunks(wav, (b"LIST", adtl(region(7, 11025, "Étape"))), (b"cue ", cue((7, 0))))
    assert cues(probe(wav)) == {"cue.0.000-0.250": "Étape"}


def test_two_markers_at_one_moment_are_both_kept(wav, add_chunks):
    texts = adtl(label(1, "Slam"), label(2, "Rattle"), label(3, "Slam"))
    add_chunks(wav, (b"cue ", cue((1, 0), (2, 0), (3, 0))), (b"LIST", texts))
    assert cues(probe(wav)) == {"cue.0.000": "Slam · Rattle"}


@pytest.mark.parametrize(
    ("points", "texts"),
    [
        (b"", adtl(label(1, "lost"))),
        (b"\xff\xff\xff\xff" + b"\xff" * 30, adtl((b"labl", b"\1"), (b"ltxt", b"\1\0\0\0"))),
        (cue((1, 5)), b"adtl\xff\xff\xff\xff\xff\xff\xff\xff"),
        (cue((1, 5)), adtl((b"rgn ", b"\1\0\0\0what"), label(9, "of no marker"))),
    ],
)
def test_damaged_markers_cost_nothing_else(points, texts, wav, add_chunks):
    information = b"INFOINAM" + struct.pack("<I", 4) + b"Rain"
    add_chunks(wav, (b"cue ", points), (b"LIST", texts), (b"LIST", information))
    assert probe(wav).fields == {"info.INAM": "Rain"}


def test_many_markers_do_not_push_other_texts_out(wav, add_chunks):
    markers = [(number, number * 90) for number in range(900)]
    texts = adtl(*(label(number, f"take {number}") for number, _ in markers))
    information = b"INFOINAM" + struct.pack("<I", 4) + b"Rain"
    add_chunks(wav, (b"cue ", cue(*markers)), (b"LIST", texts), (b"LIST", information))
    fields = probe(wav).fields
    assert fields["info.INAM"] == "Rain"
    assert len(fields) == 300


def test_aiff_marks(tmp_path, noise):
    path = tmp_path / "marked.aiff"
    soundfile.write(path, noise(1.0), 44100)
    marks = struct.pack(">H", 2)
    for number, frame, said in ((1, 22050, b"Slam"), (2, 4410, b"In")):
        marks += struct.pack(">HIB", number, frame, len(said)) + said + b"\0" * ((len(said) + 1) % 2)
    with path.open("ab") as file:
        file.write(b"MARK" + struct.pack(">I", len(marks)) + marks)
    assert cues(probe(path)) == {"cue.0.100": "In", "cue.0.500": "Slam"}
