"""Weight-only int8: how a checkpoint is stored, not how it computes. A scale per row, symmetric."""

import torch
from torch import Tensor

SCALE_SUFFIX = ".int8_scale"


def quantize(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Matrices to int8 with a float16 scale per row under `name + SCALE_SUFFIX`; vectors to float32 as they are."""
    stored: dict[str, Tensor] = {}
    for name, weight in state.items():
        if weight.ndim < 2 or not weight.is_floating_point():
            stored[name] = weight.contiguous()
            continue
        rows = weight.float().flatten(1)
        # The scale is rounded to float16 before the division, so that reading divides by what writing multiplied with.
        scale = (rows.abs().amax(dim=1) / 127).clamp(min=1e-7).half()
        levels = (rows / scale.float()[:, None]).round().clamp(-127, 127)
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
            state[name] = (weight.float().flatten(1) * scale.float()[:, None]).reshape(weight.shape)
    return state
