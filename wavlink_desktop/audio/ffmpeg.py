"""Sounds read by FFmpeg: MPEG audio, AAC, WMA, Monkey's Audio, video files, and what libsndfile gives up on."""

from collections.abc import Iterator
from contextlib import suppress
from io import FileIO
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from wavlink_desktop.audio.errors import TOLERANCE, AudioError, Unsuitable, missing

_KINDS = """
    mp3 aac mov matroska ogg flac wav w64 aiff caf au ac3 eac3 dts dtshd truehd mlp amr asf ape wv tta tak mpc mpc8 shn
    qoa dsf iff voc rm avi mpegts mpeg flv
"""
_OPTIONS = {"format_whitelist": ",".join(_KINDS.split()), "protocol_whitelist": "none"}
"""Only sounds and films, for FFmpeg's readers of rare game formats crash on damaged files; and no protocol: a playlist
that poses as a sound must not open other files or the network."""
_PREROLL = 0.5
"""Seconds decoded before a place that is jumped to: frames of lossy codecs lean on those before them."""
_NO_LENGTH = {"aac", "ac3", "eac3", "amr", "dts", "dtshd", "truehd", "mlp"}
"""Bare streams: FFmpeg guesses their length, no header promises it."""
_FORMATS = {"matroska,webm": "MKA", "asf": "WMA", "mov,mp4,m4a,3gp,3g2,mj2": "MP4"}
_TECHNICAL = {
    "major_brand",
    "minor_version",
    "compatible_brands",
    "handler_name",
    "vendor_id",
    "language",
    "encoder",
    "duration",
}
_BITS = {"u8": 8, "s16": 16, "s32": 24, "flt": 32, "dbl": 64}
"""By sample format, for lossless codecs: FFmpeg decodes 24 bits into 32."""

_FAILURES = (av.FFmpegError, ValueError, IndexError)
"""What damage raises (IndexError: a packet of a track that was not announced). An `OSError` that is not FFmpeg's comes
from the drive, and is passed on."""

av.logging.set_level(None)  # FFmpeg writes to stderr


class _Reader:
    """The file as FFmpeg reads it: a jump to where no file reaches, as damage asks for, fails without an exception."""

    def __init__(self, file: FileIO) -> None:
        self.name = str(file.name)
        self.read = file.read
        self.tell = file.tell
        self._seek = file.seek

    def seek(self, offset: int, whence: int) -> int:
        try:
            return self._seek(offset, whence)
        except OSError:
            return -1


