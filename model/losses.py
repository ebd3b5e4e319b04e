"""The losses, as small modules: contrastive with Matryoshka supervision, and tag distillation."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn


def truncate(vectors: Tensor, dim: int) -> Tensor:
    """The first `dim` numbers of each vector, unit length again: a Matryoshka prefix."""
    return nn.functional.normalize(vectors[..., :dim], dim=-1)


def clip_loss(audio: Tensor, text: Tensor, scale: Tensor, same: Tensor) -> Tensor:
    """Symmetric InfoNCE (CLIP). `audio`, `text`: unit `(n, d)`; `same (n, n)`: which captions mean the same clip
    content.

    Captions made from file names repeat ("footsteps"): every pair that shares its caption is a right answer, so the
    target is spread evenly over them instead of calling them negatives.
    """
    logits = scale * audio @ text.T
    target = same / same.sum(dim=1, keepdim=True)
    rows = nn.functional.cross_entropy(logits, target)
    columns = nn.functional.cross_entropy(logits.T, target)
    return (rows + columns) / 2


def tag_loss(audio: Tensor, classes: Tensor, probabilities: Tensor, scale: Tensor, bias: Tensor) -> Tensor:
    """Distillation: sigmoid loss of `scale * <audio, class> + bias` against a tagger's probabilities, summed over
    classes.

    `audio (n, d)` and the text vectors of the class names `(k, d)`: unit; `probabilities (n, k)`.
    """
    logits = scale * audio @ classes.T + bias
    losses = nn.functional.binary_cross_entropy_with_logits(logits, probabilities, reduction="none")
    return losses.sum(dim=1).mean()


class MatryoshkaLoss(nn.Module):
    """The mean, over the Matryoshka dims, of contrastive and distillation loss (paper, 2.3)."""

    def __init__(self, dims: Sequence[int], clip_weight: float, tag_weight: float) -> None:
        super().__init__()
        self.dims = tuple(dims)
        self.clip_weight = clip_weight
        self.tag_weight = tag_weight
        self.tag_scale = nn.Parameter(torch.tensor(10.0).log())
        self.tag_bias = nn.Parameter(torch.tensor(-6.0))

    def forward(
        self, audio: Tensor, text: Tensor, classes: Tensor, probabilities: Tensor, same: Tensor, logit_scale: Tensor
    ) -> dict[str, Tensor]:
        """`{"clip", "tags", "loss"}`, scalars. Vectors at full length; `logit_scale` is the logarithm of the scale."""
        scale = logit_scale.exp().clamp(max=100)
        contrastive, tags = audio.new_zeros(()), audio.new_zeros(())
        for dim in self.dims:
            short = truncate(audio, dim)
            contrastive = contrastive + clip_loss(short, truncate(text, dim), scale, same)
            tags = tags + tag_loss(short, truncate(classes, dim), probabilities, self.tag_scale.exp(), self.tag_bias)
        contrastive, tags = contrastive / len(self.dims), tags / len(self.dims)
        return {"clip": contrastive, "tags": tags, "loss": self.clip_weight * contrastive + self.tag_weight * tags}
