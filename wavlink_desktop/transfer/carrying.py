"""What a file says of itself, carried over to a file made from it, or from a part of it."""

import struct
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from wavlink_desktop.audio.chunks import Chunk, chunks, subchunks
from wavlink_desktop.audio.wavefile import ChunkContent
from wavlink_desktop.metadata import bext, infolist, ixml
from wavlink_desktop.metadata.errors import RefusedError
from wavlink_desktop.metadata.formats import Format, format_of
from wavlink_desktop.metadata.values import FIELDS
from wavlink_desktop.metadata.wave import Wave

Chunks = tuple[list[ChunkContent], list[ChunkContent]]
"""In front of the sound, and behind it."""

_KEPT = (b"id3 ", b"ID3 ", b"SMED", b"_PMX", b"axml", b"cart", b"DISP")
"""Chunks that say nothing of single samples. Others, such as overviews and peaks, would be wrong for a part."""
_LARGEST = 16 << 20
_REFERENCE, _LOUDNESS, _VERSION = 338, 412, 346
"""Places in `bext` (EBU Tech 3285): samples since midnight; from version 2 on, five loudness values."""
_UNKNOWN_LOUDNESS = struct.pack("<5h", *(5 * [0x7FFF]))
_HIGH_LOW = (
    (("SPEED", "TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI"), ("SPEED", "TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO")),
    (("BEXT", "BWF_TIME_REFERENCE_HIGH"), ("BEXT", "BWF_TIME_REFERENCE_LOW")),
)
_RATES = (("SPEED", "FILE_SAMPLE_RATE"), ("SPEED", "TIMESTAMP_SAMPLE_RATE"))


@dataclass(frozen=True, slots=True)
class Cut:
    """How the new sound lies in the old one: `frames` from `first` on, then at another rate."""

    first: int
    frames: int
    old_rate: int
    new_rate: int
    bit_depth: int
    same_level: bool = True
    """Whether the loudness that the file states may still be true."""

    @property
    def resampled(self) -> float:
        """New frames for an old one."""
        return self.new_rate / self.old_rate


def wave_chunks(path: Path, cut: Cut) -> Chunks:
    """The chunks of a WAV file for a part of it: time stamps and markers moved, markers outside left out."""
    before: list[ChunkContent] = []
    behind: list[ChunkContent] = []
    with path.open("rb") as file:
        found = chunks(lambda offset, size: _at(file, offset, size))
        cues = _shown(file, found, cut)
        for chunk in found:
            content = _at(file, chunk.offset, chunk.size) if chunk.size <= _LARGEST else b""
            if chunk.name == b"bext" and len(content) >= bext.SIZE:
                before.append((chunk.name, _moved_bext(content, cut)))
            elif chunk.name == b"iXML":
                behind.append((chunk.name, _moved_ixml(content, cut)))
            elif chunk.name == b"cue " and cues:
                behind.append((chunk.name, _cue_chunk(cues)))
            elif chunk.name == b"LIST" and content[:4] == b"adtl":
                behind += [(chunk.name, labels)] if (labels := _labels(content, cues, cut)) else []
            elif content and (chunk.name in _KEPT or (chunk.name == b"LIST" and content[:4] == b"INFO")):
                behind.append((chunk.name, content))
    return before, behind


def texts_of(path: Path) -> dict[str, str]:
    """Field (`metadata.values.FIELDS`) to what the file says there; empty if it cannot be read."""
    with suppress(RefusedError):
        form = format_of(path)
        said = form.texts(path)
        found = {
            field: next((said[place] for place in form.places.get(field, ()) if said.get(place)), "")
            for field in FIELDS
        }
        return {field: text for field, text in found.items() if text}
    return {}


def new_wave_chunks(texts: Mapping[str, str]) -> Chunks:
    """Chunks of a new WAV file that say these texts; none if there are none."""
    if not texts:
        return [], []
    places = _places(Wave(), texts)
    named = {place.removeprefix("INFO."): text for place, text in places.items() if place.startswith("INFO.")}
    parted = {
        (section, name): text for place, text in places.items() for kind, section, name in [_split(place)] if kind
    }
    before = [(b"bext", bext.with_description(b"", places["bext.Description"]))] if "bext.Description" in places else []
    behind = [(b"iXML", ixml.with_texts(b"", parted))]
    return before, [*behind, *([(b"LIST", infolist.with_texts(b"", named))] if named else [])]


