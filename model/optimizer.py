"""AdamW with a learning rate a part of the model, warm-up and cosine."""

import math
from collections import defaultdict

import torch

from model.objective import Objective
from model.recipe import Training

BETAS = (0.9, 0.98)
"""CLIP's; the paper does not say."""
LARGEST_GRADIENT = 1.0
"""Norm; longer ones are shortened to it."""


def make_optimizer(objective: Objective, training: Training) -> torch.optim.AdamW:
    """AdamW over all that requires a gradient. Each group has its `base_rate`, and torch's `param_names`.

    As in OpenCLIP only matrices are decayed.
    """
    depth = len(objective.model.audio_model.encoder.layers)
    groups: dict[tuple[float, float], list[tuple[str, torch.nn.Parameter]]] = defaultdict(list)
    for name, parameter in objective.named_parameters():
        if parameter.requires_grad:
            decay = training.weight_decay if parameter.ndim > 1 else 0.0
            groups[base_rate(name, training, depth), decay].append((name, parameter))
    return torch.optim.AdamW(
        [{"params": members, "base_rate": rate, "weight_decay": decay} for (rate, decay), members in groups.items()],
        betas=BETAS,
    )


def base_rate(name: str, training: Training, depth: int) -> float:
    """Of the parameter `name` of an `Objective` whose audio tower has `depth` layers: heads fastest, then the last
    encoder layer, each layer below slower, the convolutions slowest."""
    part = name.removeprefix("model.")
    if part.startswith(("audio_projection", "audio_model.global_token")):
        return training.head_rate
    if part.startswith("text_projection"):
        return training.head_rate * training.text_head_share
    if part.startswith("text_model"):
        return training.text_rate
    if part.startswith("audio_model.encoder.layers."):
        return training.encoder_rate * training.layer_decay ** (depth - 1 - int(part.split(".")[3]))
    if part.startswith("audio_model.encoder.conv"):
        return training.encoder_rate * training.layer_decay**depth
    if part.startswith("audio_model"):
        return training.encoder_rate
    return training.scale_rate


def rate_factor(step: int, training: Training) -> float:
    """Of a stage: see `cosine_factor`."""
    return cosine_factor(step, training.steps, training.warm_up)


def cosine_factor(step: int, steps: int, warm_up: float) -> float:
    """Linear warm-up over a share `warm_up` of the steps, then a cosine to zero."""
    rising = max(1, int(warm_up * steps))
    if step < rising:
        return (step + 1) / rising
    return 0.5 * (1 + math.cos(math.pi * (step - rising) / max(1, steps - rising)))


def set_rates(optimizer: torch.optim.Optimizer, factor: float) -> None:
    """Every group's rate to `factor` times its own."""
    for group in optimizer.param_groups:
        group["lr"] = group["base_rate"] * factor
