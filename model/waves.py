"""Clips decoded once: reading them again for every epoch would cost more than the training step."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.manifest import Example
from wavlink_desktop.audio import AudioError, decode

MAX_SECONDS = 10.0


class WaveCache:
    """Every clip of a list of examples as 16-bit samples at 16 kHz, mono, in one memory-mapped file under `folder`.

    A clip that cannot be decoded is empty (length 0) and named in `unreadable`.
    """

    def __init__(self, examples: Sequence[Example], folder: Path) -> None:
        names = "\n".join(str(example.path) for example in examples)
        stem = folder / f"waves-{hashlib.sha256(names.encode()).hexdigest()[:12]}"
        samples, index = stem.with_suffix(".i16"), stem.with_suffix(".json")
        if not index.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _decode_all(examples, samples, index)
        contents = json.loads(index.read_text())
        self.unreadable: dict[str, str] = contents["unreadable"]
        self._offsets: list[int] = contents["offsets"]
        self._samples = np.memmap(samples, dtype=np.int16, mode="r") if self._offsets[-1] else np.zeros(0, np.int16)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def length(self, row: int) -> int:
        """Samples of clip `row`."""
        return self._offsets[row + 1] - self._offsets[row]

    def __getitem__(self, row: int) -> NDArray[np.float32]:
        wave = self._samples[self._offsets[row] : self._offsets[row + 1]]
        return np.divide(wave, 32768, dtype=np.float32)


def _decode_all(examples: Sequence[Example], samples: Path, index: Path) -> None:
    """Both files appear whole, the index last: a run killed here, or a second one beside it, reads half of neither."""
    offsets, unreadable = [0], {}
    partial = samples.with_suffix(f".{os.getpid()}.partial")
    with partial.open("wb") as file:
        for example in examples:
            try:
                wave = decode(example.path, end=MAX_SECONDS)
            except AudioError as error:
                unreadable[str(example.path)] = str(error)
                wave = np.zeros(0, np.float32)
            file.write((np.clip(wave, -1, 1) * 32767).astype(np.int16).tobytes())
            offsets.append(offsets[-1] + len(wave))
    partial.replace(samples)
    partial.write_text(json.dumps({"offsets": offsets, "unreadable": unreadable}))
    partial.replace(index)