def write_texts(path: Path, spare: Path, texts: Mapping[str, str]) -> None:
    """Write the file at `path`, which is no WAV, to `spare` with these texts in it."""
    form = format_of(path)
    form.rewrite(path, spare, _places(form, texts))


def _places(form: Format, texts: Mapping[str, str]) -> dict[str, str]:
    fitted = {place: form.fitting(place, text) for field, text in texts.items() for place in form.places.get(field, ())}
    return {place: text for place, text in fitted.items() if text}


def _split(place: str) -> tuple[bool, str, str]:
    kind, _, rest = place.partition(".")
    section, _, name = rest.partition(".")
    return kind == "iXML", section, name


def _moved_bext(content: bytes, cut: Cut) -> bytes:
    reference = _moved_reference(int.from_bytes(content[_REFERENCE : _REFERENCE + 8], "little"), cut)
    moved = content[:_REFERENCE] + reference.to_bytes(8, "little") + content[_REFERENCE + 8 :]
    version = int.from_bytes(content[_VERSION : _VERSION + 2], "little")
    if version >= 2 and not cut.same_level:
        moved = moved[:_LOUDNESS] + _UNKNOWN_LOUDNESS + moved[_LOUDNESS + len(_UNKNOWN_LOUDNESS) :]
    return moved


def _moved_reference(samples: int, cut: Cut) -> int:
    return min(round((samples + cut.first) * cut.resampled), 2**64 - 1)


def _moved_ixml(content: bytes, cut: Cut) -> bytes:
    try:
        said = ixml.texts(content)
        changes: dict[ixml.Place, str] = {place: str(cut.new_rate) for place in _RATES if place in said}
        if ("SPEED", "AUDIO_BIT_DEPTH") in said:
            changes["SPEED", "AUDIO_BIT_DEPTH"] = str(cut.bit_depth)
        for high, low in _HIGH_LOW:
            if said.get(low, "").isdigit():
                former = (int(said[high]) << 32 if said.get(high, "").isdigit() else 0) + int(said[low])
                moved = _moved_reference(former, cut)
                changes |= {high: str(moved >> 32), low: str(moved & 0xFFFFFFFF)}
        changed = {place: text for place, text in changes.items() if said.get(place) != text}
        return ixml.with_texts(content, changed) if changed else content
    except RefusedError:
        return content  # what is not understood is left as it is


def _shown(file: BinaryIO, found: Sequence[Chunk], cut: Cut) -> dict[int, int]:
    """Number of each marker inside the part to its new frame."""
    cues: dict[int, int] = {}
    for chunk in found:
        if chunk.name == b"cue ":
            content = _at(file, chunk.offset, min(chunk.size, _LARGEST))
            for offset in range(4, len(content) - 23, 24):
                number, frame = struct.unpack_from("<I16xI", content, offset)
                if cut.first <= frame < cut.first + cut.frames:
                    cues[number] = round((frame - cut.first) * cut.resampled)
    return cues


def _cue_chunk(cues: Mapping[int, int]) -> bytes:
    points = [struct.pack("<II4sIII", number, frame, b"data", 0, 0, frame) for number, frame in cues.items()]
    return struct.pack("<I", len(points)) + b"".join(points)


def _labels(content: bytes, cues: Mapping[int, int], cut: Cut) -> bytes:
    """The list of the markers' texts, without those that are not shown; lengths at the new rate."""
    entries = []
    for chunk in subchunks(content):
        said = content[chunk.offset : chunk.offset + chunk.size]
        if int.from_bytes(said[:4], "little") not in cues:
            continue
        if chunk.name == b"ltxt" and len(said) >= 8:
            length = round(int.from_bytes(said[4:8], "little") * cut.resampled)
            said = said[:4] + struct.pack("<I", min(length, 0xFFFFFFFF)) + said[8:]
        entries.append(struct.pack("<4sI", chunk.name, len(said)) + said + b"\0" * (len(said) % 2))
    return b"adtl" + b"".join(entries) if entries else b""


def _at(file: BinaryIO, offset: int, size: int) -> bytes:
    file.seek(offset)
    return file.read(size)
