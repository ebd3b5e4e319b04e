"""WAV, RF64 and BW64 files of every make: what is written is read back, and nothing else changes."""

import os
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wavinfo import WavInfoReader

from wavlink_desktop.audio import probe
from wavlink_desktop.metadata import riff
from wavlink_desktop.metadata.errors import DamagedError, RefusedError
from wavlink_desktop.metadata.segments import assemble
from wavlink_desktop.metadata.wave import Wave

FMT = struct.pack("<HHIIHH", 1, 1, 16_000, 32_000, 2, 16)
IXML = b"<?xml version='1.0'?>\n<BWFXML><PROJECT>Storm</PROJECT>\n<USER><NOTES>wet</NOTES></USER></BWFXML>"
TEXTS = {
    "bext.Description": "Old door, creaking",
    "iXML.USER.CATID": "DOORWood",
    "iXML.USER.DESCRIPTION": "Old door – ça grince, скрип",
    "iXML.ASWG.catId": "DOORWood",
    "INFO.INAM": "Old door",
    "INFO.IKEY": "bois; près",
}
OURS = (b"bext", b"iXML", b"INFO")


def bext(description: bytes, history: bytes) -> bytes:
    return (
        struct.pack("<256s32s32s10s8sQH254x", description, b"Recorder", b"ref", b"2020-01-31", b"12:00:00", 7, 1)
        + history
    )


def info(*entries: tuple[bytes, bytes]) -> bytes:
    return b"INFO" + b"".join(packed(name, value) for name, value in entries)


def packed(name: bytes, content: bytes, pad: bytes = b"\0") -> bytes:
    return name + struct.pack("<I", len(content)) + content + pad * (len(content) % 2)


