"""WAV files as bytes: where the sound lies in one, and one written from front to back.

RIFF (IBM and Microsoft 1991); files over 4 GiB become RF64 (EBU Tech 3306).
"""

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO
from typing import BinaryIO

from wavlink_desktop.audio.chunks import chunks

ChunkContent = tuple[bytes, bytes]
"""A chunk's name and what it holds."""

_PCM, _FLOAT, _ALAW, _MULAW, _EXTENSIBLE = 1, 3, 6, 7, 0xFFFE
_FORMAT = struct.Struct("<HHIIHH")
_EXTENSION = struct.Struct("<HHI")
"""Behind `_FORMAT`: size of the extension, valid bits, channel mask; then 16 bytes that name the coding."""
_GUID = bytes.fromhex("000000001000800000aa00389b71")
"""What stands behind the two bytes of a coding's number in its GUID."""
_MASKS = {3: 0x7, 4: 0x33, 5: 0x37, 6: 0x3F, 7: 0x13F, 8: 0x63F}
"""Speakers by the number of channels, as WAVE_FORMAT_EXTENSIBLE orders them: 5.1 is L R C LFE Ls Rs."""
_MAGIC = (b"RIFF", b"RF64", b"BW64")
_DS64 = struct.Struct("<QQQI")
_LARGE = 0xFFFFFFFF
_LARGEST_FORMAT = 1 << 12


@dataclass(frozen=True, slots=True)
class WaveSound:
    """The sound in a WAV file whose frames all have the same size: any run of them can be copied as it is."""

    format: bytes
    """The content of `fmt `."""
    offset: int
    """Where the first frame stands."""
    frames: int
    """Whole frames that the file really holds."""
    frame_bytes: int
    speakers: int
    """The channel mask; 0: the file gives none."""

    @property
    def pcm(self) -> bool:
        """Whether it is plain integer PCM, which needs no `fact` chunk."""
        return _coding(self.format) == _PCM


def wave_sound(file: FileIO) -> WaveSound | None:
    """Where the sound lies in an open file; None: it is no WAV file, or its frames cannot be told apart (ADPCM …)."""
    descriptor = file.fileno()
    head = os.pread(descriptor, 12, 0)
    if head[:4] not in _MAGIC or head[8:12] != b"WAVE":
        return None
    found = {chunk.name: chunk for chunk in reversed(chunks(lambda at, size: os.pread(descriptor, size, at)))}
    form, data = found.get(b"fmt "), found.get(b"data")
    if form is None or data is None or form.size < _FORMAT.size:
        return None
    content = os.pread(descriptor, min(form.size, _LARGEST_FORMAT), form.offset)
    _, channels, _, _, frame_bytes, bits = _FORMAT.unpack_from(content)
    if _coding(content) not in (_PCM, _FLOAT, _ALAW, _MULAW) or frame_bytes != channels * -(-bits // 8):
        return None
    held = max(0, min(data.size, os.fstat(descriptor).st_size - data.offset))
    return WaveSound(content, data.offset, held // frame_bytes, frame_bytes, _speakers(content))


def wave_format(sample_rate: int, channels: int, bit_depth: int, speakers: int = 0) -> bytes:
    """The content of `fmt `: integer PCM of 16 or 24 bits, or 32-bit float; extensible beyond two channels.

    `speakers`: the channel mask; 0: the usual one for so many channels.
    """
    coding = _FLOAT if bit_depth == 32 else _PCM
    frame_bytes = channels * bit_depth // 8
    tag = _EXTENSIBLE if channels > 2 else coding
    plain = _FORMAT.pack(tag, channels, sample_rate, sample_rate * frame_bytes, frame_bytes, bit_depth)
    if channels > 2:
        extension = _EXTENSION.pack(22, bit_depth, speakers or _MASKS.get(channels, 0))
        return plain + extension + struct.pack("<H", coding) + _GUID
    return plain if coding == _PCM else plain + b"\0\0"


class WaveWriter:
    """Writes a WAV file: `write` takes whole frames, `finish` what stands behind the sound.

    A `JUNK` chunk in front keeps the place for `ds64`, which a file over 4 GiB needs.
    """

    def __init__(self, file: BinaryIO, form: bytes, pcm: bool, before: Sequence[ChunkContent] = ()) -> None:
        """`form`: the content of `fmt `; `before`: chunks in front of the sound, such as `bext`."""
        self._file = file
        self._frame_bytes = _FORMAT.unpack_from(form)[4]
        self._written = 0
        file.write(b"RIFF\0\0\0\0WAVE" + _chunk(b"JUNK", bytes(_DS64.size)))
        for name, content in (*before, (b"fmt ", form)):
            file.write(_chunk(name, content))
        self._fact = None if pcm else file.tell()
        if not pcm:
            file.write(_chunk(b"fact", bytes(4)))
        self._data = file.tell()
        file.write(b"data\0\0\0\0")

    def write(self, frames: bytes | memoryview) -> None:
        """Whole frames, as `fmt ` says."""
        self._file.write(frames)
        self._written += len(frames)

    def finish(self, behind: Sequence[ChunkContent] = ()) -> None:
        """The end: further chunks, then the sizes in front. The file stays open."""
        file = self._file
        file.write(b"\0" * (self._written % 2))
        for name, content in behind:
            file.write(_chunk(name, content))
        size = file.tell() - 8
        frames = self._written // self._frame_bytes
        large = size > _LARGE - 1
        if self._fact is not None:
            _write_at(file, self._fact + 8, struct.pack("<I", min(frames, _LARGE)))
        _write_at(file, self._data + 4, struct.pack("<I", _LARGE if large else self._written))
        if large:
            _write_at(file, 12, _chunk(b"ds64", _DS64.pack(size, self._written, frames, 0)))
        _write_at(file, 0, (b"RF64" if large else b"RIFF") + struct.pack("<I", _LARGE if large else size))


def _coding(form: bytes) -> int:
    tag = int.from_bytes(form[:2], "little")
    if tag == _EXTENSIBLE and form[26:40] == _GUID:
        return int.from_bytes(form[24:26], "little")
    return tag


def _speakers(form: bytes) -> int:
    return int.from_bytes(form[20:24], "little") if int.from_bytes(form[:2], "little") == _EXTENSIBLE else 0


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)


def _write_at(file: BinaryIO, offset: int, content: bytes) -> None:
    file.seek(offset)
    file.write(content)
