"""Real sound files, written by the tests themselves."""

import struct
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float32]


@pytest.fixture(scope="session")
def tone() -> Callable[..., Samples]:
    """`tone(seconds, rate, channels, frequency)`: a sine `(n, channels)` at half of full scale."""

    def make(seconds: float = 2.0, rate: int = 44100, channels: int = 1, frequency: float = 440.0) -> Samples:
        time = np.arange(round(seconds * rate)) / rate
        sine = 0.5 * np.sin(2 * np.pi * frequency * time)
        return np.repeat(sine[:, None], channels, axis=1).astype(np.float32)

    return make


@pytest.fixture(scope="session")
def noise() -> Callable[..., Samples]:
    """`noise(seconds, rate, channels)`: always the same, `(n, channels)`."""

    def make(seconds: float = 2.0, rate: int = 44100, channels: int = 1) -> Samples:
        generator = np.random.default_rng(7)
        return (generator.standard_normal((round(seconds * rate), channels)) * 0.2).astype(np.float32)

    return make


@pytest.fixture(scope="session")
def encode() -> Callable[..., Path]:
    """`encode(path, samples, rate, codec, container)`: writes with FFmpeg what libsndfile cannot write."""

    def write(
        path: Path,
        samples: Samples,
        rate: int,
        codec: str,
        container: str | None = None,
        metadata: dict[str, str] | None = None,
        options: dict[str, str] | None = None,
        bit_rate: int = 0,
    ) -> Path:
        layout = {1: "mono", 2: "stereo"}[samples.shape[1]]
        with av.open(str(path), "w", format=container, options=options or {}) as output:
            output.metadata.update(metadata or {})
            stream = output.add_stream(codec, rate=rate, layout=layout)
            stream.bit_rate = bit_rate
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.T), format="fltp", layout=layout)
            frame.sample_rate, frame.pts = rate, 0
            for packet in [*stream.encode(frame), *stream.encode(None)]:
                output.mux(packet)
        return path

    return write


@pytest.fixture
def wav(tmp_path: Path, tone: Callable[..., Samples]) -> Path:
    """Two seconds of a 440 Hz sine, mono, 44.1 kHz, 16 bits: a 44-byte header and the samples."""
    path = tmp_path / "tone.wav"
    soundfile.write(path, tone(), 44100)
    return path


@pytest.fixture(scope="session")
def add_chunks() -> Callable[..., None]:
    """`add_chunks(wav, (name, content), …)`: appends RIFF chunks behind the sound."""

    def add(path: Path, *chunks: tuple[bytes, bytes]) -> None:
        with path.open("ab") as file:
            for name, content in chunks:
                file.write(name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2))
        content = path.read_bytes()
        path.write_bytes(content[:4] + struct.pack("<I", len(content) - 8) + content[8:])

    return add


@pytest.fixture(scope="session")
def loudest_frequency() -> Callable[[Samples, int], float]:
    """The frequency, in hertz, of the strongest partial of a mono sound."""

    def find(samples: Samples, rate: int) -> float:
        spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
        return float(spectrum.argmax() * rate / len(samples))

    return find
