"""What the catalogue hands out: plain, immutable records."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class SoundEmbedder(Protocol):
    """What the library asks of a model: `wavlink.Embedder` and `wavlink.EmbedderProcess` both give it."""

    @property
    def model_id(self) -> str:
        """Names the weights; vectors of another `model_id` are stale."""

    def embed_audio(self, clips: Sequence[NDArray[np.float32]]) -> Vectors:
        """Mono clips, float32 at 16 kHz, any lengths; `(n, 512)` float32, unit length."""

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """`(n, 512)` float32, unit length."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One sound file of the library. Durations in seconds, rates in hertz."""

    id: int
    path: Path
    """Absolute. Surrogate escapes stand for bytes that are not UTF-8 (`os.fsencode` gives them back)."""
    name: str
    """The file's name, always printable."""
    folder: Path
    """The library folder that it was found under."""
    size: int
    modified: float
    duration: float
    sample_rate: int
    channels: int
    bit_depth: int | None
    format: str
    description: str
    """What the file itself says: bext, iXML, INFO, ID3, Vorbis comments."""
    embedded: bool
    """Whether its vectors of the current model are in."""
    online: bool
    """False while its folder or drive is missing."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A label of one clip. `score` is in 0…1; `source` says who gave it."""

    vocabulary: str
    label: str
    score: float
    source: Literal["sound", "name", "metadata", "person"]


@dataclass(frozen=True, slots=True)
class Region:
    """A label of a part of a long clip, `start` to `end` in seconds, by its sound. `score` is in 0…1."""

    vocabulary: str
    label: str
    start: float
    end: float
    score: float


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, or not wholly, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class FolderState:
    """How one of the library's folders is, in files."""

    path: Path
    whole: bool
    """False: only files of it that were asked for by name."""
    online: bool
    clips: int
    embedded: int
    missing: int
    problems: int
    tagged: int
    """Files that a person has tagged."""


@dataclass(frozen=True, slots=True)
class ScanProgress:
    """Where a scan is. `stage` "headers": `done` files of `total`; "vectors": `done` seconds of audio of `total`."""

    stage: Literal["headers", "vectors"]
    done: float
    total: float
    elapsed: float
    """Seconds since the stage began."""
    files: int
    """Files finished in this stage."""
    of_files: int = 0
    """Files of this stage."""
    name: str = ""
    """The file that was read last, printable."""


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What a scan did, in files."""

    added: int
    changed: int
    moved: int
    missing: int
    unchanged: int
    embedded: int
    skipped: int
    """Files that could not be read; `Library.problems` lists them."""
    cancelled: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """The library in figures."""

    path: Path
    folders: tuple[Path, ...]
    clips: int
    embedded: int
    windows: int
    hours: float
    problems: int
    tags: int
    model_id: str
    schema_version: int
    bytes_on_disk: int
