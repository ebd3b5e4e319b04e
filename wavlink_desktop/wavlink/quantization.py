"""Weight-only int8: how a checkpoint is stored, not how it computes. Symmetric, a scale for every few neighbours."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALE_SUFFIX = ".int8_scale"
GROUP = 32
"""Most weights of a row that share a scale: an outlier coarsens its neighbours only. Costs half a bit a weight."""

Weights = Mapping[str, NDArray[Any]]


def quantize(state: Weights) -> dict[str, NDArray[Any]]:
    """Matrices to int8 with float16 scales `(rows, groups)` under `name + SCALE_SUFFIX`; vectors stay as they are."""
    stored: dict[str, NDArray[Any]] = {}
    for name, weight in state.items():
        if weight.ndim < 2 or not np.issubdtype(weight.dtype, np.floating):
            stored[name] = np.asarray(weight, order="C")
            continue
        rows = weight.astype(np.float32).reshape(len(weight), -1)
        grouped = rows.reshape(len(rows), -1, _group(rows.shape[1]))
        # The scale is rounded to float16 before the division, so that reading divides by what writing multiplied with.
        scale = (np.abs(grouped).max(axis=2) / 127).clip(min=1e-7).astype(np.float16)
        levels = (grouped / scale[..., None].astype(np.float32)).round().clip(-127, 127)
        stored[name] = levels.astype(np.int8).reshape(weight.shape)
        stored[name + SCALE_SUFFIX] = scale
    return stored


def dequantize(stored: Weights) -> dict[str, NDArray[Any]]:
    """The inverse of `quantize`, to float32; also of some rows of a matrix with the same rows of its scales."""
    state: dict[str, NDArray[Any]] = {}
    for name, weight in stored.items():
        if name.endswith(SCALE_SUFFIX):
            continue
        scale = stored.get(name + SCALE_SUFFIX)
        if scale is None:
            state[name] = weight
        else:
            scale = scale.astype(np.float32).reshape(*scale.shape, 1)
            state[name] = (weight.reshape(*scale.shape[:2], -1) * scale).reshape(weight.shape)
    return state


def _group(width: int) -> int:
    """The largest divisor of `width` that is at most `GROUP`."""
    return max(size for size in range(1, min(GROUP, width) + 1) if width % size == 0)
