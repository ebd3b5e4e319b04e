"""Markers and regions of a sound, in a file made from it that is of another format: each format's own way."""

import struct
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mutagen import MutagenError
from mutagen.flac import FLAC
from mutagen.id3 import CHAP, CTOC, ID3, TIT2, CTOCFlags, ID3NoHeaderError
from mutagen.oggvorbis import OggVorbis

from wavlink_desktop.audio import Marker, read_markers
from wavlink_desktop.audio.encode import Coding, FileFormat
from wavlink_desktop.audio.wavefile import ChunkContent
from wavlink_desktop.metadata import riff
from wavlink_desktop.metadata.segments import make

from .carrying import Cut

_MOST = 999
_NOWHERE = 0xFFFFFFFF
"""ID3: the place in bytes is not told."""
_ONLY_PLACES = {"aiff": "AIFF", "flac": "FLAC", "ogg": "Ogg"}
"""Formats that cannot say where a region ends, and their names."""
_Make = Callable[..., Any]  # mutagen is half typed
_ID3: _Make = ID3
_CHAP: _Make = CHAP
_CTOC: _Make = CTOC
_TIT2: _Make = TIT2


def moved_markers(path: Path, cut: Cut) -> list[Marker]:
    """The markers of the sound at `path` that lie in a part of it, in seconds from where that begins."""
    begin, end = cut.first / cut.old_rate, (cut.first + cut.frames) / cut.old_rate
    return [
        replace(marker, start=marker.start - begin, end=None if marker.end is None else min(marker.end, end) - begin)
        for marker in read_markers(path)
        if begin <= marker.start < end
    ][:_MOST]


def wave_marker_chunks(markers: Sequence[Marker], rate: int) -> list[ChunkContent]:
    """`cue ` and its labels (RIFF Multimedia Programming Interface 1.0); none without markers."""
    if not markers:
        return []
    points, labels = b"", b""
    for number, marker in enumerate(markers, start=1):
        frame = round(marker.start * rate)
        points += struct.pack("<II4sIII", number, frame, b"data", 0, 0, frame)
        if marker.texts:
            labels += _chunk(b"labl", struct.pack("<I", number) + _text(marker).encode() + b"\0")
        if marker.end is not None:
            length = round(marker.end * rate) - frame
            labels += _chunk(b"ltxt", struct.pack("<II4s8x", number, length, b"rgn "))
    cues = struct.pack("<I", len(markers)) + points
    return [(b"cue ", cues), *([(b"LIST", b"adtl" + labels)] if labels else [])]


def ends_left_behind(markers: Sequence[Marker], form: FileFormat) -> str:
    """What the user should know of regions in a file of that format; empty if nothing."""
    if form not in _ONLY_PLACES or all(marker.end is None for marker in markers):
        return ""
    return f"{_ONLY_PLACES[form]} cannot say where a region ends: markers stand where they begin."


def write_markers(path: Path, spare: Path, markers: Sequence[Marker], coding: Coding) -> None:
    """Write the markers into the file at `path`, which has none and is no WAV; `spare`: beside it, may be used.

    Raises:
        OSError: the disk failed, or is full.
    """
    try:
        _WRITERS[coding.format](path, spare, markers, coding.sample_rate)
    except MutagenError as error:  # it wraps the system's
        if isinstance(error.__context__, OSError):
            raise error.__context__ from None
        raise


def _aiff(path: Path, spare: Path, markers: Sequence[Marker], rate: int) -> None:
    content = struct.pack(">H", len(markers))
    for number, marker in enumerate(markers, start=1):
        name = _text(marker).encode()[:255].decode(errors="ignore").encode()
        content += struct.pack(">HIB", number, round(marker.start * rate), len(name)) + name
        content += b"\0" * ((len(name) + 1) % 2)
    with path.open("rb") as file:
        make(file, riff.rewrite(file, riff.walk(file), {}, [], [(b"MARK", content)]), spare)
    spare.replace(path)


def _comments(kind: Callable[[Path], Any]) -> Callable[[Path, Path, Sequence[Marker], int], None]:
    """Vorbis comments: https://wiki.xiph.org/Chapter_Extension."""

    def write(path: Path, spare: Path, markers: Sequence[Marker], rate: int) -> None:
        tagged = kind(path)
        if tagged.tags is None:
            tagged.add_tags()
        for number, marker in enumerate(markers, start=1):
            minutes, milliseconds = divmod(round(marker.start * 1000), 60_000)
            tagged[f"CHAPTER{number:03}"] = (
                f"{minutes // 60:02}:{minutes % 60:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
            )
            if marker.texts:
                tagged[f"CHAPTER{number:03}NAME"] = _text(marker)
        tagged.save()

    return write


def _id3(path: Path, spare: Path, markers: Sequence[Marker], rate: int) -> None:
    """ID3v2 Chapter Frame Addendum 1.0."""
    try:
        tags = _ID3(path)
    except ID3NoHeaderError:
        tags = _ID3()
    ids = [f"c{number}" for number in range(1, len(markers) + 1)]
    tags.add(_CTOC("toc", CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED, child_element_ids=ids, sub_frames=[]))
    following = [*(marker.start for marker in markers[1:]), None]
    for element, marker, next_start in zip(ids, markers, following, strict=True):
        end = marker.end if marker.end is not None else next_start
        bounds = round(marker.start * 1000), _NOWHERE if end is None else round(end * 1000)
        title = [_TIT2(encoding=3, text=[_text(marker)])] if marker.texts else []
        tags.add(_CHAP(element, *bounds, _NOWHERE, _NOWHERE, sub_frames=title))
    tags.save(path)


_WRITERS: dict[FileFormat, Callable[[Path, Path, Sequence[Marker], int], None]] = {
    "aiff": _aiff,
    "flac": _comments(FLAC),
    "ogg": _comments(OggVorbis),
    "mp3": _id3,
}


def _text(marker: Marker) -> str:
    return " · ".join(marker.texts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)
