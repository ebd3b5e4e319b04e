"""The markers and regions in sound files: WAV's `cue ` with its labels, AIFF's `MARK`."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from wavlink_desktop.audio.broadcast import text
from wavlink_desktop.audio.chunks import Chunk, subchunks

_CUE = struct.Struct("<I16xI")
_LABELLED_LENGTH = struct.Struct("<II12x")
_MOST_MARKERS = 1000


@dataclass(slots=True)
class _Marker:
    frame: int = 0
    length: int = 0
    texts: list[str] = field(default_factory=list)


def wav_markers(cues: bytes, lists: list[bytes], sample_rate: int) -> dict[str, str]:
    """What the markers of a WAV file say, under `cue.1.500` or, for a region, `cue.1.500-3.250` (seconds).

    `cues` is the content of `cue `; `lists` those of the `LIST` chunks, of which `adtl` names the markers (RIFF
    Multimedia Programming Interface 1.0, 1991). Markers without a text are left out.
    """
    markers = {number: _Marker(frame) for number, frame in _cues(cues)}
    for content in lists:
        if content[:4] == b"adtl":
            for chunk in subchunks(content):
                _label(markers, chunk, content[chunk.offset : chunk.offset + chunk.size])
    return _fields(markers.values(), sample_rate)


def aiff_markers(content: bytes, sample_rate: int) -> dict[str, str]:
    """What the markers in an AIFF file's `MARK` chunk say, under `cue.1.500` (seconds)."""
    markers = []
    offset = 2
    for _ in range(min(int.from_bytes(content[:2], "big"), _MOST_MARKERS)):
        if len(content) < offset + 7:
            break
        frame, length = struct.unpack_from(">2xIB", content, offset)
        markers.append(_Marker(frame, texts=[text(content[offset + 7 : offset + 7 + length])]))
        offset += 7 + length + (length + 1) % 2  # a Pascal string, padded to an even size with its length
    return _fields(markers, sample_rate)


def _cues(content: bytes) -> Iterator[tuple[int, int]]:
    """Number and frame of each marker."""
    promised = int.from_bytes(content[:4], "little")
    for offset in range(4, min(len(content) - 23, 4 + 24 * min(promised, _MOST_MARKERS)), 24):
        number, frame = _CUE.unpack_from(content, offset)
        yield number, frame


def _label(markers: dict[int, _Marker], chunk: Chunk, content: bytes) -> None:
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


def _fields(markers: Iterable[_Marker], sample_rate: int) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for marker in sorted(markers, key=lambda marker: (marker.frame, marker.length)):
        texts = said.setdefault(_moment(marker, sample_rate), [])
        texts += [part for part in dict.fromkeys(marker.texts) if part and part not in texts]
    return {f"cue.{moment}": " · ".join(texts) for moment, texts in said.items() if texts}


def _moment(marker: _Marker, sample_rate: int) -> str:
    start, end = marker.frame / sample_rate, (marker.frame + marker.length) / sample_rate
    return f"{start:.3f}-{end:.3f}" if marker.length else f"{start:.3f}"
