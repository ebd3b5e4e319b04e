"""The losses, as functions of unit vectors: contrastive (CLIP, SigLIP), tag distillation, distance
to given points; and Matryoshka over any."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

LARGEST_SCALE = 100.0
"""CLIP's limit of the learnt scale (temperature 0.01): above it training is unstable."""
SIGLIP_SCALE, SIGLIP_BIAS = 10.0, -10.0
"""Where SigLIP starts (arXiv 2303.15343): all but a few of the pairs are negatives, and the bias says so at once."""


def truncate(vectors: Tensor, dim: int) -> Tensor:
    """The first `dim` numbers of each vector, unit length again: a Matryoshka prefix."""
    return nn.functional.normalize(vectors[..., :dim], dim=-1)


def matryoshka(dims: Sequence[int], loss: Callable[..., Tensor], *vectors: Tensor) -> Tensor:
    """The mean of `loss(*vectors)` over their prefixes of each of `dims`, renormalised (paper, 2.3)."""
    return torch.stack([loss(*(truncate(each, dim) for each in vectors)) for dim in dims]).mean()


def clip_loss(audio: Tensor, text: Tensor, scale: Tensor, same: Tensor) -> Tensor:
    """Symmetric InfoNCE (CLIP). `audio`, `text`: unit `(n, d)`; `same (n, n)`: which captions mean the same clip
    content.

    Captions made from file names repeat ("footsteps"): every pair that shares its caption is a right answer, so the
    target is spread evenly over them instead of calling them negatives. Where none repeats, `same` is the identity
    and this is the paper's loss.
    """
    logits = scale * audio @ text.T
    target = same / same.sum(dim=1, keepdim=True)
    rows = nn.functional.cross_entropy(logits, target)
    columns = nn.functional.cross_entropy(logits.T, target)
    return (rows + columns) / 2


def siglip_loss(audio: Tensor, text: Tensor, scale: Tensor, bias: Tensor, same: Tensor) -> Tensor:
    """Sigmoid loss of every pair (SigLIP, arXiv 2303.15343), summed over the texts, mean over the clips.

    Shapes as in `clip_loss`; pairs of `same` are positives, the others negatives.
    """
    logits = scale * audio @ text.T + bias
    return -nn.functional.logsigmoid(logits * (2 * same - 1)).sum(dim=1).mean()


def tag_loss(audio: Tensor, classes: Tensor, probabilities: Tensor, scale: Tensor, bias: Tensor) -> Tensor:
    """Distillation: sigmoid loss of `scale * <audio, class> + bias` against a tagger's probabilities, summed over
    classes.

    `audio (n, d)` and the text vectors of the class names `(k, d)`: unit; `probabilities (n, k)`.
    """
    logits = scale * audio @ classes.T + bias
    losses = nn.functional.binary_cross_entropy_with_logits(logits, probabilities, reduction="none")
    return losses.sum(dim=1).mean()


def point_loss(vectors: Tensor, points: Tensor) -> Tensor:
    """One less the cosine: how far vectors are from the points that they are drawn to. Both unit `(n, d)`."""
    return (1 - (vectors * points).sum(dim=-1)).mean()
