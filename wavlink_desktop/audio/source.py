"""An open sound: one shape over libsndfile and FFmpeg."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio.errors import AudioError, Unsuitable
from wavlink_desktop.audio.ffmpeg import FFmpegSource
from wavlink_desktop.audio.sndfile import SndfileSource

Block = NDArray[np.float32]

_LOWEST_RATE, _HIGHEST_RATE = 100, 6_000_000
_SOUND_MAGIC = (
    b"RIFF", b"RF64", b"BW64", b"FORM", b"riff", b"caff", b".snd", b"fLaC", b"OggS", b"ID3", b"wvpk", b"MAC ",
    b"TTA1", b"#!AMR", b"\x1aE\xdf\xa3", b"0&\xb2u", b"\x0bw",
)  # fmt: skip
_CANNOT_OPEN = {
    errno.ENOENT: "The file is not there: it was moved, renamed or deleted, or its drive is not connected.",
    errno.ENOTDIR: "The file is not there: a folder of its path was moved, renamed or deleted.",
    errno.EACCES: "The file may not be read: give yourself the permission to read it.",
    errno.EPERM: "The file may not be read: give yourself the permission to read it.",
    errno.ELOOP: "The link leads back to itself: remove it or point it to a file.",
    errno.EIO: "The drive reports an error where this file lies: check the drive.",
}


class Source(Protocol):
    """A sound that is open for reading."""

    sample_rate: int
    """Hertz."""
    channels: int
    frames: int
    """Samples a channel that are there, as far as the headers and a look at the end can tell."""
    promised: int
    """Samples a channel that the header promises: more than `frames` if the file is cut off."""
    bit_depth: int | None
    format: str
    codec: str
    tags: dict[str, str]
    """Metadata that the decoder hands out, under the container's name: `mp4.title`."""
    damage: str
    """Why the sound that `blocks` gave is not all that it should be; empty if it is."""

    def blocks(self, start: int = 0) -> Iterator[Block]:
        """The samples from frame `start` on, float32 `(n, channels)`, in blocks of any size until the sound ends.

        Damage ends the blocks early, or leaves out what cannot be decoded; `damage` says so afterwards.
        """

    def close(self) -> None:
        """Let the decoder go; the file stays open."""


@contextmanager
def open_file(path: Path | str) -> Iterator[FileIO]:
    """The file, unbuffered. Only ordinary files are opened: a pipe or a device is never waited for."""
    try:
        status = Path(path).stat()
        _refuse(status)
        file = FileIO(os.fspath(path))
    except OSError as error:
        known = _CANNOT_OPEN.get(error.errno or 0)
        raise AudioError(known or f"The file cannot be opened: {error.strerror}.") from error
    except ValueError as error:  # a NUL in the path
        raise AudioError(_CANNOT_OPEN[errno.ENOENT]) from error
    with file:
        yield file


@contextmanager
def open_source(file: FileIO) -> Iterator[Source]:
    """The sound in an open file: libsndfile's if it can read it to the end, else FFmpeg's."""
    source = _source(file)
    try:
        if source.frames <= 0:
            raise AudioError("The file holds no sound: there is a header, and no sample behind it.")
        if not _LOWEST_RATE <= source.sample_rate <= _HIGHEST_RATE:
            raise AudioError(f"The header is damaged: it gives a sample rate of {source.sample_rate} Hz.")
        yield source
    finally:
        source.close()


@contextmanager
def open_sound(path: Path | str) -> Iterator[Source]:
    """The sound in the file at `path`."""
    with open_file(path) as file, open_source(file) as source:
        yield source


def _refuse(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise AudioError("This is a folder, not a sound file.")
    if not stat.S_ISREG(status.st_mode):
        raise AudioError("This is a pipe, a socket or a device, not a sound file.")
    if status.st_size == 0:
        raise AudioError("The file is empty (0 bytes).")


def _source(file: FileIO) -> Source:
    head = os.pread(file.fileno(), 32, 0)
    try:
        return SndfileSource(file, head)
    except Unsuitable as unsuitable:
        reason = unsuitable
    try:
        return FFmpegSource(file)
    except Unsuitable:
        if head.startswith(_SOUND_MAGIC) or head[4:8] == b"ftyp":
            raise AudioError("The sound is damaged, cut off or coded in a way that is not supported.") from reason
        raise AudioError(
            "This is not a sound file: whatever its name says, what is in it is no known sound format."
        ) from reason