def wav(magic: bytes, chunks: list[tuple[bytes, bytes]], pad: bytes = b"\0", behind: bytes = b"") -> bytes:
    """A file of these chunks; RF64 and BW64 get their `ds64`, with a size for `data` alone."""
    body = b"WAVE" + b"".join(packed(name, content, pad) for name, content in chunks)
    if magic == b"RIFF":
        return magic + struct.pack("<I", len(body)) + body + behind
    data = next(len(content) for name, content in chunks if name == b"data")
    ds64 = packed(b"ds64", struct.pack("<QQQI", len(body) + 36, data, data // 2, 0))
    body = body.replace(b"data" + struct.pack("<I", data), b"data\xff\xff\xff\xff", 1)
    return magic + b"\xff\xff\xff\xff" + body[:4] + ds64 + body[4:] + behind


def parse(content: bytes) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """The chunks of a sound file and what stands behind them, read as simply as can be."""
    big, position, chunks, data = content[:4] != b"RIFF", 12, [], 0
    end = 8 + (struct.unpack_from("<Q", content, 20)[0] if big else struct.unpack_from("<I", content, 4)[0])
    while position < end:
        name, size = struct.unpack_from("<4sI", content, position)
        if name == b"ds64":
            data = struct.unpack_from("<Q", content, position + 16)[0]
        size = data if size == 0xFFFFFFFF else size
        chunks.append((name, content[position + 8 : position + 8 + size]))
        position += 8 + size + size % 2
    assert position == end
    return chunks, content[end:]


def is_ours(chunk: tuple[bytes, bytes]) -> bool:
    return chunk[0] in OURS or (chunk[0] == b"LIST" and chunk[1][:4] == b"INFO")


others = st.tuples(
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=4, max_size=4)
    .map(str.encode)
    .filter(lambda name: name not in (b"fmt ", b"data", b"ds64", *OURS)),
    st.binary(max_size=70),
).filter(lambda chunk: not is_ours(chunk) and chunk[1][:4] != b"INFO")


@st.composite
def files(draw):
    """A whole file; with any of our chunks in it, or none, anywhere."""
    behind_fmt = [*draw(st.lists(others, max_size=3)), (b"data", draw(st.binary(min_size=2, max_size=99)))]
    behind_fmt += draw(st.lists(others, max_size=3))
    for chunk in (
        (b"bext", bext(b"A recording", draw(st.text(st.characters(max_codepoint=126), max_size=9)).encode())),
        (b"iXML", IXML + b"\0" * draw(st.integers(0, 2))),
        (b"LIST", info((b"ISFT", b"Recorder\0"), (b"INAM", b"Take 3"), (b"Ixyz", draw(st.binary(max_size=5))))),
        (b"LIST", b"adtl" + packed(b"labl", b"\1\0\0\0near\0")),
    ):
        if draw(st.booleans()):
            behind_fmt.insert(draw(st.integers(0, len(behind_fmt))), chunk)
    chunks = [*draw(st.lists(others, max_size=2)), (b"fmt ", FMT), *behind_fmt]
    pad = draw(st.sampled_from([b"\0", b"\xff"]))
    return wav(draw(st.sampled_from([b"RIFF", b"RF64", b"BW64"])), chunks, pad, draw(st.sampled_from([b"", b"tail!"])))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return tmp_path_factory.mktemp("desk")


def rewritten(desk: Path, content: bytes, changes: dict[str, str]) -> tuple[Path, list]:
    old, new = desk / "old.wav", desk / "new.wav"
    old.write_bytes(content)
    former = Wave().rewrite(old, new, changes)
    Wave().check_kept(old, new)
    return new, former


@settings(max_examples=60, deadline=None)
@given(content=files())
def test_what_is_written_is_read_and_everything_else_stays(desk, content):
    new, former = rewritten(desk, content, TEXTS)
    said = Wave().texts(new)
    assert {place: said.get(place) for place in TEXTS} == TEXTS

    before, tail = parse(content)
    after, tail_after = parse(new.read_bytes())
    assert tail_after == tail
    kept = [chunk for chunk in after if not is_ours(chunk)]
    theirs = [chunk for chunk in before if not is_ours(chunk)]
    assert [c for c in kept if c[0] != b"ds64"] == [c for c in theirs if c[0] != b"ds64"]
    assert [content[8:] for name, content in kept if name == b"ds64"] == [
        c[8:] for name, c in theirs if name == b"ds64"
    ]

    ours_before, ours_after = dict(filter(is_ours, before)), dict(filter(is_ours, after))
    if b"bext" in ours_before:
        assert ours_after[b"bext"][256:] == ours_before[b"bext"][256:]
    if b"iXML" in ours_before:
        assert b"<PROJECT>Storm</PROJECT>\n<USER><NOTES>wet</NOTES>" in ours_after[b"iXML"]
    if b"LIST" in ours_before:
        start = ours_before[b"LIST"].index(b"Ixyz")
        assert ours_before[b"LIST"][start:] in ours_after[b"LIST"]
        assert b"ISFT\x09\0\0\0Recorder\0\0" in ours_after[b"LIST"]

    restored = desk / "restored.wav"
    with new.open("rb") as source, restored.open("wb") as target:
        assemble(source, former, target)
    assert restored.read_bytes() == content


@settings(max_examples=20, deadline=None)
@given(content=files())
def test_others_read_it(desk, content):
    new, _ = rewritten(desk, content, TEXTS)
    fields = probe(new).fields
    assert fields["bext.description"] == TEXTS["bext.Description"]
    assert fields["ixml.USER.CATID"] == fields["ixml.ASWG.catId"] == "DOORWood"
    assert fields["ixml.USER.DESCRIPTION"] == TEXTS["iXML.USER.DESCRIPTION"]
    assert fields["info.IKEY"] == TEXTS["INFO.IKEY"]
    read = WavInfoReader(str(new), info_encoding="utf-8")
    assert read.bext.description == TEXTS["bext.Description"]
    assert read.info.title == "Old door"
    assert read.info.keywords == TEXTS["INFO.IKEY"]
    assert read.ixml.parsed.findtext("USER/CATID") == "DOORWood"


@settings(max_examples=20, deadline=None)
@given(content=files(), at=st.integers(0, 3000), value=st.binary(min_size=1, max_size=4))
def test_damage_is_refused_or_does_no_harm(desk, content, at, value):
    """Whatever is broken, the sound that the file has stays the sound that it has."""
    at %= len(content)
    broken = content[:at] + value + content[at + len(value) :]
    try:
        new, former = rewritten(desk, broken, TEXTS)
    except RefusedError:
        return
    before, after = Wave().texts(new), new.read_bytes()
    assert {place: before.get(place) for place in TEXTS} == TEXTS
    restored = desk / "restored.wav"
    with new.open("rb") as source, restored.open("wb") as target:
        assemble(source, former, target)
    assert restored.read_bytes() == broken
    assert len(after) > 0


PLAIN = [(b"fmt ", FMT), (b"data", b"\1\0" * 20)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (wav(b"RIFF", PLAIN)[:-10], "cut off"),
        (wav(b"RIFF", [*PLAIN, (b"note", b"abc")]).replace(b"note\3", b"note\x99"), "'note' promises 153 bytes, and"),
        (wav(b"RIFF", PLAIN).replace(b"data", b"d\0ta"), "behind chunk 'fmt ', no chunk begins"),
        (wav(b"RIFF", [*PLAIN, PLAIN[1]]), "'data' is there more than once"),
        (wav(b"RIFF", PLAIN[:1]), "'data' is missing"),
        (wav(b"RIFF", PLAIN[1:]), "'fmt ' is missing"),
        (wav(b"RIFF", PLAIN[::-1]), "'fmt ' stands behind"),
        (wav(b"RF64", PLAIN).replace(b"ds64", b"ds65"), "'ds64'"),
        (wav(b"RIFF", [(b"bext", b"short"), *PLAIN]), "'bext' has 5 bytes"),
        (wav(b"RIFF", [*PLAIN, (b"iXML", b"<BWFXML>")]), "'iXML' is no well-formed"),
        (wav(b"RIFF", [*PLAIN, (b"LIST", b"INFOINAM\xff\0\0\0x")]), "'LIST' ends in the middle of its entry 'INAM'"),
        (b"RIFF\0\0\0\0WAVE", "'fmt ' is missing"),
    ],
)
def test_a_damaged_structure_is_refused_and_the_chunk_is_named(tmp_path, content, message):
    path = tmp_path / "damaged.wav"
    path.write_bytes(content)
    with pytest.raises(DamagedError, match=message):
        Wave().texts(path)
        Wave().rewrite(path, tmp_path / "new.wav", TEXTS)
    assert path.read_bytes() == content


