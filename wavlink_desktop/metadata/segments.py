"""A file described by another one: which parts of that are kept, and what stands between them.

A change is made from such a description, and its inverse is what the journal keeps to take the change back: the bytes
that went, and where the others are; never the sound itself.
"""

import os
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

_BLOCK = 1 << 20
_SHORTEST_COPY = 24  # A copy costs 17 bytes to write down: shorter ones are cheaper as they are.


@dataclass(frozen=True, slots=True)
class Copy:
    """`size` bytes of the other file, from `offset` on."""

    offset: int
    size: int


Segment = Copy | bytes


def length(segments: Sequence[Segment]) -> int:
    """Bytes of the file that the segments describe."""
    return sum(segment.size if isinstance(segment, Copy) else len(segment) for segment in segments)


def assemble(source: BinaryIO, segments: Sequence[Segment], target: BinaryIO) -> None:
    """Write what `segments` describe in terms of `source` to `target`, which is empty. Holes of the source stay holes.

    Raises:
        OSError: the source is shorter than described, or a disk failed.
    """
    position = 0
    for segment in segments:
        if isinstance(segment, Copy):
            _copy(source, segment, target, position)
            position += segment.size
        else:
            target.seek(position)
            target.write(segment)
            position += len(segment)
    target.truncate(position)


def make(source: BinaryIO, segments: Sequence[Segment], path: Path) -> list[Segment]:
    """Write what `segments` describe to the file at `path`; gives what describes `source` in terms of that."""
    with path.open("wb") as target:
        assemble(source, segments, target)
    return inverse(segments, source)


def same_bytes(one: BinaryIO, at_one: int, other: BinaryIO, at_other: int, size: int) -> bool:
    """Whether two files hold the same `size` bytes at those places."""
    if not (_within(one, at_one, size) and _within(other, at_other, size)):
        return False
    for start, end in _occupied_by_either(one, at_one, other, at_other, size):
        for offset in range(start, end, _BLOCK):
            count = min(_BLOCK, end - offset)
            if _read(one, at_one + offset, count) != _read(other, at_other + offset, count):
                return False
    return True


def inverse(segments: Sequence[Segment], source: BinaryIO) -> list[Segment]:
    """What describes `source` in terms of the file that `segments` make of it. Parts are copied once, in order."""
    size = source.seek(0, os.SEEK_END)
    former: list[Segment] = []
    described = made = 0
    for segment in segments:
        if not isinstance(segment, Copy):
            made += len(segment)
            continue
        if segment.offset > described:
            former.append(_read(source, described, segment.offset - described))
        former.append(Copy(made, segment.size))
        described = segment.offset + segment.size
        made += segment.size
    if size > described:
        former.append(_read(source, described, size - described))
    return former


def difference(old: BinaryIO, new: BinaryIO) -> list[Segment]:
    """What describes `old` in terms of `new`, found by comparing: what begins alike, then what ends alike.

    Meant for tags that grew at one place: the rest has moved as a whole, with few bytes changed (page numbers of Ogg,
    offsets of MP4).
    """
    old_size, new_size = old.seek(0, os.SEEK_END), new.seek(0, os.SEEK_END)
    head = _common_start(old, new, min(old_size, new_size))
    tail = min(old_size, new_size) - head
    shift = new_size - old_size
    segments: list[Segment] = [Copy(0, head)] if head else []
    position = head
    for start, end in _differing(old, new, old_size - tail, shift, tail):
        if start > position:
            segments += _kept_or_lost(old, position, start, old_size - tail, shift)
        segments.append(_read(old, start, end - start))
        position = end
    if old_size > position:
        segments += _kept_or_lost(old, position, old_size, old_size - tail, shift)
    return segments


def pack(segments: Sequence[Segment]) -> bytes:
    """The segments as bytes for the journal; `unpack` gives them back."""
    parts = [
        struct.pack("<BQQ", 0, segment.offset, segment.size)
        if isinstance(segment, Copy)
        else struct.pack("<BQ", 1, len(segment)) + segment
        for segment in segments
    ]
    return zlib.compress(b"".join(parts))


