"""What is minimised: from a batch's tensors to its losses, over all processes."""

import torch
from torch import Tensor, nn

from model.distributed import gather
from model.losses import clip_loss, matryoshka, point_loss, siglip_loss, tag_loss
from model.recipe import Training
from wavlink_desktop.wavlink import WavLinkModel

NO_MEANING = -1
"""Fills `Batch.meanings` up; stands for nothing."""


class Objective(nn.Module):
    """The model and its losses as one module: everything that is trained is a parameter of it, so that DDP sees all.

    `texts (texts, hidden)` and `classes (prompts · classes, hidden)`: vectors that a frozen text tower gives, computed
    once; without them the tower runs on tokens. `prompts`: how many prompts each class has in `classes`.
    """

    texts: Tensor | None
    classes: Tensor | None

    def __init__(
        self,
        model: WavLinkModel,
        training: Training,
        texts: Tensor | None = None,
        classes: Tensor | None = None,
        prompts: int = 1,
    ) -> None:
        super().__init__()
        self.model, self.training_settings, self.prompts = model, training, prompts
        self.tag_scale = nn.Parameter(torch.tensor(10.0).log(), requires_grad=training.tag_weight > 0)
        self.tag_bias = nn.Parameter(torch.tensor(-6.0), requires_grad=training.tag_weight > 0)
        self.register_buffer("texts", texts, persistent=False)
        self.register_buffer("classes", classes, persistent=False)

    def train(self, mode: bool = True) -> "Objective":
        """As in torch, but towers that are frozen do not drop out."""
        super().train(mode)
        for tower in (self.model.audio_model.encoder, self.model.text_model):
            tower.train(mode and any(parameter.requires_grad for parameter in tower.parameters()))
        return self

    def forward(self, inputs: dict[str, Tensor]) -> dict[str, Tensor]:
        """`Preparation`'s tensors to those of `{"clip", "tags", "points"}` that have a weight, and "loss", scalars;
        "clip" is the captions' loss, of either kind.

        "clip" is that of all processes together, the same in each; the others are means over this process's clips: the
        gradients' mean over the processes, which is what DDP takes, is that of the whole batch in each case.
        """
        settings = self.training_settings
        audio = self.model.get_audio_features(inputs["input_features"], inputs["feature_mask"])
        losses = {}
        if settings.clip_weight:
            text = self._captions(inputs, len(audio))
        if settings.tag_weight:
            classes = self._classes(inputs)
        with torch.autocast(audio.device.type, enabled=False):  # similarities of 0.01 matter: never in bfloat16
            if settings.clip_weight:
                losses["clip"] = self._caption_loss(gather(audio), gather(text), gather(inputs["meanings"]))
            if settings.tag_weight:
                losses["tags"] = self._tag_loss(audio, classes, inputs["probabilities"])
            if settings.point_weight:
                losses["points"] = matryoshka(self.model.config.matryoshka_dims, point_loss, audio, inputs["points"])
        weights = {"clip": settings.clip_weight, "tags": settings.tag_weight, "points": settings.point_weight}
        losses["loss"] = torch.stack([weights[name] * loss for name, loss in losses.items()]).sum()
        return losses

    def _captions(self, inputs: dict[str, Tensor], clips: int) -> Tensor:
        """One vector a clip; a mixture's is the sum of its two captions'."""
        if self.texts is not None:
            pooled = self.texts[inputs["text_rows"]]
        else:
            pooled = self.model.pool_text(inputs["input_ids"], inputs["attention_mask"])
        vectors = self._project(pooled)
        sums = vectors.new_zeros(clips, vectors.shape[1]).index_add(0, inputs["owners"], vectors)
        return nn.functional.normalize(sums, dim=-1)

    def _classes(self, inputs: dict[str, Tensor]) -> Tensor:
        """Unit `(classes, d)`: the mean over the prompts."""
        if self.classes is None:
            return self._project(self.model.pool_text(inputs["class_ids"], inputs["class_mask"]))
        vectors = self._project(self.classes).unflatten(0, (self.prompts, -1))
        return nn.functional.normalize(vectors.mean(dim=0), dim=-1)

    def _project(self, pooled: Tensor) -> Tensor:
        return nn.functional.normalize(self.model.text_projection(pooled).float(), dim=-1)

    def _caption_loss(self, audio: Tensor, text: Tensor, meanings: Tensor) -> Tensor:
        same = same_meaning(meanings).to(audio.dtype)
        scale, bias = self.model.logit_scale.exp(), self.model.logit_bias
        dims = self.model.config.matryoshka_dims
        if self.training_settings.loss == "siglip":
            return matryoshka(dims, lambda a, t: siglip_loss(a, t, scale, bias, same), audio, text)
        return matryoshka(dims, lambda a, t: clip_loss(a, t, scale, same), audio, text)

    def _tag_loss(self, audio: Tensor, classes: Tensor, probabilities: Tensor) -> Tensor:
        scale, bias = self.tag_scale.exp(), self.tag_bias
        dims = self.model.config.matryoshka_dims
        return matryoshka(dims, lambda a, c: tag_loss(a, c, probabilities, scale, bias), audio, classes)


def same_meaning(meanings: Tensor) -> Tensor:
    """`(n, k)` numbers, `NO_MEANING` where there are fewer, to boolean `(n, n)`: who shares one with whom; always
    oneself."""
    same = torch.eye(len(meanings), dtype=torch.bool, device=meanings.device)
    for mine in meanings.T[:, :, None]:
        for other in meanings.T[:, None, :]:
            same |= (mine == other) & (mine != NO_MEANING)
    return same
