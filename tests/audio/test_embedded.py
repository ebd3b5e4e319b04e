"""What libraries, recorders and taggers wrote into files is read back."""

import struct

import pytest
import soundfile
from mutagen.flac import FLAC
from mutagen.id3 import COMM, ID3, TCON, TIT2, TXXX
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from wavlink_desktop.audio import probe

IXML = """<?xml version="1.0" encoding="UTF-8"?>
<BWFXML>
  <PROJECT>Storm</PROJECT>
  <USER><CATEGORY>RAIN</CATEGORY><SUBCATEGORY>METAL</SUBCATEGORY><FXNAME>Rain on a tin roof, naïve</FXNAME></USER>
  <ASWG><catId>RAINMetl</catId><notes>near the gutter</notes></ASWG>
  <STEINBERG><ATTR_LIST>
    <ATTR><TYPE>string</TYPE><NAME>MediaComment</NAME><VALUE>first take</VALUE></ATTR>
  </ATTR_LIST></STEINBERG>
  <TRACK_LIST>
    <TRACK><CHANNEL_INDEX>1</CHANNEL_INDEX><NAME>Left</NAME></TRACK>
    <TRACK><CHANNEL_INDEX>2</CHANNEL_INDEX><NAME>Right</NAME></TRACK>
  </TRACK_LIST>
</BWFXML>"""


def bext(description: bytes, originator: bytes = b"Recorder") -> bytes:
    return struct.pack("<256s32s32s10s8sQH254x", description, originator, b"", b"2020-01-31", b"12:00:00", 48000, 1)


def info_list(**texts: bytes) -> bytes:
    parts = [b"INFO"]
    for name, value in texts.items():
        parts.append(name.encode() + struct.pack("<I", len(value) + 1) + value + b"\0" * (2 - len(value) % 2))
    return b"".join(parts)


def test_no_texts(wav):
    info = probe(wav)
    assert (info.fields, info.description) == ({}, "")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"Heavy rain on metal", "Heavy rain on metal"),
        ("Café, близко".encode(), "Café, близко"),
        ("Café".encode("latin-1"), "Café"),
        ("It’s raining".encode("cp1252"), "It’s raining"),
        (b"x" * 255 + "é".encode(), "x" * 255),  # the field ends in the middle of a character
        (b"rain\0rubbish behind the end", "rain"),
        (b"two\r\nlines\tand \x07 a bell", "two lines and a bell"),
    ],
)
def test_bext(written, read, wav, add_chunks):
    add_chunks(wav, (b"bext", bext(written)))
    info = probe(wav)
    assert info.fields["bext.description"] == info.description == read
    assert info.fields["bext.originator"] == "Recorder"
    assert info.fields["bext.originator_date"] == "2020-01-31"
    assert info.fields["bext.time_reference"] == "48000"


def test_bext_before_the_sound_and_in_rf64(tmp_path, noise):
    path = tmp_path / "field.rf64"
    soundfile.write(path, noise(0.1), 44100, format="RF64")
    content = path.read_bytes()
    start = content.index(b"fmt ")
    chunk = b"bext" + struct.pack("<I", 602) + bext(b"Distant thunder")
    path.write_bytes(content[:start] + chunk + content[start:])
    assert probe(path).description == "Distant thunder"


def test_chunks_behind_four_gigabytes_of_sound(tmp_path, noise):
    """RF64 keeps the size of the sound elsewhere; the texts behind it must be found. The file is sparse."""
    path = tmp_path / "long.rf64"
    soundfile.write(path, noise(0.1, 48000), 48000, format="RF64", subtype="PCM_16")
    size = 5 * 2**30
    ds64 = path.read_bytes().index(b"ds64") + 8
    sound = path.read_bytes().index(b"data") + 8
    with path.open("r+b") as file:
        file.seek(ds64)
        file.write(struct.pack("<QQQ", sound + size + 610 - 8, size, size // 2))
        file.seek(sound - 4)
        file.write(b"\xff" * 4)
        file.seek(sound + size)
        file.write(b"bext" + struct.pack("<I", 602) + bext(b"Fifteen hours of rain"))
    info = probe(path)
    assert info.duration == size / 2 / 48000
    assert (info.description, info.warning) == ("Fifteen hours of rain", "")


def test_ixml(wav, add_chunks):
    add_chunks(wav, (b"iXML", IXML.encode()))
    info = probe(wav)
    assert info.fields["ixml.USER.CATEGORY"] == "RAIN"
    assert info.fields["ixml.ASWG.catId"] == "RAINMetl"
    assert info.fields["ixml.STEINBERG.MediaComment"] == "first take"
    assert info.fields["ixml.TRACK_LIST.TRACK.NAME"] == "Left; Right"
    assert info.description.startswith("Rain on a tin roof, naïve")
    for word in ("METAL", "RAINMetl", "near the gutter", "first take", "Storm"):
        assert word in info.description


@pytest.mark.parametrize(
    "written",
    [
        IXML.replace("UTF-8", "UTF-16").encode(),  # the declaration lies
        IXML.encode("latin-1"),
        b"\n" + IXML.encode() + b"\0\0\0",
        IXML.replace("</BWFXML>", "").encode(),
        IXML.replace("Storm", "Storm & Drang").encode(),
    ],
)
def test_sloppy_ixml(written, wav, add_chunks):
    add_chunks(wav, (b"iXML", written))
    assert probe(wav).fields["ixml.USER.FXNAME"] == "Rain on a tin roof, naïve"


def test_info_list(wav, add_chunks):
    add_chunks(wav, (b"LIST", info_list(INAM=b"Rain", ICMT="près".encode("latin-1"), ISFT=b"Some editor")))
    info = probe(wav)
    assert info.fields == {"info.INAM": "Rain", "info.ICMT": "près", "info.ISFT": "Some editor"}
    assert info.description == "Rain · près"


def test_what_was_said_is_not_repeated(wav, add_chunks):
    texts = info_list(INAM=b"Train", IKEY=b"rain, steam", ICMT=b"RAIN")
    add_chunks(wav, (b"bext", bext(b"A train in the steam")), (b"LIST", texts))
    assert probe(wav).description == "A train in the steam · rain, steam"


@pytest.mark.parametrize("name", [b"bext", b"iXML", b"LIST", b"id3 "])
@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"INFO\xff\xff\xff\xff\xff\xff\xff\xff", b"<a><b", b"ID3" + b"\xff" * 99]
)
def test_malformed_texts_never_stop_a_probe(name, content, wav, add_chunks):
    add_chunks(wav, (name, content), (b"LIST", info_list(INAM=b"Rain")))
    info = probe(wav)
    assert info.duration == 2.0
    assert info.fields["info.INAM"] == "Rain"


