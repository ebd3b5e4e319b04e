"""A library whose vectors are set by hand: what is near to what is known."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.index import VectorIndex
from wavlink_desktop.library.scan import scan
from wavlink_desktop.search.engine import Searcher

RATE = 16_000
TOPICS = ["rain", "door", "siren", "glass", "wind", "dog", "engine", "bell"]


def topic_vector(topic: str, clarity: float = 1.0) -> NDArray[np.float32]:
    """A unit vector for a topic; the less clear, the nearer to what all sounds have in common."""
    vector = np.zeros(512, np.float32)
    if topic in TOPICS:
        vector[TOPICS.index(topic)] = clarity
    vector[100] = np.sqrt(1 - float(vector @ vector))
    return vector


class TopicModel:
    """Hears in a sound's level which topic it is of; a text is of the first topic that it names."""

    model_id = "topics"

    def __init__(self) -> None:
        self.broken = False

    def embed_audio(self, clips: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        self._check()
        return np.stack([self._hear(clip) for clip in clips])

    def embed_text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self._check()
        named = [next((topic for topic in TOPICS if topic in text.lower()), "") for text in texts]
        return np.stack([topic_vector(topic, 0.9) for topic in named])

    def _hear(self, clip: NDArray[np.float32]) -> NDArray[np.float32]:
        number = round(float(clip[len(clip) // 2]) * 100)
        return topic_vector(TOPICS[number - 1], 0.9) if 1 <= number <= len(TOPICS) else topic_vector("")

    def _check(self) -> None:
        from wavlink_desktop.library.errors import ModelError

        if self.broken:
            raise ModelError("no model")


class Bench:
    """A library to search in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "sounds"
        self.folder.mkdir()
        self.catalogue = Catalogue(folder / "library.db")
        self.model = TopicModel()
        self.index = VectorIndex(self.catalogue)
        self.searcher = Searcher(self.catalogue, self.index, self.model)

    def add(self, name: str, *topics: str, seconds: float = 1.0) -> Path:
        """A sound of which each stretch of `seconds` is of one topic."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        levels = [(TOPICS.index(topic) + 1) / 100 if topic in TOPICS else 0.5 for topic in topics]
        samples = np.concatenate([np.full(int(seconds * RATE), level, np.float32) for level in levels])
        soundfile.write(path, samples, RATE, subtype="FLOAT")
        return path

    def scan(self) -> None:
        scan(self.catalogue, self.model, [self.folder], lambda _: None, lambda: False)

    def close(self) -> None:
        self.searcher.close()
        self.index.close()
        self.catalogue.close()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.close()


@pytest.fixture
def names() -> Callable[..., list[str]]:
    return lambda hits: [hit.clip.name for hit in hits]