def test_a_pad_byte_that_is_missing_at_the_end_is_put_in(tmp_path):
    content = wav(b"RIFF", [*PLAIN, (b"note", b"abc")])
    for cut in (content[:-1], content[:4] + struct.pack("<I", len(content) - 9) + content[8:-1]):
        new, _ = rewritten(tmp_path, cut, TEXTS)
        assert (b"note", b"abc") in parse(new.read_bytes())[0]


def test_other_programs_texts_are_emptied_not_left_half(tmp_path):
    new, _ = rewritten(tmp_path, wav(b"RIFF", PLAIN), TEXTS)
    again = tmp_path / "again.wav"
    Wave().rewrite(new, again, dict.fromkeys(TEXTS, ""))
    assert not any(Wave().texts(again).values())
    assert b"LIST" not in dict(parse(again.read_bytes())[0])


def test_text_that_bext_cannot_hold():
    wave = Wave()
    assert wave.fitting("bext.Description", "Señor’s café – “loud”") == 'Senor\'s cafe - "loud"'
    assert wave.fitting("bext.Description", "скрип") == ""
    assert len(wave.fitting("bext.Description", "x" * 300)) == 256
    assert wave.fitting("iXML.USER.DESCRIPTION", "скрип" * 100) == "скрип" * 100


