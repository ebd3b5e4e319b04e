"""Samples to files: WAV by our own writer, AIFF, FLAC, MP3 and Ogg Vorbis by libsndfile."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO
from typing import BinaryIO, Literal, Protocol, get_args

import numpy as np
import soundfile
from numpy.typing import NDArray

from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.source import Block
from wavlink_desktop.audio.wavefile import ChunkContent, WaveWriter, wave_format

FileFormat = Literal["wav", "aiff", "flac", "mp3", "ogg"]
FILE_FORMATS: tuple[FileFormat, ...] = get_args(FileFormat)

_MPEG_RATES = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
_MOST_CHANNELS = {"wav": 1024, "aiff": 1024, "flac": 8, "mp3": 2, "ogg": 255}
_HIGHEST_RATE = {"wav": 6_000_000, "aiff": 6_000_000, "flac": 655_350, "ogg": 192_000}
_LARGEST_AIFF = 0xFFFFFF00
_LOSSY_LEVEL = 0.1
"""libsndfile's compression, 0…1: about VBR V1 of MP3, quality 9 of Vorbis."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How samples are stored."""

    format: FileFormat
    sample_rate: int
    channels: int
    bit_depth: int
    """16 or 24: integers; 32: float. FLAC has no more than 24, MP3 and Ogg have none of these."""
    dither: bool = False
    """Whether rounding to 16 bits is to be made noise (TPDF, one step each way) instead of distortion."""
    speakers: int = 0
    """WAV's channel mask; 0: the usual one."""


class Encoder(Protocol):
    """An open file that takes samples."""

    def write(self, block: Block) -> None:
        """Float32 `(n, channels)`, full scale at 1; integers cut what is louder."""

    def finish(self) -> None:
        """The end. The file stays open."""

    def close(self) -> None:
        """Let the file go, finished or not."""


def fitting_rate(file_format: FileFormat, sample_rate: int) -> int:
    """The rate that a format can hold and that is nearest to `sample_rate` by family (48,000 for 96,000)."""
    if file_format != "mp3":
        return min(sample_rate, _HIGHEST_RATE[file_format])
    below = [rate for rate in _MPEG_RATES if rate <= sample_rate and sample_rate % rate == 0]
    return max(below, default=min((rate for rate in _MPEG_RATES if rate >= sample_rate), default=48_000))


def most_channels(file_format: FileFormat) -> int:
    """As many channels as a format holds."""
    return _MOST_CHANNELS[file_format]


def encoder(
    file: BinaryIO, coding: Coding, before: Sequence[ChunkContent] = (), behind: Sequence[ChunkContent] = ()
) -> Encoder:
    """An encoder into an empty, seekable file; the chunks `before` and `behind` the sound are for WAV alone.

    Raises:
        AudioError: the format cannot hold such a sound.
    """
    if coding.channels > most_channels(coding.format):
        most = most_channels(coding.format)
        raise AudioError(
            f"{coding.format.upper()} holds no more than {most} channels, and this sound has {coding.channels}: "
            "fold it down to mono, split it, or choose WAV."
        )
    if coding.format == "wav":
        return _Wave(file, coding, before, behind)
    return _Sndfile(file, coding)


class _Wave:
    def __init__(
        self, file: BinaryIO, coding: Coding, before: Sequence[ChunkContent], behind: Sequence[ChunkContent]
    ) -> None:
        form = wave_format(coding.sample_rate, coding.channels, coding.bit_depth, coding.speakers)
        self._writer = WaveWriter(file, form, coding.bit_depth != 32, before)
        self._behind = behind
        self._quantise = Quantiser(coding.bit_depth, coding.dither)
        self._depth = coding.bit_depth

    def write(self, block: Block) -> None:
        """See `Encoder`."""
        self._writer.write(_bytes(self._quantise(block), self._depth))

    def finish(self) -> None:
        """See `Encoder`."""
        self._writer.finish(self._behind)

    def close(self) -> None:
        """See `Encoder`."""


