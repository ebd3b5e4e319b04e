"""A catalogue with a folder of real sounds, to write into."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
import pytest
import soundfile

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Clip, ScanReport, SoundEmbedder
from wavlink_desktop.library.scan import scan
from wavlink_desktop.metadata import undoing, writing
from wavlink_desktop.metadata.writing import ChangeReport, WritePlan

RATE = 16_000


def write_m4a(path: Path, samples: np.ndarray) -> None:
    with av.open(str(path), "w", format="mp4") as output:
        stream = output.add_stream("aac", rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[None]), format="fltp", layout="mono")
        frame.sample_rate, frame.pts = RATE, 0
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            output.mux(packet)


@pytest.fixture(scope="session")
def write_sound() -> Callable[..., Path]:
    """`write_sound(path, seconds)`: noise in the format that the ending says."""

    def write(path: Path, seconds: float = 0.5) -> Path:
        samples = np.random.default_rng(1).uniform(-0.5, 0.5, int(seconds * RATE)).astype(np.float32)
        if path.suffix == ".m4a":
            write_m4a(path, samples)
        elif path.suffix == ".opus":
            soundfile.write(path, samples, RATE, format="OGG", subtype="OPUS")
        else:
            soundfile.write(path, samples, RATE)
        return path

    return write


class Shelf(NamedTuple):
    """A folder of sounds and the catalogue that knows it."""

    folder: Path
    catalogue: Catalogue
    scan: Callable[[], ScanReport]

    def clip(self, name: str) -> Clip:
        return next(clip for clip in self.catalogue.clips() if clip.path.name == name)

    def tag(self, name: str, *labels: str) -> None:
        self.catalogue.set_person_tags(self.clip(name).id, labels)

    def plan(self, **asked: str) -> list[WritePlan]:
        return list(writing.plan_writing(self.catalogue, self.catalogue.clips(), asked))

    def write(self, **asked: str) -> ChangeReport:
        return writing.write(self.catalogue, self.plan(**asked))

    def undo(self) -> ChangeReport:
        return undoing.undo(self.catalogue)

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.iterdir()}


@pytest.fixture
def shelf(tmp_path: Path, fake_embedder: SoundEmbedder) -> Iterator[Shelf]:
    folder = tmp_path / "sounds"
    folder.mkdir()
    catalogue = Catalogue(tmp_path / "library.db")

    def run(folders: Sequence[Path] = (folder,)) -> ScanReport:
        return scan(catalogue, fake_embedder, folders, lambda _: None, lambda: False)

    yield Shelf(folder, catalogue, run)
    catalogue.close()


@pytest.fixture
def door(shelf: Shelf, write_sound: Callable[..., Path]) -> Shelf:
    """A shelf with one WAV file that is tagged."""
    write_sound(shelf.folder / "creaking door.wav")
    shelf.scan()
    shelf.tag("creaking door.wav", "DOORWood", "squeaky")
    return shelf
