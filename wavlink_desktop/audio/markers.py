"""The markers and regions in sound files: WAV's `cue ` with its labels, AIFF's `MARK`, others' chapters."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from wavlink_desktop.audio.broadcast import text
from wavlink_desktop.audio.chunks import Chunk, subchunks

_CUE = struct.Struct("<I16xI")
_LABELLED_LENGTH = struct.Struct("<II12x")
_MOST_MARKERS = 1000
_CHAPTERS_MEET = 0.01
"""Seconds: a chapter that ends where the next begins, or the sound ends, is only a place where it begins."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A place in a sound, or from `start` to `end` a region of it, in seconds, and what is said of it."""

    start: float
    end: float | None
    texts: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    frame: int = 0
    length: int = 0
    texts: list[str] = field(default_factory=list)


def wav_markers(cues: bytes, lists: list[bytes], sample_rate: int) -> list[Marker]:
    """The markers and regions of a WAV file, in time order.

    `cues` is the content of `cue `; `lists` those of the `LIST` chunks, of which `adtl` names the markers (RIFF
    Multimedia Programming Interface 1.0, 1991).
    """
    markers = {number: _Found(frame) for number, frame in _cues(cues)}
    for content in lists:
        if content[:4] == b"adtl":
            for chunk in subchunks(content):
                _label(markers, chunk, content[chunk.offset : chunk.offset + chunk.size])
    return _in_order(markers.values(), sample_rate)


def aiff_markers(content: bytes, sample_rate: int) -> list[Marker]:
    """The markers in an AIFF file's `MARK` chunk, in time order."""
    markers = []
    offset = 2
    for _ in range(min(int.from_bytes(content[:2], "big"), _MOST_MARKERS)):
        if len(content) < offset + 7:
            break
        frame, length = struct.unpack_from(">2xIB", content, offset)
        markers.append(_Found(frame, texts=[text(content[offset + 7 : offset + 7 + length])]))
        offset += 7 + length + (length + 1) % 2  # a Pascal string, padded to an even size with its length
    return _in_order(markers, sample_rate)


def chapter_markers(chapters: Iterable[tuple[float, float, str]], duration: float) -> list[Marker]:
    """Chapters, as `(start, end, title)`, in time order: markers, or regions where one ends before the next begins."""
    ordered = sorted(chapters)[:_MOST_MARKERS]
    following = [start for start, _, _ in ordered[1:]] + [duration]
    return [
        Marker(start, end if start < end < next_start - _CHAPTERS_MEET else None, (title,) if title else ())
        for (start, end, title), next_start in zip(ordered, following, strict=True)
    ]


def marker_fields(markers: Iterable[Marker]) -> dict[str, str]:
    """What markers say, under `cue.1.500` or, for a region, `cue.1.500-3.250` (seconds); silent ones are left out."""
    said: dict[str, list[str]] = {}
    for marker in markers:
        moment = f"{marker.start:.3f}" if marker.end is None else f"{marker.start:.3f}-{marker.end:.3f}"
        texts = said.setdefault(moment, [])
        texts += [text for text in marker.texts if text not in texts]
    return {f"cue.{moment}": " · ".join(texts) for moment, texts in said.items() if texts}


def _cues(content: bytes) -> Iterator[tuple[int, int]]:
    """Number and frame of each marker."""
    promised = int.from_bytes(content[:4], "little")
    for offset in range(4, min(len(content) - 23, 4 + 24 * min(promised, _MOST_MARKERS)), 24):
        number, frame = _CUE.unpack_from(content, offset)
        yield number, frame


def _label(markers: dict[int, _Found], chunk: Chunk, content: bytes) -> None:
    """Give a marker what a `labl`, `note` or `ltxt` chunk says of it."""
    marker = markers.get(int.from_bytes(content[:4], "little"))
    if marker is None or len(content) < 4:
        return
    if chunk.name in (b"labl", b"note"):
        said = content[4:]
    elif chunk.name == b"ltxt" and len(content) >= _LABELLED_LENGTH.size:
        marker.length = max(marker.length, _LABELLED_LENGTH.unpack_from(content)[1])
        said = content[_LABELLED_LENGTH.size :]
    else:
        return
    marker.texts.append(text(said.partition(b"\0")[0]).strip())


def _in_order(markers: Iterable[_Found], sample_rate: int) -> list[Marker]:
    return [
        Marker(
            marker.frame / sample_rate,
            (marker.frame + marker.length) / sample_rate if marker.length else None,
            tuple(dict.fromkeys(filter(None, marker.texts))),
        )
        for marker in sorted(markers, key=attrgetter("frame", "length"))
    ]
