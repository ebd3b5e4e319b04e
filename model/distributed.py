"""Several processes, one batch: what a contrastive loss needs of the others."""

from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor


class _Gather(torch.autograd.Function):
    """Concatenation over processes whose gradient fits DDP.

    Every process computes the same loss L of the whole batch, so each knows the whole of dL/d(gathered), and its own
    slice is all that its part of the network needs: nothing is communicated on the way back. The gradient of a weight
    is the *sum* of what the processes contribute, but DDP takes their *mean*: hence the factor. What every process
    computes alike without gathering (scale, bias) needs none, as the mean of equal gradients is that gradient.
    """

    @staticmethod
    def forward(ctx: Any, local: Tensor) -> Tensor:
        parts = [torch.empty_like(local) for _ in range(dist.get_world_size())]
        dist.all_gather(parts, local.contiguous())
        return torch.cat(parts)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> Tensor:  # type: ignore[override]
        (gradient,) = gradients
        return gradient.chunk(dist.get_world_size())[dist.get_rank()] * dist.get_world_size()


def gather(local: Tensor) -> Tensor:
    """`(n, …)` of this process to `(processes · n, …)` of all, in their order; n must be alike everywhere."""
    if not dist.is_initialized() or dist.get_world_size() == 1:
        return local
    gathered: Tensor = _Gather.apply(local)
    return gathered