def sparse(path: Path, magic: bytes, size: int) -> None:
    """A sound of `size` bytes that takes no room, and a chunk behind it."""
    ds64 = packed(b"ds64", struct.pack("<QQQI", 4 + 36 + 24 + 8 + size + 12, size, size // 2, 0))
    big = magic != b"RIFF"
    with path.open("wb") as file:
        file.write(magic + struct.pack("<I", 0xFFFFFFFF if big else 4 + 24 + 8 + size + 12) + b"WAVE")
        file.write((ds64 if big else b"") + packed(b"fmt ", FMT))
        file.write(b"data" + struct.pack("<I", 0xFFFFFFFF if big else size))
        file.seek(size // 2 // 4096 * 4096, os.SEEK_CUR)
        file.write(b"thunder")
        file.seek(size - size // 2 // 4096 * 4096 - 7, os.SEEK_CUR)
        file.write(packed(b"note", b"end!"))


@pytest.mark.parametrize("magic", [b"RF64", b"BW64"])
def test_more_than_four_gigabytes(tmp_path, magic):
    old, new, restored = (tmp_path / name for name in ("old.wav", "new.wav", "restored.wav"))
    size = 5 * 2**30
    sparse(old, magic, size)
    former = Wave().rewrite(old, new, TEXTS)
    Wave().check_kept(old, new)
    assert Wave().texts(new)["iXML.USER.CATID"] == "DOORWood"
    assert probe(new).fields["ixml.USER.CATID"] == "DOORWood"
    assert probe(new).duration == size / 2 / 16_000
    if magic == b"RF64":
        assert WavInfoReader(str(new)).bext.description == TEXTS["bext.Description"]
    assert new.stat().st_blocks * 512 < 2**20
    with new.open("rb") as source, restored.open("wb") as target:
        assemble(source, former, target)
    Wave().check_kept(old, restored)
    assert restored.stat().st_size == old.stat().st_size
    with restored.open("r+b") as file:  # the check sees a single bit, wherever it is
        file.seek(size // 3)
        file.write(b"\1")
    with pytest.raises(RefusedError, match="'data' came out different"):
        Wave().check_kept(old, restored)


def test_a_plain_wav_that_would_grow_over_four_gigabytes_is_refused(tmp_path):
    path = tmp_path / "long.wav"
    sparse(path, b"RIFF", 2**32 - 200)
    with pytest.raises(RefusedError, match="larger than 4 GiB"):
        Wave().rewrite(path, tmp_path / "new.wav", TEXTS)


def test_a_sound_that_came_out_different_is_noticed(tmp_path):
    one, other = tmp_path / "one.wav", tmp_path / "other.wav"
    one.write_bytes(wav(b"RIFF", PLAIN))
    for content, message in (
        (wav(b"RIFF", [PLAIN[0], (b"data", b"\1\0" * 19 + b"\2\0")]), "'data' came out different"),
        (wav(b"RIFF", [*PLAIN, (b"note", b"")]), "other chunks"),
    ):
        other.write_bytes(content)
        with pytest.raises(RefusedError, match=message):
            Wave().check_kept(one, other)


def test_a_chunk_of_ours_that_is_no_text_is_not_read_into_memory(tmp_path):
    path = tmp_path / "odd.wav"
    size = 70 << 20
    with path.open("wb") as file:
        file.write(wav(b"RIFF", PLAIN)[:4] + struct.pack("<I", len(wav(b"RIFF", PLAIN)) + size))
        file.write(wav(b"RIFF", PLAIN)[8:] + b"iXML" + struct.pack("<I", size))
        file.truncate(file.tell() + size)
    with pytest.raises(RefusedError, match="'iXML' has 73,400,320 bytes"):
        Wave().texts(path)


def test_the_walk_ends(tmp_path):
    path = tmp_path / "many.wav"
    path.write_bytes(wav(b"RIFF", [*PLAIN, *[(b"note", b"")] * 10_001]))
    with path.open("rb") as file, pytest.raises(DamagedError, match="more than 10,000"):
        riff.walk(file)
