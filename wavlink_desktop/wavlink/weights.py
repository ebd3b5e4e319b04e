"""A checkpoint's weights, read a few at a time and without torch."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open

from .quantization import SCALE_SUFFIX, dequantize

Floats = NDArray[np.float32]


class StoredWeights:
    """`model.safetensors` of a checkpoint folder, as float32 whatever it stores; stays open as long as it is needed.

    Raises FileNotFoundError, and of what is damaged SafetensorError.
    """

    def __init__(self, checkpoint: Path) -> None:
        self._file = safe_open(checkpoint / "model.safetensors", framework="np")
        self._names = frozenset(self._file.keys())

    def read(self, name: str) -> Floats:
        """A whole matrix or vector."""
        return self._floats(name, {part: self._file.get_tensor(part) for part in self._parts(name)})

    def read_rows(self, name: str, rows: Iterable[int]) -> Floats:
        """Some rows of a matrix, `(n, width)`; 10 microseconds each."""
        slices = {part: self._file.get_slice(part) for part in self._parts(name)}
        wanted = list(rows)
        return self._floats(
            name,
            {part: np.concatenate([cut[row : row + 1] for row in wanted]) for part, cut in slices.items()},
        )

    def _parts(self, name: str) -> list[str]:
        return [part for part in (name, name + SCALE_SUFFIX) if part == name or part in self._names]

    def _floats(self, name: str, stored: dict[str, NDArray[Any]]) -> Floats:
        return dequantize(stored)[name].astype(np.float32, copy=False)