def unpack(packed: bytes) -> list[Segment]:
    """The segments that `pack` made bytes of."""
    content, position = zlib.decompress(packed), 0
    segments: list[Segment] = []
    while position < len(content):
        if content[position] == 0:
            segments.append(Copy(*struct.unpack_from("<QQ", content, position + 1)))
            position += 17
        else:
            (size,) = struct.unpack_from("<Q", content, position + 1)
            segments.append(content[position + 9 : position + 9 + size])
            position += 9 + size
    return segments


def _copy(source: BinaryIO, part: Copy, target: BinaryIO, position: int) -> None:
    if not _within(source, part.offset, part.size):
        raise OSError(f"The file ends before byte {part.offset + part.size}")
    for start, end in _occupied(source, part.offset, part.size):
        target.seek(position + start)
        for offset in range(start, end, _BLOCK):
            target.write(_read(source, part.offset + offset, min(_BLOCK, end - offset)))


def _within(file: BinaryIO, offset: int, size: int) -> bool:
    return offset + size <= file.seek(0, os.SEEK_END)


def _read(file: BinaryIO, offset: int, size: int) -> bytes:
    file.seek(offset)
    return file.read(size)


def _occupied(file: BinaryIO, offset: int, size: int) -> Iterator[tuple[int, int]]:
    """The parts of a range, counted from its start, that are not holes; all of it where holes cannot be told."""
    if not hasattr(os, "SEEK_DATA"):
        yield 0, size
        return
    position, end, descriptor = offset, offset + size, file.fileno()
    while position < end:
        try:
            start = os.lseek(descriptor, position, os.SEEK_DATA)
        except OSError:  # nothing but a hole up to the end of the file
            return
        if start >= end:
            return
        position = min(end, os.lseek(descriptor, start, os.SEEK_HOLE))
        yield start - offset, position - offset


def _occupied_by_either(
    one: BinaryIO, at_one: int, other: BinaryIO, at_other: int, size: int
) -> Iterator[tuple[int, int]]:
    ranges = sorted([*_occupied(one, at_one, size), *_occupied(other, at_other, size)])
    while ranges:
        start, end = ranges.pop(0)
        while ranges and ranges[0][0] <= end:
            end = max(end, ranges.pop(0)[1])
        yield start, end


def _common_start(old: BinaryIO, new: BinaryIO, limit: int) -> int:
    for offset in range(0, limit, _BLOCK):
        count = min(_BLOCK, limit - offset)
        unlike = _unlike(_read(old, offset, count), _read(new, offset, count))
        if len(unlike):
            return offset + int(unlike[0])
    return limit


def _differing(old: BinaryIO, new: BinaryIO, start: int, shift: int, size: int) -> Iterator[tuple[int, int]]:
    """Ranges of `old` from `start` on that differ from `new` as far behind as `shift` says; near ones are joined."""
    begin = end = None
    for offset in range(start, start + size, _BLOCK):
        count = min(_BLOCK, start + size - offset)
        unlike = _unlike(_read(old, offset, count), _read(new, offset + shift, count)) + offset
        if not len(unlike):
            continue
        breaks = np.flatnonzero(np.diff(unlike) > _SHORTEST_COPY)
        for first, last in zip(unlike[np.r_[0, breaks + 1]], unlike[np.r_[breaks, -1]], strict=True):
            if begin is not None and end is not None and first - end <= _SHORTEST_COPY:
                end = int(last) + 1
                continue
            if begin is not None and end is not None:
                yield begin, end
            begin, end = int(first), int(last) + 1
    if begin is not None and end is not None:
        yield begin, end


def _unlike(one: bytes, other: bytes) -> NDArray[np.int64]:
    if one == other:
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.frombuffer(one, np.uint8) != np.frombuffer(other, np.uint8))


def _kept_or_lost(old: BinaryIO, start: int, end: int, kept_from: int, shift: int) -> list[Segment]:
    """`old` from `start` to `end`: what lies before `kept_from` is in no other file, the rest `shift` further on."""
    segments: list[Segment] = []
    if start < kept_from:
        segments.append(_read(old, start, min(end, kept_from) - start))
        start = min(end, kept_from)
    if end > start:
        segments.append(Copy(start + shift, end - start))
    return segments