class _Sink:
    """A file as libsndfile writes it. What the system refuses is kept: libsndfile says nothing of it, least of all at
    the end of the sound."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = FileIO(file.fileno(), "rb+", closefd=False)
        self._refused: OSError | None = None
        self.seek, self.tell, self.readinto = self._file.seek, self._file.tell, self._file.readinto

    def write(self, content: memoryview) -> int:
        """All of it, or, once something was refused, nothing; libsndfile is not told."""
        left = memoryview(content)
        try:
            while left and self._refused is None:
                left = left[self._file.write(left) :]
        except OSError as error:
            self._refused = error
        return len(content)

    def check(self) -> None:
        """Raises OSError if the system has refused anything."""
        if self._refused is not None:
            raise self._refused


class _Sndfile:
    def __init__(self, file: BinaryIO, coding: Coding) -> None:
        names = {"aiff": "AIFF", "flac": "FLAC", "mp3": "MP3", "ogg": "OGG"}
        self._lossy = coding.format in ("mp3", "ogg")
        depth = min(coding.bit_depth, 24) if coding.format == "flac" else coding.bit_depth
        kind = {16: "PCM_16", 24: "PCM_24", 32: "FLOAT"}[depth]
        subtype = {"mp3": "MPEG_LAYER_III", "ogg": "VORBIS"}.get(coding.format, kind)
        self._quantise = Quantiser(32 if self._lossy else depth, coding.dither)
        self._shift = 32 - depth
        self._left = _LARGEST_AIFF if coding.format == "aiff" else None
        self._frame_bytes = coding.channels * depth // 8
        self._sink = _Sink(file)
        try:
            self._sound = soundfile.SoundFile(
                self._sink,
                "w",
                samplerate=coding.sample_rate,
                channels=coding.channels,
                format=names[coding.format],
                subtype=subtype,
                compression_level=_LOSSY_LEVEL if self._lossy else None,
                bitrate_mode="VARIABLE" if coding.format == "mp3" else None,
            )
        except soundfile.LibsndfileError as error:
            reason = error.error_string.rstrip(".")
            raise AudioError(f"This sound cannot be written as {coding.format.upper()}: {reason}.") from error

    def write(self, block: Block) -> None:
        """See `Encoder`."""
        if self._left is not None:
            self._left -= len(block) * self._frame_bytes
            if self._left < 0:
                raise AudioError("It would be larger than the 4 GiB that AIFF allows: choose WAV or FLAC.")
        values = self._quantise(block)
        if values.dtype == np.int32:
            values = np.left_shift(values, self._shift, dtype=np.int32)  # libsndfile takes integers from the top
        self._sound.write(values)
        self._sink.check()

    def finish(self) -> None:
        """See `Encoder`."""
        self._sound.close()
        self._sink.check()

    def close(self) -> None:
        """See `Encoder`."""
        self._sound.close()


class Quantiser:
    """Float32 samples to what is stored: int32 of `bit_depth` bits, or float32 as it is for 32."""

    def __init__(self, bit_depth: int, dither: bool = False) -> None:
        self._full = np.float32(2 ** (bit_depth - 1))
        self._float = bit_depth == 32
        # Seeded: the same sound, rendered twice, is the same file.
        self._noise = np.random.default_rng(20) if dither and bit_depth == 16 else None

    def __call__(self, block: Block) -> NDArray[np.float32] | NDArray[np.int32]:
        """What is louder than full scale is cut in integers."""
        if self._float:
            return block
        scaled = block * self._full
        if self._noise is not None:
            one, other = self._noise.random((2, *block.shape), np.float32)
            scaled += one - other
        rounded: NDArray[np.int32] = np.clip(np.rint(scaled), -self._full, self._full - 1).astype(np.int32)
        return rounded


def _bytes(values: NDArray[np.float32] | NDArray[np.int32], depth: int) -> bytes:
    """Little-endian, as WAV has them."""
    if depth == 32:
        return values.astype("<f4").tobytes()
    if depth == 16:
        return values.astype("<i2").tobytes()
    whole = np.ascontiguousarray(values, "<i4").view(np.uint8).reshape(-1, 4)
    return whole[:, :3].tobytes()
