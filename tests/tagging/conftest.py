from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from model.calibrate import save
from wavlink_desktop import paths
from wavlink_desktop.facade import Library
from wavlink_desktop.library import vectors
from wavlink_desktop.tagging.calibration import Calibration

DIM = 512


def unit(rows: NDArray[np.float64]) -> NDArray[np.float32]:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="session")
def axes() -> NDArray[np.float32]:
    """Directions that have nothing to do with each other."""
    return np.linalg.qr(np.random.default_rng(7).normal(size=(DIM, 16)))[0].T.astype(np.float32)


class Words:
    """A model that places each text where its words are; words that it was not given lie anywhere."""

    model_id = "words"

    def __init__(self, meanings: dict[str, NDArray[np.float32]]) -> None:
        self._meanings = meanings

    def embed_text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return unit(np.stack([self._place(text) for text in texts]))

    def embed_audio(self, clips: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        raise AssertionError("the clips have been listened to")

    def _place(self, text: str) -> NDArray[np.float64]:
        known = [self._meanings[word] for word in text.lower().split() if word in self._meanings]
        return np.sum(known, axis=0) if known else np.random.default_rng(len(text)).normal(size=DIM)


Fill = Callable[..., list[int]]


@pytest.fixture
def library(tmp_path: Path, axes: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Its model knows `rain`, `door` and `dog` as the first three axes, and ships with a background of noise."""
    noise = unit(np.random.default_rng(9).normal(size=(300, DIM)))
    (tmp_path / "checkpoint").mkdir()
    save(tmp_path / "checkpoint", "words", Calibration(sounds=noise[:200], texts=noise[200:]), {})
    monkeypatch.setattr(paths, "checkpoint", lambda: tmp_path / "checkpoint")
    with Library(tmp_path / "library.db", lambda: Words(dict(zip(("rain", "door", "dog"), axes, strict=False)))) as it:
        yield it


@pytest.fixture
def fill(library: Library, tmp_path: Path) -> Fill:
    """Adds clips that have been listened to: names, and a vector `(512,)` or windows `(n, 512)` each."""

    def fill(names: Sequence[str], sounds: Sequence[NDArray[np.float32]], fields: str = "{}") -> list[int]:
        ids = []
        with library._catalogue.writing() as database:
            database.execute("UPDATE state SET model_id = 'words'")
            folder = str(tmp_path / "sounds").encode()
            database.execute("INSERT OR IGNORE INTO folders (path, whole) VALUES (?, 1)", [folder])
            for name, sound in zip(names, sounds, strict=True):
                windows = np.atleast_2d(sound)
                file_id = database.execute(
                    """INSERT INTO files (folder_id, path, name, size, mtime_ns, duration, fields)
                    VALUES (1, ?, ?, 1, 1, ?, ?)""",
                    [name.encode(), name, 10.0 * len(windows), fields],
                ).lastrowid
                bounds = [(10.0 * row, 10.0 * row + 10) for row in range(len(windows))]
                vectors.put(database, file_id, "words", bounds, [vectors.encode(row) for row in windows])
                database.execute("INSERT INTO texts (rowid, name, tags) VALUES (?, ?, '')", [file_id, name])
                ids.append(file_id)
        return ids

    return fill


@pytest.fixture
def noisy(axes: NDArray[np.float32]) -> Callable[..., NDArray[np.float32]]:
    """`count` vectors about an axis: `noisy(axis, count, seed)`; about none for axis None."""

    def noisy(axis: int | None, count: int, seed: int = 0) -> NDArray[np.float32]:
        noise = np.random.default_rng(seed).normal(size=(count, DIM)) / DIM**0.5
        return unit(noise if axis is None else axes[axis] + 0.7 * noise)

    return noisy
