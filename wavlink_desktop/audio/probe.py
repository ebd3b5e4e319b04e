"""What a sound file is, from its headers."""

import os
from contextlib import suppress
from io import FileIO
from pathlib import Path

from wavlink_desktop.audio.chunks import chunks, promised_sound
from wavlink_desktop.audio.embedded import clean, describe, embedded_fields, embedded_markers
from wavlink_desktop.audio.errors import TOLERANCE
from wavlink_desktop.audio.ffmpeg import FFmpegSource, chapters
from wavlink_desktop.audio.info import AudioInfo
from wavlink_desktop.audio.markers import Marker, chapter_markers, marker_fields
from wavlink_desktop.audio.source import Source, open_file, open_source

_HEAD = 65536
"""Bytes in which ID3 tags and Vorbis comments name chapters: few files have any, and looking into all takes time."""


def probe(path: Path | str) -> AudioInfo:
    """Duration, format and embedded texts of the file at `path`; no sound is decoded.

    The duration is what is really there: a file that is cut off, or whose header lies, gives a warning. Malformed
    metadata is left out. `AudioError` says why a file cannot be read; `OSError` if its drive fails meanwhile.
    """
    with open_file(path) as file, open_source(file) as source:
        descriptor = file.fileno()
        found = chunks(lambda offset, size: os.pread(descriptor, size, offset))
        fields = embedded_fields(file, found, source.format, source.codec, source.sample_rate) or clean(source.tags)
        duration = source.frames / source.sample_rate
        if not found and (isinstance(source, FFmpegSource) or b"CHAP" in os.pread(descriptor, _HEAD, 0).upper()):
            fields = clean(fields | marker_fields(_chapters(file, duration)))
        return AudioInfo(
            duration=duration,
            sample_rate=source.sample_rate,
            channels=source.channels,
            bit_depth=source.bit_depth,
            format=source.format,
            codec=source.codec,
            description=describe(fields),
            fields=fields,
            warning=_warning(duration, _promised_seconds(source, promised_sound(found, _size(file)))),
        )


def read_markers(path: Path | str) -> list[Marker]:
    """The markers and regions in the file at `path`, in time order; malformed ones are left out. Raises as `probe`."""
    markers: list[Marker] = []
    with open_file(path) as file, open_source(file) as source:
        descriptor = file.fileno()
        found = chunks(lambda offset, size: os.pread(descriptor, size, offset))
        with suppress(Exception):  # parsers of strangers' data raise anything
            markers = embedded_markers(file, found, source.sample_rate)
        duration = source.frames / source.sample_rate
        if not found:
            markers = _chapters(file, duration)
    return [marker for marker in markers if marker.start <= duration]


def _chapters(file: FileIO, duration: float) -> list[Marker]:
    """Of a file that does not consist of chunks."""
    try:
        return chapter_markers(chapters(file), duration)
    except Exception:  # strangers' data
        return []


def _size(file: FileIO) -> int:
    return os.fstat(file.fileno()).st_size


def _promised_seconds(source: Source, sound_bytes: tuple[int, int] | None) -> float:
    seconds = source.promised / source.sample_rate
    if sound_bytes is None:
        return seconds
    promised, held = sound_bytes
    return max(seconds, source.frames / source.sample_rate * promised / held) if held else seconds


def _warning(duration: float, promised: float) -> str:
    if promised - duration <= TOLERANCE:
        return ""
    return f"truncated: the header promises {promised:,.1f} s, the file holds {duration:,.1f} s"
