"""A sound to search with: from any file, or from a part of it."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio import MODEL_RATE, AudioError, decode, read_windows, windows
from wavlink_desktop.library.errors import LibraryError
from wavlink_desktop.library.records import SoundEmbedder
from wavlink_desktop.library.vectors import unit

_AT_A_TIME = 16


def embed_sound(
    embedder: SoundEmbedder, path: Path, start: float = 0.0, end: float | None = None
) -> NDArray[np.float32]:
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
