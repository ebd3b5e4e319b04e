"""Sounds read by libsndfile: WAV, AIFF, FLAC, Ogg and the other formats that it decodes exactly."""

from collections.abc import Iterator
from io import FileIO

import numpy as np
import soundfile
from numpy.typing import NDArray

from wavlink_desktop.audio.errors import Unsuitable, missing

_BLOCK = 65536
_FIRST_BLOCK = 8192
"""Frames: soon there, for whoever waits to hear it."""
_SALVAGE = 256
"""Frames read at a time where a block could not be decoded whole."""
_MOST_FRAMES = 2**60
"""libsndfile says that a stream of unknown length has 2**63 - 1 frames."""
_BITS = {"PCM_S8": 8, "PCM_U8": 8, "PCM_16": 16, "PCM_24": 24, "PCM_32": 32, "FLOAT": 32, "DOUBLE": 64}
_FORMATS = {"WAVEX": "WAV", "SVX": "IFF"}


class SndfileSource:
    """See `Source`. Raises `Unsuitable`."""

    def __init__(self, file: FileIO, head: bytes) -> None:
        if _is_mpeg(head):
            raise Unsuitable("MPEG audio")
        try:
            # The descriptor, not the name: names need not be UTF-8.
            self._sound = soundfile.SoundFile(file.fileno(), closefd=False)
        except soundfile.LibsndfileError as error:
            raise Unsuitable(error.error_string.rstrip(".")) from error
        if self._sound.subtype.startswith("MPEG"):
            self._sound.close()
            raise Unsuitable("MPEG audio")
        self.sample_rate: int = self._sound.samplerate
        self.channels: int = self._sound.channels
        self.frames: int = self._sound.frames
        self.promised = self.frames
        self.format: str = _FORMATS.get(self._sound.format, self._sound.format)
        self.codec: str = self._sound.subtype
        self.bit_depth = _BITS.get(self.codec)
        self.tags: dict[str, str] = {}
        self.damage = ""
        try:
            self._check_end()
        except Unsuitable:
            self.close()
            raise

    def blocks(self, start: int = 0) -> Iterator[NDArray[np.float32]]:
        """See `Source`. Ends at the first damage: libsndfile cannot find its way behind it."""
        position = min(start, self.frames)
        for most in (_BLOCK, _SALVAGE):
            try:
                self._sound.seek(position)
                size = min(_FIRST_BLOCK, most)
                while len(block := self._sound.read(size, dtype="float32", always_2d=True)):
                    position += len(block)
                    yield block
                    size = min(2 * size, most)
                break
            except soundfile.LibsndfileError:
                continue
        self.damage = missing(self.frames - position, self.sample_rate)

    def close(self) -> None:
        """See `Source`."""
        self._sound.close()

    def _check_end(self) -> None:
        """A recorder that was cut off leaves a WAV of size 0; a FLAC that was cut off still promises all its frames."""
        if self.frames == 0 and self.format in ("WAV", "RF64"):
            raise Unsuitable("its header gives no length")
        if self.format != "FLAC":
            return
        if self.frames > _MOST_FRAMES:
            raise Unsuitable("its header gives no length")
        try:
            self._sound.seek(self.frames - 1)
            whole = len(self._sound.read(1)) == 1
        except soundfile.LibsndfileError:
            whole = False
        if not whole:
            raise Unsuitable("its end is missing or damaged")


def _is_mpeg(head: bytes) -> bool:
    """Whether the first 32 bytes are those of MP3 or the like, bare, behind an ID3 tag or in a WAV.

    libmpg123, which decodes it in libsndfile, guesses the length of files without a Xing header, gives up at the first
    damage and writes to stderr.
    """
    in_wav = head[8:16] == b"WAVEfmt " and head[20:22] in (b"\x50\0", b"\x55\0")
    return in_wav or head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:2] >= b"\xe0")
