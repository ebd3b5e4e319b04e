"""Fixtures for every room: a model that is quick and predictable, and a demo library written once."""

import faulthandler
import os
import re
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from wavlink_desktop.demo import DemoClip, write_demo_library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DIM = 512


def pytest_unconfigure() -> None:
    """A thread that a test left behind must not hold the run open: after a minute it is shown, and fails it."""
    faulthandler.dump_traceback_later(60, exit=True)


class FakeEmbedder:
    """Stands in for a model: texts by their words, sounds by their coarse spectrum; unit vectors, nothing learnt."""

    model_id = "fake"
    sample_rate = 16_000

    def embed_audio(self, clips: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        vectors = np.zeros((len(clips), DIM), dtype=np.float32)
        for row, clip in enumerate(clips):
            power = np.abs(np.fft.rfft(clip, n=8_000)) if len(clip) <= 8_000 else np.abs(np.fft.rfft(clip))
            bands = [band.mean() for band in np.array_split(power, DIM)]
            vectors[row] = np.log(np.array(bands) + 1e-6)
        vectors -= vectors.mean(axis=1, keepdims=True)
        vectors[:, 0] += 1e-6
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def embed_text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), DIM), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                vectors[row] += np.random.default_rng(zlib.crc32(word.encode())).standard_normal(DIM)
        vectors[:, 0] += 1e-6
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class Demo(NamedTuple):
    """A demo library on disk: treat it as read-only."""

    folder: Path
    clips: list[DemoClip]


@pytest.fixture(scope="session")
def fake_embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    return Demo(folder, write_demo_library(folder))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may see, or touch, the library of whoever runs it."""
    for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home" / variable))