class FFmpegSource:
    """See `Source`. Raises `Unsuitable`, or `AudioError` where the reason is plain."""

    def __init__(self, file: FileIO) -> None:
        self._file = file
        file.seek(0)
        self._head = file.read(65536)
        self._container = self._open()
        try:
            self._stream = _first_sound(self._container)
            self._describe()
            self.promised, self.frames = self._lengths()
        except BaseException:
            self.close()
            raise

    def _open(self) -> InputContainer:
        self._file.seek(0)
        try:
            return av.open(_Reader(self._file), "r", options=_OPTIONS, metadata_errors="replace")
        except _FAILURES as error:
            raise Unsuitable("no known sound format") from error

    def _describe(self) -> None:
        stream, names = self._stream, self._container.format.name
        self.sample_rate = stream.codec_context.sample_rate
        self.channels = stream.codec_context.channels
        self.format = _FORMATS.get(names, names.split(",")[0].upper())
        codec = stream.codec_context.codec
        self.codec = codec.canonical_name.upper()
        self.bit_depth = _bit_depth(stream)
        metadata = {**stream.metadata, **self._container.metadata}
        self.tags = {
            f"{self.format.lower()}.{key.lower()}": value
            for key, value in metadata.items()
            if key.lower() not in _TECHNICAL
        }
        self.damage = ""

    def _lengths(self) -> tuple[int, int]:
        """Frames promised and frames there, from the time stamps of the last packets; nothing is decoded."""
        container, stream = self._container, self._stream
        seconds = 0.0
        if stream.duration and stream.time_base:
            seconds = float(stream.duration * stream.time_base)
        elif container.duration:
            seconds = container.duration / av.time_base
        there = self._end_from(max(0.0, seconds - 1.0)) if seconds else 0.0
        if there < seconds - TOLERANCE or not seconds:
            there = self._end_from(0.0)
        if abs(there - seconds) <= TOLERANCE:
            there = seconds
        promised = seconds if seconds > there and self._has_length() else there
        return round(promised * self.sample_rate), round(there * self.sample_rate)

    def _end_from(self, seconds: float) -> float:
        """Where the last whole packet behind `seconds` ends, in seconds from the sound's start; 0 if there is none."""
        end = self._offset()
        exact = self._stream.codec_context.name.startswith("pcm_")  # half a packet of PCM is half as long
        with suppress(*_FAILURES):  # the end is where the packets end
            self._seek(seconds)
            for packet in self._container.demux(self._stream):
                if packet.time_base is not None and packet.size and (exact or not packet.is_corrupt):
                    start = end if packet.pts is None else float(packet.pts * packet.time_base)
                    end = max(end, start + float((packet.duration or 0) * packet.time_base))
        return end - self._offset()

    def _has_length(self) -> bool:
        name = self._container.format.name
        if name == "mp3":
            return any(mark in self._head for mark in (b"Xing", b"Info", b"VBRI"))
        return name not in _NO_LENGTH

    def _offset(self) -> float:
        """The time stamp, in seconds, of the first sample."""
        stream = self._stream
        return float((stream.start_time or 0) * stream.time_base) if stream.time_base else 0.0

    def _seek(self, seconds: float) -> None:
        try:
            self._container.seek(round((seconds + self._offset()) * av.time_base) if seconds > 0 else 0)
        except _FAILURES:  # some formats can only be read from their start
            self._container.close()
            self._container = self._open()
            self._stream = _first_sound(self._container)

    def blocks(self, start: int = 0) -> Iterator[NDArray[np.float32]]:
        """See `Source`. Leaves out the packets that cannot be decoded and goes on behind them."""
        position: int | None = None
        for frame in self._decoded(start):
            block = _samples(frame)
            if block.shape[1] != self.channels or frame.sample_rate != self.sample_rate:
                break
            if position is None:
                position = self._position(frame)
                if start < position <= start + self.sample_rate:  # Opus in Matroska begins with its decoder's delay
                    yield np.zeros((position - start, self.channels), np.float32)
            # The decoder's padding behind the last sample is left out.
            wanted = block[max(0, start - position) : max(0, self.frames - position)]
            position += len(block)
            if len(wanted):
                yield wanted
        self.damage = missing(self.frames - max(start, position or 0), self.sample_rate)

    def _decoded(self, start: int) -> Iterator[AudioFrame]:
        with suppress(*_FAILURES):
            self._seek(start / self.sample_rate - _PREROLL)
            for packet in self._container.demux(self._stream):
                with suppress(*_FAILURES):
                    yield from packet.decode()

    def _position(self, frame: AudioFrame) -> int:
        if frame.pts is None or frame.time_base is None:
            return 0
        return round((float(frame.pts * frame.time_base) - self._offset()) * self.sample_rate)

    def close(self) -> None:
        """See `Source`."""
        self._container.close()


def chapters(file: FileIO) -> list[tuple[float, float, str]]:
    """Start and end, in seconds, and title of each chapter: ID3's `CHAP`, MP4's, Matroska's, `CHAPTER001` in Vorbis
    comments, FLAC's cue sheet. None in what FFmpeg cannot open."""
    file.seek(0)
    found: list[tuple[float, float, str]] = []
    with suppress(*_FAILURES), av.open(_Reader(file), "r", options=_OPTIONS, metadata_errors="replace") as container:
        for each in container.chapters():
            unit = float(each["time_base"] or 0)
            found.append((each["start"] * unit, each["end"] * unit, each["metadata"].get("title", "")))
    return found


def _first_sound(container: InputContainer) -> AudioStream:
    stream = next(iter(container.streams.audio), None)
    if stream is None:
        raise AudioError("The file has no sound track.")
    context = stream.codec_context
    if context is None or not context.sample_rate or not context.channels:
        raise Unsuitable("no known coding")  # such as a text: some formats are guessed from the name alone
    return stream


def _bit_depth(stream: AudioStream) -> int | None:
    context = stream.codec_context
    if context.name.startswith("pcm_"):
        return int("".join(character for character in context.name if character.isdigit()) or 8)
    if not context.codec.lossless or context.format is None:
        return None
    return _BITS.get(context.format.name.removesuffix("p"))


def _samples(frame: AudioFrame) -> NDArray[np.float32]:
    """`(n, channels)`, full scale at 1."""
    values: NDArray[Any] = frame.to_ndarray()
    values = values.T if frame.format.is_planar else values.reshape(-1, frame.layout.nb_channels)
    block = np.ascontiguousarray(values, dtype=np.float32)
    if values.dtype == np.uint8:
        return (block - np.float32(128)) / np.float32(128)
    if values.dtype.kind == "i":
        return block / np.float32(2.0 ** (8 * values.dtype.itemsize - 1))
    return block
