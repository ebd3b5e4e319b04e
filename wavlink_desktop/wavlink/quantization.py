"""Weight-only int8: how a checkpoint is stored, not how it computes. Symmetric, a scale for every few neighbours."""

import torch
from torch import Tensor

SCALE_SUFFIX = ".int8_scale"
GROUP = 32
"""Most weights of a row that share a scale: an outlier coarsens its neighbours only. Costs half a bit a weight."""


def quantize(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Matrices to int8 with float16 scales `(rows, groups)` under `name + SCALE_SUFFIX`; vectors stay float32."""
    stored: dict[str, Tensor] = {}
    for name, weight in state.items():
        if weight.ndim < 2 or not weight.is_floating_point():
            stored[name] = weight.contiguous()
            continue
        rows = weight.float().flatten(1)
        grouped = rows.reshape(len(rows), -1, _group(rows.shape[1]))
        # The scale is rounded to float16 before the division, so that reading divides by what writing multiplied with.
        scale = (grouped.abs().amax(dim=2) / 127).clamp(min=1e-7).half()
        levels = (grouped / scale.float()[..., None]).round().clamp(-127, 127)
        stored[name] = levels.to(torch.int8).reshape(weight.shape).contiguous()
        stored[name + SCALE_SUFFIX] = scale
    return stored


def dequantize(stored: dict[str, Tensor]) -> dict[str, Tensor]:
    """The inverse of `quantize`, to float32."""
    state: dict[str, Tensor] = {}
    for name, weight in stored.items():
        if name.endswith(SCALE_SUFFIX):
            continue
        scale = stored.get(name + SCALE_SUFFIX)
        if scale is None:
            state[name] = weight
        else:
            scale = scale.float().reshape(len(weight), -1, 1)
            state[name] = (weight.float().reshape(len(weight), scale.shape[1], -1) * scale).reshape(weight.shape)
    return state


def _group(width: int) -> int:
    """The largest divisor of `width` that is at most `GROUP`."""
    return max(size for size in range(1, min(GROUP, width) + 1) if width % size == 0)
