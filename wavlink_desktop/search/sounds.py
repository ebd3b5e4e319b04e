"""Vectors to search with: of words, of any file, or of a part of it."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio import MODEL_RATE, AudioError, decode, read_windows, windows
from wavlink_desktop.library import vectors
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import LibraryError
from wavlink_desktop.library.records import SoundEmbedder
from wavlink_desktop.library.vectors import unit
from wavlink_desktop.search.request import Sound

_AT_A_TIME = 16
_KEPT_TEXTS, _KEPT_SOUNDS = 512, 64

Vector = NDArray[np.float32]


class Ears:
    """Turns words and sounds into vectors; the last ones are kept, as a query is asked anew with every key."""

    def __init__(self, catalogue: Catalogue, embedder: SoundEmbedder) -> None:
        self._catalogue = catalogue
        self._embedder = embedder
        self._text: Callable[[str, str], Vector] = lru_cache(_KEPT_TEXTS)(self._embed_text)
        self._file: Callable[[str, Path, float, float | None, tuple[int, int]], Vector]
        self._file = lru_cache(_KEPT_SOUNDS)(self._embed_file)

    @property
    def model_id(self) -> str:
        """Names the weights."""
        return self._embedder.model_id

    def text(self, text: str) -> Vector:
        """The vector `(512,)` of a text. Raises `ModelError`."""
        return self._text(self._embedder.model_id, text)

    def sound(self, sound: Sound) -> Vector:
        """The vector `(512,)` of a sound: the mean of its windows, unit length.

        Raises:
            LibraryError: the file cannot be read, there is nothing to be heard in it, or the model cannot be loaded.
        """
        if sound.start <= 0 and sound.end is None:
            stored = self._stored(sound.path)
            if stored is not None:
                return stored
        try:
            looks = sound.path.stat()
        except OSError as error:
            raise LibraryError(f"{sound.path}: {error.strerror}") from error
        return self._file(
            self._embedder.model_id, sound.path, sound.start, sound.end, (looks.st_size, looks.st_mtime_ns)
        )

    def _stored(self, path: Path) -> Vector | None:
        clip = self._catalogue.find(path)
        if clip is None or not clip.embedded:
            return None
        with self._catalogue.reading() as database:
            found = vectors.of_files(database, np.array([clip.id]))
        return unit(found.vectors.mean(0)) if len(found.ids) else None

    def _embed_text(self, model_id: str, text: str) -> Vector:
        vector: Vector = self._embedder.embed_text([text])[0]
        return vector

    def _embed_file(self, model_id: str, path: Path, start: float, end: float | None, looks: tuple[int, int]) -> Vector:
        return embed_sound(self._embedder, path, start, end)


def embed_sound(embedder: SoundEmbedder, path: Path, start: float = 0.0, end: float | None = None) -> Vector:
    """The mean vector `(512,)`, unit length, of a file or of its seconds `start` to `end`.

    Raises:
        LibraryError: the file cannot be read, or there is nothing to be heard in it.
    """
    parts = _whole(path) if start <= 0 and end is None else _stretch(path, start, end)
    total = np.zeros(0, np.float32)
    try:
        while group := list(islice(parts, _AT_A_TIME)):
            total = embedder.embed_audio(group).sum(0) + (total if len(total) else 0)
    except AudioError as error:
        raise LibraryError(f"{path}: {error}") from error
    if not len(total):
        raise LibraryError(f"{path}: there is nothing to be heard in it. Choose a sound that is not silent.")
    return unit(total)


def _whole(path: Path) -> Iterator[NDArray[np.float32]]:
    return (samples for _, samples in read_windows(path) if samples.any())


def _stretch(path: Path, start: float, end: float | None) -> Iterator[NDArray[np.float32]]:
    samples = decode(path, start, end, MODEL_RATE)
    for window in windows(len(samples) / MODEL_RATE):
        part = samples[round(window.start * MODEL_RATE) : round(window.end * MODEL_RATE)]
        if part.any():
            yield part
