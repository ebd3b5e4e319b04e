"""Markers and regions are read, and are as `wavinfo` reads them."""

import struct
import warnings
from fractions import Fraction

import av
import numpy as np
import pytest
import soundfile
from mutagen.flac import FLAC, CueSheet, CueSheetTrack, CueSheetTrackIndex
from mutagen.id3 import CHAP, ID3, TIT2
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from wavinfo import WavInfoReader

from wavlink_desktop.audio import probe, read_markers


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


def shown(path):
    return [(round(marker.start, 2), marker.end, marker.texts) for marker in read_markers(path)]


def test_chapters_of_mp3(tmp_path, noise):
    path = tmp_path / "chapters.mp3"
    soundfile.write(path, noise(5.0), 44100)
    tags = ID3()
    for number, (start, end, said) in enumerate([(500, 900, "Slam"), (1500, 3000, "Knarren"), (3000, 9999999, "")]):
        title = [TIT2(encoding=3, text=[said])]
        tags.add(CHAP(f"c{number}", start, end, 0xFFFFFFFF, 0xFFFFFFFF, sub_frames=title))
    tags.save(path)
    assert shown(path) == [
        (0.5, 0.9, ("Slam",)),
        (1.5, None, ("Knarren",)),
        (3.0, None, ("c2",)),
    ]  # an element without a title has its name
    assert cues(probe(path)) == {"cue.0.500-0.900": "Slam", "cue.1.500": "Knarren", "cue.3.000": "c2"}


@pytest.mark.parametrize(
    ("name", "tagged"), [("a.flac", FLAC), ("a.ogg", OggVorbis), ("a.opus", OggOpus)], ids=["flac", "vorbis", "opus"]
)
def test_chapters_in_vorbis_comments(name, tagged, tmp_path, noise):
    path = tmp_path / name
    form = {} if tagged is FLAC else {"format": "OGG", "subtype": "OPUS" if tagged is OggOpus else "VORBIS"}
    soundfile.write(path, noise(5.0), 48000, **form)
    file = tagged(path)
    file.update({"CHAPTER001": "00:00:00.500", "CHAPTER001NAME": "Slam", "CHAPTER002": "00:00:02.000"})
    file.save()
    assert shown(path) == [(0.5, None, ("Slam",)), (2.0, None, ())]
    assert cues(probe(path)) == {"cue.0.500": "Slam"}


def test_the_cue_sheet_of_flac(tmp_path, noise):
    path = tmp_path / "a.flac"
    soundfile.write(path, noise(5.0), 48000)
    file = FLAC(path)
    file.cuesheet = CueSheet(None)
    file.metadata_blocks.append(file.cuesheet)
    for number, frame in ((1, 0), (2, 48000), (170, 240000)):
        track = CueSheetTrack(number, frame)
        track.indexes += [CueSheetTrackIndex(1, 0)] if number < 170 else []
        file.cuesheet.tracks.append(track)
    file.save()
    assert shown(path) == [(0.0, None, ()), (1.0, None, ())]


def test_chapters_of_m4a(tmp_path, noise):
    path, base = tmp_path / "a.m4a", Fraction(1, 1000)
    with av.open(path, "w") as container:
        stream = container.add_stream("aac", rate=48000, layout="mono")
        container.set_chapters(
            [
                {"id": n, "start": start, "end": end, "time_base": base, "metadata": {"title": said}}
                for n, (start, end, said) in enumerate([(0, 1500, "Slam"), (1500, 5000, "Creak")])
            ]
        )
        frame = av.AudioFrame.from_ndarray(noise(5.0).astype(np.float32).reshape(1, -1), format="fltp", layout="mono")
        frame.rate = 48000
        container.mux([*stream.encode(frame), *stream.encode(None)])
    assert shown(path) == [(0.0, None, ("Slam",)), (1.5, None, ("Creak",))]
    assert cues(probe(path)) == {"cue.0.000": "Slam", "cue.1.500": "Creak"}


def test_files_without_chapters_have_no_markers(tmp_path, noise):
    for name in ("a.flac", "a.ogg", "a.mp3", "a.wav"):
        soundfile.write(tmp_path / name, noise(1.0), 44100)
        assert read_markers(tmp_path / name) == [] and cues(probe(tmp_path / name)) == {}
