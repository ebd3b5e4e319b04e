"""Small real sounds, and a library to scan them into."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import soundfile

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import ScanProgress, ScanReport, SoundEmbedder
from wavlink_desktop.library.scan import scan

RATE = 16_000


def write_sound(path: Path, seconds: float = 0.2, seed: int | None = None, **options: object) -> Path:
    """Noise, another one for every name unless `seed` is given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    chosen = seed if seed is not None else sum(str(path.name).encode(errors="surrogateescape"))
    samples = np.random.default_rng(chosen).uniform(-0.5, 0.5, int(seconds * RATE)).astype(np.float32)
    with path.open("wb") as file:  # opened here, because libsndfile takes no name that is not UTF-8
        soundfile.write(file, samples, RATE, format="FLAC" if path.suffix == ".flac" else "WAV", **options)
    return path


class Scanned(NamedTuple):
    """A catalogue, the folder that it knows, and how to scan."""

    catalogue: Catalogue
    folder: Path
    scan: Callable[..., ScanReport]

    def paths(self) -> list[str]:
        return [clip.path.relative_to(self.folder).as_posix() for clip in self.catalogue.clips()]


@pytest.fixture
def sound() -> Callable[..., Path]:
    return write_sound


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "library.db")
    yield opened
    opened.close()


@pytest.fixture
def library(tmp_path: Path, catalogue: Catalogue, fake_embedder: SoundEmbedder) -> Scanned:
    folder = tmp_path / "sounds"
    folder.mkdir()

    def run(
        folders: Sequence[Path] = (),
        embedder: SoundEmbedder = fake_embedder,
        progress: Callable[[ScanProgress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ScanReport:
        return scan(catalogue, embedder, folders, progress, cancelled)

    return Scanned(catalogue, folder, run)
