"""The chunks that WAV, RF64, AIFF, CAF, W64 and AU files are made of, found without reading the sound."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Reader = Callable[[int, int], bytes]
"""`read(offset, size)`: the bytes there, fewer at the end of the file."""

_MOST_CHUNKS = 1000
_UNKNOWN = (0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
"""Sizes that recorders and encoders write while they do not yet know it."""
_SOUND = (b"data", b"SSND")


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk: where its content starts and how many bytes the header promises."""

    name: bytes
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class _Layout:
    start: int
    header: struct.Struct
    """Name (4 bytes) and size."""
    alignment: int
    counts_header: bool = False


_RIFF = _Layout(12, struct.Struct("<4sI"), 2)
_LAYOUTS = {
    b"RIFF": _RIFF,
    b"RF64": _RIFF,
    b"BW64": _RIFF,
    b"FORM": _Layout(12, struct.Struct(">4sI"), 2),
    b"caff": _Layout(8, struct.Struct(">4sQ"), 1),
    b"riff": _Layout(40, struct.Struct("<4s12xQ"), 8, counts_header=True),  # W64: names are GUIDs
}


def chunks(read: Reader) -> list[Chunk]:
    """The top-level chunks in file order; none for a file that is not made of chunks.

    Sizes are the header's: a damaged or cut off file may not hold them. RF64's size of `data` comes from `ds64`.
    """
    layout = _LAYOUTS.get(magic := read(0, 4))
    if layout is None:
        return _au(read) if magic == b".snd" else []
    found = list(_walk(read, layout))
    big = next((_data_size(read, chunk) for chunk in found if chunk.name == b"ds64"), None)
    if big is not None:
        # The walk could not step over a 4 GB size: begin again behind the sound.
        small = next((k for k, chunk in enumerate(found) if chunk.name == b"data"), None)
        if small is not None and found[small].size == 0xFFFFFFFF:
            sound = Chunk(b"data", found[small].offset, big)
            found[small:] = [sound, *_walk(read, layout, sound.offset + big + big % 2)]
    return found


def subchunks(content: bytes) -> list[Chunk]:
    """The chunks inside a RIFF `LIST` chunk's content; offsets count from its start."""
    return list(_walk(lambda offset, size: content[offset : offset + size], _RIFF, 4))


def promised_sound(found: list[Chunk], file_size: int) -> tuple[int, int] | None:
    """Bytes of sound that the header promises and that the file holds; none if the header does not say."""
    sound = next((chunk for chunk in found if chunk.name in _SOUND), None)
    if sound is None or sound.size in _UNKNOWN:
        return None
    return sound.size, max(0, min(sound.size, file_size - sound.offset))


def _walk(read: Reader, layout: _Layout, start: int | None = None) -> Iterator[Chunk]:
    offset = layout.start if start is None else start
    for _ in range(_MOST_CHUNKS):
        header = read(offset, layout.header.size)
        if len(header) < layout.header.size:
            return
        name, size = layout.header.unpack(header)
        content = offset + layout.header.size
        if layout.counts_header:
            size = max(0, size - layout.header.size)
        yield Chunk(name, content, size)
        offset = content + -(-size // layout.alignment) * layout.alignment


def _data_size(read: Reader, ds64: Chunk) -> int:
    content = read(ds64.offset, 16).ljust(16, b"\0")
    return int(struct.unpack("<8xQ", content)[0])


def _au(read: Reader) -> list[Chunk]:
    header = read(0, 12)
    if len(header) < 12:
        return []
    offset, size = struct.unpack(">4xII", header)
    return [Chunk(b"data", offset, size)]
