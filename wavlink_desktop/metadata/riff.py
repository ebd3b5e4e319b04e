"""The chunks of WAV, RF64, BW64 and AIFF files: found with every check that changing a file calls for, then rewritten.

RIFF (IBM and Microsoft 1991), RF64 (EBU Tech 3306), BW64 (ITU-R BS.2088), AIFF (Apple 1989). `audio.chunks` forgives
what it reads; here nothing is: a file whose structure is not understood to its last byte is left alone.
"""

import os
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from .errors import DamagedError, RefusedError
from .segments import Copy, Segment, length, same_bytes

_LARGE = 0xFFFFFFFF
_MOST_CHUNKS = 10_000
_LARGEST_TEXT = 64 << 20
_BIG = (b"RF64", b"BW64")
_ENDIAN = {b"RIFF": "<", b"RF64": "<", b"BW64": "<", b"FORM": ">"}
_MUST_HAVE = {b"WAVE": (b"fmt ", b"data"), b"AIFF": (b"COMM", b"SSND"), b"AIFC": (b"COMM", b"SSND")}
SOUND = (b"data", b"SSND")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A top-level chunk. `start` is where its header stands, `end` is behind its pad byte, if it has one."""

    name: bytes
    start: int
    size: int
    end: int

    @property
    def content(self) -> int:
        """Where its content starts."""
        return self.start + 8

    def __str__(self) -> str:
        return f"'{self.name.decode('ascii')}'"


@dataclass(frozen=True, slots=True)
class Form:
    """A whole file: `magic` (`RIFF`, `RF64`, `BW64`, `FORM`), `kind` (`WAVE`, `AIFF`, `AIFC`), its chunks in order.

    Bytes from `end` to `file_size` belong to no chunk: some programs leave them there; they are kept.
    """

    magic: bytes
    kind: bytes
    large: bool
    """The size stands in `ds64`, not in the header."""
    chunks: tuple[Chunk, ...]
    end: int
    file_size: int

    def first(self, name: bytes) -> Chunk | None:
        """The first chunk of that name."""
        return next((chunk for chunk in self.chunks if chunk.name == name), None)


def read_chunk(file: BinaryIO, chunk: Chunk) -> bytes:
    """A chunk's content. Not meant for the sound.

    Raises:
        RefusedError: it is larger than any text.
    """
    if chunk.size > _LARGEST_TEXT:
        raise RefusedError(f"Chunk {chunk} has {chunk.size:,} bytes, more than a text can need.")
    return _at(file, chunk.content, chunk.size)


def walk(file: BinaryIO) -> Form:
    """Every chunk of `file`.

    Raises:
        DamagedError: the chunks do not fit together; the message says at which one.
        RefusedError: it is no file of this kind.
    """
    size = file.seek(0, os.SEEK_END)
    head = _at(file, 0, 12)
    magic, kind = head[:4], head[8:12]
    if len(head) < 12 or magic not in _ENDIAN or kind not in _MUST_HAVE:
        raise RefusedError("It is no WAV, RF64, BW64 or AIFF file.")
    stated = struct.unpack(_ENDIAN[magic] + "I", head[4:8])[0]
    sizes = _ds64_sizes(file) if magic in _BIG else {}
    large = magic in _BIG and stated == _LARGE
    end = 8 + (sizes[b"RIFF"] if large else stated)
    if end > size + 1:  # one more: the pad byte of the last chunk is often counted and left out
        raise DamagedError(f"The file is cut off: its header promises {end:,} bytes, it has {size:,}.")
    chunks = _walk(file, _ENDIAN[magic], min(end, size), size, sizes)
    _check(kind, magic, chunks)
    return Form(magic, kind, large, tuple(chunks), max(12, chunks[-1].end), size)


def rewrite(
    file: BinaryIO,
    form: Form,
    replaced: Mapping[Chunk, bytes],
    before_sound: Sequence[tuple[bytes, bytes]],
    behind: Sequence[tuple[bytes, bytes]],
) -> list[Segment]:
    """The file with the content of some chunks replaced (empty: the chunk goes) and with new ones `(name, content)`.

    All other chunks, their order, their pad bytes and what stands behind the last one are copied as they are.

    Raises:
        RefusedError: a plain WAV or AIFF would grow over 4 GiB.
    """
    endian = _ENDIAN[form.magic]
    body: list[Segment] = []
    for chunk in form.chunks:
        if chunk.name in SOUND:
            body += [_chunk(endian, name, content) for name, content in before_sound]
        if chunk in replaced:
            body += [_chunk(endian, chunk.name, replaced[chunk])] if replaced[chunk] else []
        else:
            body += _kept(chunk)
    body += [_chunk(endian, name, content) for name, content in behind]
    size = 4 + length(body)
    if form.magic in _BIG:
        body = _with_size(file, form, body, size)
    if size >= _LARGE and not form.large:
        raise RefusedError("With the tags it would be larger than 4 GiB, which its format does not allow.")
    header = form.magic + struct.pack(endian + "I", _LARGE if form.large else size) + form.kind
    rest: list[Segment] = [Copy(form.end, form.file_size - form.end)] if form.file_size > form.end else []
    return [header, *body, *rest]


def check_kept(old: BinaryIO, new: BinaryIO, ours: Callable[[BinaryIO, Chunk], bool]) -> None:
    """Walk both files and compare all chunks that are not `ours`, the sound included, byte by byte.

    Raises:
        RefusedError: they differ; the message says where.
    """
    before, after = _theirs(old, ours), _theirs(new, ours)
    if [chunk.name for chunk in before] != [chunk.name for chunk in after]:
        raise RefusedError("The new file came out with other chunks than the old one. Nothing was changed.")
    for one, other in zip(before, after, strict=True):
        skip = 8 if one.name == b"ds64" else 0  # the size of the whole file
        if one.size != other.size or not same_bytes(
            old, one.content + skip, new, other.content + skip, one.size - skip
        ):
            raise RefusedError(f"Chunk {one} came out different from the old one. Nothing was changed.")


def _theirs(file: BinaryIO, ours: Callable[[BinaryIO, Chunk], bool]) -> list[Chunk]:
    return [chunk for chunk in walk(file).chunks if not ours(file, chunk)]


def _at(file: BinaryIO, offset: int, size: int) -> bytes:
    file.seek(offset)
    return file.read(size)


def _ds64_sizes(file: BinaryIO) -> dict[bytes, int]:
    """Chunk name to size, `RIFF` for the whole file, from the `ds64` chunk, which comes first."""
    name, size = struct.unpack("<4sI", _at(file, 12, 8).ljust(8, b"\0"))
    content = _at(file, 20, size) if name == b"ds64" and size <= 1 << 20 else b""
    if len(content) < 28 or len(content) < size:
        raise DamagedError("Chunk 'ds64', which gives the sizes of an RF64 file, is missing or cut off.")
    whole, data, _, entries = struct.unpack_from("<QQQI", content)
    if 28 + 12 * entries > size:
        raise DamagedError(f"Chunk 'ds64' promises {entries} sizes and has room for fewer.")
    table = dict(struct.iter_unpack("<4sQ", content[28 : 28 + 12 * entries]))
    return {**table, b"RIFF": whole, b"data": data}


def _walk(file: BinaryIO, endian: str, end: int, file_size: int, sizes: Mapping[bytes, int]) -> list[Chunk]:
    chunks: list[Chunk] = []
    position = 12
    while position < end:
        behind = f", behind chunk {chunks[-1]}" if chunks else ""
        header = _at(file, position, 8)
        if len(header) < 8 or position + 8 > end:
            raise DamagedError(f"At byte {position:,}{behind}, a chunk begins that has no room for its header.")
        name, size = struct.unpack(endian + "4sI", header)
        if not all(0x20 <= letter <= 0x7E for letter in name):
            raise DamagedError(f"At byte {position:,}{behind}, no chunk begins where one should.")
        if size == _LARGE:
            size = sizes.get(name, _LARGE)
        chunk = _chunk_at(file, name, position, size, file_size)
        if chunk.content + size > end:
            raise DamagedError(f"Chunk {chunk} promises {size:,} bytes, and {max(0, end - chunk.content):,} are there.")
        chunks.append(chunk)
        if len(chunks) > _MOST_CHUNKS:
            raise DamagedError(f"It has more than {_MOST_CHUNKS:,} chunks.")
        position = chunk.end
    return chunks


def _chunk_at(file: BinaryIO, name: bytes, start: int, size: int, file_size: int) -> Chunk:
    return Chunk(name, start, size, min(start + 8 + size + size % 2, max(file_size, start + 8 + size)))


def _check(kind: bytes, magic: bytes, chunks: Sequence[Chunk]) -> None:
    names = [chunk.name for chunk in chunks]
    for name in _MUST_HAVE[kind]:
        if names.count(name) != 1:
            how = "is missing" if name not in names else "is there more than once"
            raise DamagedError(f"Chunk '{name.decode()}' {how}.")
    if kind == b"WAVE" and names.index(b"fmt ") > names.index(b"data"):
        raise DamagedError("Chunk 'fmt ' stands behind the sound that it describes.")
    if magic in _BIG and names.count(b"ds64") != 1:
        raise DamagedError("Chunk 'ds64' is there more than once.")


def _chunk(endian: str, name: bytes, content: bytes) -> bytes:
    return struct.pack(endian + "4sI", name, len(content)) + content + b"\0" * (len(content) % 2)


def _kept(chunk: Chunk) -> list[Segment]:
    whole = Copy(chunk.start, chunk.end - chunk.start)
    return [whole] if whole.size % 2 == 0 else [whole, b"\0"]  # the last one of a file may lack its pad byte


def _with_size(file: BinaryIO, form: Form, body: list[Segment], size: int) -> list[Segment]:
    """The body with the file's new size in its `ds64` chunk, which is the first one."""
    ds64 = form.chunks[0]
    assert body[0] == Copy(ds64.start, ds64.end - ds64.start)
    header = _at(file, ds64.start, 8)
    return [header + struct.pack("<Q", size), Copy(ds64.start + 16, ds64.end - ds64.start - 16), *body[1:]]