def test_hostile_ixml_stays_small(wav, add_chunks):
    fields = "".join(f"<F{k}>{'x' * 9000}</F{k}>" for k in range(900))
    add_chunks(wav, (b"iXML", f"<BWFXML>{fields}</BWFXML>".encode()))
    found = probe(wav).fields
    assert 0 < len(found) <= 300
    assert max(map(len, found.values())) <= 4000


def id3() -> ID3:
    tags = ID3()
    tags.add(TIT2(text="Rain on metal"))
    tags.add(COMM(lang="eng", text="close"))
    tags.add(COMM(lang="eng", desc="iTunNORM", text="0000"))
    tags.add(TCON(text="Ambience"))
    tags.add(TXXX(desc="CATEGORY", text="WEATHER"))
    return tags


ID3_FIELDS = {
    "id3.TIT2": "Rain on metal",
    "id3.COMM": "close",
    "id3.TCON": "Ambience",
    "id3.TXXX:CATEGORY": "WEATHER",
}


def test_id3_in_mp3(tmp_path, noise):
    path = tmp_path / "tagged.mp3"
    soundfile.write(path, noise(), 44100)
    id3().save(path)
    info = probe(path)
    assert info.fields == ID3_FIELDS
    assert info.description == "Rain on metal · WEATHER · Ambience · close"


def test_id3_in_wav(tmp_path, wav, add_chunks):
    id3().save(tmp_path / "tag")
    add_chunks(wav, (b"id3 ", (tmp_path / "tag").read_bytes()))
    assert probe(wav).fields == ID3_FIELDS


def test_id3_in_aiff(tmp_path, noise):
    from mutagen.aiff import AIFF

    path = tmp_path / "tagged.aiff"
    soundfile.write(path, noise(), 44100)
    file = AIFF(path)
    file.add_tags()
    file.tags.add(TIT2(text="Rain on metal"))
    file.save()
    assert probe(path).fields["id3.TIT2"] == "Rain on metal"


@pytest.mark.parametrize(
    ("ending", "arguments", "tagger"),
    [
        ("flac", {}, FLAC),
        ("ogg", {}, OggVorbis),
        ("opus", {"format": "OGG", "subtype": "OPUS"}, OggOpus),
    ],
)
def test_vorbis_comments(ending, arguments, tagger, tmp_path, noise):
    path = tmp_path / f"tagged.{ending}"
    soundfile.write(path, noise(2.0, 48000), 48000, **arguments)
    file = tagger(path)
    file["TITLE"] = "Rain on metal"
    file["description"] = "Heavy drops, näher"
    file["KEYWORDS"] = ["roof", "storm"]
    file.save()
    info = probe(path)
    assert info.fields["vorbis.title"] == "Rain on metal"
    assert info.fields["vorbis.keywords"] == "roof; storm"
    assert info.description == "Heavy drops, näher · Rain on metal · roof; storm"


def test_mp4_atoms(tmp_path, noise, encode):
    path = encode(tmp_path / "tagged.m4a", noise(), 44100, "aac", "ipod")
    file = MP4(path)
    file["\xa9nam"] = "Rain on metal"
    file["\xa9cmt"] = "näher"
    file["----:com.apple.iTunes:KEYWORDS"] = b"roof, storm"
    file.save()
    info = probe(path)
    assert info.fields["mp4.title"] == "Rain on metal"
    assert info.description == "Rain on metal · roof, storm · näher"


def test_matroska_tags(tmp_path, noise, encode):
    path = encode(tmp_path / "tagged.mka", noise(2.0, 48000), 48000, "libopus", metadata={"title": "Rain"})
    assert probe(path).description == "Rain"


def test_aiff_texts(tmp_path, noise):
    path = tmp_path / "named.aiff"
    soundfile.write(path, noise(0.1), 44100)
    with path.open("ab") as file:
        file.write(b"NAME" + struct.pack(">I", 4) + b"Rain" + b"ANNO" + struct.pack(">I", 6) + b"on tin")
    assert probe(path).description == "Rain · on tin"


def test_caf_texts(tmp_path, noise):
    path = tmp_path / "named.caf"
    soundfile.write(path, noise(0.1), 44100)
    content = struct.pack(">I", 2) + b"title\0Rain\0comments\0on tin\0"
    with path.open("ab") as file:
        file.write(b"info" + struct.pack(">Q", len(content)) + content)
    assert probe(path).fields == {"caf.title": "Rain", "caf.comments": "on tin"}
